package io.roster.server.api;

import io.roster.core.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an operator is told when a call can't be done, RFC 9457. */
public final class Problems {
  public static final String TYPE = "application/problem+json";

  private Problems() {}

  public static AdminReply badRequest(String detail) {
    return of(400, "bad-request", "The request can't be understood", detail);
  }

  public static AdminReply unauthorized() {
    return of(
            401,
            "unauthorized",
            "No valid credential",
            "send a token as Bearer token, or name and password as Basic")
        .with("WWW-Authenticate", "Bearer realm=\"roster-admin\"");
  }

  /** Somebody who is known, but may not do this. */
  public static AdminReply forbidden(String detail) {
    return of(403, "forbidden", "Not for this role", detail);
  }

  public static AdminReply throttled(Duration remaining) {
    return of(429, "too-many-failures", "Too many wrong passwords", "try again later")
        .with("Retry-After", Long.toString(Math.max(1, remaining.toSeconds())));
  }

  /** A change of something that is no longer what its administrator has seen. */
  public static AdminReply outdated() {
    return of(412, "outdated", "It was changed meanwhile", "get it again and look at what changed");
  }

  public static AdminReply taken(String detail) {
    return of(409, "taken", "There is one already", detail);
  }

  /** Something that makes no sense for what it was asked of. */
  public static AdminReply inapplicable(String detail) {
    return of(409, "inapplicable", "Not for this one", detail);
  }

  public static AdminReply reused() {
    return of(
        422,
        "key-reused",
        "The Idempotency-Key was used for another request",
        "send a new key with a new request");
  }

  public static AdminReply underway() {
    return of(409, "underway", "The same request is under way", "ask again in a moment")
        .with("Retry-After", "1");
  }

  public static AdminReply misdirected() {
    return of(
        421,
        "misdirected",
        "Wrong host",
        "ask for the address the listener is bound to, or for localhost");
  }

  public static AdminReply notFound() {
    return of(404, "not-found", "There is no such thing", "check the path and the identifier");
  }

  public static AdminReply methodNotAllowed(String allowed) {
    return of(405, "method-not-allowed", "Wrong method", "use " + allowed).with("Allow", allowed);
  }

  public static AdminReply tooLarge(int limit) {
    return of(413, "too-large", "The body is too large", "send at most " + limit + " bytes");
  }

  /** Metadata that the policies refuse; the explanation says which and why. */
  public static AdminReply refused(String detail) {
    return of(422, "refused", "The policies refuse this client", detail);
  }

  public static AdminReply full() {
    return of(409, "quota-reached", "The tier is full", "raise the tier's quota or delete clients");
  }

  public static AdminReply busy(String detail) {
    return of(409, "busy", "Someone else is at it", detail + "; try again in a minute");
  }

  public static AdminReply secretless() {
    return of(
        409, "no-secret", "The client has no secret", "its token_endpoint_auth_method needs none");
  }

  public static AdminReply unavailable() {
    return of(503, "unavailable", "The store is away", "nothing was changed; try again soon")
        .with("Retry-After", "5");
  }

  public static AdminReply broken() {
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
