package io.roster.server.web;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives each call on the operator's listener a name, which the answer, log and audit trail tell.
 */
public final class NamedCalls extends Handler.Wrapper {
  private final RequestIds ids = new RequestIds(new SecureRandom());

  public NamedCalls(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var id = ids.next();
    response.getHeaders().put(RequestIds.HEADER, id);
    Acting.answering(Actor.server("admin").in(Optional.of(id)));
    try {
      return super.handle(request, response, callback);
    } finally {
      Acting.answered();
    }
  }
}
