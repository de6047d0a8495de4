package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The code flow of a public client, OAuth 2.1 section 4.1, one step at a time. */
public record Authorization(RunningRoster roster, String clientId, String redirectUri) {
  public static final String RESOURCE = "http://localhost:9001/mcp";

  // The pair of RFC 7636 appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  public URI uri() {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", clientId);
    query.put("redirect_uri", redirectUri);
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("resource", RESOURCE);
    query.put("state", "s");
    return roster.at("/oauth/authorize?" + Http.encoded(query));
  }

  /** Signs in, allows it and takes the tokens. */
  public JsonNode tokens(Browser browser) {
    return redeem(browser.approve(browser.openPage(uri())));
  }

  /** Takes the tokens for the code in the redirect to the client. */
  public JsonNode redeem(URI callback) {
    var reply = redeemWith(callback, Map.of());
    assertThat(reply.status()).as(reply::body).isEqualTo(200);
    return reply.json();
  }

  /** Asks for tokens for the code in the redirect, with what proves who asks. */
  public Http.Reply redeemWith(URI callback, Map<String, String> proof) {
    var code = CODE.matcher(callback.toString());
    assertThat(code.find()).as(callback::toString).isTrue();
    var parameters = new LinkedHashMap<>(proof);
    parameters.put("grant_type", "authorization_code");
    parameters.put("code", code.group(1));
    parameters.put("redirect_uri", redirectUri);
    parameters.put("code_verifier", VERIFIER);
    parameters.put("resource", RESOURCE);
    return token(parameters);
  }

  public Http.Reply refresh(JsonNode tokens) {
    return refreshWith(tokens.get("refresh_token").asString());
  }

  public Http.Reply refreshWith(String refreshToken) {
    return token(
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "resource", RESOURCE));
  }

  private Http.Reply token(Map<String, String> parameters) {
    var form = new LinkedHashMap<>(parameters);
    form.put("client_id", clientId);
    return Http.send(Http.postForm(roster.at("/oauth/token"), form));
  }
}
