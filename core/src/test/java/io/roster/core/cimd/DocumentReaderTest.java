package io.roster.core.cimd;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Bodies;
import io.roster.core.cimd.DocumentReading.Improper;
import io.roster.core.cimd.DocumentReading.Proper;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C12 to C14, C31, C32. */
class DocumentReaderTest {
  private static final DocumentUrl URL =
      DocumentUrl.parse("https://client.example/client.json").orElseThrow();
  private static final TierSettings TIER =
      RegistrationSettings.standard(URI.create("https://as.example")).tier(Tier.DOCUMENT);

  private final Json.Members document =
      Bodies.members(
          "client_id",
          URL.toString(),
          "client_name",
          "Example",
          "redirect_uris",
          List.of("http://127.0.0.1/callback"));

  @Test
  void theLeastADocumentSaysMakesAPublicClient() {
    assertThat(method(document)).isEqualTo(TokenEndpointAuthMethod.NONE);
    assertThat(proper(document).clientName()).contains("Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://client.example/client.json/",
        "https://client.example:443/client.json",
        "https://CLIENT.example/client.json",
        "https://client.example/other.json"
      })
  void itHasToNameItselfCharacterByCharacter(String other) {
    assertThat(fields(Bodies.with(document, "client_id", other))).containsExactly("client_id");
    assertThat(fields(without("client_id"))).containsExactly("client_id");
    assertThat(fields(Bodies.with(document, "client_id", 7))).containsExactly("client_id");
  }

  @Test
  void nameAndRedirectUrisAreDemanded() {
    assertThat(fields(without("client_name"))).containsExactly("client_name");
    assertThat(fields(Bodies.with(document, "client_name", " "))).containsExactly("client_name");
    assertThat(fields(without("redirect_uris"))).containsExactly("redirect_uris");
    assertThat(fields(Bodies.with(document, "redirect_uris", List.of())))
        .containsExactly("redirect_uris");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret_basic", "client_secret_post", "client_secret_jwt"})
  void aDocumentSharesNoSecret(String method) {
    assertThat(fields(Bodies.with(document, "token_endpoint_auth_method", method)))
        .contains("token_endpoint_auth_method");
    var choice = List.of("none", method);
    var withChoice = Bodies.with(document, "token_endpoint_auth_methods_supported", choice);
    assertThat(method(withChoice)).isEqualTo(TokenEndpointAuthMethod.NONE);
  }

  @Test
  void noSecretStandsInADocument() {
    assertThat(fields(Bodies.with(document, "client_secret", "s")))
        .containsExactly("client_secret");
    assertThat(fields(Bodies.with(document, "client_secret_expires_at", 0)))
        .containsExactly("client_secret_expires_at");
  }

  @Test
  void ofSeveralWaysToAuthenticateTheFirstThatWeHaveIsTaken() {
    var chatGpt =
        Bodies.with(
            Bodies.with(document, "token_endpoint_auth_method", "private_key_jwt"),
            "token_endpoint_auth_methods_supported",
            List.of("none", "private_key_jwt"));
    var publicOnly = TIER.withAuthMethods(Set.of(TokenEndpointAuthMethod.NONE));

    assertThat(method(chatGpt)).isEqualTo(TokenEndpointAuthMethod.PRIVATE_KEY_JWT);
    assertThat(((Proper) new DocumentReader(publicOnly).read(URL, chatGpt)).metadata())
        .extracting(ClientMetadata::tokenEndpointAuthMethod)
        .isEqualTo(TokenEndpointAuthMethod.NONE);
    var unknown = Bodies.with(document, "token_endpoint_auth_method", "attest_jwt_client_auth");
    assertThat(fields(unknown)).containsExactly("token_endpoint_auth_method");
    var choice =
        Bodies.with(unknown, "token_endpoint_auth_methods_supported", List.of("x", 7, "none"));
    assertThat(method(choice)).isEqualTo(TokenEndpointAuthMethod.NONE);
  }

  @Test
  void noStatementIsLookedAtAndAllFaultsAreNamed() {
    var stated = Bodies.with(document, "software_statement", "e30.e30.c2ln");
    var wrong = Bodies.members("client_secret", "s", "contacts", 7);

    assertThat(proper(stated).get(Members.SOFTWARE_STATEMENT)).isEmpty();
    assertThat(fields(wrong))
        .contains("client_id", "client_name", "redirect_uris", "client_secret", "contacts");
  }

  private TokenEndpointAuthMethod method(Json.Members read) {
    return proper(read).tokenEndpointAuthMethod();
  }

  private static ClientMetadata proper(Json.Members read) {
    var reading = new DocumentReader(TIER).read(URL, read);
    assertThat(reading).isInstanceOf(Proper.class);
    return ((Proper) reading).metadata();
  }

  private static List<String> fields(Json.Members read) {
    var reading = new DocumentReader(TIER).read(URL, read);
    assertThat(reading).isInstanceOf(Improper.class);
    return ((Improper) reading).violations().stream().map(Violation::field).toList();
  }

  private Json.Members without(String name) {
    var members = new LinkedHashMap<>(document.values());
    members.remove(name);
    return new Json.Members(members);
  }
}
