package io.roster.server.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers every page carries: no script, no frame, no foreign content, no traces. */
final class PageHeaders {
  private static final String POLICY = "Content-Security-Policy";

  private PageHeaders() {}

  /** The headers of a page with scripts of this server's that ask this server. */
  static Map<String, String> scripted() {
    var headers = of("");
    headers.computeIfPresent(
        POLICY, (name, policy) -> policy + "; script-src 'self'; connect-src 'self'");
    return headers;
  }

  /** The headers of a page whose forms may lead to this server and on to {@code formTarget}. */
  static Map<String, String> of(String formTarget) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(
        POLICY,
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "form-action 'self'"
            + (formTarget.isEmpty() ? "" : " " + formTarget));
    headers.put("X-Frame-Options", "DENY");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    // No Cross-Origin-Opener-Policy: web clients open these pages in a window of theirs, and their
    // callback page tells the opener that it is done.
    headers.put("Cache-Control", "no-store");
    return headers;
  }
}
