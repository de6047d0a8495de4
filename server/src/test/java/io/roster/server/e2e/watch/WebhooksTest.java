package io.roster.server.e2e.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.roster.server.e2e.Http;
import io.roster.server.e2e.RunningRoster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is to be told is told, however badly it listens. */
class WebhooksTest {
  private static final String SECRET = "a secret of the receiver's";
  private static final String BODY =
      "{\"redirect_uris\":[\"http://127.0.0.1/callback\"],\"token_endpoint_auth_method\":\"none\"}";

  @Test
  void aReceiverThatFailsAndIsSlowAndComesBackIsToldEverything() throws Exception {
    try (var receiver = new Receiver();
        var roster = RunningRoster.start(settings(receiver))) {
      receiver.answers.add(500);
      receiver.answers.add(Receiver.SLOW);
      var first = roster.register(BODY);
      var event = receiver.next();
      assertThat(event.get("specversion").asString()).isEqualTo("1.0");
      assertThat(event.get("type").asString()).isEqualTo("io.roster.client.registered");
      assertThat(event.get("subject").asString()).isEqualTo(first.clientId());
      assertThat(event.get("source").asString()).isEqualTo(roster.issuer().toString());
      assertThat(event.get("data").get("actor").asString()).isEqualTo("client");
      assertThat(receiver.attempts.get(event.get("id").asString())).isEqualTo(3);

      receiver.answers.addAll(List.of(500, 404, 500));
      var second = roster.register(BODY);
      roster.awaitOutput("was not told of entry");
      assertThat(roster.command("", "webhooks", "list")).contains("hook", "http://127.0.0.1:");
      assertThat(roster.command("", "webhooks", "dead-letters")).contains("status 500");
      assertThat(roster.command("", "webhooks", "retry", "--all")).contains("1 messages");
      assertThat(receiver.next().get("subject").asString()).isEqualTo(second.clientId());
      assertThat(roster.command("", "webhooks", "dead-letters")).doesNotContain("status 500");
    }
  }

  private static Map<String, String> settings(Receiver receiver) {
    return Map.of(
        "ROSTER_WEBHOOKS_HOOK_URL", receiver.url(),
        "ROSTER_WEBHOOKS_HOOK_SECRET", SECRET,
        "ROSTER_WEBHOOKS_HOOK_ACTIONS", "registered",
        "ROSTER_WEBHOOKS_HOOK_ALLOWLOOPBACK", "true",
        "ROSTER_WEBHOOKS_HOOK_TIMEOUT", "1s",
        "ROSTER_WEBHOOKS_HOOK_ATTEMPTS", "3",
        "ROSTER_WEBHOOKS_HOOK_BACKOFF", "50ms");
  }

  /** A receiver that answers as it is told, and well when it isn't. */
  private static final class Receiver implements AutoCloseable {
    static final int SLOW = -1;

    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    Receiver() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/hook", this::take);
      server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      attempts.merge(id, 1, Integer::sum);
      var answer = answers.poll();
      if (answer != null && answer == SLOW) {
        await();
      }
      int status = answer == null ? 200 : Math.max(answer, 200);
      if (answer == null) {
        taken.add(Http.JSON.readTree(isSigned(exchange, id, body) ? body : "{}"));
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }

    private void await() {
      try {
        boolean ignored = closed.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static boolean isSigned(HttpExchange exchange, String id, String body) {
      var headers = exchange.getRequestHeaders();
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var text = id + "." + headers.getFirst("webhook-timestamp") + "." + body;
        var expected = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return headers
            .getFirst("webhook-signature")
            .equals("v1," + Base64.getEncoder().encodeToString(expected));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    JsonNode next() throws InterruptedException {
      var next = taken.poll(60, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    }

    @Override
    public void close() {
      closed.countDown();
      server.stop(0);
    }
  }
}
