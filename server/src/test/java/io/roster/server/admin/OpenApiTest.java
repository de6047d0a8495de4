package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Role;
import io.roster.server.admin.Exercises.Call;
import io.roster.server.api.Dispatcher;
import io.roster.server.api.Operation;
import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document says what the API does: every operation in it is called and its answer checked. */
class OpenApiTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final AdminClient ADMIN = AdminClient.local(SERVER);
  private static final JsonNode DOCUMENT = ADMIN.get("/openapi.json").json();
  private static final AdminClient VIEWER = ADMIN.newProgram("viewer");
  private static final AdminClient OPERATOR = ADMIN.newProgram("operator");

  /** An operation of the document. */
  record Described(String path, String method, JsonNode operation) {
    String id() {
      return operation.get("operationId").asString();
    }

    Role role() {
      return Role.of(operation.get("x-role").asString()).orElseThrow();
    }

    String address(Call call) {
      var variable = URLEncoder.encode(call.variable(), StandardCharsets.UTF_8);
      return path.replaceAll("\\{[a-z_]+}", variable) + call.query();
    }

    @Override
    public String toString() {
      return id();
    }
  }

  static Stream<Described> operations() {
    return DOCUMENT.get("paths").propertyStream().flatMap(OpenApiTest::ofPath);
  }

  private static Stream<Described> ofPath(Map.Entry<String, JsonNode> path) {
    return path.getValue()
        .propertyStream()
        .map(
            method ->
                new Described(
                    path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()));
  }

  @Test
  void theDocumentHasEveryOperationAndEveryOneHasAnExercise() {
    var ids = operations().map(Described::id).toList();

    assertThat(DOCUMENT.get("openapi").asString()).isEqualTo("3.1.0");
    assertThat(ids)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            SERVER.part(Dispatcher.class).operations().stream().map(Operation::id).toList())
        .containsExactlyInAnyOrderElementsOf(Exercises.ALL.keySet());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationAnswersAsTheDocumentSays(Described operation) {
    var call = Objects.requireNonNull(Exercises.ALL.get(operation.id())).prepared(ADMIN);

    var reply = ADMIN.send(operation.method(), operation.address(call), call.body());

    var expected =
        operation.operation().get("responses").propertyStream().findFirst().orElseThrow();
    assertThat(Integer.toString(reply.status())).as(reply.raw()::body).isEqualTo(expected.getKey());
    var schema = expected.getValue().at("/content/application~1json/schema");
    if (schema.isMissingNode()) {
      assertThat(reply.raw().body()).isEmpty();
    } else {
      assertThat(new JsonSchema(DOCUMENT).faults(schema, reply.json(), "body")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationIsOnlyForItsRole(Described operation) {
    var call = Objects.requireNonNull(Exercises.ALL.get(operation.id())).prepared(ADMIN);
    var before = everything();

    for (var role : List.of(Role.VIEWER, Role.OPERATOR)) {
      if (!role.includes(operation.role())) {
        var who = role == Role.VIEWER ? VIEWER : OPERATOR;
        var reply = who.send(operation.method(), operation.address(call), call.body());
        assertThat(reply.status()).as(role + " " + reply.raw().body()).isEqualTo(403);
        assertThat(reply.text("code")).isEqualTo("forbidden");
      }
    }

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatAViewerMayDoChangesNothing() {
    assertThat(operations().filter(operation -> operation.role() == Role.VIEWER))
        .allMatch(
            operation -> operation.method().equals("GET") || operation.id().equals("explain"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void nothingAnswersOnThePublicPort(Described operation) throws IOException, InterruptedException {
    var call = Objects.requireNonNull(Exercises.ALL.get(operation.id())).prepared(ADMIN);
    var path = "/api/v1" + operation.address(call);

    var answer = toPublicPort(operation.method(), SERVER.at(path));

    assertThat(answer).isIn(403, 404, 405);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anUnknownParameterIsRefused(Described operation) {
    var call = Objects.requireNonNull(Exercises.ALL.get(operation.id())).prepared(ADMIN);
    var separator = call.query().isEmpty() ? "?" : "&";

    var reply =
        ADMIN.send(
            operation.method(), operation.address(call) + separator + "nonsense=1", call.body());

    assertThat(reply.status()).as(reply.raw()::body).isEqualTo(400);
  }

  private static int toPublicPort(String method, URI uri) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString("{}")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** What a change would show in. */
  private static String everything() {
    return Stream.of(
            "/clients?order=newest", "/users", "/administrators", "/api-tokens", "/initial-tokens")
        .map(path -> ADMIN.get(path).raw().body())
        .toList()
        .toString();
  }
}
