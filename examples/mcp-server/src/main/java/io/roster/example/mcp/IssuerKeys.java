package io.roster.example.mcp;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The issuer's public keys, found through its metadata, RFC 8414, when first needed. */
final class IssuerKeys implements JWKSource<SecurityContext> {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int SIZE_LIMIT = 64 * 1024;

  private final URI issuer;
  private final DefaultResourceRetriever http =
      new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, SIZE_LIMIT);
  private @Nullable JWKSource<SecurityContext> discovered;

  IssuerKeys(URI issuer) {
    this.issuer = issuer;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    return discovered().get(selector, context);
  }

  private synchronized JWKSource<SecurityContext> discovered() throws KeySourceException {
    var known = discovered;
    if (known == null) {
      // Cached for minutes; asked again, at a bounded rate, when a token names an unknown key.
      known = JWKSourceBuilder.create(jwksUri(), http).refreshAheadCache(false).build();
      discovered = known;
    }
    return known;
  }

  private URL jwksUri() throws KeySourceException {
    try {
      var metadata = JSONObjectUtils.parse(http.retrieveResource(metadataUrl()).getContent());
      if (!issuer.toString().equals(metadata.get("issuer"))) {
        throw new KeySourceException("the metadata belongs to another issuer");
      }
      return JSONObjectUtils.getURI(metadata, "jwks_uri").toURL();
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new KeySourceException("the issuer's metadata can't be read", e);
    }
  }

  /** The well-known part goes before the issuer's own path, RFC 8414 section 3.1. */
  private URL metadataUrl() throws MalformedURLException {
    var path = issuer.getPath().replaceFirst("/$", "");
    return issuer.resolve("/.well-known/oauth-authorization-server" + path).toURL();
  }
}
