package io.roster.server.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to one node after another, and knows nothing of what they mean. */
public final class Balancer implements AutoCloseable {
  private final ServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile List<Integer> nodes = List.of();

  public Balancer() {
    try {
      listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Sends every connection from now on to these, and ends those there are. */
  public void use(RunningRoster... rosters) {
    nodes = Arrays.stream(rosters).map(RunningRoster::port).toList();
    open.forEach(Balancer::close);
    open.clear();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    var chosen = nodes;
    int first = connections.getAndIncrement();
    for (int i = 0; i < chosen.size(); i++) {
      try (var node = new Socket()) {
        int port = chosen.get(Math.floorMod(first + i, chosen.size()));
        node.connect(new InetSocketAddress("localhost", port), 1000);
        var back = Thread.ofVirtual().start(() -> pass(node, client));
        pass(client, node);
        back.join();
        return;
      } catch (IOException down) {
        // The next one may be there.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    close(client);
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException broken) {
      // One side went; so does the other.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(listener);
    open.forEach(Balancer::close);
  }
}
