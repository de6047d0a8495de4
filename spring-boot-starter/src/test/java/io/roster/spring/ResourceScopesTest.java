package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.roster.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A server that knows its resources and takes offline_access seriously: P15, P16, P19, P20. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "roster.default-scope=read write files:read files:write",
      "roster.offline-access=required",
      "roster.resources[0].uri=https://files.example/mcp",
      "roster.resources[0].name=Files",
      "roster.resources[0].scope=files:read files:write",
      "roster.resources[0].default-scope=files:read",
      "roster.resources[1].uri=https://notes.example/mcp"
    })
class ResourceScopesTest {
  private static final String FILES = "https://files.example/mcp";

  @LocalServerPort private int port;
  private Flow flow;
  private String client;

  @BeforeEach
  void start() {
    flow = new Flow(port);
    client = flow.registerPublic();
  }

  @Test
  void anUnknownResourceIsRefused() {
    for (var unknown : List.of("https://files.example", "https://other.example/mcp")) {
      var request = Flow.request(client).with("resource", unknown);
      assertThat(Http.answer(flow.authorize(flow.alice(), request)).get("error"))
          .isEqualTo("invalid_target");
    }
  }

  @Test
  void theDefaultIsTheResourcesAndTheAudienceIsSpelledAsItIsKnown() throws Exception {
    var tokens = tokens("HTTPS://Files.example:443/mcp/", "");

    assertThat(tokens.text("scope").orElseThrow()).isEqualTo("files:read offline_access");
    var token = SignedJWT.parse(tokens.text("access_token").orElseThrow());
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(FILES);
    assertThat(tokens.text("refresh_token")).isPresent();
  }

  @Test
  void whatIsAskedIsNarrowedToTheResource() {
    assertThat(tokens(FILES, "read files:write").text("scope").orElseThrow())
        .isEqualTo("files:write");
    assertThat(tokens("https://notes.example/mcp", "read files:read").text("scope").orElseThrow())
        .isEqualTo("read files:read");
  }

  @Test
  void withoutOfflineAccessThereIsNoRefreshToken() {
    assertThat(tokens(FILES, "files:write").text("refresh_token")).isEmpty();
    var stays = tokens(FILES, "files:write offline_access");
    assertThat(stays.text("refresh_token")).isPresent();
    assertThat(stays.text("scope").orElseThrow()).isEqualTo("files:write offline_access");
  }

  @Test
  void offlineAccessIsListed() {
    var metadata = Http.json(flow.program.get("/.well-known/oauth-authorization-server"));

    assertThat(metadata.values().get("scopes_supported"))
        .isEqualTo(
            Json.ofTexts(List.of("read", "write", "files:read", "files:write", "offline_access")));
  }

  private Json.Members tokens(String resource, String scope) {
    var fresh = flow.registerPublic();
    var request = Flow.request(fresh).with("resource", resource);
    var asked = scope.isEmpty() ? request : request.with("scope", scope);
    return Http.json(flow.token(Flow.redeeming(fresh, flow.code(flow.alice(), asked))));
  }
}
