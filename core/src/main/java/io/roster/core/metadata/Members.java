package io.roster.core.metadata;

import io.roster.core.key.JsonWebKeySet;
import io.roster.core.uri.RedirectUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every metadata name a client can register, in the order replies list them. No other is kept. */
public final class Members {
  // RFC 7591 section 2
  public static final Member<String> CLIENT_NAME = Member.of("client_name", Shape.TEXT);
  public static final Member<String> CLIENT_URI = Member.of("client_uri", Shape.TEXT);
  public static final Member<String> LOGO_URI = Member.of("logo_uri", Shape.TEXT);
  public static final Member<String> TOS_URI = Member.of("tos_uri", Shape.TEXT);
  public static final Member<String> POLICY_URI = Member.of("policy_uri", Shape.TEXT);
  public static final Member<List<RedirectUri>> REDIRECT_URIS =
      Member.of("redirect_uris", Shape.REDIRECT_URIS);
  public static final Member<List<GrantType>> GRANT_TYPES =
      Member.of("grant_types", Shape.GRANT_TYPES);
  public static final Member<List<ResponseType>> RESPONSE_TYPES =
      Member.of("response_types", Shape.RESPONSE_TYPES);
  public static final Member<TokenEndpointAuthMethod> TOKEN_ENDPOINT_AUTH_METHOD =
      Member.of("token_endpoint_auth_method", Shape.AUTH_METHOD);
  public static final Member<Scope> SCOPE = Member.of("scope", Shape.SCOPE);
  public static final Member<List<String>> CONTACTS = Member.of("contacts", Shape.TEXTS);
  public static final Member<String> JWKS_URI = Member.of("jwks_uri", Shape.TEXT);
  public static final Member<JsonWebKeySet> JWKS = Member.of("jwks", Shape.KEYS);
  public static final Member<String> SOFTWARE_ID = Member.of("software_id", Shape.TEXT);
  public static final Member<String> SOFTWARE_VERSION = Member.of("software_version", Shape.TEXT);
  public static final Member<String> SOFTWARE_STATEMENT =
      Member.of("software_statement", Shape.TEXT);

  // OpenID Connect Dynamic Client Registration section 2
  public static final Member<ApplicationType> APPLICATION_TYPE =
      Member.of("application_type", Shape.APPLICATION_TYPE);
  public static final Member<String> TOKEN_ENDPOINT_AUTH_SIGNING_ALG =
      Member.of("token_endpoint_auth_signing_alg", Shape.TEXT);

  // RFC 8705 sections 2.1.2 and 3.4
  public static final Member<String> TLS_SUBJECT_DN =
      Member.of("tls_client_auth_subject_dn", Shape.TEXT);
  public static final Member<String> TLS_SAN_DNS = Member.of("tls_client_auth_san_dns", Shape.TEXT);
  public static final Member<String> TLS_SAN_URI = Member.of("tls_client_auth_san_uri", Shape.TEXT);
  public static final Member<String> TLS_SAN_IP = Member.of("tls_client_auth_san_ip", Shape.TEXT);
  public static final Member<String> TLS_SAN_EMAIL =
      Member.of("tls_client_auth_san_email", Shape.TEXT);
  public static final Member<Boolean> TLS_BOUND_ACCESS_TOKENS =
      Member.of("tls_client_certificate_bound_access_tokens", Shape.FLAG);

  // Private names of the reference implementation
  public static final Member<String> CODE_CHALLENGE_METHOD =
      Member.of("code_challenge_method", Shape.TEXT);
  public static final Member<String> MCP_VERSION = Member.of("mcp_version", Shape.TEXT);
  public static final Member<List<String>> MCP_CAPABILITIES =
      Member.of("mcp_capabilities", Shape.TEXTS);

  /** All of them, in order. */
  public static final List<Member<?>> ALL =
      List.of(
          CLIENT_NAME,
          CLIENT_URI,
          LOGO_URI,
          TOS_URI,
          POLICY_URI,
          REDIRECT_URIS,
          GRANT_TYPES,
          RESPONSE_TYPES,
          TOKEN_ENDPOINT_AUTH_METHOD,
          SCOPE,
          CONTACTS,
          JWKS_URI,
          JWKS,
          SOFTWARE_ID,
          SOFTWARE_VERSION,
          SOFTWARE_STATEMENT,
          APPLICATION_TYPE,
          TOKEN_ENDPOINT_AUTH_SIGNING_ALG,
          TLS_SUBJECT_DN,
          TLS_SAN_DNS,
          TLS_SAN_URI,
          TLS_SAN_IP,
          TLS_SAN_EMAIL,
          TLS_BOUND_ACCESS_TOKENS,
          CODE_CHALLENGE_METHOD,
          MCP_VERSION,
          MCP_CAPABILITIES);

  /** The members that point a person at a web page or an image. */
  public static final List<Member<String>> PAGES =
      List.of(CLIENT_URI, LOGO_URI, TOS_URI, POLICY_URI);

  /** The members of which tls_client_auth needs exactly one, RFC 8705 section 2.1.2. */
  public static final List<Member<String>> TLS_SUBJECTS =
      List.of(TLS_SUBJECT_DN, TLS_SAN_DNS, TLS_SAN_URI, TLS_SAN_IP, TLS_SAN_EMAIL);

  private static final Map<String, Member<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Member::name, Function.identity()));

  /** The members that may also come as {@code name#language}, RFC 7591 section 2.2. */
  private static final Map<String, Member<String>> LOCALIZABLE =
      Stream.of(CLIENT_NAME, CLIENT_URI, LOGO_URI, TOS_URI, POLICY_URI)
          .collect(Collectors.toUnmodifiableMap(Member::name, Function.identity()));

  private Members() {}

  static Optional<Member<?>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static Optional<Member<String>> findLocalizable(String name) {
    return Optional.ofNullable(LOCALIZABLE.get(name));
  }
}
