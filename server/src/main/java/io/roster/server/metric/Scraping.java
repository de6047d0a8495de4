package io.roster.server.metric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers Prometheus; everything else is for the handler behind it. */
public final class Scraping extends Handler.Wrapper {
  private final Metrics metrics;

  public Scraping(Metrics metrics, Handler rest) {
    super(rest);
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Metrics.PATH.equals(Request.getPathInContext(request))) {
      return super.handle(request, response, callback);
    }
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Metrics.CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(metrics.scrape().getBytes(UTF_8)), callback);
    return true;
  }
}
