package io.roster.server.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.roster.server.trace.Route;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** Times requests by what was asked for; whoever makes up paths makes up no label. */
public final class HttpMetrics {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

  public HttpMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Kind(String endpoint, String method, int status) {}

  /** Notes that this was answered with this status after so many nanoseconds. */
  public void answered(String path, String method, int status, long nanos) {
    timers
        .computeIfAbsent(new Kind(Route.of(path), known(method), status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("dcr.http.requests")
        .description("Requests on the public listener")
        .tags(
            "endpoint", kind.endpoint(),
            "method", kind.method(),
            "status", String.valueOf(kind.status()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  private static String known(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
      default -> "other";
    };
  }
}
