package io.roster.core.policy.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.profile.KnownClients;
import io.roster.core.settings.RegistrationSettings;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and pages that could deceive, R65, R66 and 6.7 of the requirements. */
class NamePoliciesTest {
  private static final String EVIL = "https://evil.example/cb";
  private static final RegistrationPolicy RESERVED =
      new NameNotReserved(Set.of("Acme", "Blue Moon"));
  private static final RegistrationPolicy KNOWN =
      new KnownNameOnKnownRedirects(KnownClients.some());
  private static final RegistrationPolicy PAGES = new PagesOnTheRedirectHost(KnownClients.some());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme",
        "ACME",
        "\u0410cme",
        "Acrne",
        "Official Acme App",
        "acme-login",
        "A\u200bcme",
        "BlueMoon",
        "blue_moon",
        "The B1ue Moon"
      })
  void aReservedNameIsNobodysElse(String name) {
    assertThat(fields(RESERVED, named(name))).containsExactly("client_name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acmetric", "Placme", "Blue Sky", "Full Moon", "Cursor"})
  void aReservedNameWithinAWordIsAnother(String name) {
    assertThat(RESERVED.check(candidate(named(name)))).isEmpty();
  }

  @Test
  void aReservedNameIsFoundInEveryLanguage() {
    var metadata = named("Printer").with(new Localized(Members.CLIENT_NAME, "fr", "Acme"));

    assertThat(fields(RESERVED, metadata)).containsExactly("client_name#fr");
  }

  @Test
  void nothingIsReservedUnlessTheOperatorSaysSo() {
    assertThat(new NameNotReserved(Set.of("", " -")).check(candidate(named("-")))).isEmpty();
  }

  @Test
  void aKnownNameOnAForeignHostIsRefusedByName() {
    var metadata = named("\u0421laude").with(new Localized(Members.CLIENT_NAME, "de", "Cursor"));

    var violations = KNOWN.check(candidate(metadata));

    assertThat(violations)
        .extracting(Violation::field)
        .containsExactly("client_name", "client_name#de");
    assertThat(violations.getFirst().advice()).startsWith("use a name of your own, or");
  }

  @Test
  void aKnownSoftwareIdOnAForeignHostIsRefused() {
    var metadata = named("Printer").with(Members.SOFTWARE_ID, "cursor-editor");

    assertThat(fields(KNOWN, metadata)).containsExactly("software_id");
  }

  @Test
  void whoFitsAProfileOrNamesNobodyPasses() {
    var claude = ClientMetadata.redirectingTo("https://claude.ai/cb");

    assertThat(KNOWN.check(candidate(claude.with(Members.CLIENT_NAME, "Claude")))).isEmpty();
    assertThat(KNOWN.check(candidate(named("Printer")))).isEmpty();
    assertThat(KNOWN.check(candidate(ClientMetadata.EMPTY))).isEmpty();
  }

  @Test
  void pagesOnAnotherHostThanTheRedirectsAreTold() {
    var metadata =
        named("Printer")
            .with(Members.CLIENT_URI, "https://EVIL.example/home")
            .with(Members.LOGO_URI, "https://claude.ai/logo.png")
            .with(Members.TOS_URI, "http://evil.example/terms")
            .with(Members.POLICY_URI, "no url")
            .with(new Localized(Members.CLIENT_URI, "fr", "https://bank.example/"));

    assertThat(fields(PAGES, metadata)).containsExactly("logo_uri", "tos_uri", "client_uri#fr");
  }

  @Test
  void pagesOfProgramsAndOfKnownApplicationsAreTheirOwn() {
    var program = ClientMetadata.redirectingTo("http://127.0.0.1/cb", "app.example:/cb");
    var known =
        ClientMetadata.redirectingTo("https://www.cursor.com/cb")
            .with(Members.CLIENT_NAME, "Cursor");

    assertThat(fields(PAGES, program.with(Members.CLIENT_URI, "https://github.com/x"))).isEmpty();
    assertThat(fields(PAGES, known.with(Members.CLIENT_URI, "https://cursor.example/"))).isEmpty();
  }

  private static ClientMetadata named(String name) {
    return ClientMetadata.redirectingTo(EVIL).with(Members.CLIENT_NAME, name);
  }

  private static List<String> fields(RegistrationPolicy policy, ClientMetadata metadata) {
    return policy.check(candidate(metadata)).stream().map(Violation::field).toList();
  }

  private static Candidate candidate(ClientMetadata metadata) {
    var settings = RegistrationSettings.standard(URI.create("https://as.example"));
    return new Candidate(metadata, Origin.OPEN, settings.tier(Tier.OPEN));
  }
}
