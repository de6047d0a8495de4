package io.roster.spring.operator;

import io.roster.core.cimd.DocumentReader;
import io.roster.core.cimd.DocumentReading;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.PinnedDocuments;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.Violation;
import io.roster.core.settings.RegistrationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The documents an operator pins, {@code roster.cimd.documents-file}. */
public final class OperatorDocuments {
  private static final String PROPERTY = "roster.cimd.documents-file";
  private static final int LONGEST = 1 << 20;

  private OperatorDocuments() {}

  /** Returns ours and before them those of the file; throws when one of its is no good. */
  public static PinnedDocuments and(
      PinnedDocuments ours, Path file, JsonCodec codec, RegistrationSettings settings) {
    try {
      var pinned = ours.and(codec.read(text(file)));
      var reader = new DocumentReader(settings.tier(Tier.DOCUMENT));
      pinned.all().forEach((url, document) -> demandProper(reader, url, document));
      return pinned;
    } catch (IOException e) {
      throw new IllegalArgumentException(PROPERTY + " names a file that can't be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PROPERTY + " names a file that is not right: " + e.getMessage(), e);
    }
  }

  private static void demandProper(DocumentReader reader, String url, Json.Members document) {
    var parsed = DocumentUrl.parse(url).orElseThrow();
    if (reader.read(parsed, document) instanceof DocumentReading.Improper(var violations)) {
      throw new IllegalArgumentException(
          url
              + ": "
              + violations.stream().map(OperatorDocuments::told).collect(Collectors.joining("; ")));
    }
  }

  private static String told(Violation violation) {
    return violation.field() + ": " + violation.advice();
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IllegalArgumentException("it must not be longer than " + LONGEST + " bytes");
    }
    return Files.readString(file);
  }
}
