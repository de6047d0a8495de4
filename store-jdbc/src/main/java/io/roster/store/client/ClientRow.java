package io.roster.store.client;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
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

/** Turns the columns of a client's row into the client. */
record ClientRow(JsonCodec json) {
  Client read(Rows row) throws SQLException {
    var secretExpiry = row.optionalInstant(4);
    var origin = new Origin(tier(row.text(9)), row.optionalText(10), row.optionalText(11));
    return new Client(
        new ClientId(row.text(1)),
        metadata(row.text(2)),
        row.optionalText(3).map(digest -> new Credential(new Digest(digest), secretExpiry)),
        new Credential(new Digest(row.text(5)), row.optionalInstant(6)),
        row.instant(7),
        origin,
        ClientState.valueOf(row.text(12).toUpperCase(Locale.ROOT)),
        row.whole(8));
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
