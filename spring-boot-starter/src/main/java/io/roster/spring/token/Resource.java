package io.roster.spring.token;

import io.roster.core.metadata.Scope;
import java.util.List;
import java.util.Map;

/**
 * A server whose tokens are issued here, RFC 8707: an MCP server, most often.
 *
 * @param uri what tokens for it name as their audience
 * @param name what people know it by; empty to show the address alone
 * @param scope all that can be asked for there; empty for whatever the client registered
 * @param defaultScope what a client gets there that asks for nothing; empty for all of that
 * @param meanings what its scopes mean, in words
 */
public record Resource(
    String uri, String name, Scope scope, Scope defaultScope, Map<String, String> meanings) {
  public Resource {
    meanings = Map.copyOf(meanings);
    if (Resources.read(List.of(uri)).filter(r -> !r.isEmpty()).isEmpty()) {
      throw new IllegalArgumentException(
          "roster.resources must each have a uri, absolute and without #part");
    }
    boolean wellFormed = scope.isWellFormed() && defaultScope.isWellFormed();
    boolean within = scope.isEmpty() || defaultScope.outside(scope).isEmpty();
    if (!wellFormed || !within) {
      throw new IllegalArgumentException(
          "roster.resources.default-scope must be part of the resource's scope");
    }
  }
}
