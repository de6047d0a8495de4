package io.roster.spring;

import io.roster.core.json.Json;
import io.roster.spring.Http.Form;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** The steps of an authorization, with a valid request to change one thing in. */
final class Flow {
  static final String CALLBACK = "http://127.0.0.1:8123/callback";
  // The example of RFC 7636, appendix B.
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final int port;
  final Http program;
  private final String base;

  Flow(int port) {
    this(port, "");
  }

  /** Talks to a server whose issuer has a path. */
  Flow(int port, String base) {
    this.port = port;
    this.base = base;
    this.program = Http.to(port);
  }

  /** Registers a client; members are JSON, such as {@code "scope":"read"}. */
  Json.Members register(String... members) {
    var all = new StringBuilder("{\"redirect_uris\":[\"" + CALLBACK + "\"]");
    all.append(",\"grant_types\":[\"authorization_code\",\"refresh_token\"]");
    Arrays.stream(members).forEach(member -> all.append(',').append(member));
    return Http.json(program.call("POST", base + "/oauth/register", all.append('}').toString()));
  }

  String registerPublic(String... members) {
    var all = Arrays.copyOf(members, members.length + 1);
    all[members.length] = "\"token_endpoint_auth_method\":\"none\"";
    return register(all).text("client_id").orElseThrow();
  }

  Http signIn(String name, String password) {
    var browser = Http.to(port);
    var page = browser.get("/login").body();
    var csrf = page.split("name=\"_csrf\" type=\"hidden\" value=\"", 2)[1].split("\"", 2)[0];
    browser.post("/login", Form.of("username", name, "password", password, "_csrf", csrf));
    return browser;
  }

  Http alice() {
    return signIn("alice", "wonderland");
  }

  static Form request(String clientId) {
    return Form.of(
        "response_type",
        "code",
        "client_id",
        clientId,
        "redirect_uri",
        CALLBACK,
        "state",
        "xyz",
        "code_challenge",
        CHALLENGE,
        "code_challenge_method",
        "S256");
  }

  HttpResponse<String> authorize(Http browser, Form request) {
    return browser.get(base + "/oauth/authorize?" + request.encoded());
  }

  /** Asks, and allows what the consent page shows, if there is one. */
  HttpResponse<String> allow(Http browser, Form request) {
    var first = authorize(browser, request);
    var consent = Http.answer(first);
    if (consent.values().containsKey("code")) {
      return first;
    }
    var scopes = consent.get("scope").split(" ");
    return browser.post(
        base + "/oauth/authorize",
        Form.of("client_id", consent.get("client_id"), "state", consent.get("state"))
            .with("scope", scopes));
  }

  String code(Http browser, Form request) {
    return Http.answer(allow(browser, request)).get("code");
  }

  static Form redeeming(String clientId, String code) {
    return Form.of(
        "grant_type", "authorization_code",
        "client_id", clientId,
        "code", code,
        "redirect_uri", CALLBACK,
        "code_verifier", VERIFIER);
  }

  static Form refreshing(String clientId, String refreshToken) {
    return Form.of(
        "grant_type", "refresh_token", "client_id", clientId, "refresh_token", refreshToken);
  }

  HttpResponse<String> token(Form form, String... headers) {
    return program.post(base + "/oauth/token", form, headers);
  }

  /** The tokens of a public client that Alice allowed everything it asked for. */
  Json.Members tokens(String clientId) {
    return Http.json(token(redeeming(clientId, code(alice(), request(clientId)))));
  }
}
