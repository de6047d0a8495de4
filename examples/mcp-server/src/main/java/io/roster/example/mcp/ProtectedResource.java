package io.roster.example.mcp;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What this server tells clients about its protection: its metadata, RFC 9728, and challenges. */
record ProtectedResource(URI uri, URI issuer, String scope) {
  static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** The metadata document, RFC 9728 section 2. */
  Map<String, Object> metadata() {
    return Map.of(
        "resource", uri.toString(),
        "resource_name", "Roster's example MCP server",
        "authorization_servers", List.of(issuer.toString()),
        "scopes_supported", List.of(scope),
        "bearer_methods_supported", List.of("header"));
  }

  /** The document's address: the well-known part goes before the resource's own path. */
  URI metadataUri() {
    return uri.resolve(WELL_KNOWN + uri.getPath());
  }

  /** Tells a caller without a token where to learn how to get one, RFC 9728 section 5.1. */
  String challenge() {
    return "Bearer resource_metadata=\"%s\", scope=\"%s\"".formatted(metadataUri(), scope);
  }

  /** Tells a caller what is wrong with the token it sent, RFC 6750 section 3. */
  String challenge(String error, String description) {
    return "%s, error=\"%s\", error_description=\"%s\"".formatted(challenge(), error, description);
  }
}
