package io.roster.server.cli.option;

import io.roster.core.json.Json;
import io.roster.server.connect.BodyInput;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a new initial access token is given. */
public final class TermsOption {
  @Option(
      names = "--uses",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many clients it admits; default: ${DEFAULT-VALUE}.")
  private long uses = 1;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      defaultValue = "7d",
      description = "When it ends: 30m, 12h, 7d, or 0 for never; default: ${DEFAULT-VALUE}.")
  private String expires = "7d";

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      defaultValue = "token",
      description = "What its clients are trusted with; default: ${DEFAULT-VALUE}.")
  private String tier = "token";

  @Option(
      names = "--metadata",
      paramLabel = "FILE",
      description = "Members its clients have whatever they send, in JSON.")
  private Optional<String> metadata = Optional.empty();

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What it is for; only you will see it.")
  private String note = "";

  /** The terms as the admin API takes them. */
  public Json.Members body(CommandLine command, InputStream in) {
    var terms = new LinkedHashMap<String, Json>();
    terms.put("uses", Json.of(uses));
    terms.put("expires_in", Json.of(seconds(command)));
    terms.put("tier", Json.of(tier));
    terms.put("note", Json.of(note));
    metadata.ifPresent(file -> terms.put("metadata", BodyInput.object(file, in)));
    return new Json.Members(terms);
  }

  private long seconds(CommandLine command) {
    return expires.equals("0") ? 0 : Lifetimes.seconds(expires, command);
  }
}
