package io.roster.http;

import io.roster.core.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;

/** The one place where a refusal becomes an error response. */
final class ErrorReplies {
  private static final String RETRY_SECONDS = "5";
  private static final String FULL_RETRY_SECONDS = "3600";

  private ErrorReplies() {}

  /** A body that is no JSON object; RFC 7591 has one code that fits. */
  static HttpReply malformed(String advice) {
    return error(400, "invalid_client_metadata", advice);
  }

  /** Registration takes an initial access token, RFC 7591 section 3. */
  static HttpReply initialTokenMissing() {
    return challenge("", "registration takes an initial access token: ask the operator for one");
  }

  /** An initial access token that admits nobody, whatever the reason. */
  static HttpReply initialTokenInvalid() {
    return challenge(
        ", error=\"invalid_token\"",
        "the initial access token is wrong, expired or used up: ask the operator for another");
  }

  /** Too many registrations; whoever waits so long may try again. */
  static HttpReply tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return error(429, "too_many_requests", "wait before you register again, and register once")
        .with("Retry-After", Long.toString(seconds))
        .with("Access-Control-Expose-Headers", "Retry-After");
  }

  /** As many clients as there may be; whoever waits may find room. */
  static HttpReply full() {
    return error(503, "temporarily_unavailable", "no more clients are taken now: ask the operator")
        .with("Retry-After", FULL_RETRY_SECONDS);
  }

  /** No token, RFC 6750 section 3.1: the challenge names no error. */
  static HttpReply tokenMissing() {
    return challenge("", "send the registration access token as a Bearer token");
  }

  /** A token that opens nothing here, whatever the reason; never 404, RFC 7592 section 2. */
  static HttpReply tokenInvalid() {
    return challenge(
        ", error=\"invalid_token\"", "the token is wrong, expired or not for this client");
  }

  static HttpReply refused(String advice) {
    return error(403, "access_denied", advice);
  }

  static HttpReply methodNotAllowed(String allowed) {
    return HttpReply.empty(405).with("Allow", allowed);
  }

  static HttpReply tooLarge(int limit) {
    return error(413, "invalid_client_metadata", "send at most " + limit + " bytes");
  }

  /** A body that broke off, or came too slowly: whoever sent half of it may still be there. */
  static HttpReply bodyCutShort() {
    return error(400, "invalid_client_metadata", "send the whole body without long pauses")
        .with("Connection", "close");
  }

  static HttpReply unsupportedMediaType(String expected) {
    var reply =
        error(415, "invalid_client_metadata", "send the body with Content-Type: " + expected);
    return expected.equals(JsonBody.MERGE_PATCH) ? reply.with("Accept-Patch", expected) : reply;
  }

  static HttpReply unavailable() {
    return error(503, "temporarily_unavailable", "nothing was changed; try again soon")
        .with("Retry-After", RETRY_SECONDS);
  }

  static HttpReply broken() {
    return error(500, "server_error", "the server failed; its log says how");
  }

  private static HttpReply challenge(String error, String description) {
    return error(401, "invalid_token", description)
        .with("WWW-Authenticate", "Bearer realm=\"roster\"" + error)
        .with("Access-Control-Expose-Headers", "WWW-Authenticate");
  }

  /** An error response, RFC 7591 section 3.2.2. */
  static HttpReply error(int status, String code, String description) {
    var body = new LinkedHashMap<String, Json>();
    body.put("error", Json.of(code));
    body.put("error_description", Json.of(description));
    return HttpReply.of(status, new Json.Members(body));
  }
}
