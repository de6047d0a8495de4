package io.roster.server.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  private static final List<String> LOCAL = List.of("127.0.0.1", "10.0.0.0/8");

  @Test
  void aProxyIsBelievedWhereARequestCameFrom() throws Exception {
    assertThat(addressSeen(LOCAL, "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void whatTheCallerWroteBeforeIsNotBelieved() throws Exception {
    assertThat(addressSeen(LOCAL, "198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void proxiesInFrontOfProxiesAreSkipped() throws Exception {
    assertThat(addressSeen(LOCAL, "203.0.113.7, 10.1.2.3")).isEqualTo("203.0.113.7");
  }

  @Test
  void anIpv6AddressIsUnderstood() throws Exception {
    assertThat(addressSeen(LOCAL, "2001:db8::7")).isEqualTo("[2001:db8:0:0:0:0:0:7]");
  }

  @Test
  void aStrangerIsNotBelieved() throws Exception {
    assertThat(addressSeen(List.of("10.0.0.0/8"), "203.0.113.7")).isEqualTo("127.0.0.1");
  }

  @Test
  void aNameIsNeverLookedUp() throws Exception {
    assertThat(addressSeen(LOCAL, "localhost")).isEqualTo("127.0.0.1");
  }

  @Test
  void aHeaderWithTooManyAddressesIsNotRead() throws Exception {
    assertThat(addressSeen(LOCAL, "203.0.113.7, ".repeat(40) + "203.0.113.8"))
        .isEqualTo("127.0.0.1");
  }

  private static String addressSeen(List<String> trusted, String forwardedFor) throws Exception {
    var server = new Server();
    var http = new HttpConfiguration();
    http.addCustomizer(new TrustedProxies(trusted));
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
              .header("X-Forwarded-For", forwardedFor)
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } finally {
      server.stop();
    }
  }

  /** Answers with the caller's address. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var address = Request.getRemoteAddr(request).getBytes(US_ASCII);
      response.write(true, ByteBuffer.wrap(address), callback);
      return true;
    }
  }
}
