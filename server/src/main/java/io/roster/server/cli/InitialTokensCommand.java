package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.connect.BodyInput;
import io.roster.server.connect.ServerConnection;
import io.roster.server.data.Refusal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  private static final Pattern LIFETIME = Pattern.compile("(\\d{1,9})([smhd])");

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
  int create(
      @Option(
              names = "--uses",
              paramLabel = "N",
              defaultValue = "1",
              description = "How many clients it admits; default: ${DEFAULT-VALUE}.")
          long uses,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              defaultValue = "7d",
              description =
                  "When it ends: 30m, 12h, 7d, or 0 for never; default: ${DEFAULT-VALUE}.")
          String expires,
      @Option(
              names = "--tier",
              paramLabel = "TIER",
              defaultValue = "token",
              description = "What its clients are trusted with; default: ${DEFAULT-VALUE}.")
          String tier,
      @Option(
              names = "--metadata",
              paramLabel = "FILE",
              description = "Members its clients have whatever they send, in JSON.")
          Optional<String> metadata,
      @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What for.")
          String note,
      @Mixin FormatOption format,
      @Mixin ServerOption server) {
    var terms = new LinkedHashMap<String, Json>();
    terms.put("uses", Json.of(uses));
    terms.put("expires_in", Json.of(seconds(expires)));
    terms.put("tier", Json.of(tier));
    terms.put("note", Json.of(note));
    metadata.ifPresent(file -> terms.put("metadata", object(file)));
    var created = server.connect().post(PATH, new Json.Members(terms));
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
      server
          .connect()
          .forEach(PATH, Map.of(), "id", token -> listing.row(Column.values(token, columns)));
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

  private Json object(String file) {
    try {
      return new JacksonJson().read(BodyInput.read(file, in));
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + ": " + e.getMessage());
    }
  }

  private long seconds(String text) {
    if (text.equals("0")) {
      return 0;
    }
    var parts = LIFETIME.matcher(text);
    if (!parts.matches()) {
      throw new ParameterException(spec.commandLine(), "--expires is like 30m, 12h, 7d, or 0");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "d" -> Duration.ofDays(count).toSeconds();
      case "h" -> Duration.ofHours(count).toSeconds();
      case "m" -> Duration.ofMinutes(count).toSeconds();
      default -> count;
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
