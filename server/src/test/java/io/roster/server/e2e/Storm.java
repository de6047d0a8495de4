package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Registers from many threads until it's ended or the server is dead, whatever the answers are. */
final class Storm {
  private static final int CALLERS = 16;
  private static final long LIMIT_SECONDS = 30;

  private final Queue<Registration> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Http.Reply> unexpected = new ConcurrentLinkedQueue<>();
  private final Semaphore registrations = new Semaphore(0);
  private final Semaphore outages = new Semaphore(0);
  private final Collection<Thread> callers = new ArrayList<>();
  private final RunningRoster roster;
  private volatile boolean ended;

  Storm(RunningRoster roster) {
    this.roster = roster;
    for (int i = 0; i < CALLERS; i++) {
      callers.add(Thread.ofVirtual().start(this::register));
    }
  }

  /** Waits until so many more have been registered. */
  void awaitRegistrations(int many) throws InterruptedException {
    assertThat(registrations.tryAcquire(many, LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits until so many were told to come again later; what succeeded before is forgotten. */
  void awaitOutages(int many) throws InterruptedException {
    assertThat(outages.tryAcquire(many, LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    registrations.drainPermits();
  }

  /** Ends it and returns all that was acknowledged; any answer but 201 and 503 fails the test. */
  Collection<Registration> end() throws InterruptedException {
    ended = true;
    for (var caller : callers) {
      caller.join();
    }
    assertThat(unexpected).isEmpty();
    return acknowledged;
  }

  private void register() {
    var request =
        Http.postJson(roster.at("/oauth/register"), PublicClient.body("http://127.0.0.1/cb"));
    try {
      while (!ended) {
        note(Http.trySend(request));
      }
    } catch (IOException e) {
      // The server is dead: what it has not acknowledged may be lost.
      ended = true;
    }
  }

  private void note(Http.Reply reply) {
    if (reply.status() == 201) {
      acknowledged.add(new Registration(reply.json()));
      registrations.release();
    } else if (reply.status() == 503 && reply.header("retry-after").isPresent()) {
      outages.release();
    } else {
      unexpected.add(reply);
    }
  }
}
