package io.roster.server.admin;

import io.roster.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an operator is told when a call can't be done, RFC 9457. */
final class Problems {
  static final String TYPE = "application/problem+json";

  private Problems() {}

  static AdminReply badRequest(String detail) {
    return of(400, "bad-request", "The request can't be understood", detail);
  }

  static AdminReply unauthorized() {
    return of(401, "unauthorized", "No valid credential", "send the token as Bearer token")
        .with("WWW-Authenticate", "Bearer realm=\"roster-admin\"");
  }

  static AdminReply misdirected() {
    return of(
        421,
        "misdirected",
        "Wrong host",
        "ask for the address the listener is bound to, or for localhost");
  }

  static AdminReply notFound() {
    return of(404, "not-found", "There is no such thing", "check the path and the identifier");
  }

  static AdminReply methodNotAllowed(String allowed) {
    return of(405, "method-not-allowed", "Wrong method", "use " + allowed).with("Allow", allowed);
  }

  static AdminReply tooLarge(int limit) {
    return of(413, "too-large", "The body is too large", "send at most " + limit + " bytes");
  }

  /** Metadata that the policies refuse; the explanation says which and why. */
  static AdminReply refused(String detail) {
    return of(422, "refused", "The policies refuse this client", detail);
  }

  static AdminReply full() {
    return of(409, "quota-reached", "The tier is full", "raise the tier's quota or delete clients");
  }

  static AdminReply busy(String detail) {
    return of(409, "busy", "Someone else is at it", detail + "; try again in a minute");
  }

  static AdminReply secretless() {
    return of(
        409, "no-secret", "The client has no secret", "its token_endpoint_auth_method needs none");
  }

  static AdminReply unavailable() {
    return of(503, "unavailable", "The store is away", "nothing was changed; try again soon")
        .with("Retry-After", "5");
  }

  static AdminReply broken() {
    return of(500, "broken", "The server failed", "its log says how");
  }

  private static AdminReply of(int status, String code, String title, String detail) {
    var body = new LinkedHashMap<String, Json>();
    body.put("type", Json.of("about:blank"));
    body.put("title", Json.of(title));
    body.put("status", Json.of(status));
    body.put("detail", Json.of(detail));
    body.put("code", Json.of(code));
    return new AdminReply(
        status, Map.of("Content-Type", TYPE), Optional.of(new Json.Members(body)));
  }
}
