package io.roster.server.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What an identity provider's answer came to. */
sealed interface SignInOutcome {
  /** Somebody signed in there; nothing of the provider's tokens is left but these claims. */
  record Identified(String issuer, String subject, Map<String, Object> claims)
      implements SignInOutcome {
    public Identified {
      var said = new HashMap<>(claims);
      said.values().removeIf(Objects::isNull);
      claims = Map.copyOf(said);
    }
  }

  /** The provider, or the person, said no. */
  record Cancelled() implements SignInOutcome {}

  /** The answer can't be believed. */
  record Unbelievable(String reason) implements SignInOutcome {}

  /** The provider can't be asked. */
  record Unreachable() implements SignInOutcome {}

  /** Too many people sign in there at this moment. */
  record Busy() implements SignInOutcome {}
}
