package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An identity provider on loopback that says whatever a test wants it to. */
final class ScriptedProvider implements AutoCloseable {
  static final String CLIENT = "roster-there";
  static final String SECRET = "a secret/of+both";

  private final HttpServer server;
  private final RSAKey key = newKey();
  private final RSAKey otherKey = newKey();

  /** What it says about itself, its ID tokens and its userinfo; tests change it. */
  final Map<String, Object> discovery = new HashMap<>();

  final Map<String, Object> claims = new HashMap<>();
  final Map<String, Object> userInfo = new HashMap<>();
  boolean signsWithAnotherKey;
  int status = 200;
  String padding = "";

  /** The forms that came to its token endpoint, and the paths that were asked for. */
  final List<Map<String, String>> redeemed = new CopyOnWriteArrayList<>();

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** An honest provider again, with somebody else signed in. */
  void reset(String subject) {
    discovery.clear();
    claims.clear();
    userInfo.clear();
    redeemed.clear();
    asked.clear();
    authorizations.clear();
    signsWithAnotherKey = false;
    status = 200;
    padding = "";
    discovery.put("issuer", issuer());
    discovery.put("authorization_endpoint", issuer() + "/authorize");
    discovery.put("token_endpoint", issuer() + "/token");
    discovery.put("userinfo_endpoint", issuer() + "/userinfo");
    discovery.put("jwks_uri", issuer() + "/jwks");
    discovery.put("authorization_response_iss_parameter_supported", true);
    claims.put("sub", subject);
    claims.put("email", "somebody@example.com");
    claims.put("email_verified", true);
    userInfo.put("sub", subject);
  }

  ScriptedProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/.well-known/openid-configuration", exchange -> text(discovery));
    serve("/jwks", exchange -> new JWKSet(key.toPublicJWK()).toString());
    serve("/userinfo", exchange -> text(userInfo));
    serve("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The settings of a server that trusts it, under the name "there". */
  List<String> settings(String... more) {
    var settings =
        new ArrayList<>(
            List.of(
                "--roster.sign-in.providers.there.issuer=" + issuer(),
                "--roster.sign-in.providers.there.client-id=" + CLIENT,
                "--roster.sign-in.providers.there.client-secret=" + SECRET,
                "--roster.sign-in.providers.there.name=The Place"));
    settings.addAll(List.of(more));
    return settings;
  }

  private String token(HttpExchange exchange) throws IOException {
    var form = new HashMap<String, String>();
    for (var pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
      var parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    redeemed.add(form);
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    return text(
        Map.of(
            "access_token", "an-upstream-access-token",
            "refresh_token", "an-upstream-refresh-token",
            "token_type", "Bearer",
            "expires_in", 300,
            "id_token", idToken()));
  }

  private String idToken() {
    var now = Instant.now();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    claims.forEach(set::claim);
    var signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
    try {
      signed.sign(new RSASSASigner(signsWithAnotherKey ? otherKey : key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return signed.serialize();
  }

  private interface Answer {
    String to(HttpExchange exchange) throws IOException;
  }

  private void serve(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          asked.add(path);
          var body = (answer.to(exchange) + padding).getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("Location", issuer() + "/elsewhere");
          exchange.sendResponseHeaders(status, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
  }

  private static String text(Map<String, Object> members) {
    return JSONObjectUtils.toJSONString(members);
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
