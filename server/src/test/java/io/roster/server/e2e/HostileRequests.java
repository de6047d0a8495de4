package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests nobody should send, by what is wrong with them. */
final class HostileRequests {
  private static final String REGISTER = "/oauth/register";
  private static final String GOOD = PublicClient.body("http://127.0.0.1/callback");
  private static final long SEED = 7591_7592;

  private static final List<String> TEXT_MEMBERS =
      List.of(
          "client_name",
          "client_uri",
          "logo_uri",
          "scope",
          "tos_uri",
          "policy_uri",
          "jwks_uri",
          "software_id",
          "software_version",
          "token_endpoint_auth_method",
          "application_type",
          "mcp_version");
  private static final List<String> LIST_MEMBERS =
      List.of("redirect_uris", "grant_types", "response_types", "contacts", "mcp_capabilities");

  private HostileRequests() {}

  /** Bodies for the registration endpoint. */
  static Map<String, byte[]> bodies() {
    var bodies = new LinkedHashMap<String, String>();
    List.of("", " ", "null", "true", "1", "\"x\"", "[]", "[{}]", "{}", "{", "}", "{]", "\0")
        .forEach(body -> bodies.put("body " + body, body));
    bodies.put("two objects", GOOD + GOOD);
    bodies.put("trailing data", GOOD + "x");
    bodies.put("a member twice", GOOD.replace("{", "{\"client_name\":\"a\","));
    bodies.put("a comment", GOOD.replace("{", "{/* hello */"));
    bodies.put("single quotes", GOOD.replace('"', '\''));
    bodies.put("trailing comma", GOOD.replace("}", ",}"));
    bodies.put("not a number", GOOD.replace("{", "{\"x\":NaN,"));
    bodies.put("deep arrays", "[".repeat(20_000));
    bodies.put("deep objects", "{\"a\":".repeat(10_000));
    bodies.put("deep unknown member", member("x", "[".repeat(5_000) + "]".repeat(5_000)));
    bodies.put("too large", member("client_name", "\"" + "a".repeat(66_000) + "\""));
    bodies.put("too large, of blanks", GOOD + " ".repeat(66_000));
    bodies.put("long name", member("client_name", "\"" + "a".repeat(10_000) + "\""));
    bodies.put("NUL in the name", member("client_name", "\"a\\u0000b\""));
    bodies.put("half a character", member("client_name", "\"\\ud800\""));
    bodies.put("newline in the name", member("client_name", "\"a\\nSet-Cookie: b\""));
    bodies.put("huge number as name", member("client_name", "1e999999999"));
    bodies.put("key set as text", member("jwks", "\"{\\\"keys\\\":[]}\""));
    bodies.put("key set as array", member("jwks", "[]"));
    bodies.put("key set of nonsense", member("jwks", "{\"keys\":[{\"kty\":1}]}"));
    bodies.put("hundred redirect URIs", member("redirect_uris", hundredUris()));
    bodies.put("long redirect URI", redirect("https://a.example/" + "a".repeat(10_000)));
    bodies.put("empty redirect URI", redirect(""));
    bodies.put("script as redirect URI", redirect("javascript:alert(1)"));
    bodies.put("NUL in a redirect URI", redirect("https://a.example/\\u0000"));
    TEXT_MEMBERS.forEach(name -> wrongTypes(bodies, name, "1", "true", "{}", "[]", "[\"a\"]"));
    LIST_MEMBERS.forEach(name -> wrongTypes(bodies, name, "1", "\"a\"", "{}", "[1]", "[[\"a\"]]"));
    var requests = new LinkedHashMap<String, byte[]>();
    bodies.forEach((name, body) -> requests.put(name, post(body.getBytes(UTF_8))));
    requests.put("UTF-16", post(GOOD.getBytes(UTF_16)));
    requests.put("broken UTF-8", post(GOOD.replace("End", "\u00c3(").getBytes(ISO_8859_1)));
    return requests;
  }

  /** Requests that are wrong before any body is looked at. */
  static Map<String, byte[]> framings() {
    var requests = new LinkedHashMap<String, byte[]>();
    requests.put("no Host", Wire.raw("POST " + REGISTER + " HTTP/1.1\r\nA: b\r\n\r\n"));
    requests.put("two Hosts", get(REGISTER, "Host: other"));
    requests.put("huge header", get(REGISTER, "X-Huge: " + "a".repeat(70_000)));
    requests.put("many headers", get(REGISTER, "X-Many: a\r\n".repeat(5_000) + "X-Last: a"));
    requests.put("blank in a header's name", get(REGISTER, "X Y: a"));
    requests.put("NUL in a header", get(REGISTER, "X-Nul: a\0b"));
    requests.put("folded header", get(REGISTER, "X-Folded: a\r\n b"));
    requests.put("no colon", get(REGISTER, "nonsense"));
    requests.put("unknown expectation", get(REGISTER, "Expect: miracles"));
    requests.put("length of letters", framed("Content-Length: abc"));
    requests.put("negative length", framed("Content-Length: -1"));
    requests.put("two lengths", framed("Content-Length: 2\r\nContent-Length: 3"));
    requests.put("huge length", framed("Content-Length: 99999999999999999999"));
    requests.put("body cut short", framed("Content-Length: 9999"));
    requests.put("length and chunks", framed("Content-Length: 5\r\nTransfer-Encoding: chunked"));
    requests.put("unknown coding", framed("Transfer-Encoding: fish"));
    requests.put("chunk size of letters", chunked("zz\r\n" + GOOD + "\r\n0\r\n\r\n"));
    requests.put("huge chunk size", chunked("fffffffffffffffff\r\n" + GOOD));
    requests.put("chunks cut short", chunked("ff\r\n" + GOOD));
    requests.put("chunks beyond the limit", chunked(chunk(80_000) + "0\r\n\r\n"));
    return requests;
  }

  /** Paths and methods, with and without tokens. */
  static Map<String, byte[]> targets() {
    var requests = new LinkedHashMap<String, byte[]>();
    List.of("%00", "%2F", "a%2Fb", "a/b", "..%2f..", "%ff%fe", "%zz", "%", "..;/x", "\\", "%5c")
        .forEach(id -> requests.put("id " + id, get(REGISTER + "/" + id, "X: y")));
    List.of("a\0b", "a b", "a\tb", "\u00e9")
        .forEach(id -> requests.put("raw id " + id, get(REGISTER + "/" + id, "X: y")));
    requests.put("long id", get(REGISTER + "/" + "a".repeat(7_000), "X: y"));
    requests.put("longer id", get(REGISTER + "/" + "a".repeat(70_000), "X: y"));
    List.of("/OAUTH/REGISTER", "//oauth/register", "/oauth/register/", "/oauth/./register")
        .forEach(path -> requests.put("path " + path, get(path, "X: y")));
    List.of("GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "post", "P\u00d6ST")
        .forEach(
            method -> requests.put("method " + method, Wire.request(method, REGISTER, "X: y")));
    List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer a b",
            "Bearer \u00fc",
            "Bearer \0",
            "Basic !",
            "bearer=")
        .forEach(value -> requests.put("auth " + value, authorized("Authorization: " + value)));
    requests.put("long token", authorized("Authorization: Bearer " + "a".repeat(6_000)));
    requests.put("two tokens", authorized("Authorization: Bearer a\r\nAuthorization: Bearer b"));
    List.of("/oauth/token", "/oauth/revoke", "/oauth/introspect")
        .forEach(
            path -> {
              requests.put("GET " + path, get(path, "X: y"));
              requests.put("nothing to " + path, Wire.form(path, ""));
              requests.put(
                  "nonsense to " + path, Wire.form(path, "%zz=%&&=&a=b&a=c&grant_type=\0"));
            });
    return requests;
  }

  /** Noise, the same on every run. */
  static Map<String, byte[]> noise() {
    var random = new Random(SEED);
    var requests = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < 60; i++) {
      var bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      requests.put("noise " + i, bytes);
      requests.put("body of noise " + i, post(bytes));
    }
    return requests;
  }

  private static void wrongTypes(Map<String, String> bodies, String name, String... values) {
    for (var value : values) {
      bodies.put(name + " of " + value, member(name, value));
    }
  }

  /** A good body but for one member. */
  private static String member(String name, String value) {
    var others = GOOD.replaceAll("\"" + name + "\":(\\[[^]]*]|\"[^\"]*\"),?", "");
    return others
        .replaceFirst("\\{", "{\"" + name + "\":" + value.replace("\\", "\\\\") + ",")
        .replace(",}", "}");
  }

  private static String redirect(String uri) {
    return member("redirect_uris", "[\"" + uri + "\"]");
  }

  private static String hundredUris() {
    return IntStream.range(0, 100)
        .mapToObj(i -> "\"https://a.example/" + i + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String chunk(int size) {
    return Integer.toHexString(size) + "\r\n" + "a".repeat(size) + "\r\n";
  }

  private static byte[] post(byte[] body) {
    return Wire.json(REGISTER, body);
  }

  private static byte[] framed(String headers) {
    return Wire.framed(REGISTER, headers, GOOD);
  }

  private static byte[] chunked(String body) {
    return Wire.chunked(REGISTER, body);
  }

  private static byte[] get(String path, String headers) {
    return Wire.get(path, headers);
  }

  private static byte[] authorized(String headers) {
    return get(REGISTER + "/mcp-client-0", headers);
  }
}
