package io.roster.server.console.trail;

import io.roster.core.json.Json;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of walking along the chain.
 *
 * @param kind good, bad, or wait where there was no time for all of it; "" where nobody asked
 * @param faults what doesn't fit
 * @param head the end of the chain, to be noted elsewhere
 * @param from where to go on, or ""
 */
record Chain(String kind, String text, List<String> faults, String head, String from) {
  static final Chain UNASKED = new Chain("", "", List.of(), "", "");

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_FAULTS = 50;

  Chain {
    faults = List.copyOf(faults);
  }

  /** Walks along for a while, from where the walk before ended. */
  static Chain walked(PageCall call, InstantSource clock) {
    return new Walk(clock.instant().plus(PATIENCE), clock).from(call, call.field("from"));
  }

  /** One walk: what it has seen so far. */
  private static final class Walk {
    private final Instant end;
    private final InstantSource clock;
    private final List<String> faults = new ArrayList<>();
    private long seals;
    private long entries;

    Walk(Instant end, InstantSource clock) {
      this.end = end;
      this.clock = clock;
    }

    Chain from(PageCall call, String beginning) {
      var after = beginning;
      while (true) {
        var asked = after.isEmpty() ? Map.<String, String>of() : Map.of("after", after);
        var reply = call.get(asked, "audit", "verification");
        if (reply.status() != 200) {
          var said = new PageReply.Refused(reply);
          return new Chain("bad", said.title() + ": " + said.detail(), List.of(), "", "");
        }
        var found = reply.body().orElseThrow();
        add(found);
        after = Long.toString(found.whole("last").orElse(0L));
        if (Json.TRUE.equals(found.values().get("complete"))) {
          return result(found, after, "");
        }
        if (clock.instant().isAfter(end)) {
          return result(found, after, after);
        }
      }
    }

    private void add(Json.Members found) {
      seals += found.whole("seals").orElse(0L);
      entries += found.whole("entries").orElse(0L);
      if (found.values().get("faults") instanceof Json.Items(var some)) {
        some.stream()
            .filter(Json.Text.class::isInstance)
            .map(fault -> ((Json.Text) fault).value())
            .limit(MOST_FAULTS - faults.size())
            .forEach(faults::add);
      }
    }

    private Chain result(Json.Members found, String last, String next) {
      var seen = "Entries read: %d, under seals: %d".formatted(entries, seals);
      long unsealed = found.whole("unsealed").orElse(0L);
      var head = last + ":" + found.text("head").orElse("");
      if (!faults.isEmpty()) {
        return new Chain("bad", "The chain is broken. " + seen + ".", faults, head, next);
      }
      return next.isEmpty()
          ? new Chain(
              "good",
              "The chain is whole. %s; too young to be sealed: %d.".formatted(seen, unsealed),
              faults,
              head,
              "")
          : new Chain("wait", "Nothing is wrong so far. " + seen + ".", faults, head, next);
    }
  }
}
