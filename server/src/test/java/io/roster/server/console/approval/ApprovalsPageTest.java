package io.roster.server.console.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.store.ClientStore;
import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor;
import io.roster.server.serve.RunningServer;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApprovalsPageTest {
  private static final RunningServer SERVER =
      RunningServer.start("--roster.policy.tiers.open.approval=true");

  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String register(String name) {
    return new Visitor(SERVER)
        .register(
            "{\"client_name\":\"%s\",\"redirect_uris\":[\"https://%s.example/cb\"]}"
                .formatted(name, UUID.randomUUID()));
  }

  private static ClientState state(String id) {
    return SERVER.part(ClientStore.class).find(new ClientId(id)).orElseThrow().state();
  }

  private static String line(Visitor.Page page, String id) {
    return page.html().select("tbody tr:contains(" + id + ")").text();
  }

  @Test
  void theQueueSaysWhatADecisionNeeds() {
    var id = register("Cursor");

    var page = browser.get("/approvals");

    assertThat(line(page, id)).contains("Cursor", ".example", "open", "Probably not Cursor");
    assertThat(line(page, id)).contains("no-approval-needed");
  }

  @Test
  void oneIsApprovedByItsOwnButton() {
    var id = register("One");
    var page = browser.get("/approvals");
    var key = page.html().select("tr:contains(" + id + ") button").val();

    var after = browser.submit(page, "/approvals", Map.of("approve", key));

    assertThat(after.text()).contains("1 client was approved");
    assertThat(line(after, id)).isEmpty();
    assertThat(state(id)).isEqualTo(ClientState.ACTIVE);
  }

  @Test
  void manyAreDeniedWithAReason() {
    var first = register("First");
    var second = register("Second");
    var page = browser.get("/approvals");

    var after =
        browser.post(
            "/approvals",
            "csrf="
                + encoded(ConsoleBrowser.token(page))
                + "&decision=deny&reason=Not+here&client="
                + encoded("1 " + first)
                + "&client="
                + encoded("1 " + second));

    assertThat(after.text()).contains("2 clients were denied");
    assertThat(state(first)).isEqualTo(ClientState.DENIED);
    assertThat(state(second)).isEqualTo(ClientState.DENIED);
  }

  @Test
  void whoeverDecidesOnWhatTheyHaveNotSeenIsTold() {
    var id = register("Contended");

    var after =
        browser.submit(browser.get("/approvals"), "/approvals", Map.of("approve", "7 " + id));

    assertThat(after.html().select("[role=alert]").text()).contains("changed meanwhile");
    assertThat(state(id)).isEqualTo(ClientState.PENDING);
  }

  @Test
  void nobodyIsDecidedOnByNothing() {
    register("Kept");

    var page = browser.submit(browser.get("/approvals"), "/approvals", Map.of("decision", "deny"));

    assertThat(page.html().select("[role=alert]").text()).isEqualTo("Tick the clients first.");
  }

  @Test
  void aViewerDecidesNothing() {
    var id = register("Watched");
    var name = "viewer-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.VIEWER);
    var viewer = ConsoleBrowser.signedIn(SERVER, name);

    var page = viewer.get("/approvals");
    var refused =
        viewer.post(
            "/approvals",
            "csrf="
                + encoded(page.html().select("[name=csrf]").val())
                + "&approve="
                + encoded("1 " + id));

    assertThat(page.html().select("main button:not([hidden]), main [type=checkbox]")).isEmpty();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(state(id)).isEqualTo(ClientState.PENDING);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
