package io.roster.core.policy.key;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.roster.core.Bodies;
import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.key.TestKeys;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may say about its keys: R14, R16, R17 and R33 of the requirements. */
class KeyPoliciesTest {
  private static final JsonWebKey EC = TestKeys.ec("P-256");
  private static final ClientMetadata SIGNING =
      VALID.with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.PRIVATE_KEY_JWT);

  @Test
  void aSigningClientRegistersAKeyByValueOrByReference() {
    assertThat(violations(SIGNING.with(Members.JWKS, keys(EC)))).isEmpty();
    assertThat(violations(SIGNING.with(Members.JWKS, keys(TestKeys.rsa(2048))))).isEmpty();
    assertThat(violations(SIGNING.with(Members.JWKS_URI, "https://h.example/jwks"))).isEmpty();
  }

  @Test
  void aKeyThatCanNotVerifyASignatureIsNotEnough() {
    var other = TestKeys.key("kty", "AKP", "pub", "x");
    var foreign = new JsonWebKey(Bodies.with(EC.members(), "crv", "secp256k1"));
    var forEncryption = new JsonWebKey(Bodies.with(EC.members(), "use", "enc"));

    for (var set : List.of(keys(), keys(other), keys(foreign), keys(forEncryption))) {
      assertThat(violations(SIGNING.with(Members.JWKS, set)))
          .extracting(Violation::field)
          .containsExactly("jwks");
    }
  }

  @Test
  void keysOfOtherKindsMayStandBesideIt() {
    var other = TestKeys.key("kty", "AKP", "pub", "x");

    assertThat(violations(SIGNING.with(Members.JWKS, keys(EC, other)))).isEmpty();
  }

  @Test
  void aPublicClientMayHaveKeysToo() {
    var client = VALID.with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.NONE);

    assertThat(violations(client.with(Members.JWKS, keys(EC)))).isEmpty();
    assertThat(violations(client.with(Members.JWKS, keys()))).isEmpty();
  }

  @Test
  void aBadKeyIsNamedByItsPosition() {
    var set = keys(EC, TestKeys.key("kty", "oct", "k", "AA"), TestKeys.rsa(1024));

    assertThat(violations(Members.JWKS, set))
        .extracting(Violation::field)
        .containsExactly("jwks.keys[1]", "jwks.keys[2]");
  }

  @Test
  void aPrivateKeyIsRefusedAndNeverRepeated() {
    var leaked = new JsonWebKey(Bodies.with(EC.members(), "d", "c2VjcmV0"));

    assertThat(violations(Members.JWKS, keys(leaked)))
        .singleElement()
        .matches(v -> v.field().equals("jwks.keys[0]") && !v.toString().contains("c2VjcmV0"));
  }

  @Test
  void thereAreAtMost16Keys() {
    assertThat(violations(Members.JWKS, copies(16))).isEmpty();
    assertThat(violations(Members.JWKS, copies(17)))
        .extracting(Violation::field)
        .containsExactly("jwks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://client.example.com/jwks.json",
        "https://client.example.com:8443/jwks?v=1",
        "https://192.0.2.10/jwks"
      })
  void keysByReferenceLieBehindHttps(String uri) {
    assertThat(violations(Members.JWKS_URI, uri)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://client.example.com/jwks",
        "http://169.254.169.254/keys",
        "https://169.254.169.254/keys",
        "https://localhost:1234/jwks",
        "https://jwks.localhost/",
        "https://127.0.0.1/jwks",
        "https://10.0.0.1/jwks",
        "https://[::1]/jwks",
        "https://[::ffff:10.0.0.1]/jwks",
        "https://2130706433/jwks",
        "https://user@client.example.com/jwks",
        "https://client.example.com/jwks#x",
        "https://client.example.com/jwks#",
        "not a url",
        "/relative/path",
        "javascript:alert(1)",
        "data:application/json,{}",
        "file:///etc/passwd",
        "ftp://client.example.com/jwks"
      })
  void keysAnywhereElseAreRefused(String uri) {
    assertThat(violations(Members.JWKS_URI, uri))
        .extracting(Violation::code, Violation::field)
        .containsExactly(tuple(Violation.Code.INVALID_CLIENT_METADATA, "jwks_uri"));
  }

  @Test
  void keysByReferenceLieAtMost2048CharactersAway() {
    var start = "https://client.example.com/";

    assertThat(violations(Members.JWKS_URI, start + "a".repeat(2048 - start.length()))).isEmpty();
    assertThat(violations(Members.JWKS_URI, start + "a".repeat(2049 - start.length()))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "ES384", "ES512"})
  void anAssertionIsSignedWithAPrivateKey(String algorithm) {
    assertThat(violations(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, algorithm)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "es256", "RS1", "foo"})
  void noOtherAlgorithmWillDo(String algorithm) {
    assertThat(violations(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, algorithm))
        .extracting(Violation::field)
        .containsExactly("token_endpoint_auth_signing_alg");
  }

  private static JsonWebKeySet keys(JsonWebKey... keys) {
    return new JsonWebKeySet(List.of(keys));
  }

  private static JsonWebKeySet copies(int count) {
    return new JsonWebKeySet(Collections.nCopies(count, EC));
  }
}
