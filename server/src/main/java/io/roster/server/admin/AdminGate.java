package io.roster.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.audit.Acting;
import io.roster.core.audit.Actor;
import io.roster.core.json.Json;
import io.roster.core.store.StoreUnavailableException;
import io.roster.http.JacksonJson;
import io.roster.server.account.Principal;
import io.roster.server.admin.AdminAccess.Admittance.Admitted;
import io.roster.server.admin.AdminAccess.Admittance.Denied;
import io.roster.server.admin.AdminAccess.Admittance.Throttled;
import io.roster.server.admin.health.HealthReport;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Dispatcher;
import io.roster.server.api.Lines;
import io.roster.server.api.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Turns the operator's requests into calls, once they have shown who they are; what is neither
 * health nor API is for the console behind it.
 */
final class AdminGate extends Handler.Wrapper {
  private static final String API = "/api/v1/";
  private static final int LARGEST_BODY = 256 * 1024;
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final Set<String> HEADERS = Set.of("authorization", "if-match", "idempotency-key");

  private final HealthReport health;
  private final Dispatcher api;
  private final AdminAccess access;
  private final String address;
  private final JacksonJson json = new JacksonJson();

  AdminGate(HealthReport health, AdminListener.Inside inside, String address) {
    super(inside.console());
    this.health = health;
    this.api = inside.api();
    this.access = inside.access();
    this.address = address;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var path = String.valueOf(request.getHttpURI().getPath());
    var report = health.answer(path);
    if (report.isPresent()) {
      var reply = AdminReply.of(report.get().status(), report.get().body());
      write(reply, Optional.empty(), response, callback);
      return true;
    }
    var turnedAway = turnedAway(request);
    if (turnedAway.isEmpty() && !path.startsWith(API)) {
      return super.handle(request, response, callback);
    }
    var reply = turnedAway.orElseGet(() -> admitted(request, path));
    var accept = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT));
    var lines = Lines.arePreferred(accept) ? Lines.of(reply, json) : Optional.<byte[]>empty();
    write(reply, lines, response, callback);
    return true;
  }

  private Optional<AdminReply> turnedAway(Request request) {
    if (!isHere(Request.getServerName(request))) {
      return Optional.of(Problems.misdirected());
    }
    return isStrangersPage(request)
        ? Optional.of(Problems.forbidden("pages of other sites may not ask here"))
        : Optional.empty();
  }

  private AdminReply admitted(Request request, String path) {
    var credentials = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    try {
      return switch (access.admit(credentials, Request.getRemoteAddr(request))) {
        case Admitted(var principal) -> call(request, path, principal);
        case Denied denied -> Problems.unauthorized();
        case Throttled(var remaining) -> Problems.throttled(remaining);
      };
    } catch (StoreUnavailableException e) {
      return Problems.unavailable();
    }
  }

  /** A page of a stranger's can't reach us by a name of its own, whatever it resolves to. */
  private boolean isHere(String host) {
    return LOCAL.contains(host) || host.equals(address) || address.equals("0.0.0.0");
  }

  /**
   * Programs name no origin; a browser does, and must have got its page from here: by this name, or
   * by that of a proxy, where the browser says itself that both are one.
   */
  private static boolean isStrangersPage(Request request) {
    if ("same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
      return false;
    }
    var origin = request.getHeaders().get(HttpHeader.ORIGIN);
    var host = request.getHeaders().get(HttpHeader.HOST);
    return origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host);
  }

  private AdminReply call(Request request, String path, Principal principal) {
    try (var in = Content.Source.asInputStream(request)) {
      var bytes = in.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        return Problems.tooLarge(LARGEST_BODY);
      }
      var body = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var call =
          new AdminCall(
              principal,
              request.getMethod(),
              segments(path.substring(API.length())),
              query(request),
              headers(request),
              body);
      var name = principal.means().equals("local") ? "local" : principal.name();
      var actor = Actor.administrator(name, Request.getRemoteAddr(request));
      return Acting.as(actor, () -> api.answer(call));
    } catch (IOException unreadable) {
      return Problems.badRequest("send the whole body, in UTF-8");
    } catch (IllegalArgumentException malformed) {
      return Problems.badRequest("the path is not percent-encoded as it should be");
    }
  }

  /** The segments as they were meant: a client's identifier may be a URL, slashes and all. */
  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (var segment : path.split("/", -1)) {
      // A URI's path decodes as a segment does; URLDecoder would make spaces of pluses.
      segments.add(
          segment.isEmpty()
              ? ""
              : String.valueOf(URI.create("/" + segment).getPath()).substring(1));
    }
    return segments;
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    for (var name : HEADERS) {
      var value = request.getHeaders().get(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private static Map<String, String> query(Request request) {
    var query = new LinkedHashMap<String, String>();
    Request.extractQueryParameters(request).forEach(f -> query.put(f.getName(), f.getValue()));
    return query;
  }

  /** Writes the answer, as these lines where there are any. */
  private void write(
      AdminReply reply, Optional<byte[]> lines, Response response, Callback callback) {
    var headers = response.getHeaders();
    response.setStatus(reply.status());
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    if (reply.body().isPresent()) {
      headers.put(HttpHeader.CONTENT_TYPE, lines.isPresent() ? Lines.TYPE : "application/json");
    }
    reply.headers().forEach(headers::put);
    var body = reply.body().<Json>map(members -> members).map(json::bytes);
    var bytes = lines.or(() -> body).orElse(new byte[0]);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
