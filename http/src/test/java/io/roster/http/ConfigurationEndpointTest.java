package io.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationEndpointTest {
  private final Protocol protocol = new Protocol();
  private final Json.Members client = protocol.register(Protocol.CONFIDENTIAL_CLIENT);

  @Test
  void readingTellsTheConfigurationAndTheTokenJustPresented() {
    var reply = protocol.answer(Protocol.manage("GET", client));

    assertThat(reply.status()).isEqualTo(200);
    var expected = new LinkedHashMap<>(client.values());
    expected.remove("client_secret");
    expected.remove("client_secret_expires_at");
    assertThat(reply.body().orElseThrow().values()).isEqualTo(expected);
  }

  @Test
  void theSchemeOfTheHeaderIsNotCaseSensitive() {
    var token = client.text("registration_access_token").orElseThrow();

    var reply =
        protocol.answer(Protocol.manage("GET", client).header("Authorization", "bEaReR " + token));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void withoutATokenTheChallengeNamesNoError() {
    var reply = protocol.answer(FakeCall.of("GET", Protocol.pathOf(client)));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"roster\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer wrong", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "Bearer \t"})
  void whatIsNotTheTokenOpensNothing(String authorization) {
    var call = Protocol.manage("GET", client).header("Authorization", authorization);

    var reply = protocol.answer(call);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void anUnknownClientIsAnsweredLikeAWrongToken() {
    var token = client.text("registration_access_token").orElseThrow();
    var unknown = protocol.answer(FakeCall.of("GET", "/oauth/register/mcp-client-0").bearer(token));
    var wrong = protocol.answer(Protocol.manage("GET", client).bearer("wrong"));

    assertThat(unknown).isEqualTo(wrong);
  }

  @Test
  void theTokenOfOneClientDoesNotOpenAnother() {
    var other = protocol.register(Protocol.PUBLIC_CLIENT);
    var call =
        FakeCall.of("GET", Protocol.pathOf(client))
            .bearer(other.text("registration_access_token").orElseThrow());

    assertThat(protocol.answer(call).status()).isEqualTo(401);
  }

  @Test
  void aReplacementLeavesOnlyWhatItNames() {
    var reply = protocol.answer(put("https://app.example/new"));

    assertThat(reply.status()).isEqualTo(200);
    var updated = reply.body().orElseThrow();
    assertThat(updated.values()).doesNotContainKey("client_name");
    assertThat(updated.values())
        .containsEntry("redirect_uris", Json.ofTexts(List.of("https://app.example/new")));
  }

  @Test
  void aMergePatchLeavesTheRestAsItIs() {
    var reply =
        protocol.answer(Protocol.manage("PATCH", client).body("{\"client_name\":\"Renamed\"}"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().orElseThrow().text("client_name")).contains("Renamed");
    assertThat(reply.body().orElseThrow().values())
        .containsEntry("redirect_uris", client.values().get("redirect_uris"));
  }

  @Test
  void aMergePatchRemovesWhatItSetsToNull() {
    var reply = protocol.answer(Protocol.manage("PATCH", client).body("{\"client_name\":null}"));

    assertThat(reply.body().orElseThrow().values()).doesNotContainKey("client_name");
  }

  @Test
  void aPatchHasItsOwnMediaType() {
    var reply =
        protocol.answer(
            Protocol.manage("PATCH", client).header("Content-Type", JsonBody.JSON).body("{}"));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.headers()).containsEntry("Accept-Patch", JsonBody.MERGE_PATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration_access_token",
        "registration_client_uri",
        "client_secret_expires_at",
        "client_id_issued_at"
      })
  void aReplacementMustNotNameWhatOnlyTheServerSets(String name) {
    var body = new LinkedHashMap<String, Json>();
    body.put("client_id", client.values().get("client_id"));
    body.put("redirect_uris", client.values().get("redirect_uris"));
    body.put(name, Json.of("x"));

    var reply = protocol.answer(put(body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().orElseThrow().text("error_description").orElseThrow()).contains(name);
  }

  @Test
  void aReplacementMustNameTheClient() {
    var reply = protocol.answer(put(Map.of("redirect_uris", client.values().get("redirect_uris"))));

    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void aRefusedUpdateChangesNothing() {
    var before = protocol.answer(Protocol.manage("GET", client));

    var reply = protocol.answer(put("javascript:alert(1)"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(protocol.answer(Protocol.manage("GET", client))).isEqualTo(before);
  }

  @Test
  void theTokenIsLookedAtBeforeTheBody() {
    var reply = protocol.answer(Protocol.manage("PUT", client).bearer("wrong").body("{"));

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void becomingConfidentialYieldsASecret() {
    var open = protocol.register(Protocol.PUBLIC_CLIENT);

    var reply =
        protocol.answer(
            Protocol.manage("PATCH", open)
                .body("{\"token_endpoint_auth_method\":\"client_secret_post\"}"));

    assertThat(reply.body().orElseThrow().text("client_secret").orElseThrow()).hasSize(43);
    assertThat(reply.body().orElseThrow().values()).containsKey("client_secret_expires_at");
  }

  @Test
  void deletionIsSilentAndFinal() {
    var reply = protocol.answer(Protocol.manage("DELETE", client));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    for (var method : List.of("GET", "PUT", "PATCH", "DELETE")) {
      assertThat(protocol.answer(Protocol.manage(method, client).body("{}")).status())
          .isEqualTo(401);
    }
  }

  private FakeCall put(String redirectUri) {
    var body = new LinkedHashMap<String, Json>();
    body.put("client_id", client.values().get("client_id"));
    body.put("redirect_uris", Json.ofTexts(List.of(redirectUri)));
    return put(body);
  }

  private FakeCall put(Map<String, Json> body) {
    return Protocol.manage("PUT", client).body(new JacksonJson().write(new Json.Members(body)));
  }
}
