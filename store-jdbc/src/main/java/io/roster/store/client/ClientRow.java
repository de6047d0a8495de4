package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Review;
import io.roster.core.client.Tier;
import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.store.sql.Rows;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Turns the columns of a client's row into the client. */
record ClientRow(JsonCodec json) {
  /** What statements begin with whose rows are read here. */
  static final class Parts {
    static final String SELECT =
        """
        SELECT client_id, metadata, secret_digest, secret_expires_at,
          token_digest, token_expires_at, issued_at, revision,
          tier, initial_token, statement_issuer, state,
          previous_secret_digest, previous_secret_expires_at,
          previous_token_digest, previous_token_expires_at, last_used_at,
          review_of, reviewed_at, review_reason
        FROM clients
        """;

    private Parts() {}
  }

  Client read(Rows row) throws SQLException {
    var origin = new Origin(tier(row.text(9)), row.optionalText(10), row.optionalText(11));
    return new Client(
        new ClientId(row.text(1)),
        metadata(row.text(2)),
        credential(row, 3),
        credential(row, 13),
        credential(row, 5).orElseThrow(),
        credential(row, 15),
        row.instant(7),
        row.optionalInstant(17),
        origin,
        state(row.text(12)),
        review(row),
        row.whole(8));
  }

  /** What is found where nobody has to decide anything is the same for all. */
  private static Review review(Rows row) throws SQLException {
    var at = row.optionalInstant(19);
    return at.isEmpty() ? Review.NONE : new Review(row.optionalText(18), at, row.optionalText(20));
  }

  /** A digest's column, and after it that of its end. */
  private static Optional<Credential> credential(Rows row, int column) throws SQLException {
    var expiry = row.optionalInstant(column + 1);
    return row.optionalText(column).map(digest -> new Credential(new Digest(digest), expiry));
  }

  static ClientState state(String text) {
    return ClientState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  String metadata(Client client) {
    return json.write(client.metadata().toJson());
  }

  ClientMetadata metadata(String text) {
    return switch (MetadataReader.read(json.read(text))) {
      case Reading.Parsed(var metadata) -> metadata;
      case Reading.Malformed malformed ->
          throw new IllegalStateException("stored metadata can't be read: " + malformed);
    };
  }

  static Tier tier(String text) {
    return Tier.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
