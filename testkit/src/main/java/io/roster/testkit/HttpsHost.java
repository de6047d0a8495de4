package io.roster.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A stranger's https server on this machine, under a name of its own, that a test makes behave. */
public final class HttpsHost implements AutoCloseable {
  private final TestCertificates authority = new TestCertificates();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private final String name;
  private final HttpsServer server;

  /** Starts a host of these names; whoever asks has to resolve them to 127.0.0.1. */
  public HttpsHost(String... names) {
    this.name = names[0];
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var alternatives = Arrays.stream(names).map(one -> "dns:" + one).toArray(String[]::new);
    var identity = authority.issue("CN=" + name, alternatives);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.contextOf(identity)));
    server.setExecutor(threads);
    server.start();
  }

  /** Answers a path with 200 and this JSON. */
  public HttpsHost serving(String path, String json) {
    return answering(path, exchange -> reply(exchange, 200, json));
  }

  /** Answers a path as the test likes; a later answer replaces an earlier one. */
  public HttpsHost answering(String path, HttpHandler handler) {
    remove(path);
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          handler.handle(exchange);
        });
    return this;
  }

  private void remove(String path) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException none) {
      // It is the first answer.
    }
  }

  public static void reply(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  public String url(String path) {
    return urlOf(name, path);
  }

  /** The same under another of its names. */
  public String urlOf(String other, String path) {
    return "https://" + other + ":" + port() + path;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  /** The authority to trust, as a PEM file has it. */
  public String authorityPem() {
    return authority.rootPem();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
