package io.roster.server.admin.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthReportTest {
  private static final String UP =
      "{\"status\":\"UP\",\"components\":{\"store\":{\"status\":\"UP\"}}}";

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
  void aServerWhoseStoreAnswersIsUp(String path) {
    var answer = new HealthReport(() -> true, () -> true).answer(path).orElseThrow();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer.body())).isEqualTo(UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
  void aServerWithoutItsStoreIsDown(String path) {
    var answer = new HealthReport(() -> false, () -> true).answer(path).orElseThrow();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(text(answer.body())).isEqualTo(UP.replace("UP", "DOWN"));
  }

  @Test
  void aServerThatDrainsWantsNoRequests() {
    var answer =
        new HealthReport(() -> true, () -> false)
            .answer("/actuator/health/readiness")
            .orElseThrow();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(text(answer.body())).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
  }

  @Test
  void aServerWithoutItsStoreIsNotWorthARestart() {
    var answer =
        new HealthReport(() -> false, () -> false)
            .answer("/actuator/health/liveness")
            .orElseThrow();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer.body())).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void nothingElseIsAnswered() {
    assertThat(new HealthReport(() -> true, () -> true).answer("/actuator/env")).isEmpty();
  }

  private static String text(Json body) {
    return new JacksonJson().write(body);
  }
}
