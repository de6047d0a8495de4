package io.roster.server.cli.watch;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.cli.ServerOption;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.log.LogText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was decided on clients, by whom, and whether that record is whole. */
@Command(
    name = "audit",
    synopsisSubcommandLabel = "COMMAND",
    header = "Shows who decided what on which client, and proves that nothing was changed since.",
    description = {
      "",
      "Every registration, change, refusal and end of a client is an entry; entries are chained by",
      "their hashes. These commands talk to the running server."
    })
public final class AuditCommand implements Runnable {
  private static final String PATH = "/api/v1/audit";
  private static final JacksonJson JSON = new JacksonJson();

  @Spec private CommandSpec spec = CommandSpec.create();

  public AuditCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with the audit trail");
  }

  /** Which entries. */
  static final class Filter {
    @Option(names = "--client", paramLabel = "ID", description = "Of this client.")
    private String client = "";

    @Option(
        names = "--actor",
        paramLabel = "NAME",
        description = "By client, server, or administrator:NAME.")
    private String actor = "";

    @Option(
        names = "--action",
        paramLabel = "ACTION",
        description = "registered, updated, approved, deleted and so on.")
    private String action = "";

    @Option(
        names = "--since",
        paramLabel = "INSTANT",
        description = "Since then: 2026-01-31T12:00:00Z.")
    private String since = "";

    @Option(names = "--until", paramLabel = "INSTANT", description = "Until then.")
    private String until = "";

    Map<String, String> query(String order) {
      var query = new LinkedHashMap<String, String>();
      query.put("client", client);
      query.put("actor", actor);
      query.put("action", action);
      query.put("since", since);
      query.put("until", until);
      query.put("order", order);
      return query;
    }
  }

  @Command(
      name = "list",
      sortOptions = false,
      header = "Lists entries, the oldest first.",
      footer = {
        "",
        "Examples:",
        "  roster audit list --client mcp-client-0123456789abcdef0123456789abcdef",
        "  roster audit list --actor administrator:alice --since 2026-01-31T00:00:00Z"
      })
  int list(@Mixin Filter filter, @Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("id", 8),
            new Column("at", 24),
            new Column("action", 20),
            new Column("client_id", 43),
            new Column("actor", 20),
            new Column("address", 15),
            new Column("door", 13));
    try (var listing = format.listing(out(), columns)) {
      server
          .connect()
          .forEach(
              PATH, filter.query("oldest"), entry -> listing.row(Column.values(entry, columns)));
    }
    return 0;
  }

  @Command(
      name = "export",
      sortOptions = false,
      header = "Prints entries whole, as JSON, one a line.",
      footer = {"", "Example:", "  roster audit export --action approved > approvals.ndjson"})
  int export(@Mixin Filter filter, @Mixin ServerOption server) {
    server
        .connect()
        .forEach(PATH, filter.query("oldest"), entry -> out().println(JSON.write(entry)));
    out().flush();
    return 0;
  }

  @Command(
      name = "verify",
      sortOptions = false,
      header = "Walks along the whole chain; exits with 1 where it doesn't hold.",
      description = {
        "",
        "It prints the number and the hash of the newest seal. Note them elsewhere, and name them",
        "the next time: then nobody can have made up another chain meanwhile.",
        ""
      },
      footer = {"", "Examples:", "  roster audit verify", "  roster audit verify --head 1234:HASH"})
  int verify(
      @Option(
              names = "--head",
              paramLabel = "SEAL:HASH",
              defaultValue = "",
              description = "What an earlier run printed.")
          String noted,
      @Mixin ServerOption server) {
    var walk = new Walk(noted);
    var connection = server.connect();
    while (!walk.isComplete) {
      walk.take(connection.get(PATH + "/verification?after=" + walk.last));
    }
    return walk.tell(out());
  }

  private static final class Walk {
    private final String noted;
    private final List<String> faults = new ArrayList<>();
    private long seals;
    private long entries;
    private long unsealed;
    private long last;
    private String head = "";
    private boolean isComplete;
    private boolean isNoted;

    Walk(String noted) {
      this.noted = noted;
      this.isNoted = noted.isEmpty();
    }

    void take(Json.Members found) {
      long before = last;
      seals += found.whole("seals").orElse(0L);
      entries += found.whole("entries").orElse(0L);
      unsealed = found.whole("unsealed").orElse(0L);
      last = found.whole("last").orElse(last);
      head = found.text("head").orElse(head);
      if (found.values().get("heads") instanceof Json.Items(var heads)) {
        isNoted |= heads.contains(Json.of(noted));
      }
      if (found.values().get("faults") instanceof Json.Items(var some)) {
        some.forEach(
            fault ->
                faults.add(fault instanceof Json.Text(var text) ? text : String.valueOf(fault)));
      }
      isComplete = Json.of(true).equals(found.values().get("complete")) || last <= before;
    }

    int tell(PrintWriter out) {
      if (!isNoted) {
        faults.add("the chain doesn't pass " + LogText.plain(noted));
      }
      faults.forEach(fault -> out.println("BROKEN: " + LogText.plain(fault)));
      out.println(
          "%d entries under %d seals, %d not sealed yet; head %d:%s"
              .formatted(entries, seals, unsealed, last, head));
      out.println(faults.isEmpty() ? "The audit trail is whole." : "The audit trail is broken.");
      out.flush();
      return faults.isEmpty() ? 0 : 1;
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
