package io.roster.remote.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.roster.core.cimd.DocumentFetch;
import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.DocumentFetch.Found;
import io.roster.core.cimd.DocumentFetch.Missing;
import io.roster.core.cimd.DocumentSettings;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.Documents.Demand;
import io.roster.remote.document.FetchedDocuments.Sites;
import io.roster.remote.fetch.GuardedHttp;
import io.roster.remote.fetch.Strangers;
import io.roster.testkit.HttpsHost;
import io.roster.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets: C8 to C11, C20, C22, C23. */
class FetchedDocumentsTest {
  private static final String PATH = "/client.json";

  private final HttpsHost host = new HttpsHost("client.example");
  private final SettableClock clock = SettableClock.atNoon();
  private final CountDownLatch end = new CountDownLatch(1);
  private GuardedHttp http;
  private FetchedDocuments documents;
  private DocumentUrl url;

  @BeforeEach
  void open(@TempDir Path directory) {
    http = Strangers.client(host, directory);
    documents = documents(1000, 1000);
    url = DocumentUrl.parse(host.url(PATH)).orElseThrow();
  }

  @AfterEach
  void close() throws IOException {
    end.countDown();
    http.close();
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "Application/JSON;charset=utf-8, true",
    "application/client+json, true",
    "text/html, false",
    "application/jsonp, false",
    "text/json, false",
    "'', false"
  })
  void onlyJsonIsADocument(String mediaType, boolean is) {
    host.answering(PATH, exchange -> reply(exchange, mediaType, "{}"));

    assertThat(get() instanceof Found).isEqualTo(is);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "{", "{} {}", "{\"a\":1,\"a\":2}", "<html>"})
  void whatIsNoJsonObjectIsNoDocument(String body) {
    serve(body);

    assertThat(missing().cause()).isEqualTo(Cause.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "201, UNAVAILABLE",
    "301, UNAVAILABLE",
    "403, UNAVAILABLE",
    "404, GONE",
    "410, GONE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void nothingButOkCounts(int status, Cause cause) {
    host.answering(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().add("Location", host.url("/other"));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          HttpsHost.reply(exchange, status, "{}");
        });
    host.serving("/other", "{}");

    assertThat(missing()).isEqualTo(new Missing(cause, "status " + status));
    assertThat(host.asked()).isEqualTo(1);
  }

  @Test
  void aChallengeForBrowsersIsNoDocument() {
    host.answering(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
          HttpsHost.reply(exchange, 403, "<title>Just a moment...</title>");
        });

    assertThat(missing()).isEqualTo(new Missing(Cause.UNAVAILABLE, "status 403"));
  }

  @Test
  void oneByteMoreThanFiveKilobytesIsTooMuch() {
    serve(documentOf(RemoteDocument.LARGEST));
    assertThat(get()).isInstanceOf(Found.class);

    url = DocumentUrl.parse(host.url("/large.json")).orElseThrow();
    host.answering(
        "/large.json",
        exchange -> reply(exchange, "application/json", documentOf(RemoteDocument.LARGEST + 1)));
    assertThat(missing()).isEqualTo(new Missing(Cause.UNAVAILABLE, "more than 5120 bytes"));
  }

  @Test
  void aBodyThatTricklesIsNotWaitedFor() {
    host.answering(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (!isOver(100)) {
              out.write(' ');
              out.flush();
            }
          }
        });
    long began = System.nanoTime();

    assertThat(missing().cause()).isEqualTo(Cause.UNAVAILABLE);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aNameThatLeadsHereTheSecondTimeIsNotAsked(@TempDir Path directory) throws IOException {
    serve("{}");
    try (var rebinding = Strangers.rebinding(host, directory, "192.0.0.9", "127.0.0.1")) {
      var guarded = documents(rebinding);

      assertThat(guarded.get(url, Demand.UNKNOWN_CLIENT)).isInstanceOf(Missing.class);
      clock.advance(Duration.ofMinutes(2));
      assertThat(guarded.get(url, Demand.UNKNOWN_CLIENT)).isInstanceOf(Missing.class);
    }
    assertThat(host.asked()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=7200, 7200",
    "'public, max-age=60, s-maxage=7200', 7200",
    "max-age=1, 60",
    "no-store, 60",
    "no-cache, 60",
    "max-age=999999999, 86400",
    "'', 3600"
  })
  void itsHostSaysHowLongItStaysWithinOurBounds(String control, long seconds) {
    host.answering(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().add("Cache-Control", control);
          reply(exchange, "application/json", "{}");
        });
    get();

    clock.advance(Duration.ofSeconds(seconds - 1));
    get();
    assertThat(host.asked()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    get();
    assertThat(host.asked()).isEqualTo(2);
  }

  @Test
  void whatWentWrongIsRememberedForAMoment() {
    host.answering(PATH, exchange -> HttpsHost.reply(exchange, 503, ""));
    missing();
    serve("{}");

    clock.advance(Duration.ofSeconds(29));
    missing();
    assertThat(host.asked()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(get()).isInstanceOf(Found.class);
  }

  @Test
  void whatIsNoGoodIsFetchedAgainAfterAMoment() {
    serve("{}");
    get();
    documents.distrust(url);

    get();
    assertThat(host.asked()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(30));
    get();
    assertThat(host.asked()).isEqualTo(2);
  }

  @Test
  void fiftyWhoComeAtOnceMakeOneFetch() throws Exception {
    var started = new CountDownLatch(1);
    host.answering(
        PATH,
        exchange -> {
          started.countDown();
          isOver(300);
          reply(exchange, "application/json", "{}");
        });
    Callable<DocumentFetch> fetch = this::get;

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new HashSet<DocumentFetch>();
      for (var future : threads.invokeAll(Collections.nCopies(50, fetch))) {
        results.add(resultOf(future));
      }
      assertThat(results).hasSize(1);
      assertThat(results.iterator().next()).isInstanceOf(Found.class);
    }
    assertThat(host.asked()).isEqualTo(1);
  }

  @Test
  void oneHostIsAskedSoOftenAMinuteAndStrangersLessOftenThanClients() {
    documents = documents(3, 2);
    host.serving("/", "");

    assertThat(asked("/1", Demand.UNKNOWN_CLIENT)).isTrue();
    assertThat(asked("/2", Demand.UNKNOWN_CLIENT)).isTrue();
    assertThat(asked("/3", Demand.KNOWN_CLIENT)).isTrue();
    assertThat(asked("/4", Demand.KNOWN_CLIENT)).isFalse();
    clock.advance(Duration.ofSeconds(20));
    assertThat(asked("/4", Demand.KNOWN_CLIENT)).isTrue();
    clock.advance(Duration.ofSeconds(40));
    assertThat(asked("/5", Demand.UNKNOWN_CLIENT)).isTrue();
    assertThat(asked("/6", Demand.UNKNOWN_CLIENT)).isTrue();
    assertThat(asked("/7", Demand.UNKNOWN_CLIENT)).isFalse();
  }

  @Test
  void strangersDoNotCrowdOutTheApplicationsWeKnow() {
    documents = documents(9, 1);
    host.serving("/", "");

    assertThat(asked("/1", Demand.UNKNOWN_CLIENT)).isTrue();
    assertThat(asked("/2", Demand.UNKNOWN_CLIENT)).isFalse();
    assertThat(asked("/known", Demand.UNKNOWN_CLIENT)).isTrue();
  }

  private boolean asked(String path, Demand demand) {
    int before = host.asked();
    documents.get(DocumentUrl.parse(host.url(path)).orElseThrow(), demand);
    return host.asked() > before;
  }

  private FetchedDocuments documents(int perHost, int unknown) {
    return new FetchedDocuments(
        Sites.web(http),
        DocumentSettings.standard(),
        new FetchLimits(perHost, unknown, one -> one.uri().path().equals("/known"), clock),
        clock);
  }

  private FetchedDocuments documents(GuardedHttp by) {
    return new FetchedDocuments(
        Sites.web(by),
        DocumentSettings.standard(),
        new FetchLimits(9, 9, one -> false, clock),
        clock);
  }

  private void serve(String body) {
    HttpHandler answer = exchange -> reply(exchange, "application/json", body);
    host.answering(PATH, answer);
  }

  private static void reply(HttpExchange exchange, String mediaType, String body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", mediaType);
    HttpsHost.reply(exchange, 200, body);
  }

  private static String documentOf(int bytes) {
    return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
  }

  private DocumentFetch get() {
    return documents.get(url, Demand.UNKNOWN_CLIENT);
  }

  private Missing missing() {
    var fetched = get();
    assertThat(fetched).isInstanceOf(Missing.class);
    return (Missing) fetched;
  }

  private static DocumentFetch resultOf(Future<DocumentFetch> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private boolean isOver(long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
