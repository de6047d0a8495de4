package io.roster.remote.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.roster.core.cimd.DocumentFetch;
import io.roster.core.cimd.DocumentSettings;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.Documents;
import io.roster.remote.fetch.GuardedHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Documents where they are published, Client ID Metadata Document section 4: one fetch at a time
 * and URL, kept as long as its host says within bounds; what went wrong is remembered for a moment.
 */
public final class FetchedDocuments implements Documents {
  private static final int MOST = 1000;
  private static final Duration LAST_USE = Duration.ofHours(1);

  private final Sites sites;
  private final DocumentSettings settings;
  private final FetchLimits limits;
  private final InstantSource clock;
  private final Cache<String, RemoteDocument> documents =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LAST_USE).build();

  /** Who asks: the web, and this machine where a developer says so. */
  public record Sites(GuardedHttp web, GuardedHttp loopback) {
    /** Only the web; what is on this machine is refused there. */
    public static Sites web(GuardedHttp web) {
      return new Sites(web, web);
    }

    GuardedHttp of(DocumentUrl url) {
      return url.isLoopback() ? loopback : web;
    }
  }

  public FetchedDocuments(
      Sites sites, DocumentSettings settings, FetchLimits limits, InstantSource clock) {
    this.sites = sites;
    this.settings = settings;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public DocumentFetch get(DocumentUrl url, Demand demand) {
    return document(url).get(() -> limits.allow(url, demand == Demand.KNOWN_CLIENT));
  }

  @Override
  public Optional<DocumentFetch.Found> remembered(DocumentUrl url) {
    var document = documents.getIfPresent(url.uri().text());
    return document == null ? Optional.empty() : document.remembered();
  }

  @Override
  public void distrust(DocumentUrl url) {
    document(url).distrust();
  }

  private RemoteDocument document(DocumentUrl url) {
    return documents.get(
        url.uri().text(), text -> new RemoteDocument(url, sites.of(url), settings, clock));
  }
}
