package io.roster.store.sql;

import java.util.concurrent.CompletableFuture;

/** Keeps a database's only writer at work until it's released, so that other work has to queue. */
public final class HeldWriter implements AutoCloseable {
  private final Database database;
  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final CompletableFuture<Boolean> released = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ended;

  public HeldWriter(Database database) {
    this.database = database;
    this.ended =
        CompletableFuture.supplyAsync(
            () -> database.write(sql -> hold()), task -> Thread.ofVirtual().start(task));
    started.join();
  }

  /** Returns when this many writes wait. */
  public void awaitQueue(int length) {
    while (database.waitingWrites() < length) {
      Thread.onSpinWait();
    }
  }

  /** Lets the writer go on and returns when it did. */
  public void release() {
    released.complete(true);
    ended.join();
  }

  @Override
  public void close() {
    release();
  }

  private boolean hold() {
    started.complete(true);
    return released.join();
  }
}
