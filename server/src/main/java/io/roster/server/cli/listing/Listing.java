package io.roster.server.cli.listing;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** A list on its way out; rows are printed as they come, however many there are. */
public sealed interface Listing extends AutoCloseable {
  /** Prints one row, a value for each column. */
  void row(List<Json> values);

  @Override
  void close();

  /** Columns under a heading. */
  final class Table implements Listing {
    private final PrintWriter out;
    private final List<Column> columns;

    Table(PrintWriter out, List<Column> columns) {
      this.out = out;
      this.columns = columns;
      line(columns.stream().map(column -> column.name().toUpperCase(Locale.ROOT)).toList());
    }

    @Override
    public void row(List<Json> values) {
      line(values.stream().map(Table::text).toList());
    }

    @Override
    public void close() {
      out.flush();
    }

    private void line(List<String> cells) {
      var line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        var cell = cells.get(i);
        int room = columns.get(i).width() - cell.codePointCount(0, cell.length());
        line.append(cell).append(" ".repeat(Math.max(room, 0) + 2));
      }
      out.println(line.toString().stripTrailing());
    }

    private static String text(Json value) {
      return switch (value) {
        case Json.Text(var text) -> text;
        case Json.Null none -> "-";
        case Json.Items(var items) -> String.join(",", items.stream().map(Table::text).toList());
        default -> new JacksonJson().write(value);
      };
    }
  }

  /** One JSON array of objects, an object a line. */
  final class JsonArray implements Listing {
    private final PrintWriter out;
    private final List<Column> columns;
    private final JacksonJson json = new JacksonJson();
    private String separator = "[";

    JsonArray(PrintWriter out, List<Column> columns) {
      this.out = out;
      this.columns = columns;
    }

    @Override
    public void row(List<Json> values) {
      var members = new LinkedHashMap<String, Json>();
      for (int i = 0; i < values.size(); i++) {
        members.put(columns.get(i).name(), values.get(i));
      }
      out.print(separator + json.write(new Json.Members(members)));
      separator = ",\n";
    }

    @Override
    public void close() {
      out.println(separator.startsWith("[") ? "[]" : "]");
      out.flush();
    }
  }
}
