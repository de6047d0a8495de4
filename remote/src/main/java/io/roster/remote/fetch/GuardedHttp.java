package io.roster.remote.fetch;

import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.Network;
import io.roster.core.uri.RedirectUri;
import io.roster.remote.fetch.Fetch.Failed;
import io.roster.remote.fetch.Fetch.Fetched;
import io.roster.remote.fetch.Fetch.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches what strangers publish, and can be made to fetch nothing else: https to public addresses
 * only, no redirects, no cookies, no credentials, bounded in time, size and number.
 */
public final class GuardedHttp implements AutoCloseable {
  private static final int MOST_AT_ONCE = 32;
  private static final int MOST_PER_HOST = 4;
  private static final List<Network> LOOPBACK =
      List.of(Network.parse("127.0.0.0/8"), Network.parse("::1"));

  private final RemoteSettings settings;
  private final boolean onLoopback;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

  /** A client for these settings; throws IllegalArgumentException when it can't trust the file. */
  public GuardedHttp(RemoteSettings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  GuardedHttp(RemoteSettings settings, DnsResolver names) {
    this(settings, new GuardedResolver(names, settings.allowedNetworks()), false);
  }

  private GuardedHttp(RemoteSettings settings, GuardedResolver names, boolean onLoopback) {
    this.settings = settings;
    this.onLoopback = onLoopback;
    this.http = client(settings, names);
  }

  /**
   * A client for what a developer serves on this very machine: plain http to loopback addresses on
   * any port, and nothing else.
   */
  public static GuardedHttp onLoopback(RemoteSettings settings) {
    var names = new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, LOOPBACK);
    return new GuardedHttp(settings, names, true);
  }

  /** Fetches a document of at most {@code limit} bytes; waits no longer than the settings say. */
  public Fetch get(String url, int limit) {
    var objection = objection(url);
    if (objection.isPresent()) {
      return new Failed(objection.get());
    }
    var request = new HttpGet(url);
    request.setHeader("Accept", "application/json");
    // Ends a body that trickles, and headers too: no single wait of theirs would be too long.
    var deadline =
        deadlines.schedule(request::cancel, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, response -> read(response, limit));
    } catch (IOException e) {
      return new Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }

  private Optional<String> objection(String url) {
    var uri = AbsoluteUri.parse(url).filter(AbsoluteUri::isWeb);
    if (onLoopback) {
      return uri.filter(GuardedHttp::isLoopback).isPresent()
          ? Optional.empty()
          : Optional.of("not an http URL of this machine");
    }
    if (uri.isEmpty() || !uri.get().scheme().equals("https")) {
      return Optional.of("not an https URL");
    }
    if (uri.get().hasUserinfo() || uri.get().fragment().isPresent()) {
      return Optional.of("a URL with user name or fragment");
    }
    int port = uri.get().authority().flatMap(AbsoluteUri.Authority::port).orElse(443);
    return settings.ports().contains(port)
        ? Optional.empty()
        : Optional.of("a port that may not be asked");
  }

  private static boolean isLoopback(AbsoluteUri uri) {
    return uri.scheme().equals("http") && RedirectUri.LOOPBACK_HOSTS.contains(uri.host());
  }

  private static Fetch read(ClassicHttpResponse response, int limit) throws IOException {
    if (response.getCode() != 200) {
      return new Refused(response.getCode());
    }
    if (response.containsHeader("Content-Encoding")) {
      return new Failed("a compressed body, which nobody asked for");
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Failed("no body");
    }
    try (var in = entity.getContent()) {
      var bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        return new Failed("more than " + limit + " bytes");
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Fetched(text, mediaType(response), Freshness.of(response));
    }
  }

  private static String mediaType(ClassicHttpResponse response) {
    var header = response.getFirstHeader("Content-Type");
    var text = header == null ? "" : String.valueOf(header.getValue());
    return text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static CloseableHttpClient client(RemoteSettings settings, DnsResolver resolver) {
    var wait = Timeout.of(settings.timeout());
    var limits = Http1Config.custom().setMaxHeaderCount(64).setMaxLineLength(8192).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setTlsSocketStrategy(
                new DefaultClientTlsStrategy(Trust.of(settings.trustedCertificates())))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(wait).setSocketTimeout(wait).build())
            .setMaxConnTotal(MOST_AT_ONCE)
            .setMaxConnPerRoute(MOST_PER_HOST)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("Roster")
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }
}
