package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the MCP clients in use today send when they register, and what they need back. */
@ExtendWith(EndToEnd.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealClientsTest {
  private static final List<String> ARRAYS =
      List.of("redirect_uris", "grant_types", "response_types");

  private final RunningRoster roster;
  private final Browser browser;

  RealClientsTest(RunningRoster roster) {
    this.roster = roster;
    this.browser = new Browser(roster.issuer());
  }

  static Stream<RealClient> clients() throws IOException {
    try (var file = RealClientsTest.class.getResourceAsStream("/e2e/real-clients.json")) {
      return Http.JSON.readTree(file).valueStream().map(RealClient::new);
    }
  }

  /** What one client sends, what it must be granted, and where else it may be redirected. */
  record RealClient(JsonNode entry) {
    JsonNode request() {
      return entry.get("request");
    }

    JsonNode granted() {
      return entry.path("granted");
    }

    Stream<String> redirectUris() {
      return Stream.concat(
              request().get("redirect_uris").valueStream(),
              entry.path("alsoRedirectsTo").valueStream())
          .map(JsonNode::asString);
    }

    @Override
    public String toString() {
      return entry.get("client").asString();
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void theAnswerIsOneThatClientsAccept(RealClient client) {
    var answer = roster.register(client.request()).answer();

    assertThat(answer.get("client_id").isString()).isTrue();
    assertThat(answer.get("redirect_uris")).isEqualTo(client.request().get("redirect_uris"));
    assertThat(ARRAYS).allMatch(name -> answer.get(name).isArray());
    assertThat(answer.properties()).noneMatch(member -> member.getValue().isNull());
    assertThat(answer.get("token_endpoint_auth_method").asString()).isNotEmpty();
    assertSecretFitsTheMethod(answer);
    client
        .granted()
        .properties()
        .forEach(member -> assertThat(answer.get(member.getKey())).isEqualTo(member.getValue()));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyRedirectUriLeadsToTheConsentPage(RealClient client) {
    var clientId = roster.register(client.request()).clientId();

    assertThat(client.redirectUris()).allSatisfy(uri -> assertConsentIsAsked(clientId, uri));
  }

  @Test
  void aKeySetSentAsTextIsRefusedInWords() {
    var goSdk =
        """
        {"client_name":"Go","redirect_uris":["http://localhost:8085/callback"],\
        "token_endpoint_auth_method":"private_key_jwt","jwks":"{\\"keys\\":[]}"}""";

    var reply = Http.send(Http.postJson(roster.at("/oauth/register"), goSdk));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("error").asString()).isEqualTo("invalid_client_metadata");
    assertThat(reply.json().get("error_description").asString()).contains("jwks");
  }

  private void assertConsentIsAsked(String clientId, String redirectUri) {
    var page = browser.openPage(new Authorization(roster, clientId, redirectUri).uri());

    assertThat(page.status()).as(page.html()::text).isEqualTo(200);
    assertThat(page.html().select("form")).isNotEmpty();
    assertThat(page.html().text()).contains(whereTo(redirectUri));
  }

  /** What a person must see of the redirect: its host, or an app's scheme. */
  private static String whereTo(String redirectUri) {
    var uri = URI.create(redirectUri);
    return uri.getScheme().startsWith("http") ? uri.getHost() : uri.getScheme();
  }

  private static void assertSecretFitsTheMethod(JsonNode answer) {
    boolean isPublic = answer.get("token_endpoint_auth_method").asString().equals("none");
    assertThat(answer.has("client_secret")).isNotEqualTo(isPublic);
    assertThat(answer.has("client_secret_expires_at")).isNotEqualTo(isPublic);
    assertThat(answer.path("client_secret_expires_at").asLong(0)).isGreaterThanOrEqualTo(0);
    assertThat(isPublic || answer.get("client_secret_expires_at").isIntegralNumber()).isTrue();
  }
}
