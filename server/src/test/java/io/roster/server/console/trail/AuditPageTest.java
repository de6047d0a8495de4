package io.roster.server.console.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor;
import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditPageTest {
  private static final RunningServer SERVER = RunningServer.shared();

  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);

  @Test
  void entriesAreFoundByClientByWhomAndByKind() {
    var id = register("Watched");
    browser.submit(browser.get("/clients/" + id), "/clients/" + id + "/disable", Map.of());

    var ofClient = browser.get("/audit?client=" + id);
    var disabled = browser.get("/audit?client=" + id + "&action=disabled");
    var byAdmin = browser.get("/audit?client=" + id + "&actor=administrator%3Aadmin");
    var nobody = browser.get("/audit?client=" + id + "&actor=administrator%3Anobody");

    assertThat(actions(ofClient)).containsExactly("disabled", "registered");
    assertThat(actions(disabled)).containsExactly("disabled");
    assertThat(actions(byAdmin)).containsExactly("disabled");
    assertThat(nobody.text()).contains("There is no such entry");
    assertThat(disabled.html().select("tbody a").attr("href")).isEqualTo("/clients/" + id);
    assertThat(disabled.html().select("tbody pre").eachText())
        .anyMatch(text -> text.contains("\"disabled\""));
    assertThat(disabled.html().select("option[selected]").val()).isEqualTo("disabled");
  }

  @Test
  void aDayCountsFromItsBeginningToItsEnd() {
    var id = register("Dated");

    assertThat(actions(browser.get("/audit?client=" + id + "&from=2000-01-01&to=2999-12-31")))
        .hasSize(1);
    assertThat(actions(browser.get("/audit?client=" + id + "&to=2000-01-01"))).isEmpty();
    assertThat(actions(browser.get("/audit?client=" + id + "&from=nonsense"))).hasSize(1);
  }

  @Test
  void thePagesGoOnWhereTheOneBeforeEnded() {
    for (int i = 0; i < 60; i++) {
      register("Paged " + i);
    }

    var first = browser.get("/audit?action=registered");
    var second = browser.get(first.html().select("a[rel=next]").attr("href"));

    var seen = new ArrayList<>(numbers(first));
    seen.addAll(numbers(second));
    assertThat(numbers(first)).hasSize(50);
    assertThat(numbers(second)).isNotEmpty();
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(second.html().select("a[href^=/audit?action=registered]")).isNotEmpty();
  }

  @Test
  void theChainIsWalkedAlongAndABreakIsTold() {
    try (var server = RunningServer.start()) {
      var own = ConsoleBrowser.signedIn(server);
      new Visitor(server).register("{\"redirect_uris\":[\"https://app.example/cb\"]}");
      var whole = own.submit(own.get("/audit"), "/audit/verification", Map.of());
      awaitSeal(own);
      int changed =
          server
              .part(Database.class)
              .write(sql -> sql.update("UPDATE audit SET actor = 'somebody else'"));
      var broken = own.submit(own.get("/audit"), "/audit/verification", Map.of());

      assertThat(whole.html().select(".notice.good").text()).contains("The chain is whole");
      assertThat(changed).isPositive();
      assertThat(broken.html().select(".notice.bad").text()).contains("The chain is broken");
      assertThat(broken.html().select(".notice.bad li")).isNotEmpty();
    }
  }

  /** Entries are sealed once a second; asks until none is left. */
  private static void awaitSeal(ConsoleBrowser browser) {
    var told = "";
    for (int i = 0; i < 1000 && !told.contains("too young to be sealed: 0."); i++) {
      told = browser.submit(browser.get("/audit"), "/audit/verification", Map.of()).text();
    }
    assertThat(told).contains("too young to be sealed: 0.");
  }

  @Test
  void whatWasSearchedIsAFileToo() {
    var id = register("Exported");

    var file = browser.get("/audit/export?client=" + id);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit.ndjson\"");
    assertThat(file.reply().body().lines())
        .singleElement()
        .asString()
        .contains("\"action\":\"registered\"")
        .contains(id);
    assertThat(browser.get("/audit?client=" + id).html().select("a[download]").attr("href"))
        .isEqualTo("/audit/export?client=" + id);
  }

  private static String register(String name) {
    return new Visitor(SERVER)
        .register(
            "{\"client_name\":\"%s\",\"redirect_uris\":[\"https://app.example/cb\"]}"
                .formatted(name));
  }

  private static List<String> actions(Visitor.Page page) {
    return page.html().select("td[data-label=What]").eachText();
  }

  private static List<String> numbers(Visitor.Page page) {
    return page.html().select("tbody th .id").eachText();
  }
}
