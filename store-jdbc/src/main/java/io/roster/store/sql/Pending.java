package io.roster.store.sql;

import io.roster.core.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One caller's work, from the queue to its answer. */
final class Pending<T> {
  private final Work<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable RuntimeException failure;

  Pending(Work<T> work) {
    this.work = work;
  }

  Work<T> work() {
    return work;
  }

  void run(Sql sql) throws SQLException {
    result = work.run(sql);
  }

  /** Notes what came of the work, which was done together with that of others. */
  void done(T with) {
    result = with;
  }

  /** Notes that this work alone failed; its caller hears of it when the others' is committed. */
  void refuse(RuntimeException reason) {
    failure = reason;
  }

  /** Lets the caller go on: what {@link #run} did is committed, or was refused. */
  void settle() {
    if (failure != null) {
      answer.completeExceptionally(failure);
    } else {
      answer.complete(result);
    }
  }

  /** Lets the caller go on: nothing was done. */
  void fail(Throwable reason) {
    answer.completeExceptionally(reason);
  }

  /** Waits, deaf to interrupts: no caller may leave before it's known whether its work counts. */
  T await() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IllegalStateException bug
          ? bug
          : new StoreUnavailableException("nothing was written", e);
    }
  }
}
