package io.roster.core.registration;

import io.roster.core.json.Json;
import io.roster.core.json.MergePatch;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;

/** A request to change a client's metadata: what is sent, and how it meets what is there. */
public sealed interface ClientUpdate {
  /** What is sent replaces all there is, RFC 7592 section 2.2. */
  record Replace(Json.Members body) implements ClientUpdate {}

  /** What is sent is laid over what there is, RFC 7396: the reference implementation's update. */
  record Merge(Json.Members body) implements ClientUpdate {}

  Json.Members body();

  default Reading resulting(ClientMetadata current) {
    return switch (this) {
      case Replace(var body) -> MetadataReader.read(body);
      case Merge(var body) -> {
        var target = current.withoutLanguagesOf(body).toJson();
        yield MetadataReader.read(MergePatch.apply(target, body));
      }
    };
  }
}
