package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What goes to the browser, with the headers that everything of the console carries. */
record Answer(int status, Map<String, String> headers, String content) {
  // Everything comes from here and goes to here; styles and scripts are files of ours.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer html(int status, String content) {
    return new Answer(status, Map.of("Content-Type", "text/html;charset=utf-8"), content);
  }

  static Answer file(String type, String content) {
    return new Answer(200, Map.of("Content-Type", type), content);
  }

  static Answer elsewhere(String path) {
    return new Answer(303, Map.of("Location", path), "");
  }

  Answer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, content);
  }

  void write(Response response, Callback callback) {
    response.setStatus(status);
    var fields = response.getHeaders();
    fields.put("Content-Security-Policy", POLICY);
    fields.put("X-Frame-Options", "DENY");
    fields.put("X-Content-Type-Options", "nosniff");
    // With "no-referrer" a browser names no origin when it sends a form, and the gate wants one.
    fields.put("Referrer-Policy", "same-origin");
    fields.put("Cross-Origin-Opener-Policy", "same-origin");
    fields.put("Cross-Origin-Resource-Policy", "same-origin");
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.forEach(fields::put);
    response.write(true, ByteBuffer.wrap(content.getBytes(UTF_8)), callback);
  }
}
