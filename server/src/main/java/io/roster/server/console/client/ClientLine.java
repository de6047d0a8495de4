package io.roster.server.console.client;

import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Moment;
import java.time.Instant;
import java.util.Map;

/**
 * A client as a list shows it. Its name and hosts are what it says of itself: text, whatever they
 * look like.
 *
 * @param targets where it sends people, in short
 * @param used when it was last used
 */
public record ClientLine(
    String path,
    String id,
    String name,
    String state,
    String tier,
    String targets,
    Moment registered,
    Moment used) {
  private static final int MOST_TARGETS = 3;

  /** Reads a client as the API tells it. */
  public static ClientLine of(Json.Members client, Instant now) {
    var id = client.text("client_id").orElse("");
    var metadata = metadata(client);
    return new ClientLine(
        Addresses.client(id),
        id,
        metadata.clientName().filter(name -> !name.isBlank()).orElse("(no name)"),
        client.text("state").orElse(""),
        client.text("tier").orElse(""),
        targets(metadata),
        Moment.of(client.text("registered_at").orElse(Instant.EPOCH.toString()), now),
        Moment.of(client.text("last_used_at"), now));
  }

  static ClientMetadata metadata(Json.Members client) {
    var members =
        client.values().get("metadata") instanceof Json.Members found
            ? found
            : new Json.Members(Map.of());
    return switch (MetadataReader.read(members)) {
      case Reading.Parsed(var metadata) -> metadata;
      case Reading.Malformed malformed -> ClientMetadata.EMPTY;
    };
  }

  private static String targets(ClientMetadata metadata) {
    var all = metadata.redirectUris().stream().map(ClientLine::target).distinct().toList();
    var shown = String.join(", ", all.stream().limit(MOST_TARGETS).toList());
    return all.size() > MOST_TARGETS
        ? shown + " and " + (all.size() - MOST_TARGETS) + " more"
        : shown;
  }

  /** The host of a web address, the scheme of an app's. */
  private static String target(RedirectUri redirect) {
    return redirect
        .parsed()
        .map(uri -> uri.isWeb() ? host(uri) : uri.scheme() + ":")
        .orElse("(malformed)");
  }

  private static String host(AbsoluteUri uri) {
    return uri.host();
  }
}
