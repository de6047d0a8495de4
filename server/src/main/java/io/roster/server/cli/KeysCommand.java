package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.DataOption;
import io.roster.spring.token.SigningKeys;
import io.roster.store.key.JdbcSigningKeyStore;
import io.roster.store.key.StoredKey;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys that sign access tokens. */
@Command(
    name = "keys",
    synopsisSubcommandLabel = "COMMAND",
    header = "Lists and rotates the keys that sign access tokens.",
    description = {
      "",
      "These commands work on the data directory itself: before the server's first",
      "start, while it runs, and when it doesn't."
    })
final class KeysCommand implements Runnable {
  /** The longest lifetime of access tokens that can be set: no key is deleted too early. */
  private static final Duration LONGEST_TOKEN = Duration.ofDays(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with keys");
  }

  @Command(
      name = "list",
      header = "Lists the signing keys, the newest first; never their secret parts.",
      footer = {"", "Example:", "  roster keys list --format json"})
  int list(@Mixin FormatOption format, @Mixin DataOption data) {
    var columns =
        List.of(
            new Column("kid", 43),
            new Column("state", 7),
            new Column("created", 20),
            new Column("retired", 20));
    try (var database = data.directory().openExisting();
        var listing = format.listing(out(), columns)) {
      new JdbcSigningKeyStore(database).all().forEach(key -> listing.row(row(key)));
    }
    return 0;
  }

  @Command(
      name = "rotate",
      header = "Makes a new signing key and retires the ones before.",
      description = {
        "",
        "A running server publishes the new key within ten seconds and signs with it",
        "half a minute later. Retired keys stay published until the last token they",
        "signed has expired."
      },
      footer = {"", "Example:", "  roster keys rotate --data /var/lib/roster"})
  int rotate(@Mixin DataOption data) {
    try (var database = data.directory().open()) {
      var store = new JdbcSigningKeyStore(database);
      var kid = new SigningKeys(store, LONGEST_TOKEN, InstantSource.system()).rotate();
      out().println("the new signing key is " + kid);
    }
    return 0;
  }

  private static List<Json> row(StoredKey key) {
    return List.of(
        Json.of(key.kid()),
        Json.of(key.retiredAt().isEmpty() ? "active" : "retired"),
        time(key.createdAt()),
        key.retiredAt().map(KeysCommand::time).orElse(Json.NULL));
  }

  private static Json time(Instant instant) {
    return Json.of(instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
