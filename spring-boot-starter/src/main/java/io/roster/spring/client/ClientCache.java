package io.roster.spring.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.store.client.ClientChanges;
import io.roster.store.postgres.ChangeListener;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Clients in memory for a moment, as Spring's, because one login needs the same client many times.
 * It forgets a client when told that it changed, keeps nothing while changes can't be heard, and
 * keeps nothing for longer than its life should one have been missed.
 */
public final class ClientCache implements ClientChanges, ChangeListener.Hearing {
  private static final int USUAL_LENGTH = 3000;

  private final int size;
  private final Duration life;
  private volatile @Nullable Cache<ClientId, Optional<RegisteredClient>> current;

  /**
   * Empty and idle until {@link #began}; keeps so many clients of usual length, or fewer long ones,
   * and with a size of 0 nothing ever.
   */
  public ClientCache(int size, Duration life) {
    this.size = size;
    this.life = life;
  }

  /** Returns the client that is kept, or else the one that is loaded now. */
  public Optional<RegisteredClient> find(
      ClientId id, Function<ClientId, Optional<RegisteredClient>> load) {
    var cache = current;
    if (cache == null) {
      return load.apply(id);
    }
    var found = cache.get(id, load);
    if (found.isEmpty()) {
      // It may be registered at any moment, of which nobody is told.
      cache.invalidate(id);
    }
    return found;
  }

  /** Waits for a load of this client that is under way, and forgets what comes of it. */
  @Override
  public void changed(ClientId id) {
    var cache = current;
    if (cache != null) {
      cache.invalidate(id);
    }
  }

  @Override
  public void changed(String clientId) {
    if (ClientId.isValid(clientId)) {
      changed(new ClientId(clientId));
    }
  }

  /** Begins with nothing: a load from before still ends in the cache from before. */
  @Override
  public void began() {
    current = size == 0 ? null : empty();
  }

  private Cache<ClientId, Optional<RegisteredClient>> empty() {
    return Caffeine.newBuilder()
        .maximumWeight(size)
        .weigher((ClientId id, Optional<RegisteredClient> client) -> weight(client))
        .expireAfterWrite(life)
        // To wake another thread costs more than to tidy up here.
        .executor(Runnable::run)
        .build();
  }

  /** Whoever registers much must not fill the memory with it. */
  private static int weight(Optional<RegisteredClient> client) {
    return 1
        + client.map(RegisteredClients::metadataOf).orElse(ClientMetadata.EMPTY).length()
            / USUAL_LENGTH;
  }

  @Override
  public void lost() {
    current = null;
  }
}
