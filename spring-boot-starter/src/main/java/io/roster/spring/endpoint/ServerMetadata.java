package io.roster.spring.endpoint;

import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this server says about itself, RFC 8414 section 2: nothing that is not true, and nothing
 * left to a default that isn't ours.
 */
public record ServerMetadata(
    RegistrationSettings settings,
    boolean registrationOpen,
    boolean documentsCount,
    Scope moreScopes) {
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  /** The documents by the paths where clients look for them, the issuer's path inserted or not. */
  public Map<String, Json.Members> byPath() {
    var path = Endpoints.issuerPath(settings);
    var documents = new LinkedHashMap<String, Json.Members>();
    documents.put(OAUTH, oauth());
    documents.put(OPENID, openid());
    documents.put(OAUTH + path, oauth());
    documents.put(OPENID + path, openid());
    documents.put(path + OPENID, openid());
    return documents;
  }

  private Json.Members oauth() {
    return new Json.Members(members());
  }

  /** The same in OpenID Connect Discovery's terms, which MCP clients read too; no ID tokens. */
  private Json.Members openid() {
    var members = members();
    members.put("subject_types_supported", Json.ofTexts(List.of("public")));
    members.put("id_token_signing_alg_values_supported", Json.ofTexts(List.of("RS256")));
    return new Json.Members(members);
  }

  private Map<String, Json> members() {
    var members = new LinkedHashMap<String, Json>();
    var methods = authMethods();
    members.put("issuer", Json.of(settings.issuer().toString()));
    members.put("authorization_endpoint", url("/oauth/authorize"));
    members.put("token_endpoint", url("/oauth/token"));
    members.put("jwks_uri", url("/oauth/jwks"));
    if (registrationOpen) {
      members.put("registration_endpoint", Json.of(settings.registrationEndpoint()));
    }
    members.put("scopes_supported", Json.ofTexts(scopes().tokens()));
    members.put("response_types_supported", Json.ofTexts(List.of("code")));
    members.put("response_modes_supported", Json.ofTexts(List.of("query")));
    members.put("grant_types_supported", Json.ofTexts(grantTypes()));
    members.put("token_endpoint_auth_methods_supported", Json.ofTexts(methods));
    members.put("token_endpoint_auth_signing_alg_values_supported", algorithms());
    members.put("revocation_endpoint", url("/oauth/revoke"));
    members.put("revocation_endpoint_auth_methods_supported", Json.ofTexts(methods));
    members.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms());
    members.put("introspection_endpoint", url("/oauth/introspect"));
    members.put(
        "introspection_endpoint_auth_methods_supported",
        Json.ofTexts(methods.stream().filter(method -> !method.equals("none")).toList()));
    members.put("introspection_endpoint_auth_signing_alg_values_supported", algorithms());
    members.put("code_challenge_methods_supported", Json.ofTexts(List.of("S256")));
    members.put("authorization_response_iss_parameter_supported", Json.TRUE);
    members.put("client_id_metadata_document_supported", Json.of(documentsCount));
    members.put("tls_client_certificate_bound_access_tokens", Json.TRUE);
    return members;
  }

  /** What strangers may register, and what is there beside it. */
  private Scope scopes() {
    return settings.tier(Tier.OPEN).scopeCeiling().and(moreScopes);
  }

  /** Every grant that clients of some tier may have. */
  private List<String> grantTypes() {
    return TierSettings.KNOWN_GRANTS.stream()
        .filter(
            grant ->
                Arrays.stream(Tier.values())
                    .anyMatch(tier -> settings.tier(tier).grantTypes().contains(grant)))
        .map(GrantType::value)
        .toList();
  }

  private Json url(String path) {
    return Json.of(settings.endpoint(path));
  }

  private static List<String> authMethods() {
    return Arrays.stream(TokenEndpointAuthMethod.values())
        .map(TokenEndpointAuthMethod::wireName)
        .toList();
  }

  private static Json algorithms() {
    return Json.ofTexts(
        List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"));
  }
}
