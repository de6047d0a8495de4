package io.roster.server.admin.health;

import io.roster.core.store.ClientLookup;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks the store something small, to know whether it answers. */
public final class StoreProbe {
  private final ClientLookup clients;
  private final Duration patience;

  /** Takes silence for longer than {@code patience} as an outage. */
  public StoreProbe(ClientLookup clients, Duration patience) {
    this.clients = clients;
    this.patience = patience;
  }

  public boolean answers() {
    // Not try-with-resources: that would wait for the very answer that doesn't come.
    var thread = Executors.newVirtualThreadPerTaskExecutor();
    var answer = CompletableFuture.supplyAsync(() -> clients.firstPage(1), thread);
    thread.shutdown();
    return answer
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle((page, failure) -> failure == null)
        .join();
  }
}
