package io.roster.core.metadata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a client proves itself at the token endpoint, RFC 7591 section 2 and RFC 8705. */
public enum TokenEndpointAuthMethod {
  NONE,
  CLIENT_SECRET_BASIC,
  CLIENT_SECRET_POST,
  PRIVATE_KEY_JWT,
  TLS_CLIENT_AUTH;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the server issues a secret to clients of this method. */
  public boolean usesSecret() {
    return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
  }

  static Optional<TokenEndpointAuthMethod> find(String wireName) {
    return Arrays.stream(values()).filter(m -> m.wireName().equals(wireName)).findFirst();
  }
}
