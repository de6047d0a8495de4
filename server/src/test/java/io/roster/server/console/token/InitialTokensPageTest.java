package io.roster.server.console.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InitialTokensPageTest {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final String PATH = "/initial-tokens";

  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);
  private final String note = "note " + UUID.randomUUID();

  @Test
  void aTokenIsShownOnceAndThenListedWithoutItself() {
    var made = make("3", "30", "{\"client_name\":\"Fixed\"}");
    var secret = made.html().select(".secret").text();

    var list = browser.get(PATH);

    assertThat(secret).hasSizeGreaterThan(20);
    assertThat(list.reply().body()).doesNotContain(secret);
    assertThat(row(list).text()).contains("open").contains("0 of 3").contains("in 29 days");
    assertThat(row(list).select("pre").text()).contains("Fixed");
  }

  @Test
  void aRevokedTokenStaysInTheListAndSaysSo() {
    make("1", "0", "");
    var action = row(browser.get(PATH)).select("form").attr("action");

    var revoked = browser.submit(browser.get(PATH), action, Map.of());

    assertThat(row(browser.follow(revoked)).text()).contains("revoked").contains("never");
    assertThat(row(browser.get(PATH)).select("form")).isEmpty();
  }

  @Test
  void whatIsTypedWrongIsSaidAndStaysTyped() {
    var noNumber = make("many", "7", "");
    var noJson = make("1", "7", "{\"client_name\": ");
    var tooMany = make("999999999", "7", "");

    assertThat(noNumber.html().select(".notice.bad").text()).contains("are numbers");
    assertThat(noNumber.html().select("[name=uses]").val()).isEqualTo("many");
    assertThat(noJson.html().select(".notice.bad").text()).contains("no JSON object");
    assertThat(noJson.html().select("textarea").val()).isEqualTo("{\"client_name\":");
    assertThat(tooMany.html().select(".notice.bad").text()).contains("uses is a number");
    assertThat(browser.get(PATH).text()).doesNotContain(note);
  }

  @Test
  void viewersSeeTokensAndMakeNone() {
    make("1", "1", "");
    var name = "viewer-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.VIEWER);
    var viewer = ConsoleBrowser.signedIn(SERVER, name);

    var list = viewer.get(PATH);
    var forced = viewer.post(PATH, "csrf=" + token(list) + "&uses=1&days=1&tier=token");

    assertThat(row(list)).isNotNull();
    assertThat(list.html().select("form[action^=/initial-tokens]")).isEmpty();
    assertThat(forced.status()).isEqualTo(403);
  }

  private static String token(Page page) {
    return URLEncoder.encode(ConsoleBrowser.token(page), StandardCharsets.UTF_8);
  }

  private Page make(String uses, String days, String metadata) {
    return browser.submit(
        browser.get(PATH),
        PATH,
        Map.of("uses", uses, "days", days, "tier", "token", "note", note, "metadata", metadata));
  }

  /** The line of this test's token, on whichever page it is. */
  private Element row(Page first) {
    var page = first;
    while (true) {
      var row = page.html().select("tbody tr:contains(" + note + ")").first();
      var next = page.html().select("a[rel=next]").attr("href");
      if (row != null || next.isEmpty()) {
        return Objects.requireNonNull(row);
      }
      page = browser.get(next);
    }
  }
}
