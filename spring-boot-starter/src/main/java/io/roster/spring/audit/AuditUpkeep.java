package io.roster.spring.audit;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.audit.Sealer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Seals the audit trail every second and lets its oldest entries go now and then. */
public final class AuditUpkeep implements InitializingBean, DisposableBean {
  private static final System.Logger LOG = System.getLogger("io.roster.audit");
  private static final Duration SEALS = Duration.ofSeconds(1);
  private static final Duration PRUNING = Duration.ofMinutes(10);

  private final Sealer sealer;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("roster-audit").daemon().factory());

  public AuditUpkeep(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public void afterPropertiesSet() {
    every(SEALS, sealer::seal);
    every(PRUNING, sealer::prune);
  }

  private void every(Duration interval, Runnable task) {
    long millis = interval.toMillis();
    var scheduled =
        thread.scheduleWithFixedDelay(() -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
    LOG.log(System.Logger.Level.DEBUG, "the audit trail is looked after: {0}", scheduled);
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.DEBUG, "the audit trail has to wait", e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the audit trail could not be looked after", e);
    }
  }

  /** Seals what is still open. */
  @Override
  public void destroy() {
    thread.shutdownNow();
    attempt(sealer::seal);
  }
}
