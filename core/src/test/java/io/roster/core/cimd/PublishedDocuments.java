package io.roster.core.cimd;

import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.DocumentFetch.Found;
import io.roster.core.cimd.DocumentFetch.Missing;
import io.roster.core.json.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Documents a test publishes, each fresh for an hour, and withdraws. */
final class PublishedDocuments implements Documents {
  private final InstantSource clock;
  private final Map<String, Json.Members> published = new HashMap<>();
  private final Map<String, Json.Members> got = new HashMap<>();
  private Cause otherwise = Cause.UNAVAILABLE;
  private int asked;
  private int distrusted;

  PublishedDocuments(InstantSource clock) {
    this.clock = clock;
  }

  void publish(DocumentUrl url, Json.Members document) {
    published.put(url.toString(), document);
  }

  void withdraw(DocumentUrl url, Cause cause) {
    published.remove(url.toString());
    otherwise = cause;
  }

  int asked() {
    return asked;
  }

  int distrusted() {
    return distrusted;
  }

  @Override
  public DocumentFetch get(DocumentUrl url, Demand demand) {
    asked++;
    var document = published.get(url.toString());
    if (document != null) {
      got.put(url.toString(), document);
    }
    var now = clock.instant();
    return document == null
        ? new Missing(otherwise, "withdrawn")
        : new Found(document, now, now.plus(Duration.ofHours(1)));
  }

  @Override
  public Optional<Found> remembered(DocumentUrl url) {
    var now = clock.instant();
    return Optional.ofNullable(got.get(url.toString()))
        .map(document -> new Found(document, now, now));
  }

  @Override
  public void distrust(DocumentUrl url) {
    distrusted++;
  }
}
