package io.roster.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPageTest {
  private final Visitor visitor = new Visitor(RunningServer.shared());

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/nothing/here", "/error", "/oauth/authorize?client_id=x"})
  void everyPageIsClosedToScriptsFramesAndCaches(String path) {
    var page = visitor.get(path);

    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .endsWith("form-action 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Server")).isEmpty();
  }

  @Test
  void aMissingPageIsSaidInWords() {
    var page = visitor.get("/nothing/here?%3Cscript%3E", "Accept", "text/html,*/*;q=0.8");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html().select("h1").text()).isEqualTo("There is nothing here");
    assertThat(page.reply().body()).doesNotContain("script");
  }

  @Test
  void aProgramIsToldInJson() {
    var page = visitor.get("/nothing/here", "Accept", "application/json");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("application/json");
    assertThat(page.reply().body())
        .isEqualTo(
            "{\"error\":\"not_found\","
                + "\"error_description\":\"No page of this server has this address.\"}");
  }

  @Test
  void anUnknownClientIsExplainedAndLeadsNowhere() {
    var page = visitor.get(Visitor.authorization("mcp-client-gone", "https://evil.example/cb"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
    assertThat(page.text()).contains("the client is unknown here").contains("add it anew");
    assertThat(page.reply().body()).doesNotContain("evil.example");
  }

  @Test
  void whoIsKnownByADocumentIsNotAskedToRegister() {
    var path = Visitor.authorization("https://app.example/../client.json", "https://a.example/cb");

    var page = visitor.get(path);
    var program = visitor.get(path, "Accept", "application/json");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text())
        .contains("no URL of a metadata document")
        .contains("tell its publisher, or whoever runs this server")
        .doesNotContain("registers again");
    assertThat(program.reply().body()).contains("\"error\":\"invalid_request\"");
  }

  @Test
  void aForeignRedirectUriIsExplainedAndLeadsNowhere() {
    var id = visitor.register("{\"redirect_uris\":[\"https://app.example/cb\"]}");

    var page = visitor.get(Visitor.authorization(id, "https://evil.example/cb"));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
    assertThat(page.text())
        .contains("has not registered this redirect_uri")
        .contains("add it anew");
  }

  @Test
  void theFrontPageLinksTheMetadata() {
    var page = visitor.get("/");

    assertThat(visitor.get(page.html().select("a").attr("href")).reply().body())
        .contains("\"issuer\":\"http://localhost\"");
  }

  @Test
  void theStyleSheetIsServedAndKept() {
    var style = visitor.get("/roster.css");

    assertThat(style.header("Content-Type")).startsWith("text/css");
    assertThat(style.header("Cache-Control")).isEqualTo("max-age=3600, public");
  }

  @Test
  void nothingForTheOperatorIsPublic() {
    assertThat(visitor.get("/actuator/health").status()).isEqualTo(404);
  }
}
