package io.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.json.Json;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private final Protocol protocol = new Protocol();

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "BREW"})
  void registrationIsByPostOnly(String method) {
    var reply = protocol.answer(FakeCall.of(method, "/oauth/register"));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("Allow", "POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "TRACE", "BREW"})
  void configurationHasItsOwnMethods(String method) {
    var reply = protocol.answer(FakeCall.of(method, "/oauth/register/c"));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers().get("Allow")).contains("GET", "PUT", "PATCH", "DELETE");
  }

  @ParameterizedTest
  @CsvSource({"/oauth/register,POST", "/register,POST", "/oauth/register/c,PATCH"})
  void aPagePreflightsWithoutCredentials(String path, String method) {
    var reply =
        protocol.answer(
            FakeCall.of("OPTIONS", path)
                .header("Origin", "https://inspector.example")
                .header("Access-Control-Request-Method", method));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers()).containsEntry("Access-Control-Allow-Origin", "*");
    assertThat(reply.headers().get("Access-Control-Allow-Methods")).contains(method);
    assertThat(reply.headers().get("Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "MCP-Protocol-Version");
    assertThat(reply.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/oauth", "/oauth/registers", "/oauth/register/", "/register/c"})
  void otherPathsAreNotFound(String path) {
    assertThat(protocol.answer(FakeCall.of("GET", path)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "%00", "..", "x'; DROP--", "é", "a%2Fb"})
  void aStrangeIdentifierIsAnUnknownClient(String id) {
    var call = FakeCall.of("GET", "/oauth/register/" + id).bearer("token");

    assertThat(protocol.answer(call).status()).isEqualTo(401);
  }

  @Test
  void endpointsLieBelowTheIssuersPath() {
    var roster = Roster.create(URI.create("https://as.example/tenant/"));
    var routes = new Routes(roster, InitialAccess.open(), Map.of());
    var call =
        FakeCall.of("POST", "/tenant/oauth/register")
            .header("Content-Type", "application/json")
            .body(Protocol.PUBLIC_CLIENT);

    var client = routes.answer(call).body().orElseThrow();

    assertThat(client.text("registration_client_uri").orElseThrow())
        .startsWith("https://as.example/tenant/oauth/register/");
    assertThat(routes.answer(Protocol.manage("GET", client)).status()).isEqualTo(200);
  }

  @Test
  void documentsAreServedToPagesOfAnyOrigin() {
    var document = new Json.Members(Map.of("issuer", Json.of("https://as.example")));
    var path = "/.well-known/oauth-authorization-server";
    var routes = new Routes(protocol.roster, InitialAccess.open(), Map.of(path, document));

    var reply = routes.answer(FakeCall.of("GET", path));

    assertThat(reply.body()).contains(document);
    assertThat(reply.headers()).containsEntry("Access-Control-Allow-Origin", "*");
    assertThat(routes.answer(FakeCall.of("POST", path)).status()).isEqualTo(405);
  }

  @Test
  void aStoreThatIsAwayIsA503ThatSaysWhenToTryAgain() {
    var settings = RegistrationSettings.standard(URI.create("https://as.example"));
    var roster = Roster.builder(settings).clients(absentStore()).build();
    var routes = new Routes(roster, InitialAccess.open(), Map.of());

    var post = routes.answer(FakeCall.post(Protocol.PUBLIC_CLIENT));
    var get = routes.answer(FakeCall.of("GET", "/oauth/register/c").bearer("token"));

    assertThat(post.status()).isEqualTo(503);
    assertThat(post.headers()).containsEntry("Retry-After", "5");
    assertThat(get).isEqualTo(post);
  }

  private static ClientStore absentStore() {
    return (ClientStore)
        Proxy.newProxyInstance(
            ClientStore.class.getClassLoader(),
            new Class<?>[] {ClientStore.class},
            (proxy, method, values) -> {
              throw new StoreUnavailableException("away");
            });
  }
}
