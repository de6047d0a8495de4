package io.roster.store.audit;

import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One link of the chain: the entries from one row to another, all of them, in their order.
 *
 * @param entries how many rows of that range there are; not every number was given away
 * @param previous the hash of the seal before it
 * @param hash what all of this, and the digest of every entry, comes to
 * @param signature the hash under a key that the database doesn't know
 */
public record Seal(
    long number,
    long firstRow,
    long lastRow,
    long entries,
    Instant from,
    Instant to,
    Instant sealedAt,
    String previous,
    String hash,
    Optional<String> signature) {

  /** An entry, as far as the chain is concerned. */
  record Link(long row, Instant at, String digest) {
    static Link read(Rows row) throws SQLException {
      return new Link(row.whole(1), row.instant(2), row.text(3));
    }
  }

  static Seal of(long number, String previous, long first, List<Link> links, Instant now) {
    var last = links.getLast().row();
    var from = links.stream().map(Link::at).min(Instant::compareTo).orElseThrow();
    var to = links.stream().map(Link::at).max(Instant::compareTo).orElseThrow();
    var open =
        new Seal(number, first, last, links.size(), from, to, now, previous, "", Optional.empty());
    return open.closed(open.hashOver(links));
  }

  /** The hash that this seal has if these are its entries. */
  String hashOver(List<Link> links) {
    var chained =
        new Fingerprint()
            .add(number)
            .add(firstRow)
            .add(lastRow)
            .add(entries)
            .add(from.toEpochMilli())
            .add(to.toEpochMilli())
            .add(sealedAt.toEpochMilli())
            .add(previous);
    links.forEach(link -> chained.add(link.row()).add(link.digest()));
    return chained.text();
  }

  private Seal closed(String with) {
    return new Seal(
        number, firstRow, lastRow, entries, from, to, sealedAt, previous, with, signature);
  }

  Seal signed(Signature by) {
    return new Seal(
        number, firstRow, lastRow, entries, from, to, sealedAt, previous, hash, by.of(hash));
  }

  /** What statements are made of. */
  static final class Parts {
    static final String COLUMNS =
        "row_id, first_row, last_row, entries, from_at, to_at, sealed_at, previous, hash,"
            + " signature";

    /** What the first seal names as the one before it. */
    static final String GENESIS = "";

    private Parts() {}
  }

  static Seal read(Rows row) throws SQLException {
    return new Seal(
        row.whole(1),
        row.whole(2),
        row.whole(3),
        row.whole(4),
        row.instant(5),
        row.instant(6),
        row.instant(7),
        row.text(8),
        row.text(9),
        row.optionalText(10));
  }
}
