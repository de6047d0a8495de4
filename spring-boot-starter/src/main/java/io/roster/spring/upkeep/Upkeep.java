package io.roster.spring.upkeep;

import io.roster.core.Roster;
import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.lifecycle.PurgeBusyException;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Writes down uses, deletes expired grants and purges clients, now and then, on one thread. */
public final class Upkeep implements InitializingBean, DisposableBean {
  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
  private static final Duration USES = Duration.ofSeconds(10);
  private static final Duration GRANTS = Duration.ofMinutes(1);
  private static final int CONSENTS = 500;
  private static final Duration LONGEST_PURGE = Duration.ofMinutes(1);

  private final Roster roster;
  private final ExpiredGrants expired;
  private final ConsentStore consents;
  private final Duration purgeInterval;
  private final ClockWatch watch;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("roster-upkeep").daemon().factory());

  /** Purges clients at this interval; zero leaves that to whoever calls for it. */
  public Upkeep(Roster roster, GrantStore grants, ConsentStore consents, Duration purgeInterval) {
    this.roster = roster;
    this.expired = new ExpiredGrants(grants, roster.clock());
    this.consents = consents;
    this.purgeInterval = purgeInterval;
    this.watch = new ClockWatch(roster.clock(), System::nanoTime);
  }

  @Override
  public void afterPropertiesSet() {
    every(USES, "the last uses of clients", roster.uses()::write);
    every(GRANTS, "expired grants", expired::purge);
    every(
        GRANTS,
        "expired consents",
        () -> consents.purgeExpired(roster.clock().instant(), CONSENTS));
    if (purgeInterval.isPositive()) {
      every(purgeInterval, "clients whose time is over", this::purge);
    }
  }

  private void every(Duration interval, String what, Runnable task) {
    long millis = interval.toMillis();
    var scheduled =
        thread.scheduleWithFixedDelay(
            () -> attempt(what, task), millis, millis, TimeUnit.MILLISECONDS);
    LOG.log(System.Logger.Level.DEBUG, "{0} are looked after: {1}", what, scheduled);
  }

  private static void attempt(String what, Runnable task) {
    try {
      task.run();
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} have to wait: {1}", what, e.getMessage());
    } catch (RuntimeException e) {
      // A task that throws would never be run again.
      LOG.log(System.Logger.Level.ERROR, what + " could not be looked after", e);
    }
  }

  private void purge() {
    watch
        .jump()
        .ifPresent(
            off ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "the clock jumped by {0}; no client is purged for an hour",
                    off));
    if (!watch.isTrusted()) {
      return;
    }
    try {
      var report = Acting.as(Actor.server("purge"), () -> roster.purge().run(LONGEST_PURGE));
      if (report.total() > 0) {
        LOG.log(System.Logger.Level.INFO, "purged {0} clients", report.total());
      }
    } catch (PurgeBusyException otherNode) {
      LOG.log(System.Logger.Level.DEBUG, "{0}", otherNode.getMessage());
    }
  }

  /** Writes down what is still only noted. */
  @Override
  public void destroy() {
    thread.shutdownNow();
    attempt("the last uses of clients", roster.uses()::write);
  }
}
