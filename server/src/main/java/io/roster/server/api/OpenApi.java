package io.roster.server.api;

import io.roster.core.json.Json;
import io.roster.server.api.Operation.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes operations as an OpenAPI 3.1 document. */
public final class OpenApi {
  private OpenApi() {}

  /** The document of these operations, whose bodies follow these schemas. */
  public static Json.Members document(
      String version, List<Operation> operations, Map<String, Json.Members> schemas) {
    var document = new LinkedHashMap<String, Json>();
    document.put("openapi", Json.of("3.1.0"));
    document.put(
        "info",
        object(
            "title",
            Json.of("Roster administration"),
            "version",
            Json.of(version),
            "description",
            Json.of("What the command line and the console do, on the administrator's listener.")));
    document.put("servers", new Json.Items(List.of(object("url", Json.of("/api/v1")))));
    document.put(
        "security", new Json.Items(List.of(object("bearer", NONE), object("basic", NONE))));
    document.put("paths", paths(operations));
    document.put("components", components(schemas));
    return new Json.Members(document);
  }

  private static final Json NONE = new Json.Items(List.of());

  private static Json paths(List<Operation> operations) {
    var paths = new LinkedHashMap<String, Map<String, Json>>();
    for (var operation : operations) {
      paths
          .computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), described(operation));
    }
    var all = new LinkedHashMap<String, Json>();
    paths.forEach((path, methods) -> all.put(path, new Json.Members(methods)));
    return new Json.Members(all);
  }

  private static Json described(Operation operation) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("operationId", Json.of(operation.id()));
    entry.put("summary", Json.of(operation.summary()));
    entry.put("x-role", Json.of(operation.role().wireName()));
    entry.put("parameters", new Json.Items(parameters(operation)));
    operation
        .request()
        .ifPresent(
            schema ->
                entry.put(
                    "requestBody",
                    object(
                        "required",
                        Json.of(!operation.traits().contains(Trait.BODY_OPTIONAL)),
                        "content",
                        content("application/json", schema))));
    var success = new LinkedHashMap<String, Json>();
    success.put("description", Json.of("Done."));
    operation
        .response()
        .ifPresent(schema -> success.put("content", content("application/json", schema)));
    entry.put(
        "responses",
        object(
            Integer.toString(operation.success()),
            new Json.Members(success),
            "default",
            object(
                "description",
                Json.of("A problem, RFC 9457."),
                "content",
                content(Problems.TYPE, "Problem"))));
    return new Json.Members(entry);
  }

  private static List<Json> parameters(Operation operation) {
    var parameters = new ArrayList<Json>();
    for (var segment : operation.path().split("/", -1)) {
      if (segment.startsWith("{")) {
        var name = segment.substring(1, segment.length() - 1);
        parameters.add(parameter(name, "path", "Percent-encoded as one segment.", TEXT));
      }
    }
    for (var parameter : operation.parameters()) {
      parameters.add(
          parameter(parameter.name(), "query", parameter.description(), parameter.schema()));
    }
    if (operation.traits().contains(Trait.CREATES)) {
      parameters.add(
          parameter(
              "Idempotency-Key",
              "header",
              "16 to 200 visible characters; a repetition within 24 hours makes nothing twice.",
              TEXT));
    }
    if (operation.traits().contains(Trait.CONDITIONAL)) {
      parameters.add(
          parameter(
              "If-Match", "header", "The ETag of what is meant to be changed; 412 if not.", TEXT));
    }
    return parameters;
  }

  private static final Json.Members TEXT = object("type", Json.of("string"));

  private static Json parameter(String name, String in, String description, Json schema) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("name", Json.of(name));
    entry.put("in", Json.of(in));
    entry.put("required", Json.of(in.equals("path")));
    entry.put("description", Json.of(description));
    entry.put("schema", schema);
    return new Json.Members(entry);
  }

  private static Json content(String type, String schema) {
    var reference = object("$ref", Json.of("#/components/schemas/" + schema));
    return object(type, object("schema", reference));
  }

  private static Json components(Map<String, Json.Members> schemas) {
    var bearer = object("type", Json.of("http"), "scheme", Json.of("bearer"));
    var basic = object("type", Json.of("http"), "scheme", Json.of("basic"));
    return object(
        "securitySchemes",
        object("bearer", bearer, "basic", basic),
        "schemas",
        new Json.Members(new LinkedHashMap<>(schemas)));
  }

  private static Json.Members object(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Members(members);
  }
}
