package io.roster.server.console.token;

import io.roster.core.json.Json;
import io.roster.server.console.frame.JsonText;
import io.roster.server.console.frame.Moment;
import java.time.Instant;

/**
 * An initial access token as a line of the list; never the token itself.
 *
 * @param state open, used up, expired or revoked
 * @param fixed the metadata that its clients have whatever they send, or ""
 */
public record TokenLine(
    String id,
    String tier,
    String uses,
    String state,
    Moment created,
    Moment expires,
    String note,
    String fixed) {
  static TokenLine of(Json.Members token, Instant now) {
    long uses = token.whole("uses").orElse(0L);
    long used = token.whole("used").orElse(0L);
    var expires = Moment.of(token.text("expires_at"), now);
    var fixed = token.find("metadata").map(JsonText::of).orElse("{}");
    return new TokenLine(
        token.text("id").orElse(""),
        token.text("tier").orElse(""),
        used + " of " + uses,
        state(token, used >= uses, now),
        Moment.of(token.text("created_at"), now),
        expires,
        token.text("note").orElse(""),
        fixed.equals("{}") ? "" : fixed);
  }

  private static String state(Json.Members token, boolean isUsedUp, Instant now) {
    if (token.text("revoked_at").isPresent()) {
      return "revoked";
    }
    if (token.text("expires_at").map(Instant::parse).filter(now::isAfter).isPresent()) {
      return "expired";
    }
    return isUsedUp ? "used up" : "open";
  }

  /** Whether somebody may still register with it. */
  public boolean open() {
    return state.equals("open");
  }
}
