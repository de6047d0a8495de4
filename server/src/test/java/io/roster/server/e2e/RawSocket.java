package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** Sends bytes as they are, right or wrong, and reads what comes back until the server hangs up. */
final class RawSocket {
  private static final int LIMIT_MILLIS = 15_000;

  private RawSocket() {}

  /** What came back; nothing at all when the server just hung up. */
  record Answer(String text) {
    boolean isSilence() {
      return text.isEmpty();
    }

    @Override
    public String toString() {
      return text.substring(0, Math.min(text.length(), 160)).replaceAll("\\s+", " ");
    }

    int status() {
      return Integer.parseInt(text.substring(9, 12));
    }

    /** Whether it has no body, or one in JSON that names an error. */
    boolean isErrorDocumentOrEmpty() {
      int end = text.indexOf("\r\n\r\n");
      var body = text.substring(end + 4);
      return body.isEmpty()
          || (text.substring(0, end).contains("application/json") && body.contains("\"error\""));
    }
  }

  static Answer exchange(int port, byte[] request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      send(socket, request);
      return new Answer(received(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
    } catch (SocketException e) {
      // It has heard enough; the answer may be there all the same.
    }
  }

  private static String received(Socket socket) throws IOException {
    var text = new StringBuilder();
    var buffer = new byte[8192];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        text.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException e) {
      // Reset: what has come until now is the answer.
    }
    return text.toString();
  }
}
