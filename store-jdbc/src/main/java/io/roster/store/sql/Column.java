package io.roster.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of each of many rows, for a statement that writes them all at once. */
public final class Column {
  private final String type;
  private final List<@Nullable Object> values;

  private Column(String type, List<@Nullable Object> values) {
    this.type = type;
    this.values = values;
  }

  /** Texts, each perhaps absent. */
  public static <R> Column texts(List<R> rows, Function<R, Optional<String>> value) {
    return of("text", rows, row -> value.apply(row).orElse(null));
  }

  /** Instants in milliseconds, each perhaps absent. */
  public static <R> Column instants(List<R> rows, Function<R, Optional<Instant>> value) {
    return of("int8", rows, row -> value.apply(row).map(Instant::toEpochMilli).orElse(null));
  }

  private static <R> Column of(String type, List<R> rows, Function<R, @Nullable Object> value) {
    var values = new ArrayList<@Nullable Object>(rows.size());
    for (var row : rows) {
      values.add(value.apply(row));
    }
    return new Column(type, values);
  }

  String type() {
    return type;
  }

  List<@Nullable Object> values() {
    return values;
  }
}
