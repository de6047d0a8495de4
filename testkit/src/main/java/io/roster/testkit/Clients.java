package io.roster.testkit;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.json.Json;
import io.roster.core.key.JsonWebKey;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.metadata.ApplicationType;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.metadata.Scope;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.uri.RedirectUri;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Valid clients; a test changes only what it is about. */
public final class Clients {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Clients() {}

  /** What a client must send and a name. */
  public static ClientMetadata someMetadata() {
    return ClientMetadata.redirectingTo("https://app.example/callback")
        .with(Members.CLIENT_NAME, "Example");
  }

  /** A client that nobody changed since it was registered at {@link #NOON}. */
  public static Client someClient(String id) {
    return Client.first(
        new ClientId(id), someMetadata(), Optional.of(someSecret(id)), someToken(id), NOON);
  }

  /** The same client with other metadata and the next revision. */
  public static Client changed(Client client, ClientMetadata next) {
    return client.updated(next, client.secret(), client.registrationToken());
  }

  /** The same client with another name and the next revision. */
  public static Client renamed(Client client, String name) {
    return changed(client, client.metadata().with(Members.CLIENT_NAME, name));
  }

  /** A secret's credential that ends 90 days after {@link #NOON}. */
  public static Credential someSecret(String ofWhat) {
    return new Credential(
        new Digest("sha256:secret-of-" + ofWhat), Optional.of(NOON.plus(Duration.ofDays(90))));
  }

  /** A registration token's credential that ends a day after {@link #NOON}. */
  public static Credential someToken(String ofWhat) {
    return new Credential(
        new Digest("sha256:token-of-" + ofWhat), Optional.of(NOON.plus(Duration.ofDays(1))));
  }

  /** A credential that never ends. */
  public static Credential endless(String text) {
    return new Credential(new Digest("sha256:" + text), Optional.empty());
  }

  /** Metadata with a value for every one of {@link Members#ALL} and for single languages. */
  public static ClientMetadata metadataWithEveryMember() {
    return withTlsSubjects(withLists(withTexts(ClientMetadata.EMPTY)))
        .with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.PRIVATE_KEY_JWT)
        .with(Members.SCOPE, Scope.of("read write mcp:tools"))
        .with(Members.JWKS, new JsonWebKeySet(List.of(someKey("k1"), someKey("k2"))))
        .with(Members.APPLICATION_TYPE, ApplicationType.WEB)
        .with(Members.TLS_BOUND_ACCESS_TOKENS, true)
        .with(new Localized(Members.CLIENT_NAME, "de-CH", "Beispiel für Zürich"))
        .with(new Localized(Members.CLIENT_NAME, "ja", "例のクライアント"))
        .with(new Localized(Members.TOS_URI, "fr", "https://app.example/fr/conditions"));
  }

  private static ClientMetadata withTexts(ClientMetadata start) {
    return start
        .with(Members.CLIENT_NAME, "Example")
        .with(Members.CLIENT_URI, "https://app.example/")
        .with(Members.LOGO_URI, "https://app.example/logo.png")
        .with(Members.TOS_URI, "https://app.example/terms")
        .with(Members.POLICY_URI, "https://app.example/policy")
        .with(Members.JWKS_URI, "https://app.example/keys")
        .with(Members.SOFTWARE_ID, "4NRB1-0XZABZI9E6-5SM3R")
        .with(Members.SOFTWARE_VERSION, "1.2.3")
        .with(Members.SOFTWARE_STATEMENT, "e30.e30.c2ln")
        .with(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, "ES256")
        .with(Members.CODE_CHALLENGE_METHOD, "S256")
        .with(Members.MCP_VERSION, "2024-11-05");
  }

  private static ClientMetadata withLists(ClientMetadata start) {
    var redirects =
        List.of(
            RedirectUri.of("https://app.example/callback?a=1&b=%20"),
            RedirectUri.of("http://127.0.0.1:33418/"),
            RedirectUri.of("com.example.app:/callback"));
    return start
        .with(Members.REDIRECT_URIS, redirects)
        .with(Members.GRANT_TYPES, List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN))
        .with(Members.RESPONSE_TYPES, List.of(ResponseType.CODE))
        .with(Members.CONTACTS, List.of("ops@app.example", "https://app.example/contact"))
        .with(Members.MCP_CAPABILITIES, List.of("resources", "tools", "prompts"));
  }

  private static ClientMetadata withTlsSubjects(ClientMetadata start) {
    return start
        .with(Members.TLS_SUBJECT_DN, "CN=app.example,O=\"Example, Inc.\",C=CH")
        .with(Members.TLS_SAN_DNS, "app.example")
        .with(Members.TLS_SAN_URI, "spiffe://app.example/client")
        .with(Members.TLS_SAN_IP, "2001:db8::1")
        .with(Members.TLS_SAN_EMAIL, "client@app.example");
  }

  private static JsonWebKey someKey(String kid) {
    var members = new LinkedHashMap<String, Json>();
    members.put("kty", Json.of("EC"));
    members.put("crv", Json.of("P-256"));
    members.put("kid", Json.of(kid));
    members.put("x", Json.of("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"));
    members.put("y", Json.of("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"));
    members.put("iat", Json.of(1_795_435_200L));
    return new JsonWebKey(new Json.Members(members));
  }
}
