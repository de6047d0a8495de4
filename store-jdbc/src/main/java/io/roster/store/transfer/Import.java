package io.roster.store.transfer;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.store.sql.Database;
import io.roster.store.sql.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Reads what an {@link Export} wrote into a database. What is there already stays as it is, so that
 * an import that was interrupted can simply be repeated.
 */
public final class Import {
  private static final int BATCH = 500;
  private static final Map<String, Table> TABLES =
      Table.ALL.stream().collect(Collectors.toMap(Table::name, Function.identity()));
  private static final String HANDLE =
      """
      INSERT INTO grant_handles (digest, kind, grant_row, position)
      SELECT ?, ?, row_id, ? FROM grants WHERE grant_id = ?
      ON CONFLICT DO NOTHING
      """;
  private static final String CLIENT_EXISTS = "SELECT 1 FROM clients WHERE client_id = ?";

  private final Database database;
  private final JsonCodec json;
  private final AuditImport audit = new AuditImport();

  public Import(Database database, JsonCodec json) {
    this.database = database;
    this.json = json;
  }

  /** How many rows came, and how many of them were there already or belonged to no client. */
  public record Result(long imported, long skipped) {}

  /** Reads all lines; throws IllegalArgumentException for what is no whole export. */
  public Result read(BufferedReader in) throws IOException {
    return read(in, rows -> {});
  }

  /** As {@link #read(BufferedReader)}, and tells now and then how many lines are read. */
  public Result read(BufferedReader in, LongConsumer progress) throws IOException {
    if (!Json.of(Export.FORMAT).equals(next(in, 1).values().get("format"))) {
      throw new IllegalArgumentException("line 1: this is no export of Roster's");
    }
    long imported = 0;
    long read = 0;
    var batch = new ArrayList<Json.Members>();
    while (true) {
      var line = next(in, read + 2);
      var rows = line.values().get("rows");
      if (rows != null || batch.size() == BATCH) {
        imported += write(batch);
        batch.clear();
        progress.accept(read);
      }
      if (rows != null) {
        if (!rows.equals(Json.of(read))) {
          throw new IllegalArgumentException("lines are missing in the middle of the file");
        }
        audit.close(database);
        return new Result(imported, read - imported);
      }
      audit.see(line);
      batch.add(line);
      read++;
    }
  }

  private Json.Members next(BufferedReader in, long number) throws IOException {
    var line = in.readLine();
    if (line == null) {
      throw new IllegalArgumentException("the file is cut off after line " + (number - 1));
    }
    try {
      return json.read(line);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "line %d: %s".formatted(number, malformed.getMessage()), malformed);
    }
  }

  private long write(List<Json.Members> rows) {
    return database.write(
        sql -> {
          long written = 0;
          for (var row : rows) {
            written += write(row, sql);
          }
          return written;
        });
  }

  private int write(Json.Members row, Sql sql) throws SQLException {
    var name = row.text("table").orElse("");
    var table = TABLES.get(name);
    if (table == null) {
      throw new IllegalArgumentException("there is no table \"" + name + "\"");
    }
    if (name.equals(Table.AUDIT) || name.equals(Table.SEALS)) {
      return audit.isOurs(sql) ? insert(table, row, sql) : 0;
    }
    if (!name.equals(Table.GRANTS)) {
      return insert(table, row, sql);
    }
    // The client may have gone between the export of the clients and that of the grants.
    var client = row.text("client_id").orElse("");
    boolean isOrphan = sql.first(CLIENT_EXISTS, found -> true, client).isEmpty();
    int written = isOrphan ? 0 : insert(table, row, sql);
    if (written == 1) {
      insertHandles(row, sql);
    }
    return written;
  }

  private static int insert(Table table, Json.Members row, Sql sql) throws SQLException {
    var values = new ArrayList<Object>();
    table.texts().forEach(column -> values.add(row.text(column)));
    table.numbers().forEach(column -> values.add(number(row, column)));
    return sql.update(table.insert(), values.toArray());
  }

  private static void insertHandles(Json.Members grant, Sql sql) throws SQLException {
    if (!(grant.values().get("handles") instanceof Json.Items(var handles))) {
      return;
    }
    var id = grant.text("grant_id").orElse("");
    for (int i = 0; i < handles.size(); i++) {
      if (handles.get(i) instanceof Json.Text(var text) && text.indexOf(' ') > 0) {
        int space = text.indexOf(' ');
        sql.update(HANDLE, text.substring(space + 1), text.substring(0, space), i, id);
      }
    }
  }

  private static Optional<Long> number(Json.Members row, String column) {
    return row.values().get(column) instanceof Json.Numeral number
        ? number.whole()
        : Optional.empty();
  }
}
