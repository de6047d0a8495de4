package io.roster.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.serve.RunningServer;
import io.roster.store.sql.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  private static final RunningServer SERVER = RunningServer.shared();

  @Test
  void whoeverIsNotSignedInIsAskedToAndComesBack() {
    var browser = new ConsoleBrowser(SERVER);

    var asked = browser.get("/?a=b&c=d");
    var form = browser.follow(asked);
    var signedIn =
        browser.submit(
            form, "/sign-in", Map.of("username", "admin", "password", RunningServer.PASSWORD));

    assertThat(asked.header("Location")).isEqualTo("/sign-in?next=%2F%3Fa%3Db%26c%3Dd");
    assertThat(signedIn.header("Location")).isEqualTo("/?a=b&c=d");
    assertThat(browser.follow(signedIn).html().select("h1").text()).isEqualTo("Overview");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/%0d%0aSet-Cookie:x",
        "/nowhere",
        "/\t/evil.example",
        "javascript:alert(1)",
        "/sign-out"
      })
  void signingInLeadsNowhereElse(String next) {
    var browser = new ConsoleBrowser(SERVER);
    var form = browser.get("/sign-in?next=" + URLEncoder.encode(next, UTF_8));

    var signedIn =
        browser.submit(
            form, "/sign-in", Map.of("username", "admin", "password", RunningServer.PASSWORD));

    assertThat(signedIn.header("Location")).isEqualTo("/");
  }

  @Test
  void aWrongPasswordIsSaidAndTooManyAreNotLookedAt() {
    try (var server = RunningServer.start()) {
      var browser = new ConsoleBrowser(server);

      var wrong = browser.signIn("admin<b>", "wrong horse");
      for (int i = 0; i < 5; i++) {
        browser.signIn("admin", "wrong horse");
      }
      var throttled = browser.signIn("admin", RunningServer.PASSWORD);

      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.html().select("[role=alert]").text()).contains("password is wrong");
      assertThat(wrong.html().select("[name=username]").val()).isEqualTo("admin<b>");
      assertThat(throttled.status()).isEqualTo(429);
      assertThat(throttled.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void whoOnlySignsInOnThePublicPagesDoesNotComeIn() {
    var name = "person-" + UUID.randomUUID();
    SERVER.part(Administrators.class).addUser(name, RunningServer.PASSWORD);

    var reply = new ConsoleBrowser(SERVER).signIn(name, RunningServer.PASSWORD);

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites() {
    var plain = new ConsoleBrowser(SERVER).signIn("admin", RunningServer.PASSWORD);
    var overTls =
        new ConsoleBrowser(SERVER)
            .post(
                "/sign-in",
                "username=admin&password=correct+horse",
                "Origin",
                "https://127.0.0.1:" + SERVER.admin("/").getPort());

    assertThat(plain.header("Set-Cookie"))
        .startsWith("roster-console=")
        .endsWith("; Path=/; HttpOnly; SameSite=Strict");
    assertThat(overTls.header("Set-Cookie"))
        .startsWith("__Host-roster-console=")
        .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void aSessionIsNeitherPlantedNorKeptWhenSomebodySignsInAnew() {
    var planted = "roster-console=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    var signedIn =
        new ConsoleBrowser(SERVER)
            .post("/sign-in", "username=admin&password=correct+horse", "Cookie", planted);
    var first = cookie(signedIn.header("Set-Cookie"));
    new ConsoleBrowser(SERVER)
        .post("/sign-in", "username=admin&password=correct+horse", "Cookie", first);

    assertThat(first).isNotEqualTo(planted);
    assertThat(new ConsoleBrowser(SERVER).get("/", "Cookie", planted).status()).isEqualTo(303);
    assertThat(new ConsoleBrowser(SERVER).get("/", "Cookie", first).status()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsTokenDoesNothing() {
    var browser = ConsoleBrowser.signedIn(SERVER);

    assertThat(browser.post("/sign-out", "").status()).isEqualTo(403);
    assertThat(browser.post("/sign-out", "csrf=wrong").status()).isEqualTo(403);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    var browser = ConsoleBrowser.signedIn(SERVER);
    var form = "csrf=" + URLEncoder.encode(ConsoleBrowser.token(browser.get("/")), UTF_8);

    assertThat(browser.post("/sign-out", form, "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(browser.post("/sign-out", form, "Origin", "null").status()).isEqualTo(403);
    assertThat(browser.post("/sign-out", form, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(browser.post("/sign-out", form, "Content-Type", "text/plain").status())
        .isIn(303, 415);
  }

  @Test
  void behindAProxyOfAnotherNameTheBrowserVouchesForItsForms() {
    var reply =
        new ConsoleBrowser(SERVER)
            .post(
                "/sign-in",
                "username=admin&password=correct+horse",
                "Origin",
                "https://console.example",
                "Sec-Fetch-Site",
                "same-origin");

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("Set-Cookie")).contains("; Secure");
  }

  @Test
  void aNameThatOnlyResolvesToUsIsNotAnswered() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.admin("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() {
    var browser = ConsoleBrowser.signedIn(SERVER);
    var before = browser.cookies().toString();

    var left = browser.submit(browser.get("/"), "/sign-out", Map.of());

    assertThat(left.header("Location")).isEqualTo("/sign-in");
    assertThat(browser.cookies()).isEmpty();
    assertThat(new ConsoleBrowser(SERVER).get("/", "Cookie", before).status()).isEqualTo(303);
  }

  @Test
  void aSessionEndsWithTheRoleThePasswordAndTheUser() {
    var people = SERVER.part(Administrators.class);
    var name = "admin-" + UUID.randomUUID();
    people.addAdministrator(name, RunningServer.PASSWORD, Role.ADMIN);
    var browser = ConsoleBrowser.signedIn(SERVER, name);

    people.appoint(name, Role.VIEWER);
    assertThat(browser.get("/").html().select(".who").text()).isEqualTo(name + " viewer");
    people.replacePassword(name, "another password");
    assertThat(browser.get("/").status()).isEqualTo(303);
    people.replacePassword(name, RunningServer.PASSWORD);
    var again = ConsoleBrowser.signedIn(SERVER, name);
    people.remove(name);
    assertThat(again.get("/").status()).isEqualTo(303);
  }

  @Test
  void nothingButOurOwnFilesIsLoadedAndNobodyFramesUs() {
    var page = new ConsoleBrowser(SERVER).get("/sign-in");

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("form-action 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.reply().body()).startsWith("<!doctype html>");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.html().select("[style], style, script:not([src]), [onclick]")).isEmpty();
    for (var file : page.html().select("link[href], script[src], img[src]")) {
      var address = file.hasAttr("href") ? file.attr("href") : file.attr("src");
      assertThat(new ConsoleBrowser(SERVER).get(address).status()).as(address).isEqualTo(200);
    }
  }

  @Test
  void whatIsNotThereIsSaidToBe() {
    assertThat(new ConsoleBrowser(SERVER).get("/nowhere").status()).isEqualTo(404);
    assertThat(ConsoleBrowser.signedIn(SERVER).get("/nowhere").html().select("nav a")).isNotEmpty();
    assertThat(new ConsoleBrowser(SERVER).get("/%ff").status()).isIn(400, 404);
  }

  @Test
  void aFormThatIsTooLargeIsNotRead() {
    var browser = ConsoleBrowser.signedIn(SERVER);

    assertThat(browser.post("/sign-out", "csrf=" + "x".repeat(300_000)).status()).isEqualTo(413);
  }

  @Test
  void whenTheStoreIsAwayThePageSaysSoAndTriesAgain() {
    try (var server = RunningServer.start()) {
      var browser = ConsoleBrowser.signedIn(server);
      server.part(Database.class).close();

      var page = browser.get("/");

      assertThat(page.status()).isEqualTo(503);
      assertThat(page.header("Refresh")).isEqualTo("5");
      assertThat(page.html().select("h1").text()).isEqualTo("The store is away");
    }
  }

  private static String cookie(String setCookie) {
    return setCookie.substring(0, setCookie.indexOf(';'));
  }
}
