package io.roster.server.console.overview;

import io.roster.server.api.AdminReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An answer that costs something: asked for once however many look, in the background, and kept for
 * a while for all of them.
 */
final class Kept {
  private final InstantSource clock;
  private final Duration life;
  private Optional<Asking> last = Optional.empty();

  Kept(InstantSource clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  private record Asking(CompletableFuture<AdminReply> answer, Instant at) {
    boolean failed() {
      return answer.isDone()
          && (answer.isCompletedExceptionally() || answer.join().status() != 200);
    }
  }

  /** The answer, if it is there within this time; whoever comes later may find it then. */
  Optional<AdminReply> within(Duration patience, Supplier<AdminReply> ask) {
    return asking(ask)
        .answer()
        .thenApply(Optional::of)
        .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> Optional.empty())
        .join();
  }

  private synchronized Asking asking(Supplier<AdminReply> ask) {
    var now = clock.instant();
    var known = last.filter(one -> !one.failed() && now.isBefore(one.at().plus(life)));
    if (known.isPresent()) {
      return known.get();
    }
    var answer = new CompletableFuture<AdminReply>();
    var asking = new Asking(answer, now);
    last = Optional.of(asking);
    Thread.ofVirtual().start(() -> answer.completeAsync(ask, Runnable::run));
    return asking;
  }
}
