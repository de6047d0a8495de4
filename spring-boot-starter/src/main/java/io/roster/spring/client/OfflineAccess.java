package io.roster.spring.client;

import io.roster.core.metadata.Scope;

/**
 * What the scope offline_access is here. A client that registered the grant refresh_token gets a
 * refresh token; MCP servers never ask for that scope, but clients may.
 */
public enum OfflineAccess {
  /** No scope: the grant alone decides. */
  IGNORED,
  /** A scope that is listed and granted, and changes nothing. */
  LISTED,
  /** A scope without which there is no refresh token, so that the person decides. */
  REQUIRED;

  /** Its name. */
  public static final String SCOPE = "offline_access";

  /** This scope, with it for clients that may refresh. */
  public Scope with(Scope scope, boolean mayRefresh) {
    return this == IGNORED || !mayRefresh ? scope : scope.and(Scope.of(SCOPE));
  }
}
