package io.roster.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.data.DataDirectory;
import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What the commands print, word for word but for names and times that are new each time;
 * -Dgolden.rewrite=true writes the file anew, to be read in the diff.
 */
class OutputTest {
  private static final Path GOLDEN = Path.of("src/test/resources/output/commands.txt");
  private static final String CLIENT =
      "{\"client_name\":\"Golden\",\"redirect_uris\":[\"https://app.example/cb\"]}";

  private final StringBuilder transcript = new StringBuilder();
  private String data = "";
  private String address = "http:";

  @Test
  void everyCommandPrintsWhatItPrinted(@TempDir Path files) throws IOException {
    try (var server = RunningServer.start()) {
      data = server.part(DataDirectory.class).path().toString();
      clients();
      tokens();
      people();
      elsewhere(server.admin("").toString(), files.resolve("token.txt"));
      watching();
      rest(files);
    }

    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, transcript);
    }
    assertThat(transcript.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void everyCommandIsInTheTranscript() throws IOException {
    var transcript = Files.readString(GOLDEN);

    assertThat(commands(RosterCommand.commandLine(System.in), "roster"))
        .filteredOn(name -> !name.equals("roster serve") && !name.equals("roster rehearse"))
        .allMatch(
            name ->
                transcript.contains("$ " + name + " ") || transcript.contains("$ " + name + "\n"));
  }

  private static Stream<String> commands(CommandLine command, String name) {
    var subcommands = command.getSubcommands();
    return subcommands.isEmpty()
        ? Stream.of(name)
        : subcommands.entrySet().stream()
            .flatMap(s -> commands(s.getValue(), name + " " + s.getKey()));
  }

  private void clients() {
    var created = run(CLIENT, "clients", "create", "-");
    var id = between(created, "\"client_id\":\"", "\"");
    run("", "clients", "list");
    run("", "clients", "list", "--name", "gold", "--never-used", "--format", "json");
    run("", "clients", "list", "--redirect-host", "other.example");
    run("", "clients", "list", "--state", "nonsense");
    run("", "clients", "get", id);
    run("{\"client_name\":\"Amended\"}", "clients", "update", id, "-");
    run("", "clients", "update", id);
    run("", "clients", "waiting");
    run("", "clients", "disable", id);
    run("", "clients", "enable", id);
    run("", "clients", "deny", id, "--reason", "Use the desktop app.");
    run("", "clients", "approve", id);
    run("", "clients", "rotate-secret", id);
    run("", "clients", "reissue-token", id);
    run("", "clients", "revoke-token", id);
    run("", "clients", "revoke-grants", id);
    run("", "clients", "delete", id);
    run("", "clients", "delete", id);
  }

  private void tokens() {
    var created = run("", "initial-tokens", "create", "--uses", "3", "--format", "json");
    run("", "initial-tokens", "list");
    run("", "initial-tokens", "revoke", between(created, "\"id\":\"", "\""));
    run("", "initial-tokens", "revoke", "it-nonsense");
    run("", "tokens", "create", "--role", "viewer", "--note", "a test");
    created = run("", "tokens", "create", "--role", "operator", "--format", "json");
    run("", "tokens", "list");
    run("", "tokens", "revoke", between(created, "\"id\":\"", "\""));
    run("", "tokens", "create", "--role", "emperor");
  }

  private void people() {
    run("correct horse\n", "users", "add", "alice", "--password-stdin");
    run("", "users", "list");
    run("correct horse\n", "admins", "add", "bob", "--role", "viewer", "--password-stdin");
    run("correct horse\n", "admins", "add", "bob", "--role", "viewer", "--password-stdin");
    run("", "admins", "set-role", "alice", "operator");
    run("", "admins", "list");
    run("", "admins", "remove", "bob");
    run("", "users", "remove", "alice");
    run("", "users", "remove", "alice");
  }

  /** As from another machine, with a token in a file. */
  private void elsewhere(String url, Path file) throws IOException {
    address = url;
    var token = run("", "tokens", "create", "--role", "viewer").strip();
    Files.writeString(file, token + "\n");
    run("", "users", "list", "--server", url, "--token-file", file.toString());
    run("", "users", "remove", "admin", "--server", url, "--token-file", file.toString());
    Files.writeString(file, "nonsense\n");
    run("", "clients", "list", "--server", url, "--token-file", file.toString());
    run("", "clients", "list", "--server", "nonsense", "--token-file", file.toString());
  }

  private void watching() {
    run("", "audit", "list", "--action", "denied", "--format", "json");
    run("", "audit", "list", "--client", "mcp-client-nobody");
    run("", "audit", "list", "--since", "yesterday");
    run("", "audit", "export", "--action", "denied");
    run("", "audit", "verify");
    run("", "audit", "verify", "--head", "1:nonsense");
    run("", "webhooks", "list");
    run("", "webhooks", "dead-letters");
    run("", "webhooks", "retry");
    run("", "webhooks", "retry", "17");
    run("", "webhooks", "forget", "17");
  }

  private void rest(Path files) {
    run(CLIENT, "explain", "-");
    run("{\"redirect_uris\":[\"http://evil.example/\"]}", "explain", "-");
    run("", "policies", "--tiers");
    run("", "purge", "--dry-run");
    run("", "keys", "list");
    run("", "keys", "rotate");
    run("", "backup", files.resolve("roster.db").toString());
    run("", "export", files.resolve("roster.jsonl").toString());
    run("", "import", files.resolve("roster.jsonl").toString());
    var script = CommandResult.of("completion", "bash");
    transcript.append("$ roster completion bash\n").append(script.out().lines().count() > 500);
    transcript.append(" lines\n\n");
  }

  private String run(String input, String... words) {
    var all = Stream.concat(Stream.of(words), Stream.of("--data", data)).toArray(String[]::new);
    var result = CommandResult.withInput(input, all);
    var text = "$ roster " + String.join(" ", words) + "\n" + result.out() + result.err();
    transcript.append(plain(text)).append("= ").append(result.code()).append("\n\n");
    return result.out();
  }

  /** The text with what is never the same twice by a name of its own. */
  private String plain(String text) {
    return text.replace(System.lineSeparator(), "\n")
        .replace(data, "DATA")
        .replace(address + " ", "URL ")
        .replaceAll("/[^ \n]*(roster\\.(jsonl|db)|token\\.txt)", "FILE")
        .replaceAll("mcp-client-[0-9a-f]{32}", "CLIENT_ID")
        .replaceAll("(it|at)-[0-9a-f]{20}", "$1-ID")
        .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
        .replaceAll("\"id\":\"\\d+\"", "\"id\":\"ID\"")
        .replaceAll("\"request_id\":\"[^\"]+\"", "\"request_id\":\"REQUEST_ID\"")
        .replaceAll("\\d+ entries under .*; head .*", "N entries under N seals; head HEAD")
        .replaceAll("(exported|skipped) \\d+", "$1 N")
        .replaceAll("[A-Za-z0-9_-]{43}", "SECRET")
        .replaceAll(Pattern.quote(".") + "\\d+ s", ".N s");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
