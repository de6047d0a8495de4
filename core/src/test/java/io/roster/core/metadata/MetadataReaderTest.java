package io.roster.core.metadata;

import static io.roster.core.Bodies.members;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.roster.core.Bodies;
import io.roster.core.json.Json;
import io.roster.core.metadata.Reading.Malformed;
import io.roster.core.metadata.Reading.Parsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {
  private static final long SEED = 7591;
  private static final Json.Members EVERYTHING =
      members(
          "client_name", "Cli\u00ebnt \u30c6\u30b9\u30c8",
          "client_uri", "https://client.example.com/",
          "logo_uri", "https://client.example.com/logo.png",
          "tos_uri", "https://client.example.com/tos",
          "policy_uri", "https://client.example.com/policy",
          "redirect_uris", List.of("https://client.example.com/cb", "http://[::1]/"),
          "grant_types", List.of("authorization_code", "refresh_token"),
          "response_types", List.of("code"),
          "token_endpoint_auth_method", "private_key_jwt",
          "scope", "read write",
          "contacts", List.of("ops@client.example.com"),
          "jwks_uri", "https://client.example.com/jwks",
          "jwks", Map.of("keys", List.of(Map.of("kty", "RSA"))),
          "software_id", "4NRB1-0XZABZI9E6-5SM3R",
          "software_version", "2.1.0",
          "software_statement", "e30.e30.x",
          "application_type", "web",
          "token_endpoint_auth_signing_alg", "ES256",
          "tls_client_auth_subject_dn", "CN=client",
          "tls_client_auth_san_dns", "client.example.com",
          "tls_client_auth_san_uri", "urn:client",
          "tls_client_auth_san_ip", "192.0.2.1",
          "tls_client_auth_san_email", "c@example.com",
          "tls_client_certificate_bound_access_tokens", true,
          "code_challenge_method", "S256",
          "mcp_version", "2026-07-28",
          "mcp_capabilities", List.of("tools"));

  @Test
  void everyMemberWeKnowIsReadAndWrittenAsItCame() {
    var reading = MetadataReader.read(EVERYTHING);

    assertThat(EVERYTHING.values()).hasSameSizeAs(Members.ALL);
    assertThat(((Parsed) reading).metadata().toJson()).isEqualTo(EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource("everyMember")
  void aMemberOfTheWrongTypeIsNamed(Member<?> member) {
    for (var wrong : valuesOfOtherTypesThan(member)) {
      var reading = MetadataReader.read(members(member.name(), wrong));

      assertThat(violations(reading)).extracting(Violation::field).containsExactly(member.name());
    }
  }

  @ParameterizedTest
  @MethodSource("everyMember")
  void nullAndTheEmptyStringCountAsLeftOut(Member<?> member) {
    for (var blank : List.of(Json.NULL, Json.of(""))) {
      var reading = MetadataReader.read(members(member.name(), blank));

      assertThat(reading).isEqualTo(new Parsed(ClientMetadata.EMPTY));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redirect_uris", "grant_types", "response_types", "contacts", "mcp_capabilities"})
  void everyEntryOfAListIsAString(String name) {
    for (var entry : List.of(Json.NULL, Json.of(1), Json.TRUE, members(), Bodies.json(List.of()))) {
      var reading = MetadataReader.read(members(name, List.of("https://h/", entry)));

      assertThat(violations(reading)).extracting(Violation::field).containsExactly(name);
    }
  }

  @Test
  void redirectUrisOfTheWrongTypeHaveTheirOwnCode() {
    var reading = MetadataReader.read(members("redirect_uris", "https://client.example.com/cb"));

    assertThat(violations(reading))
        .extracting(Violation::code)
        .containsExactly(Violation.Code.INVALID_REDIRECT_URI);
  }

  @Test
  void allTypeErrorsAreCollectedInTheOrderTheyWereSent() {
    var reading =
        MetadataReader.read(
            members("scope", 1, "client_name", true, "x", 1, "tos_uri#fr", 1, "contacts", "me"));

    assertThat(violations(reading))
        .extracting(Violation::field)
        .containsExactly("scope", "client_name", "tos_uri#fr", "contacts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x_number",
        "__proto__",
        "constructor",
        "Client_Name",
        "client_name ",
        "client_id",
        "client_secret",
        "client_id_issued_at",
        "client_secret_expires_at",
        "registration_access_token",
        "registration_client_uri",
        "skip_consent",
        "roles",
        "trusted",
        ""
      })
  void aMemberThatIsNotTheClientsToSetIsIgnoredWhateverItsType(String name) {
    for (var value : List.of(Json.of("x"), Json.of(1), members("a", Json.NULL))) {
      var reading = MetadataReader.read(members(name, value));

      assertThat(reading).isEqualTo(new Parsed(ClientMetadata.EMPTY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_telepathy", "NONE", "None", "client_secret_jwt", " none"})
  void anAuthMethodWeDoNotHaveIsRefused(String method) {
    var reading = MetadataReader.read(members("token_endpoint_auth_method", method));

    assertThat(violations(reading))
        .extracting(Violation::code, Violation::field)
        .containsExactly(
            tuple(Violation.Code.INVALID_CLIENT_METADATA, "token_endpoint_auth_method"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Web", "desktop", "service"})
  void anApplicationTypeWeDoNotKnowIsRefused(String type) {
    assertThat(violations(MetadataReader.read(members("application_type", type)))).hasSize(1);
  }

  @Test
  void keysSentAsAStringAreRefused() {
    var reading = MetadataReader.read(members("jwks", "{\"keys\":[]}"));

    assertThat(violations(reading)).extracting(Violation::field).containsExactly("jwks");
  }

  @Test
  void aKeySetIsAnObjectWithAnArrayOfObjects() {
    for (var keys : List.of(Json.of("foo"), members("kty", "EC"), Bodies.json(List.of("foo")))) {
      assertThat(violations(MetadataReader.read(members("jwks", members("keys", keys)))))
          .hasSize(1);
    }
    assertThat(violations(MetadataReader.read(members("jwks", members())))).hasSize(1);
  }

  @Test
  void noBodyMakesTheReaderThrow() {
    var random = new Random(SEED);
    var names = new ArrayList<>(EVERYTHING.values().keySet());
    names.addAll(List.of("client_name#fr", "client_name#FR", "logo_uri#", "#", "x"));
    for (int i = 0; i < 20_000; i++) {
      var body = new LinkedHashMap<String, Json>();
      for (int left = random.nextInt(6); left > 0; left--) {
        body.put(names.get(random.nextInt(names.size())), anything(random, 3));
      }

      var reading = MetadataReader.read(new Json.Members(body));

      if (reading instanceof Parsed(var metadata)) {
        assertThat(MetadataReader.read(metadata.toJson()))
            .as("seed %d, case %d: %s", SEED, i, body)
            .isEqualTo(reading);
      }
    }
  }

  private static List<Member<?>> everyMember() {
    return Members.ALL;
  }

  private static List<Json> valuesOfOtherTypesThan(Member<?> member) {
    var right = EVERYTHING.values().get(member.name());
    var all =
        List.of(Json.of("x"), Json.of(1), Json.TRUE, Bodies.json(List.of("x")), members("a", "x"));
    return all.stream()
        .filter(value -> right != null && value.getClass() != right.getClass())
        .toList();
  }

  private static Json anything(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> Json.NULL;
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextLong());
      case 3 -> Json.of("");
      case 4 -> Json.of("read write");
      case 5 -> Json.of("\ud800\u0000");
      case 6 -> new Json.Items(List.of(anything(random, depth - 1), anything(random, depth - 1)));
      default -> members("keys", anything(random, depth - 1));
    };
  }

  private static List<Violation> violations(Reading reading) {
    return reading instanceof Malformed(var violations) ? violations : List.of();
  }
}
