package io.roster.server.cli;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.account.Passwords;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.PasswordInput;
import io.roster.server.connect.ServerConnection;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.Refusal;
import io.roster.store.account.JdbcApiTokenStore;
import io.roster.store.account.JdbcUserStore;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The people who may sign in. */
@Command(
    name = "users",
    synopsisSubcommandLabel = "COMMAND",
    header = "Adds, lists and removes the people who may sign in.",
    description = {
      "",
      "A user can sign in on the login page and allow clients to act for them.",
      "Without --server, these commands work on the data directory itself: before the",
      "server's first start, while it runs, and when it doesn't."
    },
    footer = {"", "Example:", "  roster users add alice --password-stdin < password.txt"})
final class UsersCommand implements Runnable {
  private static final String PATH = "/api/v1/users";
  private static final int PAGE = 100;

  /** Whoever may open the data directory. */
  private static final Actor OPERATOR =
      new Actor(Actor.ADMINISTRATOR + "local", Optional.empty(), "data", Optional.empty());

  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  UsersCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with users");
  }

  @Command(
      name = "add",
      header = "Adds a user.",
      description = {
        "",
        "The password is the first line of standard input, 8 to 72 bytes; it is kept",
        "only as a bcrypt hash. To change a password, remove the user and add it again."
      },
      footer = {
        "",
        "Examples:",
        "  roster users add alice --password-stdin < password.txt",
        "  printf '%%s' \"$PASSWORD\" | roster users add alice --password-stdin"
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "1 to 100 visible characters.") String name,
      @Option(
              names = "--password-stdin",
              required = true,
              description = "Read the password from standard input, the only way to give it.")
          boolean passwordStdin,
      @Mixin ServerOption server) {
    if (!User.isValidName(name)) {
      throw Refusals.misuse(
          Objects.requireNonNull(spec.subcommands().get("add")),
          "a name has 1 to 100 visible characters and no spaces");
    }
    if (server.isElsewhere()) {
      var body = new LinkedHashMap<String, Json>();
      body.put("name", Json.of(name));
      body.put("password", Json.of(PasswordInput.read(in)));
      server.connect().post(PATH, new Json.Members(body));
      out().println("added user " + name);
      return 0;
    }
    var hash = Passwords.encoder().encode(PasswordInput.read(in));
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (var database = new DataDirectory(server.directory()).open()) {
      var user = new User(name, String.valueOf(hash), Set.of("user"), now);
      if (!Acting.as(OPERATOR, () -> users(database).insert(user))) {
        throw new Refusal("there is a user of that name already");
      }
    }
    out().println("added user " + name);
    return 0;
  }

  @Command(
      name = "list",
      header = "Lists the users in the order of their names.",
      footer = {"", "Example:", "  roster users list --format json"})
  int list(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(new Column("name", 24), new Column("roles", 12), new Column("created", 20));
    if (server.isElsewhere()) {
      try (var listing = format.listing(out(), columns)) {
        server.connect().forEach(PATH, Map.of(), user -> listing.row(row(user)));
      }
      return 0;
    }
    try (var database = new DataDirectory(server.directory()).openExisting();
        var listing = format.listing(out(), columns)) {
      var users = users(database);
      for (var page = users.firstPage(PAGE);
          !page.isEmpty();
          page = users.pageAfter(page.getLast().name(), PAGE)) {
        page.forEach(user -> listing.row(row(user)));
      }
    }
    return 0;
  }

  @Command(
      name = "remove",
      header = "Removes a user, and ends what they allowed.",
      footer = {"", "Example:", "  roster users remove alice"})
  int remove(
      @Parameters(paramLabel = "NAME", description = "The user's name.") String name,
      @Mixin ServerOption server) {
    if (server.isElsewhere()) {
      server.connect().delete(PATH + "/" + ServerConnection.encoded(name));
      out().println("removed user " + name);
      return 0;
    }
    try (var database = new DataDirectory(server.directory()).openExisting()) {
      if (!Acting.as(OPERATOR, () -> users(database).delete(name))) {
        throw new Refusal("there is no user of that name");
      }
      new JdbcApiTokenStore(database, AuditWriter.standard(new JacksonJson()))
          .revokeAllOf(name, Instant.now());
    }
    out().println("removed user " + name);
    return 0;
  }

  private static List<Json> row(Json.Members user) {
    return List.of(
        user.values().getOrDefault("name", Json.NULL),
        user.values().getOrDefault("roles", Json.NULL),
        user.values().getOrDefault("created_at", Json.NULL));
  }

  private static List<Json> row(User user) {
    return List.of(
        Json.of(user.name()),
        Json.ofTexts(user.roles().stream().sorted().toList()),
        Json.of(user.createdAt().toString()));
  }

  private static UserStore users(Database database) {
    return new JdbcUserStore(database, new JacksonJson());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
