package io.roster.store.sql;

import io.roster.core.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The few threads that write. Each takes all that waits, runs it in one transaction and commits
 * once: many callers share the cost of making their work durable.
 */
final class GroupCommit {
  private final BlockingQueue<Pending<?>> queue;
  private final List<Thread> threads = new ArrayList<>();
  private final int batch;
  private volatile boolean closed;

  GroupCommit(Connector connector, DatabaseLimits limits) {
    this.queue = new ArrayBlockingQueue<>(limits.writeQueue());
    this.batch = limits.batch();
    for (int i = 1; i <= limits.writers(); i++) {
      var writer = new Writer(connector);
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("roster-database-writer-" + i)
              .unstarted(() -> serve(writer)));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Runs the work and returns when it is durable. */
  <T> T run(Work<T> work) {
    var pending = new Pending<>(work);
    if (threads.contains(Thread.currentThread())) {
      throw new IllegalStateException("work that writes can't wait for other work that writes");
    }
    if (closed) {
      throw new StoreUnavailableException("the database is closed");
    }
    if (!queue.offer(pending)) {
      throw new StoreUnavailableException("too many writes are waiting");
    }
    // The threads may have ended between the look at the flag and the offer.
    if (closed && queue.remove(pending)) {
      throw new StoreUnavailableException("the database is closed");
    }
    return pending.await();
  }

  int waiting() {
    return queue.size();
  }

  /** Accepts no more, finishes what was accepted and closes the connections. */
  void close() {
    closed = true;
    wakeOne();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** When the queue has no room no thread is asleep. */
  private void wakeOne() {
    boolean ignored = queue.offer(new Pending<>(sql -> true));
  }

  private void serve(Writer writer) {
    var taken = new ArrayList<Pending<?>>();
    while (!closed || !queue.isEmpty()) {
      try {
        taken.add(queue.take());
        queue.drainTo(taken, batch - 1);
        writer.commit(taken);
      } catch (InterruptedException e) {
        closed = true;
      }
      taken.clear();
    }
    wakeOne();
    writer.close();
  }
}
