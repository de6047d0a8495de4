package io.roster.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the process, which needs a process of its own. */
class ShutdownTest {
  private static final String BODY = "{\"redirect_uris\":[\"https://app.example/cb\"]}";
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path data = Path.of("");

  @Test
  void whatIsBeingAnsweredIsFinishedAndTheEndIsOrderly() throws Exception {
    int port = freePort();
    var server = start(port);
    try (var out = server.inputReader()) {
      awaitReady(out);
      try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
        sendHalfARequest(client);

        server.destroy();
        awaitClosed(port);
        client.getOutputStream().write(BODY.substring(10).getBytes(US_ASCII));

        assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
            .startsWith("HTTP/1.1 201 ");
      }
      assertThat(server.waitFor(PATIENCE_SECONDS, SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.roster.server.Main",
            "serve",
            "--port=" + port,
            "--admin-port=0",
            "--data=" + data)
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitReady(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(" is ready: ")) {
        return;
      }
    }
    throw new AssertionError("it ended while starting");
  }

  private static void sendHalfARequest(Socket client) throws IOException {
    var head =
        "POST /oauth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n";
    client.getOutputStream().write(head.getBytes(US_ASCII));
    // The server says "continue" once it waits for the body: the request is in its hands.
    var reply = new String(client.getInputStream().readNBytes(25), US_ASCII);
    assertThat(reply).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    client.getOutputStream().write(BODY.substring(0, 10).getBytes(US_ASCII));
  }

  /** Waits until nobody listens any more: from then on the server drains. */
  private static void awaitClosed(int port) {
    long end = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread.onSpinWait();
        assertThat(probe.isConnected()).isTrue();
      } catch (IOException refused) {
        return;
      }
    }
    throw new AssertionError("it still listens");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
