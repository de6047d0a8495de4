package io.roster.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdministratorsPageTest {
  private static final String PATH = "/administrators";

  private static RunningServer server;

  private static ConsoleBrowser browser;

  @BeforeAll
  static void start() {
    server = RunningServer.start();
    browser = ConsoleBrowser.signedIn(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void somebodyIsAddedGetsAnotherRoleAndGoes() {
    var name = "person-" + UUID.randomUUID();

    var added = add(name, RunningServer.PASSWORD, "viewer");
    var own = PATH + "/" + name;
    var operator = browser.submit(browser.get(PATH), own + "/role", Map.of("role", "operator"));
    assertThat(ConsoleBrowser.signedIn(server, name).get("/").text()).contains("operator");
    var removed = browser.submit(operator, own + "/remove", Map.of());

    assertThat(row(added, name)).contains("viewer");
    assertThat(row(operator, name)).contains("operator");
    assertThat(removed.html().select("tbody").text()).doesNotContain(name);
    assertThat(new ConsoleBrowser(server).signIn(name, RunningServer.PASSWORD).status())
        .isEqualTo(401);
  }

  @Test
  void whatIsTypedWrongIsSaidBesideTheForm() {
    var twice = add("admin", RunningServer.PASSWORD, "viewer");
    var weak = add("weak-one", "x", "viewer");

    assertThat(twice.html().select(".notice.bad")).isNotEmpty();
    assertThat(weak.html().select(".notice.bad")).isNotEmpty();
    assertThat(weak.html().select("[name=name]").val()).isEqualTo("weak-one");
    assertThat(weak.html().select("[name=password]").val()).isEmpty();
  }

  @Test
  void nobodyRemovesThemselvesByAccident() {
    assertThat(browser.get(PATH).html().select("form[action^=/administrators/admin/]")).isEmpty();
  }

  @Test
  void anApiTokenIsShownOnceAndRevoked() {
    var note = "note " + UUID.randomUUID();
    var made =
        browser.submit(
            browser.get(PATH),
            PATH + "/tokens",
            Map.of("role", "viewer", "days", "2", "note", note));
    var secret = made.html().select(".secret").text();
    var action = made.html().select("tr:contains(" + note + ") form").attr("action");

    var revoked = browser.submit(browser.get(PATH), action, Map.of());

    assertThat(secret).hasSizeGreaterThan(20);
    assertThat(browser.get(PATH).reply().body()).doesNotContain(secret);
    assertThat(row(made, note)).contains("valid").contains("admin");
    assertThat(row(revoked, note)).contains("revoked");
  }

  @Test
  void operatorsLookAndChangeNothing() {
    var name = "operator-" + UUID.randomUUID();
    server.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.OPERATOR);

    var page = ConsoleBrowser.signedIn(server, name).get(PATH);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("form[action^=/administrators]")).isEmpty();
  }

  private static Page add(String name, String password, String role) {
    return browser.submit(
        browser.get(PATH), PATH, Map.of("name", name, "password", password, "role", role));
  }

  private static String row(Page page, String text) {
    return page.html().select("tbody tr:contains(" + text + ")").text();
  }
}
