package io.roster.core.registration;

import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.ObservedRoster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.metadata.ApplicationType;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.settings.LifeCycleSettings;
import io.roster.core.settings.Limits;
import io.roster.core.settings.PolicySettings;
import io.roster.core.settings.RedirectSchemes;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.uri.RedirectUri;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmendmentsTest {
  private static final GrantType DEVICE_CODE =
      new GrantType("urn:ietf:params:oauth:grant-type:device_code");
  private static final ClientMetadata LEAST = ClientMetadata.redirectingTo(REDIRECT);

  @Test
  void whatIsLeftOutIsFilledInAsTheRfcSays() {
    var amended = amended(LEAST);

    assertThat(amended.get(Members.TOKEN_ENDPOINT_AUTH_METHOD))
        .contains(TokenEndpointAuthMethod.CLIENT_SECRET_BASIC);
    assertThat(amended.grantTypes()).containsExactly(GrantType.AUTHORIZATION_CODE);
    assertThat(amended.responseTypes()).containsExactly(ResponseType.CODE);
    assertThat(amended.get(Members.APPLICATION_TYPE)).contains(ApplicationType.WEB);
    assertThat(amended.scope().text()).isEqualTo("read write");
  }

  @Test
  void theReferencesOwnMembersAreFilledInToo() {
    var amended = amended(LEAST);

    assertThat(amended.get(Members.CODE_CHALLENGE_METHOD)).contains("S256");
    assertThat(amended.get(Members.MCP_VERSION)).contains("2024-11-05");
    assertThat(amended.get(Members.MCP_CAPABILITIES))
        .contains(List.of("resources", "tools", "prompts"));
  }

  @Test
  void whatTheClientSaysStands() {
    var asked =
        LEAST
            .with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.NONE)
            .with(Members.APPLICATION_TYPE, ApplicationType.NATIVE)
            .with(Members.MCP_VERSION, "2026-07-28")
            .with(Members.MCP_CAPABILITIES, List.of());

    var amended = amended(asked);

    assertThat(asked.toJson().values().entrySet()).isSubsetOf(amended.toJson().values().entrySet());
  }

  @Test
  void plainChallengesAreNeverGranted() {
    var amended = amended(LEAST.with(Members.CODE_CHALLENGE_METHOD, "plain"));

    assertThat(amended.get(Members.CODE_CHALLENGE_METHOD)).contains("S256");
  }

  @Test
  void theOperatorMayLeaveTheMcpMembersOut() {
    var bare = amended(LEAST, withoutMcp());

    assertThat(bare.get(Members.MCP_VERSION)).isEmpty();
    assertThat(bare.get(Members.MCP_CAPABILITIES)).isEmpty();
  }

  @Test
  void grantsWeDoNotHaveAreDropped() {
    var asked =
        LEAST.with(
            Members.GRANT_TYPES,
            List.of(
                GrantType.AUTHORIZATION_CODE,
                GrantType.REFRESH_TOKEN,
                DEVICE_CODE,
                new GrantType("client_credentials"),
                GrantType.AUTHORIZATION_CODE));

    assertThat(amended(asked).grantTypes())
        .containsExactly(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization_Code", "password", "implicit", ""})
  void noGrantIsGuessed(String grant) {
    var asked = LEAST.with(Members.GRANT_TYPES, List.of(new GrantType(grant)));

    assertThat(amended(asked).grantTypes()).isEmpty();
    assertThat(amended(asked).responseTypes()).isEmpty();
  }

  @Test
  void responseTypesWeDoNotHaveAreDropped() {
    var asked =
        LEAST.with(
            Members.RESPONSE_TYPES,
            List.of(new ResponseType("id_token"), ResponseType.CODE, ResponseType.CODE));

    assertThat(amended(asked).responseTypes()).containsExactly(ResponseType.CODE);
  }

  @Test
  void responseTypesThatWereSentAreNotReplaced() {
    var asked = LEAST.with(Members.RESPONSE_TYPES, List.of(new ResponseType("id_token")));

    assertThat(amended(asked).responseTypes()).isEmpty();
  }

  @Test
  void repeatedRedirectUrisAreKeptOnce() {
    var amended = amended(ClientMetadata.redirectingTo(REDIRECT, "https://b/", REDIRECT));

    assertThat(amended.redirectUris())
        .containsExactly(RedirectUri.of(REDIRECT), RedirectUri.of("https://b/"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://client.example.com/cb,  WEB",
    "http://localhost/cb,            NATIVE",
    "http://127.0.0.1:1/cb,          NATIVE",
    "cursor://app/cb,                NATIVE",
    "http://client.example.com/cb,   WEB"
  })
  void theApplicationTypeIsInferredFromTheRedirectUris(String uri, ApplicationType type) {
    var amended = amended(ClientMetadata.redirectingTo("https://a.example/", uri));

    assertThat(amended.get(Members.APPLICATION_TYPE)).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                      read write",
    "read,                    read",
    "write read,              write read",
    "read admin,              read",
    "openid email profile,    read write",
    "claudeai,                read write",
    "READ,                    read write",
    "'read \"x\"',            read"
  })
  void scopeIsWhatIsAskedAndAllowedOrElseTheDefault(String asked, String granted) {
    assertThat(amended(with(Members.SCOPE, Scope.of(asked))).scope().text()).isEqualTo(granted);
  }

  @Test
  void amendingTwiceChangesNothingMore() {
    var once = amended(LEAST.with(Members.SCOPE, Scope.of("read admin")));

    assertThat(amended(once)).isEqualTo(once);
  }

  private static ClientMetadata amended(ClientMetadata asked) {
    return amended(asked, RegistrationSettings.standard(ObservedRoster.ISSUER));
  }

  private static ClientMetadata amended(ClientMetadata asked, RegistrationSettings settings) {
    return ObservedRoster.with(settings)
        .roster()
        .registrar()
        .examine(asked, Admitted.OPEN)
        .metadata();
  }

  private static <T> ClientMetadata with(Member<T> member, T value) {
    return LEAST.with(member, value);
  }

  private static RegistrationSettings withoutMcp() {
    return new RegistrationSettings(
        ObservedRoster.ISSUER,
        Scope.of("read"),
        Duration.ZERO,
        Duration.ZERO,
        "",
        RedirectSchemes.STRICT,
        Limits.standard(),
        Optional.empty(),
        List.of(),
        PolicySettings.standard(),
        LifeCycleSettings.standard());
  }
}
