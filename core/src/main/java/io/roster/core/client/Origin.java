package io.roster.core.client;

import java.util.Optional;

/**
 * How a client got onto the roster. Nothing a client sends later changes it, but for a software
 * statement of a trusted issuer.
 *
 * @param tier what the way it came is worth
 * @param initialToken the identifier of the initial access token that was spent on it
 * @param statementIssuer who vouched for it in a software statement
 */
public record Origin(Tier tier, Optional<String> initialToken, Optional<String> statementIssuer) {
  /** A client that registered itself and proved nothing. */
  public static final Origin OPEN = of(Tier.OPEN);

  /** A client of this tier of which nothing more is known. */
  public static Origin of(Tier tier) {
    return new Origin(tier, Optional.empty(), Optional.empty());
  }

  /** The origin of a client that an initial access token of this tier let in. */
  public static Origin byToken(Tier tier, String initialToken) {
    return new Origin(tier, Optional.of(initialToken), Optional.empty());
  }

  /** The same client once this issuer has vouched for it. */
  public Origin vouchedForBy(String issuer) {
    return new Origin(tier.or(Tier.STATEMENT), initialToken, Optional.of(issuer));
  }
}
