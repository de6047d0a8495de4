package io.roster.example.mcp;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where this server listens, and whose access tokens it trusts. */
record Settings(int port, URI issuer) {
  static final String USAGE = "usage: run [--port 9001] [--issuer http://localhost:8080]";

  private static final Map<String, String> DEFAULTS =
      Map.of("--port", "9001", "--issuer", "http://localhost:8080");

  Settings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("--port must be 0 to 65535 (0 = any free port)");
    }
    if (!List.of("http", "https").contains(issuer.getScheme()) || issuer.getHost() == null) {
      throw new IllegalArgumentException("--issuer must be an http or https URL");
    }
  }

  /** Reads options; the environment's PORT and ISSUER stand in for missing ones. */
  static Settings of(List<String> arguments, Map<String, String> environment) {
    var options = new HashMap<>(DEFAULTS);
    options.computeIfPresent("--port", (name, value) -> environment.getOrDefault("PORT", value));
    options.computeIfPresent(
        "--issuer", (name, value) -> environment.getOrDefault("ISSUER", value));
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!options.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("unknown or incomplete option");
      }
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return new Settings(
        Integer.parseInt(options.getOrDefault("--port", "")),
        URI.create(options.getOrDefault("--issuer", "")));
  }
}
