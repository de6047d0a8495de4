package io.roster.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.page.Visitor;
import io.roster.server.page.Visitor.Page;
import io.roster.server.serve.RunningServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People see what they allowed, and take it back: T24. */
class ConnectionsPageTest {
  private static final String PATH = "/account/connections";
  private static final String WEB = "https://app.example/callback";

  private final Visitor visitor = new Visitor(RunningServer.shared());
  private final String name = "<b>Printer</b> " + UUID.randomUUID();

  @Test
  void whoIsNotSignedInSignsInFirst() {
    var first = visitor.get(PATH);

    assertThat(first.status()).isEqualTo(303);
    assertThat(first.header("Location")).isEqualTo("/login?continue=%2Faccount%2Fconnections");
    var form = Map.of("username", "admin", "password", RunningServer.PASSWORD);
    assertThat(visitor.submit(visitor.follow(first), "", form).header("Location")).isEqualTo(PATH);
  }

  @Test
  void whatWasAllowedIsListedAndEnded() {
    var authorization = allowed();

    var page = visitor.get(PATH);

    var listed = connection(page);
    assertThat(listed).contains("Sends you to app.example").contains("See your data");
    assertThat(page.html().select("li b")).isEmpty();
    assertThat(visitor.get(authorization).header("Location")).startsWith(WEB + "?code=");

    var ended = visitor.post(PATH, endOf(page));
    assertThat(ended.status()).isEqualTo(303);
    var after = visitor.follow(ended);
    assertThat(after.html().select("[role=status]").text()).startsWith("Access has ended.");
    assertThat(after.text()).doesNotContain(name);
    assertThat(visitor.get(authorization).header("Location")).contains("/oauth/consent?");
  }

  @Test
  void nobodyElseEndsIt() {
    allowed();
    var page = visitor.get(PATH);

    var forged = visitor.post(PATH, endOf(page).replaceAll("_csrf=[^&]*&", ""));

    assertThat(forged.status()).isEqualTo(403);
    assertThat(connection(visitor.get(PATH))).isNotEmpty();
  }

  private String allowed() {
    var id =
        visitor.register(
            "{\"client_name\":\"%s\",\"redirect_uris\":[\"%s\"]}".formatted(name, WEB));
    var authorization = Visitor.authorization(id, WEB);
    visitor.submit(visitor.consentPage(authorization), "allow", Map.of());
    return authorization;
  }

  private String connection(Page page) {
    return page.html().select("ul.connections > li").stream()
        .map(item -> item.text())
        .filter(text -> text.contains(name))
        .findFirst()
        .orElse("");
  }

  private String endOf(Page page) {
    var item =
        page.html().select("ul.connections > li").stream()
            .filter(one -> one.text().contains(name))
            .findFirst()
            .orElseThrow();
    return "_csrf="
        + item.select("[name=_csrf]").val()
        + "&client_id="
        + item.select("[name=client_id]").val();
  }
}
