package io.roster.server.console.client;

import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.PageCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Looks for one page of clients. The API passes by a bounded number at a time; this asks it on
 * until the page is full, or as long as somebody cares to wait.
 */
record ClientSearch(PageCall call, ClientFilters filters, Instant now) {
  static final int PAGE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * Some clients, in the order of the list.
     *
     * @param next the address of what follows, or ""
     * @param previous the address of what comes before, or ""
     * @param cut whether there was no time to look at all
     */
    record Found(List<Json.Members> clients, String next, String previous, boolean cut)
        implements Outcome {
      public Found {
        clients = List.copyOf(clients);
      }
    }

    record Refused(AdminReply problem) implements Outcome {}
  }

  Outcome run() {
    var named = named();
    if (named.isPresent()) {
      return new Outcome.Found(List.of(named.get()), "", "", false);
    }
    boolean back = !call.query("before").isEmpty();
    var cursor = back ? call.query("before") : call.query("after");
    var start = cursor;
    var asked = new LinkedHashMap<>(filters.asked(now));
    asked.put("order", filters.newestFirst() != back ? "newest" : "oldest");
    var found = new ArrayList<Json.Members>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean more;
    do {
      asked.put("limit", Integer.toString(PAGE - found.size()));
      asked.put("after", cursor);
      var reply = call.get(asked, "clients");
      if (reply.status() != 200) {
        return new Outcome.Refused(reply);
      }
      var body = reply.body().orElseThrow();
      found.addAll(Lists.items(body));
      more = body.text("next").isPresent();
      cursor = body.text("next").orElse("");
    } while (more && found.size() < PAGE && System.nanoTime() < end);
    return back ? backwards(found, start, cursor) : forwards(found, start, cursor);
  }

  private Outcome forwards(List<Json.Members> found, String start, String cursor) {
    var next = cursor.isEmpty() ? "" : filters.from("after", cursor);
    var first = found.isEmpty() ? "" : found.getFirst().text("client_id").orElse("");
    var previous = start.isEmpty() ? "" : filters.from(first.isEmpty() ? "" : "before", first);
    return new Outcome.Found(found, next, previous, !next.isEmpty() && found.size() < PAGE);
  }

  private Outcome backwards(List<Json.Members> found, String start, String cursor) {
    var last = found.isEmpty() ? start : found.getFirst().text("client_id").orElse(start);
    var previous = cursor.isEmpty() ? "" : filters.from("before", cursor);
    boolean cut = !previous.isEmpty() && found.size() < PAGE;
    return new Outcome.Found(found.reversed(), filters.from("after", last), previous, cut);
  }

  /** The client that is asked for by its whole identifier needs no looking for. */
  private Optional<Json.Members> named() {
    var asked = filters.value("q");
    return asked.length() > 20 && ClientId.isValid(asked)
        ? Optional.of(call.get("clients", asked))
            .filter(reply -> reply.status() == 200)
            .flatMap(AdminReply::body)
        : Optional.empty();
  }
}
