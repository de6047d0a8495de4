package io.roster.server.serve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the server on a signal: what is being answered is finished, and the exit code is 0. */
final class Shutdown {
  private final AtomicReference<@Nullable ConfigurableApplicationContext> context =
      new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "roster-shutdown");

  private Shutdown() {}

  static Shutdown onSignal() {
    var shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  void closes(ConfigurableApplicationContext server) {
    context.set(server);
  }

  /** Lets the process end with whatever code it means to end with. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // A signal came first, and the hook is at work.
      await();
    }
  }

  /** Waits for the end of the process. */
  void await() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    var server = context.get();
    if (server != null) {
      server.close();
    }
    // The exit code of a process that ends by a signal is 143 otherwise.
    Runtime.getRuntime().halt(0);
  }
}
