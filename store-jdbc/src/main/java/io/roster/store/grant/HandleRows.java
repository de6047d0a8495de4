package io.roster.store.grant;

import io.roster.core.credential.Digest;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.store.sql.Rows;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * The rows that lead to a grant. A new revision touches only those that changed: digests are
 * random, so that each costs a page of its own.
 */
final class HandleRows {
  private record Place(GrantHandle handle, int position) {}

  private HandleRows() {}

  static void save(Grant grant, long row, Sql sql) throws SQLException {
    var before = grant.revision() == 1 ? Set.<Place>of() : find(row, sql);
    var after = places(grant);
    for (var place : before) {
      if (!after.contains(place)) {
        delete(place, row, sql);
      }
    }
    for (var place : after) {
      if (!before.contains(place)) {
        put(place, row, sql);
      }
    }
  }

  private static Set<Place> places(Grant grant) {
    var places = new HashSet<Place>();
    for (int i = 0; i < grant.handles().size(); i++) {
      places.add(new Place(grant.handles().get(i), i));
    }
    return places;
  }

  private static final String FIND =
      "SELECT kind, digest, position FROM grant_handles WHERE grant_row = ?";

  private static Set<Place> find(long row, Sql sql) throws SQLException {
    return Set.copyOf(sql.list(FIND, HandleRows::read, row));
  }

  private static Place read(Rows row) throws SQLException {
    var kind = GrantHandle.Kind.valueOf(row.text(1));
    return new Place(new GrantHandle(kind, new Digest(row.text(2))), (int) row.whole(3));
  }

  private static final String DELETE =
      "DELETE FROM grant_handles WHERE digest = ? AND kind = ? AND grant_row = ?";

  private static void delete(Place place, long row, Sql sql) throws SQLException {
    sql.update(DELETE, place.handle().digest().text(), place.handle().kind().name(), row);
  }

  // A digest that led to another grant leads to this one from now on.
  private static final String PUT =
      """
      INSERT INTO grant_handles (digest, kind, grant_row, position)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (digest, kind)
      DO UPDATE SET grant_row = excluded.grant_row, position = excluded.position
      """;

  private static void put(Place place, long row, Sql sql) throws SQLException {
    sql.update(
        PUT, place.handle().digest().text(), place.handle().kind().name(), row, place.position());
  }
}
