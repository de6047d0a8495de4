package io.roster.server.trace;

/** Chooses whether traces are taken; nothing of OpenTelemetry is loaded where none are. */
public final class Tracing {
  private Tracing() {}

  /** Traces as these settings want them. */
  public static Traces by(TracingSettings settings) {
    return settings.endpoint().isEmpty() ? Traces.OFF : new OpenTelemetryTraces(settings);
  }
}
