package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer of 201 is a promise: it holds when the power fails in the middle of a storm. */
@ExtendWith(EndToEnd.class)
class DurabilityTest {
  private static final int KILLS = 20;
  private static final int CALLERS = 16;
  private static final int MOST_BEFORE_KILL = 600;
  private static final long SEED = 20_261_123;

  @Test
  void noAcknowledgedRegistrationIsLostByTwentyKills() throws Exception {
    var random = new Random(SEED);
    var promised = new ArrayList<Registration>();
    try (var roster = RunningRoster.start()) {
      for (int i = 0; i < KILLS; i++) {
        var acknowledged = stormUntilKilled(roster, 1 + random.nextInt(MOST_BEFORE_KILL));
        roster.startAgain();
        assertAllReadable(acknowledged);
        promised.addAll(acknowledged);
      }
      assertAllReadable(promised);
    }
    assertThat(promised).hasSizeGreaterThan(KILLS);
  }

  /** Registers from many threads and kills the server when so many have been acknowledged. */
  private static Queue<Registration> stormUntilKilled(RunningRoster roster, int enough)
      throws Exception {
    var acknowledged = new ConcurrentLinkedQueue<Registration>();
    var reached = new CountDownLatch(enough);
    var callers = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.add(threads.submit(() -> registerWhileItLives(roster, acknowledged, reached)));
      }
      boolean enoughCame = reached.await(30, TimeUnit.SECONDS);
      roster.kill();
      assertThat(enoughCame).isTrue();
      for (var caller : callers) {
        caller.get();
      }
    }
    return acknowledged;
  }

  private static void registerWhileItLives(
      RunningRoster roster, Queue<Registration> acknowledged, CountDownLatch reached) {
    var body = PublicClient.body("http://127.0.0.1/callback");
    try {
      while (true) {
        var reply = Http.trySend(Http.postJson(roster.at("/oauth/register"), body));
        if (reply.status() != 201) {
          throw new AssertionError(reply.status() + " " + reply.body());
        }
        acknowledged.add(new Registration(reply.json()));
        reached.countDown();
      }
    } catch (IOException e) {
      // The server is dead: what it has not acknowledged may be lost.
    }
  }

  private static void assertAllReadable(Collection<Registration> registrations) throws Exception {
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      var reads = new ArrayList<Callable<Integer>>();
      registrations.forEach(each -> reads.add(() -> each.read().status()));
      for (var read : threads.invokeAll(reads)) {
        assertThat(read.get()).isEqualTo(200);
      }
    }
  }
}
