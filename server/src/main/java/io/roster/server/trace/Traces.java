package io.roster.server.trace;

import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/** Takes the spans of what the server does, or takes none and costs nothing. */
public interface Traces extends AutoCloseable {
  /** Takes none. */
  Traces OFF = new Off();

  /** Begins the span of a request, as a part of the caller's trace if it names one. */
  RequestSpan request(Request request, String id);

  /** Does a step in a span of its own. */
  <T> T step(String name, Supplier<T> work);

  @Override
  void close();

  /** The span of one request. */
  interface RequestSpan {
    /** This thread goes on to something else. */
    void left();

    /** The request was answered. */
    void ended(int status);
  }

  /** Without traces. */
  final class Off implements Traces {
    private static final RequestSpan NONE =
        new RequestSpan() {
          @Override
          public void left() {}

          @Override
          public void ended(int status) {}
        };

    private Off() {}

    @Override
    public RequestSpan request(Request request, String id) {
      return NONE;
    }

    @Override
    public <T> T step(String name, Supplier<T> work) {
      return work.get();
    }

    @Override
    public void close() {}
  }
}
