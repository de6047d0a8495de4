package io.roster.spring.upkeep;

import io.roster.spring.client.ClientCache;
import io.roster.store.client.ClientChanges;
import io.roster.store.postgres.ChangeListener;
import io.roster.store.postgres.PostgresSettings;
import io.roster.store.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cache of clients open while every change of a client is sure to reach it; never, unless
 * a store begins that tells of its changes.
 */
public final class HeardChanges implements AutoCloseable {
  private final ClientCache cache;
  private final @Nullable String url;
  private @Nullable ChangeListener listener;

  /** Of the database that a URL names, if one does. */
  public HeardChanges(ClientCache cache, @Nullable String url) {
    this.cache = cache;
    this.url = url;
  }

  /** Returns whom a store has to tell of each change that it makes. */
  public synchronized ClientChanges begin(Dialect dialect) {
    switch (dialect) {
      // This process alone changes the file, so that all changes come by themselves.
      case SQLITE -> cache.began();
      // Any node may change it; of one that isn't named nobody hears, and nothing is ever kept.
      case POSTGRESQL -> {
        if (url != null && listener == null) {
          listener = ChangeListener.start(url, PostgresSettings.standard(), cache);
        }
      }
    }
    return cache;
  }

  @Override
  public synchronized void close() {
    if (listener != null) {
      listener.close();
    }
  }
}
