package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.ClientFilter;
import io.roster.server.connect.BodyInput;
import io.roster.server.connect.ServerConnection;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The clients on the roster. */
@Command(
    name = "clients",
    synopsisSubcommandLabel = "COMMAND",
    header = "Lists, admits, decides on and deletes clients.",
    description = {"", "These commands talk to the running server."})
final class ClientsCommand implements Runnable {
  private static final String PATH = "/api/v1/clients";

  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  ClientsCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with clients");
  }

  @Command(
      name = "list",
      sortOptions = false,
      header = "Lists the clients, the oldest first.",
      description = {"", "Everything that is said of them has to hold.", ""},
      footer = {
        "",
        "Examples:",
        "  roster clients list --state pending",
        "  roster clients list --name claude --never-used",
        "  roster clients list --redirect-host example.com --format json"
      })
  int list(@Mixin ClientFilter filter, @Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("client_id", 43),
            new Column("state", 8),
            new Column("tier", 13),
            new Column("metadata.client_name", 24),
            new Column("metadata.scope", 20),
            new Column("metadata.grant_types", 32),
            new Column("registered_at", 20),
            new Column("last_used_at", 20));
    try (var listing = format.listing(out(), columns)) {
      server
          .connect()
          .forEach(PATH, filter.query(), client -> listing.row(Column.values(client, columns)));
    }
    return 0;
  }

  @Command(
      name = "get",
      header = "Prints everything known of one client, in JSON; never its secrets.",
      footer = {"", "Example:", "  roster clients get mcp-client-0123456789abcdef"})
  int get(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    print(server.connect().get(path(id)));
    return 0;
  }

  @Command(
      name = "create",
      header = "Admits a client, by the same rules as every other door.",
      description = {
        "",
        "The file holds the metadata as a registration would send it, in JSON. The answer",
        "has the client's secrets, which are told only this once."
      },
      footer = {"", "Example:", "  roster clients create client.json"})
  int create(
      @Parameters(paramLabel = "FILE", description = "The metadata; - for standard input.")
          String file,
      @Mixin ServerOption server) {
    print(server.connect().post(PATH, BodyInput.read(file, in)));
    return 0;
  }

  @Command(
      name = "update",
      header = "Changes a client's metadata, or how much it is trusted.",
      description = {
        "",
        "The file holds a merge patch over the metadata, in JSON: what it names is replaced,",
        "what it sets to null goes. The rules judge the result as they do a registration."
      },
      footer = {
        "",
        "Examples:",
        "  roster clients update mcp-client-0123456789abcdef patch.json",
        "  roster clients update mcp-client-0123456789abcdef --tier administrator"
      })
  int update(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              defaultValue = "",
              description = "The merge patch; - for standard input.")
          String file,
      @Option(
              names = "--tier",
              paramLabel = "TIER",
              defaultValue = "",
              description = "From now on open, token, statement or administrator.")
          String tier,
      @Mixin ServerOption server) {
    if (file.isEmpty() && tier.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec.subcommands().get("update")), "name a FILE or a --tier");
    }
    var amendment = new LinkedHashMap<String, Json>();
    if (!file.isEmpty()) {
      amendment.put("metadata", BodyInput.object(file, in));
    }
    if (!tier.isEmpty()) {
      amendment.put("tier", Json.of(tier));
    }
    print(server.connect().patch(path(id), new JacksonJson().write(new Json.Members(amendment))));
    return 0;
  }

  @Command(
      name = "delete",
      header = "Deletes a client with its grants and tokens.",
      footer = {"", "Example:", "  roster clients delete mcp-client-0123456789abcdef"})
  int delete(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    server.connect().delete(path(id));
    out().println("deleted client " + id);
    return 0;
  }

  @Command(
      name = "waiting",
      sortOptions = false,
      header = "Lists the clients that wait for an approval.",
      description = {
        "",
        "Many applications register anew at every attempt. Those that are alike in all but",
        "loopback ports are one line, and whatever is decided on it counts for all of them."
      },
      footer = {"", "Examples:", "  roster clients waiting", "  roster clients approve ID"})
  int waiting(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("client_id", 43),
            new Column("alike", 5),
            new Column("waiting_since", 20),
            new Column("tier", 13),
            new Column("metadata.client_name", 24),
            new Column("metadata.redirect_uris", 48));
    try (var listing = format.listing(out(), columns)) {
      server
          .connect()
          .forEach(
              "/api/v1/approvals", Map.of(), client -> listing.row(Column.values(client, columns)));
    }
    return 0;
  }

  @Command(
      name = "approve",
      header = "Approves a client that waits, or was denied.",
      description = {
        "",
        "Clients that are like it and wait are approved with it, and later ones need not",
        "wait. Whoever waits before a page of this server goes on by itself."
      },
      footer = {"", "Example:", "  roster clients approve mcp-client-0123456789abcdef"})
  int approve(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    return decide(id, "approve", "", server);
  }

  @Command(
      name = "deny",
      header = "Denies a client, whose grants and tokens end.",
      description = {
        "",
        "Clients that are like it and wait are denied with it; where clients have to be",
        "approved, later ones are refused."
      },
      footer = {"", "Example:", "  roster clients deny ID --reason 'Use the desktop app.'"})
  int deny(
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What people are told who connect with it.")
          String reason,
      @Mixin ServerOption server) {
    return decide(id, "deny", reason, server);
  }

  @Command(
      name = "disable",
      header = "Switches a client off; its grants stay for the day it is enabled.",
      footer = {"", "Example:", "  roster clients disable mcp-client-0123456789abcdef"})
  int disable(
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What people are told who connect with it.")
          String reason,
      @Mixin ServerOption server) {
    return decide(id, "disable", reason, server);
  }

  @Command(
      name = "enable",
      header = "Switches a client on again.",
      footer = {"", "Example:", "  roster clients enable mcp-client-0123456789abcdef"})
  int enable(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    return decide(id, "enable", "", server);
  }

  @Command(
      name = "rotate-secret",
      header = "Gives a client a new secret and prints it, only this once.",
      description = {
        "",
        "The secret before it counts for roster.client-secret-overlap, a day by default."
      },
      footer = {"", "Example:", "  roster clients rotate-secret mcp-client-0123456789abcdef"})
  int rotateSecret(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    print(server.connect().post(path(id) + "/rotate-secret", "{}"));
    return 0;
  }

  @Command(
      name = "reissue-token",
      header = "Gives a client a new registration access token and prints it, only this once.",
      description = {"", "The token before it ends. With it, whoever has it manages the client."},
      footer = {"", "Example:", "  roster clients reissue-token mcp-client-0123456789abcdef"})
  int reissueToken(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    print(server.connect().post(path(id) + "/registration-token", ""));
    return 0;
  }

  @Command(
      name = "revoke-token",
      header = "Ends a client's registration access token; nobody manages it from outside.",
      footer = {"", "Example:", "  roster clients revoke-token mcp-client-0123456789abcdef"})
  int revokeToken(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    server.connect().delete(path(id) + "/registration-token");
    out().println("revoked the registration token of client " + id);
    return 0;
  }

  @Command(
      name = "revoke-grants",
      header = "Ends everything people granted a client; they are asked again.",
      footer = {"", "Example:", "  roster clients revoke-grants mcp-client-0123456789abcdef"})
  int revokeGrants(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    var ended = server.connect().post(path(id) + "/revoke-grants", "");
    out().println("ended " + ended.whole("ended").orElse(0L) + " grants of client " + id);
    return 0;
  }

  private int decide(String id, String decision, String reason, ServerOption server) {
    var words = new LinkedHashMap<String, Json>();
    if (!reason.isEmpty()) {
      words.put("reason", Json.of(reason));
    }
    var client = server.connect().post(path(id) + "/" + decision, new Json.Members(words));
    long alike = client.whole("alike").orElse(0L);
    out()
        .println(
            "client "
                + id
                + " is "
                + client.text("state").orElse("")
                + (alike == 0 ? "" : ", and " + alike + " like it"));
    return 0;
  }

  private void print(Json.Members client) {
    out().println(new JacksonJson().write(client));
  }

  private static String path(String id) {
    return PATH + "/" + ServerConnection.encoded(id);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
