package io.roster.spring.authenticate;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.roster.core.credential.Digester;
import io.roster.core.json.JsonCodec;
import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.store.StoreUnavailableException;
import io.roster.remote.key.RemoteKeys;
import io.roster.spring.client.RegisteredClients;
import io.roster.store.assertion.UsedAssertions;
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

/** Verifies the assertions of private_key_jwt with the keys a client registered, RFC 7523. */
public final class AssertionDecoders implements JwtDecoderFactory<RegisteredClient> {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Stream.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
          .map(JWSAlgorithm::parse)
          .collect(Collectors.toUnmodifiableSet());

  private static final JWKSet NONE = new JWKSet();

  private final String issuer;
  private final RemoteKeys remote;
  private final JsonCodec json;
  private final InstantSource clock;
  private final UsedAssertions used;

  public AssertionDecoders(
      String issuer, RemoteKeys remote, JsonCodec json, UsedAssertions used, InstantSource clock) {
    this.issuer = issuer;
    this.remote = remote;
    this.json = json;
    this.clock = clock;
    this.used = used;
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient client) {
    var metadata = RegisteredClients.metadataOf(client);
    var byValue = metadata.jwks().map(this::read);
    return assertion -> {
      var keys =
          byValue.orElseGet(
              () ->
                  metadata.get(Members.JWKS_URI).map(url -> fetched(url, assertion)).orElse(NONE));
      return decoder(client, metadata, keys).decode(assertion);
    };
  }

  /**
   * The keys behind a client's jwks_uri. While they can't be had the client is no worse than it
   * was: to call it invalid would make it register again.
   */
  private JWKSet fetched(String url, String assertion) {
    return remote
        .find(url, kid(assertion))
        .orElseThrow(() -> new StoreUnavailableException("the client's keys can't be fetched now"));
  }

  private static Optional<String> kid(String assertion) {
    try {
      return Optional.ofNullable(SignedJWT.parse(assertion).getHeader().getKeyID());
    } catch (ParseException malformed) {
      return Optional.empty();
    }
  }

  private JwtDecoder decoder(RegisteredClient client, ClientMetadata metadata, JWKSet keys) {
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
