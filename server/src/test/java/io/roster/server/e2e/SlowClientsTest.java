package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that begin a request and never end it cost a connection for a while, and no more. */
@ExtendWith(EndToEnd.class)
class SlowClientsTest {
  // More than the container would serve at a time if it had a thread for each.
  private static final int MANY = 300;
  private static final int LIMIT_MILLIS = 10_000;
  private static final String BEGUN =
      "POST /oauth/register HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"client_name\":";

  @Test
  void requestsThatNeverEndAreGivenUp() throws IOException {
    var slow = new ArrayList<Socket>();
    try (var impatient = RunningRoster.start(Map.of("ROSTER_HTTP_IDLE_TIMEOUT", "1s"))) {
      for (var begun : List.of("", "POST /oauth", "POST / HTTP/1.1\r\nHost: ", BEGUN)) {
        slow.add(connect(impatient, begun));
      }

      for (var client : slow) {
        var answer = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(answer).doesNotStartWith("HTTP/1.1 5");
      }
    } finally {
      closeAll(slow);
    }
  }

  @Test
  void othersAreServedMeanwhile(RunningRoster patient) throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(connect(patient, BEGUN));
      }

      var body = PublicClient.body("http://127.0.0.1/callback").getBytes(ISO_8859_1);
      var answer = RawSocket.exchange(patient.port(), Wire.json("/oauth/register", body));

      assertThat(answer.status()).isEqualTo(201);
    } finally {
      closeAll(slow);
    }
  }

  private static Socket connect(RunningRoster roster, String begun) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), roster.port());
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
    return socket;
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
