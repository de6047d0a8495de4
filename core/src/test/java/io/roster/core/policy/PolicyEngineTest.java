package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.redirectingTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.Violation;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyEngineTest {
  private static final RegistrationSettings STANDARD = Candidates.STANDARD;

  @Test
  void whatBreaksNoRuleStaysAsItIs() {
    var judgment = judge(VALID, STANDARD);

    assertThat(judgment).isEqualTo(new Judgment(VALID, List.of()));
    assertThat(judgment.isRejected()).isFalse();
    assertThat(judgment.isHeld()).isFalse();
  }

  @Test
  void grantsScopesAndResponseTypesAreNarrowedAndTheFindingsSaySo() {
    var greedy =
        VALID
            .with(
                Members.GRANT_TYPES,
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS))
            .with(Members.RESPONSE_TYPES, List.of(ResponseType.CODE, new ResponseType("token")))
            .with(Members.SCOPE, Scope.of("admin read"));

    var judgment = judge(greedy, STANDARD);

    assertThat(judgment.metadata()).isEqualTo(VALID);
    assertThat(judgment.findings())
        .extracting(Finding::rule, Finding::mode)
        .containsExactly(
            tuple("grant-types-allowed", PolicyMode.COERCE),
            tuple("response-types-supported", PolicyMode.COERCE),
            tuple("scope-within-ceiling", PolicyMode.COERCE));
    assertThat(judgment.findings().getFirst().violations())
        .extracting(Violation::field)
        .containsExactly("grant_types[1]");
  }

  @Test
  void aRuleThatCoercesCanBeToldToReject() {
    var settings = in("scope-within-ceiling", PolicyMode.REJECT);

    var judgment = judge(VALID.with(Members.SCOPE, Scope.of("admin read")), settings);

    assertThat(judgment.isRejected()).isTrue();
  }

  @Test
  void redirectUrisAreStrippedWhereTheOperatorWantsIt() {
    var settings = in("redirect-uri-transport", PolicyMode.STRIP);

    var judgment = judge(redirectingTo("http://a.example/", "https://b.example/"), settings);

    assertThat(judgment.isRejected()).isFalse();
    assertThat(judgment.metadata()).isEqualTo(redirectingTo("https://b.example/"));
    assertThat(judgment.findings())
        .containsExactly(
            new Finding(
                "redirect-uri-transport",
                PolicyMode.STRIP,
                List.of(
                    Violation.redirectUri(
                        0, "use https; http is for localhost, 127.0.0.1 and [::1] only"))));
  }

  @Test
  void strippingEveryRedirectUriLeavesNothingToRegister() {
    var settings = in("redirect-uri-transport", PolicyMode.STRIP);

    var judgment = judge(redirectingTo("http://a.example/"), settings);

    assertThat(judgment.isRejected()).isTrue();
    assertThat(judgment.findings())
        .extracting(Finding::rule)
        .containsExactly("redirect-uri-transport", "redirect-uris-present");
  }

  @ParameterizedTest
  @CsvSource({
    "redirect-uris-well-formed, /cb",
    "redirect-uris-without-fragment, https://a.example/#x",
    "redirect-uris-without-userinfo, https://me@a.example/",
    "redirect-uris-without-wildcard, https://a.example/*",
    "redirect-uris-without-response-parameters, https://a.example/?code=1"
  })
  void everyRuleOverRedirectUrisCanStrip(String rule, String bad) {
    var good = "https://b.example/";

    var judgment = judge(redirectingTo(bad, good), in(rule, PolicyMode.STRIP));

    assertThat(judgment.metadata()).isEqualTo(redirectingTo(good));
    assertThat(judgment.isRejected()).isFalse();
  }

  @Test
  void badMembersAreStrippedAndTheGoodOnesStay() {
    var settings =
        STANDARD.withPolicies(
            PolicySettings.standard()
                .with("pages-on-the-web", PolicyMode.STRIP)
                .with("contacts-reachable", PolicyMode.STRIP)
                .with("few-languages", PolicyMode.STRIP)
                .with("mcp-members-bounded", PolicyMode.STRIP));
    var messy =
        VALID
            .with(Members.CLIENT_URI, "javascript:alert(1)")
            .with(Members.TOS_URI, "https://a.example/tos")
            .with(new Localized(Members.LOGO_URI, "de", "data:image/png,x"))
            .with(Members.CONTACTS, List.of("nobody", "me@a.example"))
            .with(Members.MCP_VERSION, "<b>");

    var judgment = judge(messy, settings);

    assertThat(judgment.isRejected()).isFalse();
    assertThat(judgment.metadata())
        .isEqualTo(
            VALID
                .with(Members.TOS_URI, "https://a.example/tos")
                .with(Members.CONTACTS, List.of("me@a.example")));
  }

  @ParameterizedTest
  @EnumSource(
      value = PolicyMode.class,
      names = {"HOLD", "WARN"})
  void aSoftRuleCanLetPassWhatItSees(PolicyMode mode) {
    var client = VALID.with(Members.CONTACTS, List.of("nobody"));

    var judgment = judge(client, in("contacts-reachable", mode));

    assertThat(judgment.isRejected()).isFalse();
    assertThat(judgment.isHeld()).isEqualTo(mode == PolicyMode.HOLD);
    assertThat(judgment.metadata()).isEqualTo(client);
    assertThat(judgment.findings()).extracting(Finding::mode).containsExactly(mode);
  }

  @Test
  void noSettingLetsACleartextRedirectPass() {
    for (var mode : List.of(PolicyMode.COERCE, PolicyMode.HOLD, PolicyMode.WARN)) {
      assertThatThrownBy(() -> judge(VALID, in("redirect-uri-transport", mode)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("roster.policy.modes.redirect-uri-transport must be reject or strip");
    }
  }

  @Test
  void aModeOfNoRuleIsRefused() {
    assertThatThrownBy(() -> judge(VALID, in("redirect-uri-transports", PolicyMode.STRIP)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("roster.policy.modes.redirect-uri-transports names no rule; ");
  }

  @Test
  void aRuleMayBeNamedWithoutDashes() {
    var settings = in("contactsreachable", PolicyMode.WARN);

    var judgment = judge(VALID.with(Members.CONTACTS, List.of("nobody")), settings);

    assertThat(judgment.isRejected()).isFalse();
  }

  /** A rule such as a user writes. */
  private static final class NoBeta implements RegistrationPolicy {
    @Override
    public List<Violation> check(Candidate candidate) {
      return candidate.metadata().clientName().filter(name -> name.contains("beta")).stream()
          .map(name -> Violation.metadata(Members.CLIENT_NAME, "leave beta out"))
          .toList();
    }
  }

  @Test
  void aRuleOfTheUsersIsCalledByItsClassAndCanBeInEveryModeThatFits() {
    var beta = VALID.with(Members.CLIENT_NAME, "beta");

    var rejected = judge(beta, STANDARD, new NoBeta());
    var held = judge(beta, in("no-beta", PolicyMode.HOLD), new NoBeta());

    assertThat(rejected.findings()).extracting(Finding::rule).containsExactly("no-beta");
    assertThat(rejected.isRejected()).isTrue();
    assertThat(held.isHeld()).isTrue();
  }

  @Test
  void aRuleWithoutAClassIsACustomRule() {
    RegistrationPolicy lambda =
        candidate -> List.of(Violation.metadata("client_id", "never comes in"));

    assertThat(judge(VALID, STANDARD, lambda).findings())
        .extracting(Finding::rule)
        .containsExactly("custom-rule");
  }

  private static RegistrationSettings in(String rule, PolicyMode mode) {
    return STANDARD.withPolicies(PolicySettings.standard().with(rule, mode));
  }

  private static Judgment judge(
      ClientMetadata metadata, RegistrationSettings settings, RegistrationPolicy... own) {
    var candidate = new Candidate(metadata, Origin.OPEN, settings.tier(Tier.OPEN));
    return PolicyEngine.of(settings, List.of(own), Profiles.none()).judge(candidate);
  }
}
