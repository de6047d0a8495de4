package io.roster.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.data.LocalCredential;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns the operator's requests into calls, once they have shown the credential. */
final class AdminGate extends Handler.Abstract {
  private static final String API = "/api/v1/";
  private static final int LARGEST_BODY = 256 * 1024;
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "[::1]", "localhost");

  private final HealthReport health;
  private final AdminApi api;
  private final LocalCredential credential;
  private final String address;
  private final JacksonJson json = new JacksonJson();

  AdminGate(HealthReport health, AdminApi api, LocalCredential credential, String address) {
    this.health = health;
    this.api = api;
    this.credential = credential;
    this.address = address;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    write(answer(request), response, callback);
    return true;
  }

  private AdminReply answer(Request request) {
    var path = String.valueOf(request.getHttpURI().getPath());
    var report = health.answer(path);
    if (report.isPresent()) {
      return AdminReply.of(report.get().status(), report.get().body());
    }
    if (!isHere(Request.getServerName(request))) {
      return Problems.misdirected();
    }
    if (!path.startsWith(API)) {
      return Problems.notFound();
    }
    return isAuthorized(request) ? call(request, path) : Problems.unauthorized();
  }

  /** A page of a stranger's can't reach us by a name of its own, whatever it resolves to. */
  private boolean isHere(String host) {
    return LOCAL.contains(host) || host.equals(address) || address.equals("0.0.0.0");
  }

  private boolean isAuthorized(Request request) {
    var headers = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
    return headers.size() == 1
        && headers.getFirst().regionMatches(true, 0, "Bearer ", 0, 7)
        && credential.matches(headers.getFirst().substring(7).strip());
  }

  private AdminReply call(Request request, String path) {
    try (var in = Content.Source.asInputStream(request)) {
      var bytes = in.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        return Problems.tooLarge(LARGEST_BODY);
      }
      var body = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var segments = segments(path.substring(API.length()));
      return api.answer(new AdminCall(request.getMethod(), segments, query(request), body));
    } catch (IOException unreadable) {
      return Problems.badRequest("send the whole body, in UTF-8");
    } catch (IllegalArgumentException malformed) {
      return Problems.badRequest("the path is not percent-encoded as it should be");
    }
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), UTF_8))
        .toList();
  }

  private static Map<String, String> query(Request request) {
    var query = new LinkedHashMap<String, String>();
    Request.extractQueryParameters(request).forEach(f -> query.put(f.getName(), f.getValue()));
    return query;
  }

  private void write(AdminReply reply, Response response, Callback callback) {
    var headers = response.getHeaders();
    response.setStatus(reply.status());
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    if (reply.body().isPresent()) {
      headers.put(HttpHeader.CONTENT_TYPE, "application/json");
    }
    reply.headers().forEach(headers::put);
    var bytes = reply.body().<Json>map(body -> body).map(json::bytes).orElse(new byte[0]);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
