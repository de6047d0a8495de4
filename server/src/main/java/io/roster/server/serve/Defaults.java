package io.roster.server.serve;

import java.util.Map;

/** Properties of the framework that make it quiet and quick; any setting overrides them. */
final class Defaults {
  static final Map<String, Object> PROPERTIES =
      Map.ofEntries(
          Map.entry("spring.config.name", "roster"),
          Map.entry("roster.port", "8080"),
          Map.entry("roster.issuer", "http://localhost:${roster.port}"),
          Map.entry("server.port", "${roster.port}"),
          Map.entry("server.shutdown", "graceful"),
          Map.entry(
              "spring.lifecycle.timeout-per-shutdown-phase", "${roster.http.drain-timeout:10s}"),
          Map.entry("server.forward-headers-strategy", "none"),
          Map.entry("spring.main.banner-mode", "off"),
          Map.entry("spring.main.log-startup-info", "false"),
          Map.entry("spring.threads.virtual.enabled", "true"),
          // Waiting for a slow client costs a virtual thread; fewer of them than connections would
          // let a few hundred slow clients keep everybody waiting.
          Map.entry("server.jetty.threads.max", "${roster.http.connections:10000}"),
          Map.entry("spring.thymeleaf.cache", "true"),
          Map.entry("spring.jmx.enabled", "false"));

  private Defaults() {}
}
