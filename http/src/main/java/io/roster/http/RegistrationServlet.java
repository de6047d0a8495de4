package io.roster.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Mounts the routes in any servlet container; map it to the paths that {@link Routes} knows. */
public final class RegistrationServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger("io.roster.http");

  private final transient Routes routes;
  private final transient JacksonJson json = new JacksonJson();

  public RegistrationServlet(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(answer(new ServletCall(request)), response);
  }

  // The last line of defence: whatever we got wrong is logged here and told to nobody.
  private HttpReply answer(ServletCall call) {
    try {
      return routes.answer(call);
    } catch (ServletCall.BrokenBodyException e) {
      return ErrorReplies.bodyCutShort();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a registration request failed", e);
      return ErrorReplies.broken();
    }
  }

  private void write(HttpReply reply, HttpServletResponse response) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    if (reply.body().isEmpty()) {
      response.setContentLength(0);
      return;
    }
    var bytes = json.bytes(reply.body().get());
    response.setContentType(JsonBody.JSON);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
