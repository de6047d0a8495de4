package io.roster.server.console.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.serve.RunningServer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettingsInConsoleTest {
  private static final RunningServer SERVER = RunningServer.shared();

  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);

  @Test
  void eachSettingIsThereWithItsDefaultAndWhoSetIt() {
    var page = browser.get("/settings?q=rate-limit.enabled");

    assertThat(page.html().select("tbody tr").text())
        .isEqualTo("roster.rate-limit.enabled false true command line");
    assertThat(browser.get("/settings").html().select("tbody tr")).hasSizeGreaterThan(80);
  }

  @Test
  void noSecretIsShown() {
    var page = browser.get("/settings");

    assertThat(page.text()).contains("roster.bootstrap-admin-password (set, not shown)");
    assertThat(page.reply().body()).doesNotContain(RunningServer.PASSWORD);
  }

  @Test
  void thoseThatAreSetCanBeSeenAlone() {
    var page = browser.get("/settings?only=set");

    assertThat(page.html().select("tbody code").eachText())
        .contains("roster.data", "roster.admin.port")
        .doesNotContain("roster.access-token-lifetime");
  }

  @Test
  void viewersDoNotSeeThem() {
    var name = "viewer-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.VIEWER);

    assertThat(ConsoleBrowser.signedIn(SERVER, name).get("/settings").status()).isEqualTo(403);
  }
}
