package io.roster.core.metadata;

/** A value of {@code grant_types}, RFC 7591 section 2; any text may be asked for. */
public record GrantType(String value) {
  public static final GrantType AUTHORIZATION_CODE = new GrantType("authorization_code");
  public static final GrantType REFRESH_TOKEN = new GrantType("refresh_token");
  public static final GrantType CLIENT_CREDENTIALS = new GrantType("client_credentials");
}
