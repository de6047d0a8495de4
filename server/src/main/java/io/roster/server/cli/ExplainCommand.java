package io.roster.server.cli;

import io.roster.http.JacksonJson;
import io.roster.server.cli.listing.FormatOption;
import io.roster.server.connect.BodyInput;
import io.roster.server.connect.Explanation;
import io.roster.server.connect.ServerConnection;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would become of a registration. */
@Command(
    name = "explain",
    sortOptions = false,
    header = "Tells what would become of a registration, rule by rule.",
    description = {
      "",
      "Asks the running server what it would answer to this body of POST /oauth/register:",
      "every rule it breaks, what the rule saw, what would be done about it, and what to",
      "change. Nothing is stored. Exit code 0 when the client would be registered, 1 when",
      "it would be refused.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  roster explain body.json",
      "  roster explain - --tier token --format json < body.json"
    })
final class ExplainCommand implements Callable<Integer> {
  private final InputStream in;

  @Parameters(paramLabel = "FILE", description = "The body, in JSON; - for standard input.")
  private String file = "-";

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      defaultValue = "open",
      description =
          "As a client of which tier: open, token, statement or administrator;"
              + " default: ${DEFAULT-VALUE}.")
  private String tier = "open";

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ServerOption server = new ServerOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  ExplainCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() {
    var body = BodyInput.read(file, in);
    var path = "/api/v1/explain?tier=" + ServerConnection.encoded(tier);
    var answer = server.connect().post(path, body);
    var out = spec.commandLine().getOut();
    if (format.isJson()) {
      out.println(new JacksonJson().write(answer));
    } else {
      out.print(Explanation.of(answer));
    }
    out.flush();
    return answer.text("verdict").orElse("").equals("refused") ? 1 : 0;
  }
}
