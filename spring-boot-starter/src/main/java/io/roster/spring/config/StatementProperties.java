package io.roster.spring.config;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import io.roster.remote.key.PublishedKeys;
import io.roster.remote.key.RemoteKeys;
import io.roster.remote.statement.TrustedIssuer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.statements.}: whose software statements count.
 *
 * @param issuers who is believed; where there is none, statements are ignored
 */
@ConfigurationProperties("roster.statements")
public record StatementProperties(@DefaultValue List<Issuer> issuers) {
  /**
   * Somebody whose statements are believed; its keys are given by value or by reference.
   *
   * @param issuer what its statements say in iss
   * @param jwks its keys, as a JSON Web Key Set
   * @param jwksUri where it publishes its keys
   * @param algorithms what its statements may be signed with
   * @param audience what its statements must say in aud
   */
  public record Issuer(
      @DefaultValue("") String issuer,
      @Nullable String jwks,
      @Nullable String jwksUri,
      @DefaultValue({"RS256", "PS256", "ES256"}) Set<String> algorithms,
      @Nullable String audience) {
    private TrustedIssuer trusted(RemoteKeys remote) {
      return new TrustedIssuer(
          issuer,
          keys(remote),
          algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
          Optional.ofNullable(audience));
    }

    private Function<Optional<String>, Optional<JWKSet>> keys(RemoteKeys remote) {
      var value = jwks;
      var reference = jwksUri;
      if ((value == null) == (reference == null)) {
        throw new IllegalArgumentException(
            "roster.statements.issuers must each have either jwks or jwks-uri");
      }
      if (value != null) {
        var set = PublishedKeys.read(value);
        if (set.isEmpty()) {
          throw new IllegalArgumentException(
              "roster.statements.issuers.jwks must be a JSON Web Key Set with public keys");
        }
        return kid -> set;
      }
      var url = String.valueOf(reference);
      // Asked for now, so that they are there when the first statement comes.
      remote.known(url, Optional.empty());
      return kid -> remote.known(url, kid);
    }
  }

  List<TrustedIssuer> toTrustedIssuers(RemoteKeys remote) {
    return issuers.stream().map(issuer -> issuer.trusted(remote)).toList();
  }
}
