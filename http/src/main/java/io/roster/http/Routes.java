package io.roster.http;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.json.Json;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.StoreUnavailableException;
import io.roster.http.limit.RegistrationLimits;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which path leads where; the outermost part of the protocol that knows no web server. */
public final class Routes {
  private static final String REGISTRATION_METHODS = "POST, OPTIONS";
  private static final String CONFIGURATION_METHODS = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
  private static final String DOCUMENT_METHODS = "GET, HEAD, OPTIONS";

  private final String registrationPath;
  private final String aliasPath;
  private final RegistrationEndpoint registration;
  private final ConfigurationEndpoint configuration;
  private final Map<String, Json.Members> documents;

  /**
   * Serves {@code documents}, by path, beside the endpoints of the registry; clients may register
   * as often as they like.
   */
  public Routes(Roster roster, InitialAccess access, Map<String, Json.Members> documents) {
    this(roster, access, documents, Optional.empty());
  }

  /** As {@link #Routes(Roster, InitialAccess, Map)}, for clients that register too often. */
  public Routes(
      Roster roster,
      InitialAccess access,
      Map<String, Json.Members> documents,
      RegistrationLimits limits) {
    this(roster, access, documents, Optional.of(limits));
  }

  private Routes(
      Roster roster,
      InitialAccess access,
      Map<String, Json.Members> documents,
      Optional<RegistrationLimits> limits) {
    var issuerPath = pathOf(roster.settings());
    this.registrationPath = issuerPath + RegistrationSettings.REGISTRATION_PATH;
    this.aliasPath = issuerPath + "/register";
    this.registration = new RegistrationEndpoint(roster, access, limits);
    this.configuration = new ConfigurationEndpoint(roster);
    this.documents = Map.copyOf(documents);
  }

  /** Answers every call, also when the store is away. */
  public HttpReply answer(HttpCall call) {
    var document = documents.get(call.path());
    if (document != null) {
      return Cors.open(document(call, document));
    }
    try {
      return Cors.open(uncached(dispatch(call)));
    } catch (StoreUnavailableException e) {
      return Cors.open(uncached(ErrorReplies.unavailable()));
    }
  }

  private HttpReply dispatch(HttpCall call) {
    var path = call.path();
    if (path.equals(registrationPath) || path.equals(aliasPath)) {
      return switch (call.method()) {
        case "POST" -> as(call, "registration", () -> registration.post(call));
        case "OPTIONS" -> Cors.preflight(REGISTRATION_METHODS);
        default -> ErrorReplies.methodNotAllowed(REGISTRATION_METHODS);
      };
    }
    return clientIdIn(path)
        .map(id -> as(call, "configuration", () -> configure(call, id)))
        .orElseGet(() -> HttpReply.empty(404));
  }

  private static HttpReply as(HttpCall call, String door, Supplier<HttpReply> answer) {
    return Acting.as(Actor.client(call.remoteAddress(), door), answer);
  }

  private HttpReply configure(HttpCall call, String clientId) {
    return switch (call.method()) {
      case "GET", "HEAD" -> configuration.get(call, clientId);
      case "PUT" -> configuration.put(call, clientId);
      case "PATCH" -> configuration.patch(call, clientId);
      case "DELETE" -> configuration.delete(call, clientId);
      case "OPTIONS" -> Cors.preflight(CONFIGURATION_METHODS);
      default -> ErrorReplies.methodNotAllowed(CONFIGURATION_METHODS);
    };
  }

  private static HttpReply document(HttpCall call, Json.Members document) {
    return switch (call.method()) {
      case "GET", "HEAD" -> HttpReply.of(200, document).with("Cache-Control", "max-age=60");
      case "OPTIONS" -> Cors.preflight(DOCUMENT_METHODS);
      default -> ErrorReplies.methodNotAllowed(DOCUMENT_METHODS);
    };
  }

  private Optional<String> clientIdIn(String path) {
    var prefix = registrationPath + "/";
    return path.startsWith(prefix) && path.length() > prefix.length()
        ? Optional.of(path.substring(prefix.length()))
        : Optional.empty();
  }

  /** These replies hold secrets, RFC 7591 section 3.2.1. */
  private static HttpReply uncached(HttpReply reply) {
    return reply.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private static String pathOf(RegistrationSettings settings) {
    var path = settings.issuer().getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
