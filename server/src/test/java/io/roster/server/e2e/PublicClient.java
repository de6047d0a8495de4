package io.roster.server.e2e;

/** The registration most MCP clients send. */
public final class PublicClient {
  private PublicClient() {}

  public static String body(String redirectUri) {
    return """
        {"client_name":"End to end","redirect_uris":["%s"],\
        "grant_types":["authorization_code","refresh_token"],"response_types":["code"],\
        "token_endpoint_auth_method":"none","application_type":"native"}"""
        .formatted(redirectUri);
  }
}
