package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class AdminListenerTest {
  @Test
  void itTellsHealth() throws Exception {
    var reply = get(RunningServer.shared(), "/actuator/health");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(reply.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void itAnswersNothingElse() throws Exception {
    assertThat(get(RunningServer.shared(), "/login").statusCode()).isEqualTo(404);
    assertThat(get(RunningServer.shared(), "/oauth/jwks").statusCode()).isEqualTo(404);
  }

  @Test
  void itSaysWhenTheStoreIsAway() throws Exception {
    try (var server = RunningServer.start()) {
      server.part(Database.class).close();

      assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(get(server, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyAnswerNamesItsCall() throws Exception {
    var health = get(RunningServer.shared(), "/actuator/health");
    var refused = get(RunningServer.shared(), "/api/v1/clients");

    assertThat(health.headers().allValues("X-Request-Id")).hasSize(1);
    assertThat(refused.headers().allValues("X-Request-Id"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(health.headers().allValues("X-Request-Id"));
  }

  private static HttpResponse<String> get(RunningServer server, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.admin(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
