package io.roster.server.console.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoliciesPageTest {
  private static final RunningServer SERVER = RunningServer.shared();

  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);

  @Test
  void everyRuleAndEveryTierIsListed() {
    var page = browser.get("/policies");

    assertThat(page.text())
        .contains("redirect-uri-transport")
        .contains("no-approval-needed")
        .contains("any number");
    assertThat(page.html().select(".table:last-of-type tbody th").eachText())
        .containsExactly("open", "document", "token", "statement", "administrator");
    assertThat(page.html().select("#explained")).isEmpty();
  }

  @Test
  void aBodyIsExplainedRuleByRule() {
    var page =
        explained(
            "{\"client_name\":\"<b>Bad</b>\",\"redirect_uris\":[\"http://app.example/cb\"]}",
            "open");

    var bad = page.html().select("#explained tbody tr:first-of-type");
    assertThat(page.html().select("#explained .notice").text())
        .contains("refused with invalid_redirect_uri");
    assertThat(bad.text())
        .contains("redirect-uri-transport")
        .contains("rejected")
        .contains("redirect_uris[0]")
        .contains("http://app.example/cb")
        .contains("use https");
    assertThat(page.html().select("#explained .tag.good")).hasSizeGreaterThan(10);
    assertThat(page.html().select("textarea").val()).contains("<b>Bad</b>");
    assertThat(page.html().select("b")).isEmpty();
  }

  @Test
  void aGoodBodyShowsTheClientItWouldBe() {
    var page = explained("{\"redirect_uris\":[\"https://app.example/cb\"]}", "token");

    assertThat(page.html().select("#explained .notice.good").text()).contains("be registered");
    assertThat(page.html().select("#explained pre").text()).contains("\"redirect_uris\"");
    assertThat(page.html().select("option[selected]").eachText()).contains("token");
  }

  @Test
  void aBodyThatIsNoJsonIsSaidToBeNone() {
    var page = explained("{\"redirect_uris\": [", "open");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("#explained .notice.bad").text()).contains("no rule was asked");
    assertThat(page.html().select("#explained tbody").text()).contains("json-well-formed");
  }

  @Test
  void viewersMayAskToo() {
    var name = "viewer-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.VIEWER);
    var viewer = ConsoleBrowser.signedIn(SERVER, name);

    var page =
        viewer.submit(viewer.get("/policies"), "/policies", Map.of("body", "{}", "tier", "open"));

    assertThat(page.html().select("#explained .notice.bad")).isNotEmpty();
  }

  private Page explained(String body, String tier) {
    return browser.submit(
        browser.get("/policies"), "/policies", Map.of("body", body, "tier", tier));
  }
}
