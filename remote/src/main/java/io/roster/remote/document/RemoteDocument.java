package io.roster.remote.document;

import io.roster.core.cimd.DocumentFetch;
import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.DocumentFetch.Found;
import io.roster.core.cimd.DocumentFetch.Missing;
import io.roster.core.cimd.DocumentSettings;
import io.roster.core.cimd.DocumentUrl;
import io.roster.http.JacksonJson;
import io.roster.remote.fetch.Fetch;
import io.roster.remote.fetch.GuardedHttp;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The document behind one URL: whoever comes while it is fetched waits for that fetch. */
final class RemoteDocument {
  /** What the draft recommends in section 6.6. */
  static final int LARGEST = 5 * 1024;

  private static final System.Logger LOG = System.getLogger("io.roster.remote");
  private static final JacksonJson JSON = new JacksonJson();
  private static final Missing TOO_OFTEN =
      new Missing(Cause.NOT_ASKED, "not asked: too many fetches in the last minute");

  private final DocumentUrl url;
  private final GuardedHttp http;
  private final DocumentSettings settings;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = new State(TOO_OFTEN, Instant.MIN);

  /** What is known, and until when nobody is asked again. */
  private record State(DocumentFetch last, Instant until) {}

  RemoteDocument(
      DocumentUrl url, GuardedHttp http, DocumentSettings settings, InstantSource clock) {
    this.url = url;
    this.http = http;
    this.settings = settings;
    this.clock = clock;
  }

  DocumentFetch get(BooleanSupplier mayAsk) {
    var known = fresh();
    if (known.isPresent()) {
      return known.get();
    }
    fetching.lock();
    try {
      // Whoever held the lock may have brought it.
      return fresh().orElseGet(() -> mayAsk.getAsBoolean() ? fetch() : TOO_OFTEN);
    } finally {
      fetching.unlock();
    }
  }

  Optional<Found> remembered() {
    return state.last() instanceof Found found ? Optional.of(found) : Optional.empty();
  }

  /** Whatever it is, its host is asked again after a pause. */
  void distrust() {
    var now = state;
    var pause = clock.instant().plus(settings.failurePause());
    if (pause.isBefore(now.until())) {
      state = new State(now.last(), pause);
    }
  }

  private Optional<DocumentFetch> fresh() {
    var now = state;
    return clock.instant().isBefore(now.until()) ? Optional.of(now.last()) : Optional.empty();
  }

  private DocumentFetch fetch() {
    var fetched =
        switch (http.get(url.uri().text(), LARGEST)) {
          case Fetch.Failed(var reason) -> missing(Cause.UNAVAILABLE, reason);
          case Fetch.Refused refused -> missing(cause(refused.status()), refused.reason());
          case Fetch.Fetched(var body, var mediaType, var freshFor) ->
              isJson(mediaType)
                  ? read(body, freshFor)
                  : missing(Cause.UNAVAILABLE, "media type " + printable(mediaType));
        };
    var until =
        switch (fetched) {
          case Found found -> found.staleAt();
          case Missing missing -> clock.instant().plus(settings.failurePause());
        };
    state = new State(fetched, until);
    return fetched;
  }

  private DocumentFetch read(String body, Optional<Duration> freshFor) {
    try {
      var now = clock.instant();
      return new Found(JSON.read(body), now, now.plus(settings.cache().within(freshFor)));
    } catch (IllegalArgumentException malformed) {
      return missing(Cause.UNAVAILABLE, "no JSON object");
    }
  }

  private Missing missing(Cause cause, String reason) {
    LOG.log(Level.WARNING, "no metadata document from {0}: {1}", url, reason);
    return new Missing(cause, reason);
  }

  private static Cause cause(int status) {
    return status == 404 || status == 410 ? Cause.GONE : Cause.UNAVAILABLE;
  }

  /** Section 4.1: application/json or application/...+json. */
  private static boolean isJson(String mediaType) {
    return mediaType.equals("application/json")
        || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
  }

  private static String printable(String mediaType) {
    return mediaType.matches("[a-z0-9!#$&^_.+/-]{1,100}") ? mediaType : "none or a strange one";
  }
}
