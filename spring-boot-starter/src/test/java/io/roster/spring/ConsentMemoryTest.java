package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.spring.Http.Form;
import io.roster.spring.consent.Connection;
import io.roster.spring.consent.Connections;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** When a person is asked again, and where an error may send them: T22, T23, 6.8 and 6.19. */
@ServerTest
class ConsentMemoryTest {
  private static final String SITE = "https://client.example/callback";
  private static final String MCP = "https://mcp.example/mcp";

  @LocalServerPort private int port;
  @Autowired private Connections connections;
  private Flow flow;
  private Http alice;

  @BeforeEach
  void start() {
    flow = new Flow(port);
    alice = flow.alice();
  }

  @Test
  void aWebsiteIsAskedForOnce() {
    var site = site(register(SITE));
    flow.allow(alice, site);

    assertThat(Http.answer(flow.authorize(alice, site)).values()).containsKey("code");
    assertThat(Http.answer(flow.authorize(alice, site.with("prompt", "none"))).values())
        .containsKey("code");
    assertThat(flow.authorize(flow.signIn("bob", "builder"), site)).satisfies(this::isAsked);
    assertThat(flow.authorize(alice, site.with("prompt", "consent"))).satisfies(this::isAsked);
  }

  @Test
  void aProgramThatProvesNothingIsAskedForEachTime() {
    var app = Flow.request(flow.registerPublic());
    flow.allow(alice, app);

    assertThat(flow.authorize(alice, app)).satisfies(this::isAsked);
  }

  @Test
  void aProgramWithASecretIsAskedForOnce() {
    var app = Flow.request(id(flow.register()));
    flow.allow(alice, app);

    assertThat(Http.answer(flow.authorize(alice, app)).values()).containsKey("code");
  }

  @Test
  void anotherResourceIsAnotherQuestion() {
    var site = site(register(SITE));
    flow.allow(alice, site.with("resource", MCP));

    assertThat(flow.authorize(alice, site.with("resource", MCP + "/other")))
        .satisfies(this::isAsked);
    assertThat(flow.authorize(alice, site)).satisfies(this::isAsked);
    // The same one, RFC 3986 section 6.2.
    assertThat(
            Http.answer(
                    flow.authorize(alice, site.with("resource", "HTTPS://MCP.example:443/mcp/")))
                .values())
        .containsKey("code");
  }

  @Test
  void anotherAppearanceIsAnotherClient() {
    var client = register(SITE);
    var site = site(client);
    flow.allow(alice, site);

    patch(client, "{\"contacts\":[\"ops@example.com\"]}");
    assertThat(Http.answer(flow.authorize(alice, site)).values()).containsKey("code");
    patch(client, "{\"client_name\":\"Your bank\"}");

    assertThat(flow.authorize(alice, site)).satisfies(this::isAsked);
  }

  @Test
  void whoAsksForMoreKeepsWhatItHas() {
    var client = flow.registerPublic();
    var read = Flow.request(client).with("scope", "read");
    flow.allow(alice, read);

    var more = flow.code(alice, Flow.request(client).with("scope", "write"));
    var granted = Http.json(flow.token(Flow.redeeming(client, more)));
    assertThat(granted.text("scope").orElseThrow()).isEqualTo("read write");

    // Who asks for less gets less.
    var less = Http.json(flow.token(Flow.redeeming(client, flow.code(alice, read))));
    assertThat(less.text("scope").orElseThrow()).isEqualTo("read");
  }

  @Test
  void nobodyIsSentToAStrangerByAnError() {
    var site = site(register(SITE));

    assertIsShown(flow.authorize(alice, site.with("prompt", "none")));
    assertIsShown(flow.authorize(Http.to(port), site.with("prompt", "none")));
    assertIsShown(flow.authorize(alice, site.with("code_challenge", "short")));
    assertIsShown(deny(site));

    // Whom one has allowed something is no stranger.
    flow.allow(alice, site);
    var known = flow.authorize(alice, site.with("code_challenge", "short"));
    assertThat(Http.answer(known).get("error")).isEqualTo("invalid_request");
    assertIsShown(flow.authorize(Http.to(port), site.with("code_challenge", "short")));
  }

  @Test
  void aPersonSeesAndEndsConnections() {
    var client = register(SITE);
    var person = flow.signIn("bob", "builder");
    var code = Http.answer(flow.allow(person, site(client).with("resource", MCP))).get("code");
    var tokens = Http.json(flow.token(Flow.redeeming(id(client), code).with("redirect_uri", SITE)));

    var connection = connection(id(client), "bob");
    assertThat(connection.places()).extracting(Connection.Place::resource).containsExactly(MCP);
    assertThat(connection.places().getFirst().scope().tokens()).containsOnly("read", "write");
    assertThat(connection.lastUsed()).isPresent();

    assertThat(connections.end(new ClientId(id(client)), "alice")).isFalse();
    assertThat(connections.end(new ClientId(id(client)), "bob")).isTrue();

    assertThat(connections.of("bob"))
        .extracting(Connection::clientId)
        .doesNotContain(new ClientId(id(client)));
    assertThat(
            flow.token(Flow.refreshing(id(client), tokens.text("refresh_token").orElseThrow()))
                .statusCode())
        .isEqualTo(400);
    assertThat(flow.authorize(person, site(client).with("resource", MCP))).satisfies(this::isAsked);
  }

  private Connection connection(String client, String person) {
    return connections.of(person).stream()
        .filter(connection -> connection.clientId().value().equals(client))
        .findFirst()
        .orElseThrow();
  }

  private void isAsked(HttpResponse<String> response) {
    assertThat(Http.location(response).orElseThrow()).contains("/oauth/consent?");
  }

  private static void assertIsShown(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Http.location(response)).isEmpty();
  }

  private HttpResponse<String> deny(Form request) {
    var consent = Http.answer(flow.authorize(alice, request));
    return alice.post(
        "/oauth/authorize",
        Form.of("client_id", consent.get("client_id"), "state", consent.get("state")));
  }

  /** A public client on the web, unlike any other. */
  private Json.Members register(String redirectUri) {
    var body =
        """
        {"client_name":"%s","redirect_uris":["%s"],"token_endpoint_auth_method":"none",\
        "grant_types":["authorization_code","refresh_token"]}\
        """
            .formatted(UUID.randomUUID(), redirectUri);
    return Http.json(flow.program.call("POST", "/oauth/register", body));
  }

  private static Form site(Json.Members client) {
    return Flow.request(id(client)).with("redirect_uri", SITE);
  }

  private static String id(Json.Members client) {
    return client.text("client_id").orElseThrow();
  }

  private void patch(Json.Members client, String patch) {
    var reply =
        flow.program.call(
            "PATCH",
            "/oauth/register/" + id(client),
            patch,
            "Content-Type",
            "application/merge-patch+json",
            "Authorization",
            "Bearer " + client.text("registration_access_token").orElseThrow());
    assertThat(reply.statusCode()).isEqualTo(200);
  }
}
