package io.roster.example.mcp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/**
 * An authorization server of a few lines: publishes metadata and a key, and signs what one asks.
 */
final class LoopbackIssuer {
  private final HttpServer server;
  private final ECKey key;

  LoopbackIssuer() throws IOException, JOSEException {
    key = newKey("known");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    publish(
        "/.well-known/oauth-authorization-server",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}".formatted(uri(), uri()));
    publish("/jwks", new JWKSet(key.toPublicJWK()).toString());
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void stop() {
    server.stop(0);
  }

  /** A token that is good for the resource, but for what the test changes. */
  String token(URI resource, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(header("at+jwt"), key, change.apply(claims(resource)));
  }

  String tokenOfType(String type, URI resource) throws JOSEException {
    return sign(header(type), key, claims(resource));
  }

  String tokenByStrangersKey(URI resource) throws JOSEException {
    return sign(header("at+jwt"), newKey("known"), claims(resource));
  }

  private JWTClaimsSet.Builder claims(URI resource) {
    return new JWTClaimsSet.Builder()
        .issuer(uri().toString())
        .subject("alice")
        .audience(resource.toString())
        .claim("client_id", "mcp-client-1")
        .claim("scope", "read write")
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  private static String sign(JWSHeader header, ECKey key, JWTClaimsSet.Builder claims)
      throws JOSEException {
    var jwt = new SignedJWT(header, claims.build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private static JWSHeader header(String type) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .keyID("known")
        .type(new JOSEObjectType(type))
        .build();
  }

  private static ECKey newKey(String id) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
  }

  private void publish(String path, String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
