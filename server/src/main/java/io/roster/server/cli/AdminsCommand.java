package io.roster.server.cli;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.cli.listing.Column;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.cli.option.PasswordInput;
import io.roster.server.connect.ServerConnection;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The people who administer. */
@Command(
    name = "admins",
    synopsisSubcommandLabel = "COMMAND",
    header = "Adds, lists, promotes and removes the people who administer.",
    description = {
      "",
      "A viewer looks and changes nothing; an operator decides on clients and hands out",
      "initial access tokens; an admin also decides who administers and who may sign in.",
      "These commands talk to the running server."
    })
final class AdminsCommand implements Runnable {
  private static final String PATH = "/api/v1/administrators";

  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  AdminsCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with admins");
  }

  @Command(
      name = "add",
      sortOptions = false,
      header = "Adds an administrator.",
      description = {"", "The password is the first line of standard input, 8 to 72 bytes.", ""},
      footer = {
        "",
        "Example:",
        "  roster admins add bob --role operator --password-stdin < password.txt"
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "1 to 100 visible characters.") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "viewer, operator or admin.")
          String role,
      @Option(
              names = "--password-stdin",
              required = true,
              description = "Read the password from standard input, the only way to give it.")
          boolean passwordStdin,
      @Mixin ServerOption server) {
    var body = new LinkedHashMap<String, Json>();
    body.put("name", Json.of(name));
    body.put("password", Json.of(PasswordInput.read(in)));
    body.put("role", Json.of(role));
    server.connect().post(PATH, new Json.Members(body));
    out().println("added administrator " + name);
    return 0;
  }

  @Command(
      name = "list",
      header = "Lists the administrators in the order of their names.",
      footer = {"", "Example:", "  roster admins list --format json"})
  int list(@Mixin FormatOption format, @Mixin ServerOption server) {
    var columns =
        List.of(new Column("name", 24), new Column("role", 8), new Column("created_at", 20));
    try (var listing = format.listing(out(), columns)) {
      server.connect().forEach(PATH, Map.of(), admin -> listing.row(Column.values(admin, columns)));
    }
    return 0;
  }

  @Command(
      name = "set-role",
      header = "Gives an administrator, or a user, another role.",
      footer = {"", "Example:", "  roster admins set-role bob viewer"})
  int setRole(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE", description = "viewer, operator or admin.") String role,
      @Mixin ServerOption server) {
    var body = new JacksonJson().write(new Json.Members(Map.of("role", Json.of(role))));
    var changed = server.connect().patch(path(name), body);
    out().println("administrator " + name + " is " + changed.text("role").orElse(""));
    return 0;
  }

  @Command(
      name = "remove",
      header = "Removes an administrator with all their API tokens.",
      footer = {"", "Example:", "  roster admins remove bob"})
  int remove(@Parameters(paramLabel = "NAME") String name, @Mixin ServerOption server) {
    server.connect().delete(path(name));
    out().println("removed administrator " + name);
    return 0;
  }

  private static String path(String name) {
    return PATH + "/" + ServerConnection.encoded(name);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
