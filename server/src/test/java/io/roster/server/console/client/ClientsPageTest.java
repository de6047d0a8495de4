package io.roster.server.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.store.ClientStore;
import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.console.ConsoleBrowser;
import io.roster.server.page.Visitor;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsPageTest {
  private static final RunningServer SERVER = RunningServer.shared();

  private final Visitor visitor = new Visitor(SERVER);
  private final ConsoleBrowser browser = ConsoleBrowser.signedIn(SERVER);

  private String register(String name) {
    return visitor.register(
        """
        {"client_name":"%s","redirect_uris":["https://%s.example/cb","cursor://x/cb"],
         "client_uri":"https://app.example/","token_endpoint_auth_method":"client_secret_basic"}
        """
            .formatted(name, UUID.randomUUID()));
  }

  private static String path(String id) {
    return "/clients/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static List<String> names(Page page) {
    return page.html().select("tbody th a").eachText();
  }

  @Test
  void aClientIsFoundByNameHostIdentifierAndState() {
    var name = "Found " + UUID.randomUUID();
    var id = register(name);
    var encoded = name.replace(" ", "%20");

    assertThat(names(browser.get("/clients?q=" + encoded))).containsExactly(name);
    assertThat(names(browser.get("/clients?q=" + id))).containsExactly(name);
    assertThat(names(browser.get("/clients?state=active&q=" + encoded))).containsExactly(name);
    assertThat(names(browser.get("/clients?tier=open&registered=day&used=never&q=" + encoded)))
        .containsExactly(name);
    assertThat(names(browser.get("/clients?state=denied&q=" + encoded))).isEmpty();
    assertThat(names(browser.get("/clients?used=week&q=" + encoded))).isEmpty();
    assertThat(browser.get("/clients?state=denied&q=" + encoded).text())
        .contains("No client is like that");
  }

  @Test
  void aFilterThatMakesNoSenseIsRefusedAndNotLeftOut() {
    assertThat(browser.get("/clients?state=drunk").status()).isEqualTo(400);
  }

  @Test
  void pagesLeadOnAndBack() {
    var word = UUID.randomUUID().toString();
    for (int i = 0; i < ClientSearch.PAGE * 2 + 5; i++) {
      register(word + " " + i);
    }

    var first = browser.get("/clients?q=" + word);
    var second = browser.get(link(first, "next"));
    var third = browser.get(link(second, "next"));
    var back = browser.get(link(third, "prev"));

    var all = new ArrayList<String>();
    List.of(first, second, third).forEach(page -> all.addAll(names(page)));
    assertThat(all).hasSize(ClientSearch.PAGE * 2 + 5).doesNotHaveDuplicates();
    assertThat(link(third, "next")).isEmpty();
    assertThat(names(back)).isEqualTo(names(second));
    assertThat(names(browser.get(link(back, "prev")))).isEqualTo(names(first));
    assertThat(names(browser.get(link(back, "next")))).isEqualTo(names(third));
  }

  private static String link(Page page, String relation) {
    return page.html().select("a[rel=" + relation + "]").attr("href");
  }

  @Test
  void whatAClientSaysOfItselfIsTextOnly() {
    var id =
        visitor.register(
            """
            {"client_name":"Bold <b>name</b>","redirect_uris":["https://app.example/<i>"],
             "client_uri":"https://app.example/?a=\\"x\\"","logo_uri":"https://app.example/l.png"}
            """
                .replace("<i>", "%3Ci%3E")
                .replace("?a=\\\"x\\\"", "?a=%22x%22"));

    var page = browser.get(path(id));

    assertThat(page.html().select("h1 bdi").text()).isEqualTo("Bold <b>name</b>");
    assertThat(page.html().select("main a[href*=app.example], main img")).isEmpty();
    assertThat(page.text()).contains("https://app.example/l.png");
  }

  @Test
  void thePageOfAClientTellsWhatIsKnown() {
    var id = register("Known client");

    var page = browser.get(path(id));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("Known client", id, "open", "Grants 0", "cursor://x/cb", "Secret expires")
        .contains("registered", "client");
    assertThat(page.html().select("h1 .tag").text()).isEqualTo("active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "deny"})
  void aClientIsSwitchedOffOrDeniedAndOnAgain(String verb) {
    var id = register("Switched");
    var off = browser.submit(browser.get(path(id)), path(id) + "/" + verb, Map.of());
    var after = browser.follow(off);

    var verbBack = verb.equals("deny") ? "approve" : "enable";
    var on = browser.submit(after, path(id) + "/" + verbBack, Map.of());

    assertThat(after.html().select("[role=status]").text()).contains("The client was ");
    assertThat(after.html().select("h1 .tag").text()).isIn("disabled", "denied");
    assertThat(browser.follow(on).html().select("h1 .tag").text()).isEqualTo("active");
    assertThat(browser.get(path(id)).text()).contains("administrator:admin");
  }

  @Test
  void whoeverDecidesOnWhatTheyHaveNotSeenIsTold() {
    var id = register("Contended");
    var seen = browser.get(path(id));
    var other = ConsoleBrowser.signedIn(SERVER);
    other.submit(other.get(path(id)), path(id) + "/disable", Map.of());

    var late = browser.submit(seen, path(id) + "/delete", Map.of());

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.html().select(".notice.bad").text()).contains("changed meanwhile");
    assertThat(late.html().select("h1 .tag").text()).isEqualTo("disabled");
  }

  @Test
  void newCredentialsAreShownOnce() {
    var id = register("Rotated");

    var secret = browser.submit(browser.get(path(id)), path(id) + "/rotate-secret", Map.of());
    var token = browser.submit(browser.get(path(id)), path(id) + "/reissue-token", Map.of());

    assertThat(secret.html().select(".secret").text()).hasSizeGreaterThan(40);
    assertThat(token.html().select(".secret").text()).hasSizeGreaterThan(40);
    assertThat(browser.get(path(id)).html().select(".secret")).isEmpty();
  }

  @Test
  void aClientIsDeletedWithItsGrants() {
    var id = register("Deleted");

    browser.submit(browser.get(path(id)), path(id) + "/revoke-grants", Map.of());
    browser.submit(browser.get(path(id)), path(id) + "/revoke-token", Map.of());
    var gone = browser.submit(browser.get(path(id)), path(id) + "/delete", Map.of());

    assertThat(gone.header("Location")).isEqualTo("/clients?done=deleted");
    assertThat(browser.get(path(id)).status()).isEqualTo(404);
  }

  @Test
  void aViewerSeesNoButtonAndCanPressNone() {
    var id = register("Watched");
    var name = "viewer-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addAdministrator(name, RunningServer.PASSWORD, Role.VIEWER);
    var viewer = ConsoleBrowser.signedIn(SERVER, name);

    var page = viewer.get(path(id));
    var form = "csrf=" + URLEncoder.encode(ConsoleBrowser.token(page), StandardCharsets.UTF_8);

    assertThat(page.html().select("main form")).isEmpty();
    for (var verb :
        List.of(
            "approve",
            "deny",
            "disable",
            "enable",
            "delete",
            "rotate-secret",
            "reissue-token",
            "revoke-token",
            "revoke-grants")) {
      assertThat(viewer.post(path(id) + "/" + verb, form).status()).as(verb).isEqualTo(403);
    }
    assertThat(SERVER.part(ClientStore.class).find(new ClientId(id)))
        .hasValueSatisfying(client -> assertThat(client.state()).isEqualTo(ClientState.ACTIVE));
  }
}
