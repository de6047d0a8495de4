package io.roster.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.credential.Secret;
import io.roster.core.store.ClientStore;
import io.roster.server.serve.RunningServer;
import io.roster.testkit.Clients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finding clients and changing them, by the API. */
class ClientsApiTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final AdminClient ADMIN = AdminClient.local(SERVER);

  @Test
  void aClientWhoseIdentifierIsAUrlIsFoundByItsEncodedPath() {
    var id = "https://client.example/a b".replace(" ", "%20") + "/" + UUID.randomUUID();
    SERVER.part(ClientStore.class).insert(Clients.someClient(id));

    var path = "/clients/" + URLEncoder.encode(id, StandardCharsets.UTF_8);

    assertThat(path).contains("https%3A%2F%2Fclient.example%2F").contains("%2520");
    assertThat(ADMIN.get(path).text("client_id")).isEqualTo(id);
    assertThat(ADMIN.send("PATCH", path, "{\"tier\":\"open\"}").text("code"))
        .isEqualTo("inapplicable");
    assertThat(ADMIN.post(path + "/disable", "{}").text("state")).isEqualTo("disabled");
    assertThat(ADMIN.send("DELETE", path, "").status()).isEqualTo(204);
    assertThat(ADMIN.get(path).status()).isEqualTo(404);
  }

  @Test
  void aListIsFollowedByItsLinks() {
    var name = "Linked " + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      ADMIN.newClient(name);
    }

    var first = ADMIN.get("/clients?limit=2&name=" + name.replace(" ", "%20"));

    assertThat(first.json().get("items")).hasSize(2);
    var link = first.header("Link");
    assertThat(link).startsWith("</api/v1/clients?").endsWith(">; rel=\"next\"");
    var rest = ADMIN.get(link.substring("</api/v1".length(), link.indexOf('>')));
    assertThat(rest.json().get("items")).hasSize(1);
    assertThat(rest.header("Link")).isEmpty();
  }

  @Test
  void aListComesInLinesToWhoeverPrefersThem() {
    var name = "Lined " + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      ADMIN.newClient(name);
    }
    var path = "/clients?limit=2&name=" + name.replace(" ", "%20");

    var page = ADMIN.send("GET", path, "", "Accept", "application/x-ndjson");
    var none = ADMIN.send("GET", "/clients/nobody", "", "Accept", "application/x-ndjson");

    assertThat(page.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(page.header("Link")).endsWith(">; rel=\"next\"");
    assertThat(page.raw().body().lines().map(AdminClient.JSON::readTree))
        .hasSize(2)
        .allMatch(client -> client.get("metadata").get("client_name").asString().equals(name));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aChangeOfAnotherRevisionIsRefused() {
    var path = "/clients/" + ADMIN.newClient("Revised");
    var seen = ADMIN.get(path).header("ETag");
    var change = "{\"metadata\":{\"client_name\":\"First\"}}";

    var first = ADMIN.send("PATCH", path, change, "If-Match", seen);
    var second = ADMIN.send("PATCH", path, change, "If-Match", seen);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().at("/metadata/client_name").asString()).isEqualTo("First");
    assertThat(first.header("ETag")).isNotEqualTo(seen);
    assertThat(second.status()).isEqualTo(412);
    assertThat(ADMIN.post(path + "/disable", "{}", "If-Match", seen).status()).isEqualTo(412);
    assertThat(ADMIN.send("DELETE", path, "", "If-Match", seen).status()).isEqualTo(412);
    assertThat(ADMIN.send("DELETE", path, "", "If-Match", "W/\"2\"").status()).isEqualTo(412);
    assertThat(ADMIN.send("DELETE", path, "", "If-Match", first.header("ETag")).status())
        .isEqualTo(204);
  }

  @Test
  void aChangeIsJudgedAsARegistrationIs() {
    var path = "/clients/" + ADMIN.newClient("Judged");
    var bad = "{\"metadata\":{\"redirect_uris\":[\"http://evil.example/cb\"]}}";

    var refused = ADMIN.send("PATCH", path, bad);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("detail")).contains("redirect_uris[0]");
    assertThat(ADMIN.get(path).raw().body()).doesNotContain("evil");
    assertThat(ADMIN.send("PATCH", path, "{\"state\":\"active\"}").status()).isEqualTo(400);
    assertThat(ADMIN.send("PATCH", path, "{\"tier\":\"gold\"}").status()).isEqualTo(400);
    assertThat(ADMIN.send("PATCH", path, "{\"tier\":\"open\"}").text("tier")).isEqualTo("open");
  }

  @Test
  void aChangeKeepsTheSecretTheClientKnows() {
    var path = "/clients/" + ADMIN.newClient("Kept");
    var before = stored(path);

    ADMIN.send("PATCH", path, "{\"metadata\":{\"client_name\":\"Kept on\"}}");

    assertThat(stored(path).secret()).isEqualTo(before.secret());
    assertThat(stored(path).registrationToken()).isEqualTo(before.registrationToken());
  }

  @Test
  void aRegistrationTokenIsReplacedAndRevoked() {
    var path = "/clients/" + ADMIN.newClient("Managed");

    var token = ADMIN.post(path + "/registration-token", "").text("registration_access_token");
    var managed = stored(path);

    assertThat(SERVER.part(Roster.class).digester())
        .matches(d -> d.matches(secret(token), managed.registrationToken().digest()));
    assertThat(ADMIN.send("DELETE", path + "/registration-token", "").status()).isEqualTo(204);
    var revoked = stored(path);
    assertThat(revoked.registrationToken().digest())
        .isNotEqualTo(managed.registrationToken().digest());
    assertThat(revoked.registrationToken().expiresAt()).isPresent();
    assertThat(revoked.previousToken()).isEmpty();
  }

  private static Secret secret(String text) {
    return new Secret(text);
  }

  private static Client stored(String path) {
    var id = new ClientId(path.substring("/clients/".length()));
    return SERVER.part(ClientStore.class).find(id).orElseThrow();
  }
}
