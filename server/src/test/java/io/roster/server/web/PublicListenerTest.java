package io.roster.server.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.server.serve.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Requests that no well-behaved client sends, byte by byte. */
class PublicListenerTest {
  private static final int PATIENCE_MILLIS = 20_000;

  @Test
  void aHeaderThatIsTooLargeIsRefused() throws IOException {
    var reply = send("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(reply).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void aFormThatIsTooLargeIsRefused() throws IOException {
    var form = "username=" + "x".repeat(70_000);

    var reply =
        send(
            "POST /login HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length()
                + "\r\n\r\n"
                + form);

    assertThat(reply).matches("(?s)HTTP/1\\.1 4(00|13) .*");
  }

  @Test
  void whatIsNoRequestIsRefusedWithoutNamingTheServer() throws IOException {
    var reply = send("GARBAGE\r\n\r\n");

    assertThat(reply).startsWith("HTTP/1.1 400 ").doesNotContainIgnoringCase("jetty");
  }

  @Test
  void noReplyNamesTheServer() throws IOException {
    assertThat(send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Server:");
  }

  private static String send(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RunningServer.shared().port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
