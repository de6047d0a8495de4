package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands who mean harm, or are only slow, neither stop the others nor fill the memory. */
class FloodTest {
  private static final int SLOW = 1000;
  private static final int FLOOD = 3000;
  private static final long HUGE = 100L << 20;

  private final RunningRoster roster = RunningRoster.start();
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    close(open);
    roster.close();
  }

  @Test
  void aThousandHalfSentBodiesKeepNobodyElseWaiting() throws IOException {
    for (int i = 0; i < SLOW; i++) {
      say(
          "POST /oauth/register HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"client_name\":");
    }

    assertServed();
  }

  @Test
  void aFloodOfConnectionsPasses() throws IOException {
    for (int i = 0; i < FLOOD; i++) {
      open.add(new Socket("localhost", roster.port()));
    }
    close(open);

    assertServed();
  }

  @Test
  void aHundredMegabytesAreRefusedUnread() throws IOException {
    long before = roster.residentBytes();
    for (int i = 0; i < 20; i++) {
      var socket =
          say(
              "POST /oauth/register HTTP/1.1\r\nHost: localhost\r\n"
                  + "Content-Type: application/json\r\nContent-Length: "
                  + HUGE
                  + "\r\n\r\n");
      assertThat(answerWhileSending(socket)).contains(" 413 ");
    }

    assertServed();
    assertThat(roster.residentBytes() - before).isLessThan(HUGE);
  }

  private Socket say(String text) throws IOException {
    var socket = new Socket("localhost", roster.port());
    open.add(socket);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    return socket;
  }

  /** Sends on until nobody takes it any more. */
  private static String answerWhileSending(Socket socket) throws IOException {
    var filler = new byte[65_536];
    Arrays.fill(filler, (byte) ' ');
    var sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    for (long sent = 0; sent < HUGE; sent += filler.length) {
                      socket.getOutputStream().write(filler);
                    }
                  } catch (IOException refused) {
                    // As it should be.
                  }
                });
    var answer = new byte[12];
    int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
    socket.close();
    sender.interrupt();
    return new String(answer, 0, read, US_ASCII) + " ";
  }

  private void assertServed() {
    var body = PublicClient.body("http://127.0.0.1/cb");
    for (int i = 0; i < 20; i++) {
      assertThat(Http.send(Http.postJson(roster.at("/oauth/register"), body)).status())
          .isEqualTo(201);
    }
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
