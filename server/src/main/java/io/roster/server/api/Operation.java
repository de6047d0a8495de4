package io.roster.server.api;

import io.roster.server.account.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing the API can be asked: everything that the dispatcher, the OpenAPI document and the
 * tests know of it.
 *
 * @param id what programs call it
 * @param path below {@code /api/v1}, with variables in braces
 * @param role who may ask
 * @param request the schema of the body, where there is one
 * @param success the status of the answer that is hoped for
 * @param response the schema of that answer's body, where it has one
 */
public record Operation(
    String id,
    String method,
    String path,
    Role role,
    String summary,
    List<Parameter> parameters,
    Optional<String> request,
    int success,
    Optional<String> response,
    Set<Trait> traits,
    Function<AdminCall, AdminReply> action) {
  /** What some operations have in common. */
  public enum Trait {
    /** May be repeated with the same Idempotency-Key without doing anything twice. */
    CREATES,
    /** Changes only what the If-Match header names, if there is one. */
    CONDITIONAL,
    /** Takes any body, as it may be the very thing that is wrong. */
    RAW_BODY,
    /** Takes a body or none. */
    BODY_OPTIONAL
  }

  public Operation {
    parameters = List.copyOf(parameters);
    traits = Set.copyOf(traits);
  }

  /** Whether this is for a call of this method and these segments; braces match any one. */
  boolean matches(String asked, List<String> segments) {
    return method.equals(asked) && leadsTo(segments);
  }

  boolean leadsTo(List<String> segments) {
    var pattern = pattern();
    if (pattern.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The value of the path's only variable, or "" when it has none. */
  String variable(List<String> segments) {
    var pattern = pattern();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).startsWith("{")) {
        return segments.get(i);
      }
    }
    return "";
  }

  private List<String> pattern() {
    return List.of(path.substring(1).split("/", -1));
  }

  public static Draft get(String path, String id) {
    return new Draft("GET", path, id, 200);
  }

  public static Draft post(String path, String id) {
    return new Draft("POST", path, id, 200);
  }

  public static Draft patch(String path, String id) {
    return new Draft("PATCH", path, id, 200);
  }

  public static Draft put(String path, String id) {
    return new Draft("PUT", path, id, 204);
  }

  public static Draft delete(String path, String id) {
    return new Draft("DELETE", path, id, 204);
  }

  /** An operation in the making. */
  public static final class Draft {
    private final String method;
    private final String path;
    private final String id;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private int success;
    private Role role = Role.ADMIN;
    private String summary = "";
    private Optional<String> request = Optional.empty();
    private Optional<String> response = Optional.empty();

    private Draft(String method, String path, String id, int success) {
      this.method = method;
      this.path = path;
      this.id = id;
      this.success = success;
    }

    public Draft by(Role least, String what) {
      role = least;
      summary = what;
      return this;
    }

    public Draft with(Parameter... some) {
      parameters.addAll(List.of(some));
      return this;
    }

    public Draft takes(String schema) {
      request = Optional.of(schema);
      return this;
    }

    public Draft answers(String schema) {
      response = Optional.of(schema);
      return this;
    }

    /** Answers with 201, and may be repeated. */
    public Draft creates(String schema) {
      success = 201;
      traits.add(Trait.CREATES);
      return answers(schema);
    }

    public Draft is(Trait trait) {
      traits.add(trait);
      return this;
    }

    public Operation does(Function<AdminCall, AdminReply> action) {
      return new Operation(
          id, method, path, role, summary, parameters, request, success, response, traits, action);
    }
  }
}
