package io.roster.server.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.roster.core.cimd.DocumentFetch;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.Documents;
import io.roster.server.trace.Traces;
import java.util.Locale;
import java.util.Optional;

/** Documents that are counted by what came of asking for them, and whose fetches show in traces. */
public final class ObservedDocuments implements Documents {
  private final Documents documents;
  private final MeterRegistry registry;
  private final Traces traces;

  public ObservedDocuments(Documents documents, MeterRegistry registry, Traces traces) {
    this.documents = documents;
    this.registry = registry;
    this.traces = traces;
  }

  @Override
  public DocumentFetch get(DocumentUrl url, Demand demand) {
    var fetch = traces.step("document get", () -> documents.get(url, demand));
    Counter.builder("dcr.cimd.fetch")
        .description("Documents that were asked for, by what came of it")
        .tags("outcome", outcome(fetch))
        .register(registry)
        .increment();
    return fetch;
  }

  private static String outcome(DocumentFetch fetch) {
    return switch (fetch) {
      case DocumentFetch.Found found -> "found";
      case DocumentFetch.Missing missing -> missing.cause().name().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public Optional<DocumentFetch.Found> remembered(DocumentUrl url) {
    return documents.remembered(url);
  }

  @Override
  public void distrust(DocumentUrl url) {
    documents.distrust(url);
  }
}
