package io.roster.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a list is printed. */
final class FormatOption {
  /** For people, or for programs. */
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  boolean isJson() {
    return format == Format.JSON;
  }

  Listing listing(PrintWriter out, List<Column> columns) {
    return switch (format) {
      case TABLE -> new Listing.Table(out, columns);
      case JSON -> new Listing.JsonArray(out, columns);
    };
  }
}
