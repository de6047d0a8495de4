package io.roster.server.cli.listing;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a list is printed. */
public final class FormatOption {
  public FormatOption() {}

  /** For people, or for programs. */
  public enum Format {
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

  /** Whether the list is for programs. */
  public boolean isJson() {
    return format == Format.JSON;
  }

  /** Opens a list with these columns. */
  public Listing listing(PrintWriter out, List<Column> columns) {
    return switch (format) {
      case TABLE -> new Listing.Table(out, columns);
      case JSON -> new Listing.JsonArray(out, columns);
    };
  }
}
