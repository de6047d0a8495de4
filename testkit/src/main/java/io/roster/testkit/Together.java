package io.roster.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Makes many calls at the same time. */
public final class Together {
  private Together() {}

  /** Returns what each of the calls 0 to {@code calls - 1} returned. */
  public static <T> List<T> call(int calls, IntFunction<T> call)
      throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var started = new ArrayList<Future<T>>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              start.await();
              return call.apply(number);
            };
        started.add(threads.submit(task));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (var future : started) {
        results.add(future.get());
      }
      return results;
    }
  }
}
