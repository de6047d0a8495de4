package io.roster.server.admin.health;

import io.roster.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether this process lives and whether it should get requests, in the words of Spring's health.
 */
public final class HealthReport {
  private static final String PATH = "/actuator/health";

  private final BooleanSupplier storeAnswers;
  private final BooleanSupplier accepting;

  public HealthReport(BooleanSupplier storeAnswers, BooleanSupplier accepting) {
    this.storeAnswers = storeAnswers;
    this.accepting = accepting;
  }

  /** One answer: the status code and what is said. */
  public record Answer(int status, Json.Members body) {}

  public Optional<Answer> answer(String path) {
    return switch (path) {
      case PATH, PATH + "/readiness" -> Optional.of(readiness());
      // A process that is restarted doesn't mend a store that is away.
      case PATH + "/liveness" -> Optional.of(new Answer(200, status("UP")));
      default -> Optional.empty();
    };
  }

  private Answer readiness() {
    if (!accepting.getAsBoolean()) {
      return new Answer(503, status("OUT_OF_SERVICE"));
    }
    boolean up = storeAnswers.getAsBoolean();
    var members = new LinkedHashMap<>(status(up ? "UP" : "DOWN").values());
    members.put("components", new Json.Members(Map.of("store", status(up ? "UP" : "DOWN"))));
    return new Answer(up ? 200 : 503, new Json.Members(members));
  }

  private static Json.Members status(String status) {
    return new Json.Members(Map.of("status", Json.of(status)));
  }
}
