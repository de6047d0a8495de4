package io.roster.spring.upkeep;

import io.roster.spring.client.ClientCache;
import io.roster.store.postgres.ChangeListener;
import io.roster.store.postgres.PostgresSettings;
import org.jspecify.annotations.Nullable;

/** Keeps the cache of clients open while every change of a client is sure to reach it. */
public final class HeardChanges implements AutoCloseable {
  private final @Nullable ChangeListener listener;

  private HeardChanges(@Nullable ChangeListener listener) {
    this.listener = listener;
  }

  /** Of a store that this process alone changes, so that all changes come by itself. */
  public static HeardChanges ofThisProcess(ClientCache cache) {
    cache.began();
    return new HeardChanges(null);
  }

  /** Of the PostgreSQL that a URL names, which any node may change. */
  public static HeardChanges ofAllNodes(ClientCache cache, String url) {
    return new HeardChanges(ChangeListener.start(url, PostgresSettings.standard(), cache));
  }

  /** Of a store that tells nobody: nothing is ever kept. */
  public static HeardChanges none() {
    return new HeardChanges(null);
  }

  @Override
  public void close() {
    if (listener != null) {
      listener.close();
    }
  }
}
