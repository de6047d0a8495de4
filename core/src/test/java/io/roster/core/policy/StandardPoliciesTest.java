package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.redirectingTo;
import static io.roster.core.policy.Candidates.standardRules;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.key.JsonWebKeySet;
import io.roster.core.key.TestKeys;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.settings.PolicyMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardPoliciesTest {
  /** For each rule a candidate that this rule alone refuses. */
  private static final Map<String, ClientMetadata> REFUSED_BY_ONE =
      Map.ofEntries(
          Map.entry("redirect-uris-present", redirectingTo()),
          Map.entry("redirect-uris-well-formed", redirectingTo("/cb")),
          Map.entry("redirect-uri-transport", redirectingTo("http://h.example/cb")),
          Map.entry("redirect-uris-without-fragment", redirectingTo("https://h/cb#")),
          Map.entry("redirect-uris-without-userinfo", redirectingTo("https://u@h/cb")),
          Map.entry("redirect-uris-without-wildcard", redirectingTo("https://h/*")),
          Map.entry("redirect-uris-without-response-parameters", redirectingTo("https://h/?code")),
          Map.entry(
              "grant-types-usable",
              VALID.with(Members.GRANT_TYPES, List.of()).with(Members.RESPONSE_TYPES, List.of())),
          Map.entry(
              "response-types-match-grant-types", VALID.with(Members.RESPONSE_TYPES, List.of())),
          Map.entry(
              "one-source-of-keys",
              VALID
                  .with(Members.JWKS, new JsonWebKeySet(List.of(TestKeys.ec("P-256"))))
                  .with(Members.JWKS_URI, "https://client.example.com/jwks")),
          Map.entry(
              "keys-for-private-key-jwt",
              VALID.with(
                  Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.PRIVATE_KEY_JWT)),
          Map.entry(
              "public-keys-only",
              VALID.with(Members.JWKS, new JsonWebKeySet(List.of(TestKeys.key("kty", "oct"))))),
          Map.entry("jwks-uri-fetchable", VALID.with(Members.JWKS_URI, "http://h.example/jwks")),
          Map.entry(
              "asymmetric-signing-algorithm",
              VALID.with(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "HS256")),
          Map.entry(
              "one-tls-subject",
              VALID.with(
                  Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.TLS_CLIENT_AUTH)),
          Map.entry("scope-within-ceiling", VALID.with(Members.SCOPE, Scope.of("admin"))),
          Map.entry(
              "grant-types-allowed",
              VALID.with(
                  Members.GRANT_TYPES,
                  List.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS))),
          Map.entry(
              "response-types-supported",
              VALID.with(
                  Members.RESPONSE_TYPES, List.of(ResponseType.CODE, new ResponseType("token")))),
          Map.entry("pages-on-the-web", VALID.with(Members.LOGO_URI, "data:image/png,x")),
          Map.entry("text-displayable", VALID.with(Members.CLIENT_NAME, "a\u202eb")),
          Map.entry("few-languages", inLanguages(33)),
          Map.entry("contacts-reachable", VALID.with(Members.CONTACTS, List.of("john doe"))),
          Map.entry("mcp-members-bounded", VALID.with(Members.MCP_VERSION, "<b>")));

  /** Rules that only bite by settings or profiles: see TiersTest and NamePoliciesTest. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "auth-method-allowed",
          "client-credentials-confidential",
          "name-not-reserved",
          "known-name-on-known-redirects",
          "pages-on-the-redirect-host",
          "no-approval-needed");

  @Test
  void theValidCandidatePassesThemAll() {
    assertThat(Candidates.violations(VALID)).isEmpty();
  }

  @Test
  void eachRuleStandsInTheTableAboveOrInATestOfItsOwn() {
    assertThat(names())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(REFUSED_BY_ONE.keySet().stream(), ELSEWHERE.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("tabled")
  void withoutEachRuleACandidateWouldPassThatMustNot(String rule) {
    var candidate = REFUSED_BY_ONE.getOrDefault(rule, VALID);
    var others =
        standardRules().stream()
            .filter(other -> other.mode() != PolicyMode.WARN && !other.name().equals(rule))
            .toList();

    var withIt = Candidates.violations(candidate);
    var withoutIt = Candidates.violations(candidate, Candidates.STANDARD, others);

    assertThat(withIt).hasSize(1);
    assertThat(withoutIt).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnceInTheOrderOfTheRules() {
    var candidate =
        redirectingTo("http://h.example/cb#")
            .with(Members.CLIENT_NAME, "\u0007")
            .with(Members.TOS_URI, "javascript:alert(1)");

    assertThat(Candidates.violations(candidate))
        .extracting(Violation::field)
        .containsExactly("redirect_uris[0]", "redirect_uris[0]", "tos_uri", "client_name");
  }

  @Test
  void adviceIsPlainAsciiThatAnErrorDescriptionMayHold() {
    for (var candidate : REFUSED_BY_ONE.values()) {
      assertThat(Candidates.violations(candidate))
          .extracting(Violation::advice)
          .allMatch(advice -> advice.matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+"));
    }
  }

  private static List<String> names() {
    return standardRules().stream().map(Rule::name).toList();
  }

  private static List<String> tabled() {
    return names().stream().filter(REFUSED_BY_ONE::containsKey).toList();
  }

  private static ClientMetadata inLanguages(int count) {
    var metadata = VALID;
    for (int i = 0; i < count; i++) {
      metadata = metadata.with(new Localized(Members.CLIENT_NAME, "x-" + i, "name"));
    }
    return metadata;
  }
}
