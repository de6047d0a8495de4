package io.roster.core.registration;

import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.client.Client;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome.Gone;
import io.roster.core.registration.UpdateOutcome.Rejected;
import io.roster.core.registration.UpdateOutcome.Updated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatingTest {
  private final ObservedRoster observed = ObservedRoster.standard();
  private final Registered someone =
      observed.register(
          "redirect_uris",
          List.of(REDIRECT),
          "client_name",
          "managed",
          "client_uri",
          "https://client.example.com/",
          "contacts",
          List.of("ops@client.example.com"),
          "grant_types",
          List.of("authorization_code", "refresh_token"),
          "scope",
          "read");

  @Test
  void replacingDeletesWhatIsLeftOut() {
    var client = updated(observed.put(someone, "redirect_uris", List.of("https://b.example/cb")));

    assertThat(client.metadata().toJson().values().keySet())
        .containsExactlyInAnyOrder(
            "redirect_uris",
            "grant_types",
            "response_types",
            "token_endpoint_auth_method",
            "scope",
            "application_type",
            "code_challenge_method",
            "mcp_version",
            "mcp_capabilities");
    assertThat(observed.stored(someone)).isEqualTo(client);
  }

  @Test
  void replacingFillsInTheDefaultsAgain() {
    var metadata = updated(observed.put(someone, "redirect_uris", List.of(REDIRECT))).metadata();

    assertThat(metadata.grantTypes()).hasSize(1);
    assertThat(metadata.scope().text()).isEqualTo("read write");
  }

  @Test
  void replacingWithNullDeletes() {
    var client =
        updated(
            observed.put(someone, "redirect_uris", List.of(REDIRECT), "client_name", Json.NULL));

    assertThat(client.metadata().clientName()).isEmpty();
  }

  @Test
  void mergingKeepsWhatIsLeftOut() {
    var before = someone.client().metadata();

    var client = updated(observed.patch(someone, "client_name", "renamed"));

    assertThat(client.metadata()).isEqualTo(before.with(Members.CLIENT_NAME, "renamed"));
  }

  @Test
  void mergingWithNullDeletes() {
    var client = updated(observed.patch(someone, "contacts", Json.NULL, "scope", Json.NULL));

    assertThat(client.metadata().get(Members.CONTACTS)).isEmpty();
    assertThat(client.metadata().scope().text()).isEqualTo("read write");
  }

  @Test
  void mergingReplacesALanguageWhateverTheCaseOfItsTag() {
    updated(observed.patch(someone, "client_name#fr", "ancien"));

    var client = updated(observed.patch(someone, "client_name#FR", "nouveau"));

    assertThat(client.metadata().toJson().values())
        .containsEntry("client_name#FR", Json.of("nouveau"))
        .doesNotContainKey("client_name#fr");
  }

  @Test
  void theClientKeepsItsIdentityAndItsRevisionGrows() {
    var client = updated(observed.patch(someone, "client_name", "renamed"));

    assertThat(client.id()).isEqualTo(someone.client().id());
    assertThat(client.issuedAt()).isEqualTo(someone.client().issuedAt());
    assertThat(client.secret()).isEqualTo(someone.client().secret());
    assertThat(client.revision()).isEqualTo(2);
  }

  @Test
  void theEventTellsTheClientBeforeAndAfter() {
    var client = updated(observed.patch(someone, "client_name", "renamed"));

    assertThat(observed.events())
        .endsWith(new ClientEvent.Updated(someone.client(), client, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration_access_token",
        "registration_client_uri",
        "client_secret_expires_at",
        "client_id_issued_at"
      })
  void whatOnlyTheServerSetsIsRefused(String name) {
    for (var value : List.of(Json.of("x"), Json.of(1), Json.NULL)) {
      var put = observed.put(someone, "redirect_uris", List.of(REDIRECT), name, value);
      var patch = observed.patch(someone, name, value);

      assertThat(fields(put)).containsExactly(name);
      assertThat(fields(patch)).containsExactly(name);
    }
    assertUnchanged();
  }

  @Test
  void replacingNamesTheClient() {
    var body = Bodies.members("redirect_uris", List.of(REDIRECT));

    for (var id : List.of(Json.NULL, Json.of("other"), Json.of(1), Json.of(""))) {
      var outcome = update(new ClientUpdate.Replace(Bodies.with(body, "client_id", id)));
      assertThat(fields(outcome)).containsExactly("client_id");
    }
    assertThat(fields(update(new ClientUpdate.Replace(body)))).containsExactly("client_id");
    assertUnchanged();
  }

  @Test
  void mergingMayNameTheClient() {
    var id = someone.client().id().value();

    assertThat(observed.patch(someone, "client_id", id)).isInstanceOf(Updated.class);
    assertThat(fields(observed.patch(someone, "client_id", "other"))).containsExactly("client_id");
    assertThat(fields(observed.patch(someone, "client_id", Json.NULL)))
        .containsExactly("client_id");
  }

  @Test
  void theCurrentSecretMayBeSentAlong() {
    var secret = someone.clientSecret().orElseThrow().reveal();

    assertThat(observed.put(someone, "redirect_uris", List.of(REDIRECT), "client_secret", secret))
        .isInstanceOf(Updated.class);
    assertThat(observed.patch(someone, "client_secret", secret)).isInstanceOf(Updated.class);
    assertThat(observed.patch(someone, "client_secret", Json.NULL)).isInstanceOf(Updated.class);
    assertThat(observed.stored(someone).secret()).isEqualTo(someone.client().secret());
  }

  @Test
  void aClientNeverSetsItsSecret() {
    for (var other : List.of(Json.of("mine"), Json.of(""), Json.of(1), Json.TRUE)) {
      assertThat(fields(observed.patch(someone, "client_secret", other)))
          .containsExactly("client_secret");
    }
    assertUnchanged();
  }

  @Test
  void aPublicClientHasNoSecretToSend() {
    var client =
        observed.register("redirect_uris", List.of(REDIRECT), "token_endpoint_auth_method", "none");

    assertThat(fields(observed.patch(client, "client_secret", "x")))
        .containsExactly("client_secret");
  }

  @Test
  void theRulesJudgeTheResultAndNothingIsHalfChanged() {
    var outcome =
        observed.put(
            someone, "client_name", "half", "redirect_uris", List.of("javascript:alert(1)"));

    assertThat(fields(outcome)).containsExactly("redirect_uris[0]");
    assertUnchanged();
  }

  @Test
  void theRedirectUrisCanNotBeDeleted() {
    assertThat(fields(observed.put(someone))).containsExactly("redirect_uris");
    assertThat(fields(observed.patch(someone, "redirect_uris", Json.NULL)))
        .containsExactly("redirect_uris");
    assertUnchanged();
  }

  @Test
  void wrongTypesAreRefused() {
    assertThat(fields(observed.patch(someone, "scope", 1))).containsExactly("scope");
    assertUnchanged();
  }

  @Test
  void aClientThatIsGoneCanNotBeUpdated() {
    var access = observed.access(someone);
    observed.roster().registrar().delete(access);

    var outcome =
        observed
            .roster()
            .registrar()
            .update(access, new ClientUpdate.Merge(Bodies.members("client_name", "zombie")));

    assertThat(outcome).isEqualTo(new Gone());
    assertThat(observed.store().find(someone.client().id())).isEmpty();
  }

  @Test
  void aRefusedUpdateIsReportedWithItsReasons() {
    var outcome = observed.patch(someone, "client_name", Json.of(5));

    var reasons = ((Rejected) outcome).findings();
    assertThat(observed.events())
        .endsWith(new ClientEvent.UpdateRejected(someone.client().id(), reasons));
  }

  private UpdateOutcome update(ClientUpdate update) {
    return observed.roster().registrar().update(observed.access(someone), update);
  }

  private void assertUnchanged() {
    assertThat(observed.stored(someone)).isEqualTo(someone.client());
    assertThat(observed.events()).noneMatch(ClientEvent.Updated.class::isInstance);
  }

  private static Client updated(UpdateOutcome outcome) {
    return ((Updated) outcome).client();
  }

  private static List<String> fields(UpdateOutcome outcome) {
    return ((Rejected) outcome).violations().stream().map(Violation::field).toList();
  }
}
