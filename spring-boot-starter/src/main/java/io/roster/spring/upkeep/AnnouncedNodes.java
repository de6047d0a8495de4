package io.roster.spring.upkeep;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.node.NodeStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Says every few seconds that this node lives, and asks how many do. */
public final class AnnouncedNodes implements Nodes, InitializingBean, DisposableBean {
  private static final System.Logger LOG = System.getLogger("io.roster.nodes");
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final NodeStore store;
  private final String self = UUID.randomUUID().toString();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("roster-nodes").daemon().factory());
  private int lastSeen = 1;
  private boolean reachable = true;
  private volatile int count = 1;

  public AnnouncedNodes(NodeStore store) {
    this.store = store;
  }

  /** The last known number counts while the store can't tell. */
  @Override
  public int count() {
    return count;
  }

  @Override
  public void afterPropertiesSet() {
    look();
    long millis = INTERVAL.toMillis();
    var scheduled =
        thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    LOG.log(Level.DEBUG, "this node is {0}: {1}", self, scheduled);
  }

  /** Looks once; what it throws would end all looking. */
  void look() {
    try {
      int seen = store.announce(self);
      // After an outage all were silent: fewer nodes are believed only when seen twice.
      become(Math.max(seen, lastSeen));
      lastSeen = seen;
      reachable = true;
    } catch (StoreUnavailableException e) {
      if (reachable) {
        LOG.log(Level.WARNING, "how many nodes there are can't be told now: {0}", e.getMessage());
      }
      reachable = false;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "how many nodes there are could not be told", e);
    }
  }

  private void become(int now) {
    if (now != count) {
      count = now;
      LOG.log(
          Level.INFO,
          now == 1
              ? "this node serves alone now, with the whole of the rate limits"
              : now + " nodes serve together now, each with its share of the rate limits");
    }
  }

  /** Lets the others have this node's share at once. */
  @Override
  public void destroy() {
    try {
      thread.shutdownNow();
      // What is under way would say once more that this node lives.
      if (thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        store.withdraw(self);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "the other nodes will notice by themselves", e);
    }
  }
}
