package io.roster.spring.authenticate;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.roster.core.credential.Digester;
import io.roster.core.json.JsonCodec;
import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.spring.client.RegisteredClients;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Verifies the assertions of private_key_jwt with the keys a client registered by value, RFC 7523.
 * A client that only has a jwks_uri can't get in yet.
 */
public final class AssertionDecoders implements JwtDecoderFactory<RegisteredClient> {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Stream.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
          .map(JWSAlgorithm::parse)
          .collect(Collectors.toUnmodifiableSet());
  private static final int MOST_REMEMBERED = 50_000;

  private final String issuer;
  private final JsonCodec json;
  private final InstantSource clock;
  private final UsedAssertions used;

  public AssertionDecoders(String issuer, JsonCodec json, InstantSource clock) {
    this.issuer = issuer;
    this.json = json;
    this.clock = clock;
    this.used = new UsedAssertions(MOST_REMEMBERED, clock);
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    var metadata = RegisteredClients.metadataOf(client);
    var keys = metadata.jwks().map(this::read).orElseThrow(ClientCredentials::invalidClient);
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(algorithms(metadata), new ImmutableJWKSet<>(keys)));
    // The claims are checked below, with our own clock and limits.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new AssertionRules(client.getClientId(), issuer, used, Digester.withoutPepper(), clock));
    return decoder;
  }

  private static Set<JWSAlgorithm> algorithms(ClientMetadata metadata) {
    return metadata
        .get(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG)
        .map(JWSAlgorithm::parse)
        .map(Set::of)
        .orElse(ALGORITHMS);
  }

  // One key of a kind we can't use must not spoil the others.
  private JWKSet read(JsonWebKeySet registered) {
    return new JWKSet(registered.keys().stream().flatMap(key -> read(key).stream()).toList());
  }

  private Optional<JWK> read(JsonWebKey key) {
    try {
      return Optional.of(JWK.parse(json.write(key.members())));
    } catch (ParseException unusable) {
      return Optional.empty();
    }
  }
}
