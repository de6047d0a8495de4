package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.core.lifecycle.PurgeBusyException;
import io.roster.core.lifecycle.PurgeReport;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code POST /api/v1/purge}: ends the clients whose time is over, or tells which they are. */
final class PurgeResource {
  /** Shorter than anyone waits for an answer; whoever asked asks again until it is complete. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Roster roster;

  PurgeResource(Roster roster) {
    this.roster = roster;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/purge", "forecastPurge")
            .by(Role.VIEWER, "Tells which clients a purge would end now; nothing changes.")
            .answers("Purge")
            .does(call -> answer(true)),
        Operation.post("/purge", "purge")
            .by(Role.OPERATOR, "Ends clients whose time is over; ask again until complete.")
            .with(Parameter.choice("dry_run", "Whether to tell only.", "true", "false"))
            .answers("Purge")
            .does(call -> answer(call.asked("dry_run").filter("true"::equals).isPresent())));
  }

  private AdminReply answer(boolean rehearses) {
    try {
      var purge = roster.purge();
      return AdminReply.of(
          200, json(rehearses ? purge.rehearse(LONGEST) : purge.run(LONGEST), rehearses));
    } catch (PurgeBusyException busy) {
      return Problems.busy(String.valueOf(busy.getMessage()));
    }
  }

  private static Json.Members json(PurgeReport report, boolean rehearsed) {
    var answer = new LinkedHashMap<String, Json>();
    answer.put("dry_run", Json.of(rehearsed));
    answer.put("complete", Json.of(report.complete()));
    answer.put("total", Json.of(report.total()));
    answer.put("kept", Json.of(report.kept()));
    answer.put("ended", new Json.Items(report.ended().stream().map(PurgeResource::count).toList()));
    answer.put("examples", Json.ofTexts(report.examples().stream().map(ClientId::value).toList()));
    return new Json.Members(answer);
  }

  private static Json count(PurgeReport.Count count) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("tier", Json.of(count.tier().wireName()));
    entry.put("ending", Json.of(count.ending().wireName()));
    entry.put("clients", Json.of(count.clients()));
    return new Json.Members(entry);
  }
}
