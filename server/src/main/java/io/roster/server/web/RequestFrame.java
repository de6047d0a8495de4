package io.roster.server.web;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.server.metric.HttpMetrics;
import io.roster.server.trace.Route;
import io.roster.server.trace.Traces;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * What surrounds every request: its identifier, which the client is told whatever happens, its
 * time, and its span where traces are taken.
 */
public final class RequestFrame extends Handler.Wrapper {
  private final RequestIds ids = new RequestIds(new SecureRandom());
  private final InetAddressSet proxies = new InetAddressSet();
  private final HttpMetrics metrics;
  private final Traces traces;

  /** Believes identifiers that these proxies send. */
  public RequestFrame(HttpMetrics metrics, Traces traces, List<String> trustedProxies) {
    this.metrics = metrics;
    this.traces = traces;
    trustedProxies.forEach(proxies::add);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var id = identifier(request);
    long began = System.nanoTime();
    request.setAttribute(RequestIds.ATTRIBUTE, id);
    response.getHeaders().put(RequestIds.HEADER, id);
    var door = Route.of(String.valueOf(Request.getPathInContext(request)));
    Acting.answering(Actor.client(Request.getRemoteAddr(request), door).in(Optional.of(id)));
    var span = traces.request(request, id);
    Request.addCompletionListener(
        request,
        failure -> {
          int status = response.getStatus();
          var path = String.valueOf(Request.getPathInContext(request));
          metrics.answered(path, request.getMethod(), status, System.nanoTime() - began);
          span.ended(status);
        });
    try {
      return super.handle(request, response, callback);
    } finally {
      span.left();
      Acting.answered();
    }
  }

  private String identifier(Request request) {
    if (proxies.isEmpty()) {
      return ids.next();
    }
    var given = request.getHeaders().get(RequestIds.HEADER);
    return given != null && RequestIds.isHarmless(given) && isFromProxy(request)
        ? given
        : ids.next();
  }

  /** The peer itself, and not whom it speaks for. */
  private boolean isFromProxy(Request request) {
    var peer =
        request.getConnectionMetaData().getConnection().getEndPoint().getRemoteSocketAddress();
    return peer instanceof InetSocketAddress socket && proxies.test(socket.getAddress());
  }
}
