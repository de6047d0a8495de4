package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.redirectingTo;
import static io.roster.core.policy.Candidates.standardRules;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.key.JsonWebKeySet;
import io.roster.core.key.TestKeys;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardPoliciesTest {
  /** For each rule a candidate that this rule alone refuses. */
  private static final Map<String, ClientMetadata> REFUSED_BY_ONE =
      Map.ofEntries(
          Map.entry("RedirectUrisPresent", redirectingTo()),
          Map.entry("RedirectUrisWellFormed", redirectingTo("/cb")),
          Map.entry("RedirectUriTransport", redirectingTo("http://h.example/cb")),
          Map.entry("RedirectUrisWithoutFragment", redirectingTo("https://h/cb#")),
          Map.entry("RedirectUrisWithoutUserinfo", redirectingTo("https://u@h/cb")),
          Map.entry("RedirectUrisWithoutWildcard", redirectingTo("https://h/*")),
          Map.entry("RedirectUrisWithoutResponseParameters", redirectingTo("https://h/?code")),
          Map.entry(
              "GrantTypesUsable",
              VALID.with(Members.GRANT_TYPES, List.of()).with(Members.RESPONSE_TYPES, List.of())),
          Map.entry("ResponseTypesMatchGrantTypes", VALID.with(Members.RESPONSE_TYPES, List.of())),
          Map.entry(
              "OneSourceOfKeys",
              VALID
                  .with(Members.JWKS, new JsonWebKeySet(List.of(TestKeys.ec("P-256"))))
                  .with(Members.JWKS_URI, "https://client.example.com/jwks")),
          Map.entry(
              "KeysForPrivateKeyJwt",
              VALID.with(
                  Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.PRIVATE_KEY_JWT)),
          Map.entry(
              "PublicKeysOnly",
              VALID.with(Members.JWKS, new JsonWebKeySet(List.of(TestKeys.key("kty", "oct"))))),
          Map.entry("JwksUriFetchable", VALID.with(Members.JWKS_URI, "http://h.example/jwks")),
          Map.entry(
              "AsymmetricSigningAlgorithm",
              VALID.with(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "HS256")),
          Map.entry(
              "OneTlsSubject",
              VALID.with(
                  Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.TLS_CLIENT_AUTH)),
          Map.entry("ScopeTokensWellFormed", VALID.with(Members.SCOPE, Scope.of("a\"b"))),
          Map.entry("PagesOnTheWeb", VALID.with(Members.LOGO_URI, "data:image/png,x")),
          Map.entry("TextDisplayable", VALID.with(Members.CLIENT_NAME, "a\u202eb")),
          Map.entry("FewLanguages", inLanguages(33)),
          Map.entry("ContactsReachable", VALID.with(Members.CONTACTS, List.of("john doe"))),
          Map.entry("McpMembersBounded", VALID.with(Members.MCP_VERSION, "<b>")));

  @Test
  void theValidCandidatePassesThemAll() {
    assertThat(Candidates.violations(VALID)).isEmpty();
  }

  @Test
  void eachRuleStandsInTheTableBelowOnce() {
    assertThat(standardRules())
        .extracting(StandardPoliciesTest::nameOf)
        .containsExactlyInAnyOrderElementsOf(REFUSED_BY_ONE.keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void withoutEachRuleACandidateWouldPassThatMustNot(String rule) {
    var candidate = new Candidate(REFUSED_BY_ONE.getOrDefault(rule, VALID));
    Predicate<RegistrationPolicy> others = policy -> !nameOf(policy).equals(rule);

    var withIt = RegistrationPolicy.all(standardRules()).check(candidate);
    var withoutIt =
        RegistrationPolicy.all(standardRules().stream().filter(others).toList()).check(candidate);

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

  private static List<String> rules() {
    return standardRules().stream().map(StandardPoliciesTest::nameOf).toList();
  }

  private static String nameOf(RegistrationPolicy rule) {
    return rule.getClass().getSimpleName();
  }

  private static ClientMetadata inLanguages(int count) {
    var metadata = VALID;
    for (int i = 0; i < count; i++) {
      metadata = metadata.with(new Localized(Members.CLIENT_NAME, "x-" + i, "name"));
    }
    return metadata;
  }
}
