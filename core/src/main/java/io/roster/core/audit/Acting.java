package io.roster.core.audit;

import io.roster.core.policy.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known on this thread about the decision under way, so that whoever stores its result can
 * say who took it and by which rules. Nothing depends on it but the audit.
 */
public final class Acting {
  private static final ThreadLocal<Acting> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<Actor> CALLER = new ThreadLocal<>();
  private static final Acting NOBODY = new Acting(Actor.SERVER, List.of());

  private final Actor actor;
  private final List<Finding> findings;

  private Acting(Actor actor, List<Finding> findings) {
    this.actor = actor;
    this.findings = findings;
  }

  /** Who acts on this thread: whoever was named, else who calls, else the server itself. */
  public static Actor actor() {
    var caller = CALLER.get();
    var current = CURRENT.get();
    if (caller == null) {
      return current == null ? Actor.SERVER : current.actor;
    }
    return current == null ? caller : current.actor.in(caller.request());
  }

  /** The rules that had something to say about what is being decided. */
  public static List<Finding> findings() {
    return current().findings;
  }

  /** Does the work in this actor's name. */
  public static <T> T as(Actor actor, Supplier<T> work) {
    return with(new Acting(actor, List.of()), work);
  }

  /** Does the work as whoever acts already, by these rules. */
  public static <T> T judging(List<Finding> findings, Supplier<T> work) {
    return findings.isEmpty() ? work.get() : with(new Acting(actor(), findings), work);
  }

  /** From now on this thread answers a call of this caller's, until told otherwise. */
  public static void answering(Actor caller) {
    CALLER.set(caller);
  }

  /** From now on this thread answers no call. */
  public static void answered() {
    CALLER.remove();
  }

  /** The identifier of the call that this thread answers. */
  public static Optional<String> request() {
    var caller = CALLER.get();
    return caller == null ? Optional.empty() : caller.request();
  }

  private static Acting current() {
    var current = CURRENT.get();
    return current == null ? NOBODY : current;
  }

  private static <T> T with(Acting next, Supplier<T> work) {
    var before = CURRENT.get();
    CURRENT.set(next);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
