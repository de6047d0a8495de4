package io.roster.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.settings.PolicyMode;
import io.roster.testkit.Clients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  @Test
  void aRegistrationNamesTheClientAndWhereItsCodesGo() {
    var client =
        client(
            ClientMetadata.redirectingTo(
                    "https://claude.ai/cb", "http://localhost:1/cb", "cursor://x/cb")
                .with(Members.CLIENT_NAME, "Claude"));

    assertThat(EventLog.line(new ClientEvent.Registered(client, List.of())))
        .isEqualTo(
            "registered "
                + client.id()
                + " \"Claude\", redirects to claude.ai, localhost, cursor:");
  }

  @Test
  void aNameCanNotForgeALine() {
    var client =
        client(
            ClientMetadata.redirectingTo("https://a.example/cb")
                .with(Members.CLIENT_NAME, "x\"\n2026 INFO registered\u001b[2J\u202e\u2028y"));

    assertThat(EventLog.line(new ClientEvent.Registered(client, List.of())))
        .contains("\"x\\\"\\u{a}2026 INFO registered\\u{1b}[2J\\u{202e}\\u{2028}y\"");
  }

  @Test
  void aLongNameIsCut() {
    var client =
        client(
            ClientMetadata.redirectingTo("https://a.example/cb")
                .with(Members.CLIENT_NAME, "\ud83d\ude00".repeat(200)));

    assertThat(EventLog.line(new ClientEvent.Registered(client, List.of())))
        .contains("\"" + "\ud83d\ude00".repeat(80) + "…\"");
  }

  @Test
  void aRefusalNamesTheFieldsAndNotTheirContents() {
    var refused =
        new ClientEvent.RegistrationRejected(
            List.of(
                rejecting(Violation.redirectUri(2, "use https")),
                rejecting(Violation.metadata("client_name#\r\n", "use visible characters only"))));

    assertThat(EventLog.line(refused))
        .isEqualTo(
            "refused a registration: \"redirect_uris[2]\" (some-rule), "
                + "\"client_name#\\u{d}\\u{a}\" (some-rule)");
  }

  @Test
  void aRefusedUpdateNamesTheClientToo() {
    var refused =
        new ClientEvent.UpdateRejected(
            new ClientId("c-1"), List.of(rejecting(Violation.redirectUri(0, "use https"))));

    assertThat(EventLog.line(refused))
        .isEqualTo("refused an update of c-1: \"redirect_uris[0]\" (some-rule)");
  }

  @Test
  void manyFaultsAreCounted() {
    var violations = new ArrayList<>(Collections.nCopies(3, Violation.redirectUri(0, "use https")));
    for (int i = 1; i < 9; i++) {
      violations.add(Violation.redirectUri(i, "use https"));
    }

    assertThat(
            EventLog.line(
                new ClientEvent.RegistrationRejected(
                    List.of(new Finding("some-rule", PolicyMode.REJECT, violations)))))
        .endsWith(" and 4 more");
  }

  @Test
  void noSecretIsToldOfAnUpdateOrDeletion() {
    var client = client(ClientMetadata.redirectingTo("https://a.example/cb"));

    assertThat(EventLog.line(new ClientEvent.Updated(client, client, List.of())))
        .isEqualTo("updated " + client.id() + ", redirects to a.example");
    assertThat(EventLog.line(new ClientEvent.Deleted(client.id(), Ending.DELETED_BY_CLIENT)))
        .isEqualTo("deleted " + client.id() + ", by itself");
  }

  @Test
  void whatIsUnusualAboutARegistrationIsTold() {
    var held =
        new Finding(
            "no-approval-needed",
            PolicyMode.HOLD,
            List.of(Violation.metadata("client_id", "ask for an approval")));
    var client =
        client(ClientMetadata.redirectingTo("https://a.example/cb"))
            .admitted(Origin.byToken(Tier.TOKEN, "it-1"), ClientState.PENDING);

    assertThat(EventLog.line(new ClientEvent.Registered(client, List.of(held))))
        .isEqualTo(
            "registered "
                + client.id()
                + ", redirects to a.example, tier token, by token it-1, waits for approval"
                + "; held by no-approval-needed");
  }

  @Test
  void aDecisionTellsWhatChanged() {
    var client = client(ClientMetadata.redirectingTo("https://a.example/cb"));
    var denied = client.decided(ClientState.DENIED);

    assertThat(EventLog.line(new ClientEvent.Decided(client, denied)))
        .isEqualTo("set " + client.id() + ", redirects to a.example, from active to denied");
  }

  private static Finding rejecting(Violation violation) {
    return Finding.rejecting("some-rule", violation);
  }

  private static Client client(ClientMetadata metadata) {
    var some = Clients.someClient("a");
    return some.updated(metadata, some.secret(), some.registrationToken());
  }
}
