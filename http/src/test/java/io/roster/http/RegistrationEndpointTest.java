package io.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.access.InitialAccess;
import io.roster.core.json.Json;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationEndpointTest {
  private final Protocol protocol = new Protocol();

  @Test
  void aValidRequestIsAnsweredWith201AndStored() {
    var reply = protocol.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(reply.headers()).containsEntry("Pragma", "no-cache");
    assertThat(protocol.clients()).isEqualTo(1);
  }

  @Test
  void aPublicClientGetsNeitherSecretNorExpiry() {
    var client = protocol.register(Protocol.PUBLIC_CLIENT);

    assertThat(client.values()).doesNotContainKeys("client_secret", "client_secret_expires_at");
  }

  @Test
  void aSecretComesWithItsExpiry() {
    var client = protocol.register(Protocol.CONFIDENTIAL_CLIENT);

    assertThat(client.text("client_secret").orElseThrow()).hasSize(43);
    assertThat(client.whole("client_secret_expires_at").orElseThrow())
        .isEqualTo(client.whole("client_id_issued_at").orElseThrow() + 90 * 86_400L);
  }

  @Test
  void nothingAbsentIsWrittenAsNullOrEmpty() {
    var client = protocol.register(Protocol.CONFIDENTIAL_CLIENT);

    assertThat(client.values().values()).doesNotContain(Json.NULL, Json.of(""));
  }

  @Test
  void theConfigurationUriIsTheIssuersAndHoldsTheId() {
    var client = protocol.register(Protocol.PUBLIC_CLIENT);

    assertThat(client.text("registration_client_uri"))
        .contains("https://as.example/oauth/register/" + client.text("client_id").orElseThrow());
  }

  @Test
  void whatTheClientWantsToDecideForTheServerIsNotHeard() {
    var client =
        protocol.register(
            """
            {"client_id":"mine","client_secret":"mine","client_id_issued_at":1,
             "registration_access_token":"mine","skip_consent":true,
             "redirect_uris":["https://app.example/cb"]}""");

    assertThat(client.text("client_id").orElseThrow()).isNotEqualTo("mine");
    assertThat(client.text("client_secret").orElseThrow()).isNotEqualTo("mine");
    assertThat(client.whole("client_id_issued_at").orElseThrow()).isNotEqualTo(1);
    assertThat(client.values()).doesNotContainKey("skip_consent");
  }

  @Test
  void aRefusalNamesTheFieldAndSaysWhatToChange() {
    var reply = protocol.answer(FakeCall.post("{\"redirect_uris\":[\"http://app.example/cb\"]}"));

    assertThat(reply.status()).isEqualTo(400);
    var error = reply.body().orElseThrow();
    assertThat(error.text("error")).contains("invalid_redirect_uri");
    assertThat(error.text("error_description").orElseThrow()).startsWith("redirect_uris[0]: use");
    assertThat(protocol.clients()).isZero();
  }

  @Test
  void violationsPastTheEighthAreCountedOnly() {
    var many =
        IntStream.range(0, 13).mapToObj(i -> "\"x" + i + "\"").collect(Collectors.joining(","));

    var reply = protocol.answer(FakeCall.post("{\"redirect_uris\":[" + many + "]}"));

    assertThat(reply.body().orElseThrow().text("error_description").orElseThrow())
        .contains("redirect_uris[7]")
        .doesNotContain("redirect_uris[8]")
        .endsWith("and 5 more");
  }

  @Test
  void aDescriptionNeverRepeatsWhatWasSent() {
    var reply =
        protocol.answer(
            FakeCall.post("{\"redirect_uris\":[\"https://host/\\u00fc\\\"#<script>\"]}"));

    assertThat(reply.body().orElseThrow().text("error_description").orElseThrow())
        .matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+")
        .doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "5",
        "{",
        "{}x",
        "{} {}",
        "{'a':1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":NaN}",
        "{/**/}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\u0001\"}",
        "\ufeff{}",
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    var reply = protocol.answer(FakeCall.post(body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().orElseThrow().text("error")).contains("invalid_client_metadata");
  }

  @Test
  void brokenUtf8IsRefused() {
    var broken = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

    assertThat(protocol.answer(FakeCall.post("").body(broken)).status()).isEqualTo(400);
  }

  @Test
  void deepNestingIsRefusedBeforeItHurts() {
    var deep = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

    assertThat(protocol.answer(FakeCall.post(deep)).status()).isEqualTo(400);
  }

  @Test
  void aBodyOfMoreThan64KilobytesIsTooLarge() {
    var reply = protocol.answer(FakeCall.post("{\"x\":\"" + "y".repeat(66_000) + "\"}"));

    assertThat(reply.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void onlyJsonIsAccepted(String mediaType) {
    var call = FakeCall.post(Protocol.PUBLIC_CLIENT).header("Content-Type", mediaType);

    assertThat(protocol.answer(call).status()).isEqualTo(415);
    assertThat(protocol.clients()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON;x=y"})
  void parametersOfTheMediaTypeDoNotMatter(String mediaType) {
    var call = FakeCall.post(Protocol.PUBLIC_CLIENT).header("Content-Type", mediaType);

    assertThat(protocol.answer(call).status()).isEqualTo(201);
  }

  @Test
  void theAliasRegistersToo() {
    var call =
        FakeCall.of("POST", "/register")
            .header("Content-Type", "application/json")
            .body(Protocol.PUBLIC_CLIENT);

    assertThat(protocol.answer(call).status()).isEqualTo(201);
  }

  @Test
  void closedRegistrationLetsNobodyIn() {
    var closed = new Routes(protocol.roster, InitialAccess.closed(), Map.of());

    var reply = closed.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(protocol.clients()).isZero();
  }
}
