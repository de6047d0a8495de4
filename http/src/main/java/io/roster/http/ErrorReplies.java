package io.roster.http;

import io.roster.core.json.Json;
import io.roster.core.metadata.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The one place where a refusal becomes an error response. */
final class ErrorReplies {
  private static final int MOST_VIOLATIONS_TOLD = 8;
  private static final String RETRY_SECONDS = "5";

  private ErrorReplies() {}

  /** Metadata that breaks rules, RFC 7591 section 3.2.2; the first violation gives the code. */
  static HttpReply of(List<Violation> violations) {
    var told =
        violations.stream()
            .limit(MOST_VIOLATIONS_TOLD)
            .map(violation -> violation.field() + ": " + violation.advice())
            .collect(Collectors.joining("; "));
    int untold = violations.size() - MOST_VIOLATIONS_TOLD;
    return error(
        400,
        violations.getFirst().code().wireName(),
        untold > 0 ? told + "; and " + untold + " more" : told);
  }

  /** A body that is no JSON object; RFC 7591 has one code that fits. */
  static HttpReply malformed(String advice) {
    return error(400, "invalid_client_metadata", advice);
  }

  /** No token, RFC 6750 section 3.1: the challenge names no error. */
  static HttpReply tokenMissing() {
    return error(401, "invalid_token", "send the registration access token as a Bearer token")
        .with("WWW-Authenticate", "Bearer realm=\"roster\"")
        .with("Access-Control-Expose-Headers", "WWW-Authenticate");
  }

  /** A token that opens nothing here, whatever the reason; never 404, RFC 7592 section 2. */
  static HttpReply tokenInvalid() {
    return error(401, "invalid_token", "the token is wrong, expired or not for this client")
        .with("WWW-Authenticate", "Bearer realm=\"roster\", error=\"invalid_token\"")
        .with("Access-Control-Expose-Headers", "WWW-Authenticate");
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

  private static HttpReply error(int status, String code, String description) {
    var body = new LinkedHashMap<String, Json>();
    body.put("error", Json.of(code));
    body.put("error_description", Json.of(description));
    return HttpReply.of(status, new Json.Members(body));
  }
}
