package io.roster.server.cli;

import io.roster.http.JacksonJson;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.TermsOption;
import io.roster.server.connect.ServerConnection;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The tokens that let strangers register. */
@Command(
    name = "initial-tokens",
    synopsisSubcommandLabel = "COMMAND",
    header = "Hands out, lists and revokes the tokens that let clients register.",
    description = {
      "",
      "A client sends its token as Bearer token to the registration endpoint. With",
      "roster.registration.mode=token nobody can register without one.",
      "These commands talk to the running server."
    })
final class InitialTokensCommand implements Runnable {
  private static final String PATH = "/api/v1/initial-tokens";

  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  InitialTokensCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with initial tokens");
  }

  @Command(
      name = "create",
      sortOptions = false,
      header = "Makes a token and prints it, once, on a line of its own.",
      footer = {
        "",
        "Examples:",
        "  roster initial-tokens create --uses 20 --expires 7d --note 'the data team'",
        "  roster initial-tokens create --tier administrator --metadata fixed.json"
      })
  int create(@Mixin TermsOption terms, @Mixin FormatOption format, @Mixin ServerOption server) {
    var created = server.connect().post(PATH, terms.body(spec.commandLine(), in));
    if (format.isJson()) {
      out().println(new JacksonJson().write(created));
    } else {
      out().println("initial access token " + created.text("id").orElse("") + ":");
      out().println(created.text("token").orElse(""));
    }
    return 0;
  }

  @Command(
      name = "list",
      header = "Lists the tokens, the oldest first; never their secrets.",
      footer = {"", "Example:", "  roster initial-tokens list --format json"})
  int list(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(
            new Column("id", 23),
            new Column("tier", 13),
            new Column("uses", 7),
            new Column("used", 7),
            new Column("expires_at", 20),
            new Column("revoked_at", 20),
            new Column("note", 20));
    try (var listing = format.listing(out(), columns)) {
      server.connect().forEach(PATH, Map.of(), token -> listing.row(Column.values(token, columns)));
    }
    return 0;
  }

  @Command(
      name = "revoke",
      header = "Ends a token; the clients it let in stay.",
      footer = {"", "Example:", "  roster initial-tokens revoke it-0123456789ab01234567"})
  int revoke(@Parameters(paramLabel = "ID") String id, @Mixin ServerOption server) {
    server.connect().delete(PATH + "/" + ServerConnection.encoded(id));
    out().println("revoked initial access token " + id);
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
