package io.roster.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does in few statements what many callers asked for, where the database gains by it. */
final class Together {
  private final Map<Merger<?>, List<Pending<?>>> mergeable = new HashMap<>();
  private final List<Pending<?>> rest = new ArrayList<>();

  private Together() {}

  /** Does what can be done together; returns the rest, to be run one by one. */
  static List<Pending<?>> run(List<Pending<?>> batch, Sql sql) throws SQLException {
    if (sql.dialect() == Dialect.SQLITE || batch.size() == 1) {
      // A statement costs no way to a server and back.
      return batch;
    }
    var together = new Together();
    batch.forEach(together::sort);
    for (var group : together.mergeable.entrySet()) {
      run(group.getKey(), group.getValue(), sql);
    }
    return together.rest;
  }

  private void sort(Pending<?> pending) {
    if (pending.work() instanceof Mergeable<?> work) {
      mergeable.computeIfAbsent(work.merger(), merger -> new ArrayList<>()).add(pending);
    } else {
      rest.add(pending);
    }
  }

  // Each list holds only what has this merger, and so what has its type of result.
  @SuppressWarnings("unchecked")
  private static <T> void run(Merger<T> merger, List<Pending<?>> group, Sql sql)
      throws SQLException {
    var typed = group.stream().map(pending -> (Pending<T>) pending).toList();
    var results = merger.run(typed.stream().map(Pending::work).toList(), sql);
    for (int i = 0; i < typed.size(); i++) {
      typed.get(i).done(results.get(i));
    }
  }
}
