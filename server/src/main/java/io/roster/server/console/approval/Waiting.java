package io.roster.server.console.approval;

import io.roster.core.json.Json;
import io.roster.server.console.client.ClientLine;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Moment;
import io.roster.server.console.frame.PageCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A client that waits, with what a decision needs.
 *
 * @param key the client and the revision that is shown, as the form sends them
 * @param alike how many more wait that are like it in everything, and are decided on with it
 * @param impersonates the application that it only calls itself, or ""
 * @param findings what the rules say of it, in words
 */
public record Waiting(
    ClientLine client,
    String key,
    long alike,
    Moment since,
    String looksLike,
    String impersonates,
    String elsewhere,
    List<String> findings) {
  static Waiting of(Json.Members client, PageCall call, Instant now) {
    var line = ClientLine.of(client, now);
    var told =
        call.get("clients", line.id(), "assessment")
            .body()
            .orElseGet(() -> new Json.Members(Map.of()));
    return new Waiting(
        line,
        new Choice(client.whole("revision").orElse(0L), line.id()).text(),
        client.whole("alike").orElse(0L),
        Moment.of(client.text("waiting_since").or(() -> client.text("registered_at")), now),
        told.text("looks_like").orElse(""),
        told.text("impersonates").orElse(""),
        told.text("elsewhere").orElse(""),
        findings(told));
  }

  private static List<String> findings(Json.Members told) {
    return Lists.items(told, "findings").stream()
        .map(f -> f.text("rule").orElse("") + ": " + f.text("advice").orElse(""))
        .distinct()
        .toList();
  }
}
