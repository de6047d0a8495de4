package io.roster.spring.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Scope;
import io.roster.core.uri.RedirectUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Every client that may be used as Spring's RegisteredClient; an update or a deletion counts from
 * the next request on.
 */
public final class RegisteredClients implements RegisteredClientRepository {
  private static final String METADATA = ClientMetadata.class.getName();

  private final Function<ClientId, Optional<Client>> clients;
  private final Optional<ClientCache> cache;
  private final TokenSettings tokens;
  private final OfflineAccess offline;

  /** Adapts the clients that this look-up finds, each time anew. */
  public RegisteredClients(Function<ClientId, Optional<Client>> clients, TokenLifetimes lifetimes) {
    this.clients = clients;
    this.cache = Optional.empty();
    this.tokens = lifetimes.toTokenSettings();
    this.offline = OfflineAccess.IGNORED;
  }

  /** The same, of clients that may ask for offline_access, though they can't register it. */
  public RegisteredClients(
      Function<ClientId, Optional<Client>> clients,
      ClientCache cache,
      TokenLifetimes lifetimes,
      OfflineAccess offline) {
    this.clients = clients;
    this.cache = Optional.of(cache);
    this.tokens = lifetimes.toTokenSettings();
    this.offline = offline;
  }

  /** What the client registered; nothing of a client that came from another repository. */
  public static ClientMetadata metadataOf(RegisteredClient client) {
    ClientMetadata found = client.getClientSettings().getSetting(METADATA);
    return found == null ? ClientMetadata.EMPTY : found;
  }

  /** These scopes in the order the client registered them, for Spring knows them as a set. */
  public static Scope inOrder(Set<String> scopes, RegisteredClient client) {
    var registered = metadataOf(client).scope();
    var known = registered.within(new Scope(List.copyOf(scopes)));
    return known.and(new Scope(scopes.stream().sorted().toList()));
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("clients are registered through io.roster.core");
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return ClientId.isValid(clientId) ? find(new ClientId(clientId)).orElse(null) : null;
  }

  private Optional<RegisteredClient> find(ClientId id) {
    // Documents have a memory of their own.
    return cache.isEmpty() || id.isUrl() ? load(id) : cache.get().find(id, this::load);
  }

  private Optional<RegisteredClient> load(ClientId id) {
    return clients.apply(id).filter(Client::isActive).map(this::adapt);
  }

  /** The same client as Spring's, whether or not it may be used. */
  public RegisteredClient adapt(Client client) {
    var id = client.id().value();
    var metadata = client.metadata();
    var adapted =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientIdIssuedAt(client.issuedAt())
            .clientName(metadata.clientName().orElse(id))
            .clientAuthenticationMethod(method(metadata))
            .redirectUris(uris -> uris.addAll(redirectUris(metadata)))
            .scopes(scopes -> scopes.addAll(scope(metadata).tokens()))
            .clientSettings(settings(metadata))
            .tokenSettings(tokenSettings(metadata));
    metadata
        .grantTypes()
        .forEach(g -> adapted.authorizationGrantType(new AuthorizationGrantType(g.value())));
    if (metadata.tokenEndpointAuthMethod().usesSecret()) {
      client
          .secret()
          .ifPresent(
              secret ->
                  adapted.clientSecret(SecretDigests.joined(secret, client.previousSecret())));
      client
          .secret()
          .flatMap(secret -> secret.expiresAt())
          .ifPresent(adapted::clientSecretExpiresAt);
    }
    return adapted.build();
  }

  private Scope scope(ClientMetadata metadata) {
    return offline.with(metadata.scope(), metadata.grantTypes().contains(GrantType.REFRESH_TOKEN));
  }

  private static ClientAuthenticationMethod method(ClientMetadata metadata) {
    return new ClientAuthenticationMethod(metadata.tokenEndpointAuthMethod().wireName());
  }

  private static ClientSettings settings(ClientMetadata metadata) {
    var settings = ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true);
    // Without an algorithm Spring would take an assertion for client_secret_jwt.
    var algorithm =
        metadata
            .get(Members.TOKEN_ENDPOINT_AUTH_SIGNING_ALG)
            .map(SignatureAlgorithm::from)
            .orElse(SignatureAlgorithm.RS256);
    return settings
        .tokenEndpointAuthenticationSigningAlgorithm(algorithm)
        .setting(METADATA, metadata)
        .build();
  }

  private TokenSettings tokenSettings(ClientMetadata metadata) {
    boolean bound = metadata.get(Members.TLS_BOUND_ACCESS_TOKENS).orElse(false);
    return bound
        ? TokenSettings.withSettings(tokens.getSettings())
            .x509CertificateBoundAccessTokens(true)
            .build()
        : tokens;
  }

  private static List<String> redirectUris(ClientMetadata metadata) {
    return metadata.redirectUris().stream()
        .map(RedirectUri::text)
        .filter(RegisteredClients::fitsRegisteredClient)
        .toList();
  }

  // RegisteredClient refuses to be built with a URI that java.net.URI can't read, such as "app:".
  private static boolean fitsRegisteredClient(String uri) {
    try {
      return new URI(uri).getFragment() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }
}
