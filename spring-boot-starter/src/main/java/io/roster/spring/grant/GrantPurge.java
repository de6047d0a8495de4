package io.roster.spring.grant;

import io.roster.core.grant.GrantStore;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Deletes grants that are over, a bounded number at a time, on a thread of its own. */
public final class GrantPurge implements InitializingBean, DisposableBean {
  private static final System.Logger LOG = System.getLogger(GrantPurge.class.getName());
  private static final int BATCH = 500;
  private static final int BATCHES = 40;

  private final GrantStore grants;
  private final InstantSource clock;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("roster-grant-purge").daemon().factory());

  public GrantPurge(GrantStore grants, InstantSource clock, Duration pause) {
    this.grants = grants;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public void afterPropertiesSet() {
    var millis = pause.toMillis();
    var scheduled =
        thread.scheduleWithFixedDelay(this::runOnce, millis, millis, TimeUnit.MILLISECONDS);
    LOG.log(System.Logger.Level.DEBUG, "expired grants are purged: {0}", scheduled);
  }

  /** Purges until nothing is left or enough was done for one time; returns how many went. */
  public int purge() {
    int all = 0;
    for (int i = 0; i < BATCHES; i++) {
      int some = grants.purgeExpired(clock.instant(), BATCH);
      all += some;
      if (some < BATCH) {
        return all;
      }
    }
    return all;
  }

  private void runOnce() {
    try {
      purge();
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "expired grants stay for now: {0}", e.getMessage());
    } catch (RuntimeException e) {
      // A task that throws would never be run again.
      LOG.log(System.Logger.Level.ERROR, "expired grants could not be purged", e);
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
