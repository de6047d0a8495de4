package io.roster.core.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the client runs, OpenID Connect Registration section 2; MCP clients must send it. */
public enum ApplicationType {
  WEB,
  NATIVE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ApplicationType> find(String wireName) {
    return Arrays.stream(values()).filter(t -> t.wireName().equals(wireName)).findFirst();
  }
}
