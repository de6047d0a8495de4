package io.roster.store.transfer;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.store.sql.Database;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes everything a database holds as lines of JSON, but for what nobody misses: sessions and the
 * assertions of the last minutes. Private keys and digests are in it.
 */
public final class Export {
  /** What the first line says. */
  static final String FORMAT = "roster-export-1";

  private static final int PAGE = 500;
  private static final String HANDLES =
      "SELECT digest, kind FROM grant_handles WHERE grant_row = ? ORDER BY position";

  private final Database database;
  private final JsonCodec json;

  public Export(Database database, JsonCodec json) {
    this.database = database;
    this.json = json;
  }

  /** Writes all rows; returns how many. Rows that change meanwhile are there as they were once. */
  public long write(Writer out) throws IOException {
    return write(out, rows -> {});
  }

  /** As {@link #write(Writer)}, and tells now and then how many rows are written. */
  public long write(Writer out, LongConsumer progress) throws IOException {
    line(out, new Json.Members(Map.of("format", Json.of(FORMAT))));
    long all = 0;
    for (var table : Table.ALL) {
      long last = 0;
      for (var page = page(table, last); !page.isEmpty(); page = page(table, last)) {
        for (var row : page) {
          line(out, row.members());
        }
        last = page.getLast().number();
        all += page.size();
        progress.accept(all);
      }
    }
    line(out, new Json.Members(Map.of("rows", Json.of(all))));
    return all;
  }

  private void line(Writer out, Json.Members members) throws IOException {
    out.write(json.write(members));
    out.write('\n');
  }

  private record Row(Json.Members members, long number) {}

  private List<Row> page(Table table, long last) {
    return database.read(
        sql -> {
          var rows = sql.list(table.page(), row -> read(table, row), last, PAGE);
          return table.name().equals(Table.GRANTS) ? withHandles(rows, sql) : rows;
        });
  }

  private static Row read(Table table, Rows row) throws SQLException {
    var members = new LinkedHashMap<String, Json>();
    members.put("table", Json.of(table.name()));
    int column = 1;
    for (var name : table.texts()) {
      row.optionalText(column++).ifPresent(text -> members.put(name, Json.of(text)));
    }
    for (var name : table.numbers()) {
      row.optionalWhole(column++).ifPresent(number -> members.put(name, Json.of(number)));
    }
    return new Row(new Json.Members(members), row.whole(column));
  }

  private static List<Row> withHandles(List<Row> grants, Sql sql) throws SQLException {
    var complete = new ArrayList<Row>();
    for (var grant : grants) {
      var handles = sql.list(HANDLES, row -> row.text(2) + " " + row.text(1), grant.number());
      var members = new LinkedHashMap<>(grant.members().values());
      members.put("handles", Json.ofTexts(handles));
      complete.add(new Row(new Json.Members(members), grant.number()));
    }
    return complete;
  }
}
