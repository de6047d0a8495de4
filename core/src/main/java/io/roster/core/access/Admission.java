package io.roster.core.access;

import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.initial.InitialAccessToken;
import java.util.Optional;

/** Whether a caller may try to register, and as what. */
public sealed interface Admission {
  /**
   * The caller may try.
   *
   * @param origin what a client of this caller's would be worth
   * @param token the initial access token to be spent on it
   */
  record Admitted(Origin origin, Optional<InitialAccessToken> token) implements Admission {
    /** Everyone, who has proved nothing. */
    public static final Admitted OPEN = new Admitted(Origin.OPEN, Optional.empty());

    /** A caller of this tier who spends no token. */
    public static Admitted of(Tier tier) {
      return new Admitted(Origin.of(tier), Optional.empty());
    }

    /** The holder of this token. */
    public static Admitted by(InitialAccessToken token) {
      var origin = Origin.byToken(token.terms().tier(), token.id().value());
      return new Admitted(origin, Optional.of(token));
    }
  }

  /** Registration is not open to anyone. */
  record Refused(String advice) implements Admission {}

  /** An initial access token is needed and none was presented. */
  record Missing() implements Admission {}

  /** The token is unknown, used up, expired or revoked: all alike. */
  record Denied() implements Admission {}
}
