package io.roster.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.Roster;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.metadata.Violation.Code;
import io.roster.core.registration.RegistrationOutcome.Rejected;
import io.roster.core.statement.Verdict;
import io.roster.core.store.StoreUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Software statements, RFC 7591 section 2.3, whoever verifies them. */
class StatementsTest {
  private static final ClientMetadata CLAIMS =
      ClientMetadata.EMPTY
          .with(Members.CLIENT_NAME, "Vouched for")
          .with(Members.SOFTWARE_ID, "software-1")
          .with(Members.SOFTWARE_STATEMENT, "a statement in a statement");

  private final ObservedRoster observed = ObservedRoster.believing(StatementsTest::verdict);

  private static Verdict verdict(String statement) {
    return switch (statement) {
      case "good" -> new Verdict.Trusted("https://issuer.example", CLAIMS);
      case "late" -> new Verdict.Unavailable();
      case "strange" -> new Verdict.Unapproved("use a statement of an issuer we trust");
      default -> new Verdict.Invalid("sign the statement");
    };
  }

  @Test
  void claimsTakePrecedenceAndTheStatementIsToldAsItCame() {
    var client =
        observed
            .register(
                "redirect_uris",
                List.of(ObservedRoster.REDIRECT),
                "client_name",
                "Something else",
                "client_name#de",
                "Etwas anderes",
                "software_statement",
                "good")
            .client();

    assertThat(client.metadata().clientName()).contains("Vouched for");
    assertThat(client.metadata().localized()).isEmpty();
    assertThat(client.metadata().get(Members.SOFTWARE_ID)).contains("software-1");
    assertThat(client.metadata().get(Members.SOFTWARE_STATEMENT)).contains("good");
    assertThat(client.origin().tier()).isEqualTo(Tier.STATEMENT);
    assertThat(client.origin().statementIssuer()).contains("https://issuer.example");
  }

  @Test
  void whatTheStatementDoesNotClaimTheClientMaySay() {
    var client =
        observed
            .register(
                "redirect_uris",
                List.of(ObservedRoster.REDIRECT),
                "tos_uri#de",
                "https://client.example.com/agb",
                "software_statement",
                "good")
            .client();

    assertThat(client.metadata().localized())
        .containsExactly(new Localized(Members.TOS_URI, "de", "https://client.example.com/agb"));
  }

  @Test
  void aBadStatementIsRefusedByItsOwnCodeAndAllElseIsToldToo() {
    assertThat(codes("bad")).containsExactly(Code.INVALID_SOFTWARE_STATEMENT);
    assertThat(codes("strange")).containsExactly(Code.UNAPPROVED_SOFTWARE_STATEMENT);
    var outcome = rejected("software_statement", "bad", "client_name", "\u0007");
    assertThat(outcome.violations())
        .extracting(Violation::field)
        .containsExactly("software_statement", "redirect_uris", "client_name");
  }

  @Test
  void aStatementWhoseKeysAreNotThereMayBeGoodLater() {
    assertThatThrownBy(() -> codes("late")).isInstanceOf(StoreUnavailableException.class);
    assertThat(observed.store().firstPage(1)).isEmpty();
  }

  @Test
  void anUpdateNeedsTheStatementAgain() {
    var someone =
        observed.register(
            "redirect_uris", List.of(ObservedRoster.REDIRECT), "software_statement", "good");
    var redirects = List.of(ObservedRoster.REDIRECT);

    var without = observed.put(someone, "redirect_uris", redirects);
    var bad = observed.put(someone, "redirect_uris", redirects, "software_statement", "bad");
    var again = observed.put(someone, "redirect_uris", redirects, "software_statement", "good");

    for (var refused : List.of(without, bad)) {
      assertThat(((UpdateOutcome.Rejected) refused).violations())
          .extracting(Violation::code)
          .containsExactly(Code.INVALID_SOFTWARE_STATEMENT);
    }
    assertThat(again).isInstanceOf(UpdateOutcome.Updated.class);
  }

  @Test
  void aPatchCanNotOutweighTheStatement() {
    var someone =
        observed.register(
            "redirect_uris", List.of(ObservedRoster.REDIRECT), "software_statement", "good");

    var patched = observed.patch(someone, "client_name", "Renamed");
    var stripped = observed.patch(someone, "software_statement", Json.NULL);

    assertThat(((UpdateOutcome.Updated) patched).client().metadata().clientName())
        .contains("Vouched for");
    assertThat(stripped).isInstanceOf(UpdateOutcome.Rejected.class);
  }

  @Test
  void whereStatementsDoNotCountTheyAreIgnored() {
    var client =
        ObservedRoster.standard()
            .register(
                "redirect_uris", List.of(ObservedRoster.REDIRECT), "software_statement", "bad")
            .client();

    assertThat(client.metadata().get(Members.SOFTWARE_STATEMENT)).isEmpty();
    assertThat(client.origin().tier()).isEqualTo(Tier.OPEN);
  }

  @Test
  void whoWasVouchedForCanNotShedTheStatementWhenItsIssuerIsTrustedNoMore() {
    var someone =
        observed.register(
            "redirect_uris", List.of(ObservedRoster.REDIRECT), "software_statement", "good");
    var later = Roster.builder(observed.roster().settings()).clients(observed.store()).build();
    var update = new ClientUpdate.Merge(Bodies.members("client_name", "Bank"));

    var outcome = later.registrar().update(observed.access(someone), update);

    assertThat(((UpdateOutcome.Rejected) outcome).violations())
        .extracting(Violation::code)
        .containsExactly(Code.UNAPPROVED_SOFTWARE_STATEMENT);
    assertThat(observed.stored(someone).metadata().clientName()).contains("Vouched for");
  }

  private List<Code> codes(String statement) {
    return rejected(
            "redirect_uris", List.of(ObservedRoster.REDIRECT), "software_statement", statement)
        .violations()
        .stream()
        .map(Violation::code)
        .toList();
  }

  private Rejected rejected(Object... body) {
    return (Rejected)
        observed.roster().registrar().register(ObservedRoster.metadata(Bodies.members(body)));
  }
}
