package io.roster.server.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.roster.core.store.ClientStore;
import io.roster.core.store.LifeCycleStore.Lease;
import io.roster.core.store.StoreUnavailableException;
import io.roster.server.settings.ClientPages;
import io.roster.store.audit.AuditQuery;
import io.roster.store.audit.AuditTrail;
import io.roster.store.webhook.Delivery;
import io.roster.store.webhook.Outbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Tells webhooks what the audit trail says, on one node at a time. What it was told is forgotten,
 * what failed is tried again, and what fails for too long is put aside for the operator.
 */
public final class Deliverer implements InitializingBean, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.webhooks");
  private static final String LEASE = "webhooks";
  private static final Duration LEASE_LIFE = Duration.ofMinutes(2);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int AT_ONCE = 64;
  private static final int CONNECTIONS = 8;

  private final Work work;
  private final List<Receiver> receivers = new ArrayList<>();
  private final String self = UUID.randomUUID().toString();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          WebhookSettings.MOST, Thread.ofPlatform().name("roster-webhooks-", 1).daemon().factory());
  private final URI issuer;
  private final ClientPages pages;

  /** What it works with. */
  public record Work(
      Outbox outbox,
      AuditTrail trail,
      ClientStore leases,
      InstantSource clock,
      MeterRegistry registry) {}

  /** Tells of what this issuer decides, and where its administrators look at a client. */
  public Deliverer(WebhookSettings settings, Work work, URI issuer, ClientPages pages) {
    this.pages = pages;
    this.work = work;
    this.issuer = issuer;
    if (!settings.webhooks().isEmpty()) {
      var http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(Duration.ofSeconds(5))
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      settings
          .webhooks()
          .forEach((name, one) -> receivers.add(new Receiver(name, one, http, work.clock())));
    }
  }

  /** Each on a thread of its own: a slow one keeps no other waiting. */
  @Override
  public void afterPropertiesSet() {
    long millis = INTERVAL.toMillis();
    for (var receiver : receivers) {
      var scheduled =
          threads.scheduleWithFixedDelay(() -> attempt(receiver), 0, millis, TimeUnit.MILLISECONDS);
      LOG.debug("webhook {} is told: {}", receiver.name(), scheduled);
    }
  }

  private void attempt(Receiver receiver) {
    try {
      deliver(receiver);
    } catch (StoreUnavailableException e) {
      LOG.debug("webhooks have to wait", e);
    } catch (RuntimeException e) {
      LOG.error("webhook {} could not be told", receiver.name(), e);
    }
  }

  private void deliver(Receiver receiver) {
    boolean more = true;
    while (more && lease(LEASE_LIFE)) {
      more = work.outbox().feed(receiver.name(), receiver.actions()) > 0;
      var due = work.outbox().due(receiver.name(), AT_ONCE);
      tell(receiver, due);
      more |= due.size() == AT_ONCE;
    }
  }

  private boolean lease(Duration life) {
    var now = work.clock().instant();
    return work.leases().lease(new Lease(LEASE, self, now.plus(life)), now);
  }

  /** A slow receiver gets a few messages at once, and never more. */
  private void tell(Receiver receiver, List<Delivery> due) {
    var connections = new Semaphore(CONNECTIONS);
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var delivery : due) {
        connections.acquireUninterruptibly();
        tasks.execute(
            () -> {
              try {
                tell(receiver, delivery);
              } catch (StoreUnavailableException e) {
                // It is tried again, and the receiver knows it by its identifier.
                LOG.debug("what became of a delivery can't be noted", e);
              } finally {
                connections.release();
              }
            });
      }
    }
  }

  private void tell(Receiver receiver, Delivery delivery) {
    var entry = work.trail().page(AuditQuery.all(1).behind(delivery.entry() - 1));
    if (entry.isEmpty() || entry.getFirst().number() != delivery.entry()) {
      // Its time was over; nobody is left to be told of.
      work.outbox().done(delivery);
      return;
    }
    var problem = receiver.send(CloudEvent.of(entry.getFirst(), issuer, pages));
    if (problem.isEmpty()) {
      work.outbox().done(delivery);
      count(receiver, "delivered");
      return;
    }
    var wait = receiver.waitAfter(delivery.attempts() + 1);
    if (wait.isPresent()) {
      work.outbox().postpone(delivery, problem.get(), wait.get());
      count(receiver, "failed");
    } else {
      work.outbox().giveUp(delivery, problem.get());
      count(receiver, "given_up");
      LOG.warn(
          "webhook {} was not told of entry {} ({}); see 'roster webhooks dead-letters'",
          receiver.name(),
          delivery.entry(),
          problem.get());
    }
  }

  private void count(Receiver receiver, String outcome) {
    Counter.builder("dcr.webhook.deliveries")
        .description("Attempts to tell webhooks of events")
        .tags("webhook", receiver.name(), "outcome", outcome)
        .register(work.registry())
        .increment();
  }

  /** The names of all webhooks and where they are. */
  public List<Named> all() {
    return receivers.stream().map(one -> new Named(one.name(), one.place())).toList();
  }

  /** A webhook as an operator sees it. */
  public record Named(String name, String place) {}

  /** Lets another node go on at once. */
  @Override
  public void destroy() {
    threads.shutdownNow();
    if (!receivers.isEmpty()) {
      try {
        if (threads.awaitTermination(2, TimeUnit.SECONDS)) {
          boolean ignored = lease(Duration.ZERO);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (StoreUnavailableException e) {
        LOG.debug("the lease ends by itself", e);
      }
    }
  }
}
