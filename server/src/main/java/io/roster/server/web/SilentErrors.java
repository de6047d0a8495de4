package io.roster.server.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is no proper HTTP with a status and nothing else, where Jetty has a page. */
final class SilentErrors extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    // Whatever was to be said was taken back before this.
    if (request.getAttribute(RequestIds.ATTRIBUTE) instanceof String id) {
      response.getHeaders().put(RequestIds.HEADER, id);
    }
    callback.succeeded();
  }
}
