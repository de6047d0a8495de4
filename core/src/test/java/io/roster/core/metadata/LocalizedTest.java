package io.roster.core.metadata;

import static io.roster.core.Bodies.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.json.Json;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTest {
  @ParameterizedTest
  @ValueSource(strings = {"client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri"})
  void whatPeopleReadMayComeInSeveralLanguages(String name) {
    var body = members(name, "https://a/", name + "#fr", "https://b/", name + "#de", "https://c/");

    assertThat(parsed(body).toJson()).isEqualTo(body);
  }

  @Test
  void aValueMayHaveALanguageOnly() {
    var metadata = parsed(members("client_name#fr", "Client"));

    assertThat(metadata.clientName()).isEmpty();
    assertThat(metadata.localized())
        .containsExactly(new Localized(Members.CLIENT_NAME, "fr", "Client"));
  }

  @Test
  void theTagKeepsTheCaseItWasWrittenIn() {
    var body = members("client_name#ja-Jpan-JP", "\u30c6\u30b9\u30c8");

    assertThat(parsed(body).toJson()).isEqualTo(body);
  }

  @Test
  void tagsThatDifferInCaseOnlyNameOneLanguage() {
    var reading = MetadataReader.read(members("tos_uri#fr", "https://a/", "tos_uri#FR", "x"));

    assertThat(reading)
        .isEqualTo(
            new Malformed(
                List.of(Violation.metadata("tos_uri#FR", "send each language only once"))));
  }

  @Test
  void aVariantReplacesTheOneOfItsLanguage() {
    var metadata =
        ClientMetadata.EMPTY
            .with(new Localized(Members.CLIENT_NAME, "fr", "old"))
            .with(new Localized(Members.CLIENT_NAME, "FR", "new"));

    assertThat(metadata.localized())
        .containsExactly(new Localized(Members.CLIENT_NAME, "FR", "new"));
  }

  @Test
  void aVariantIsAString() {
    var reading = MetadataReader.read(members("client_name#ja", 123));

    assertThat(reading)
        .isEqualTo(new Malformed(List.of(Violation.metadata("client_name#ja", "send a string"))));
  }

  @Test
  void nullAndTheEmptyStringCountAsLeftOut() {
    var body = members("client_name#fr", "", "client_name#de", Json.NULL);

    assertThat(parsed(body)).isEqualTo(ClientMetadata.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "software_id#fr",
        "scope#fr",
        "redirect_uris#fr",
        "x#fr",
        "#fr",
        "client_name#",
        "client_name#f r",
        "client_name#fr#de",
        "client_name#-fr",
        "client_name#fr-",
        "client_name#123456789",
        "client_name#fr_FR",
        "Client_Name#fr"
      })
  void anyOtherNameWithAHashIsUnknownAndIgnored(String name) {
    assertThat(parsed(members(name, "x"))).isEqualTo(ClientMetadata.EMPTY);
    assertThat(parsed(members(name, 1))).isEqualTo(ClientMetadata.EMPTY);
  }

  private static ClientMetadata parsed(Json.Members body) {
    return ((Parsed) MetadataReader.read(body)).metadata();
  }
}
