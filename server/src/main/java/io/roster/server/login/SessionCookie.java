package io.roster.server.login;

import io.roster.core.credential.Secret;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie a browser keeps while someone is signed in; over TLS, only this very host gets it. */
public record SessionCookie(boolean secure) {
  /** What it is called. */
  public String name() {
    return secure ? "__Host-roster" : "roster";
  }

  String holding(Secret value) {
    return cookie(value.reveal()).build().toString();
  }

  String gone() {
    return cookie("").maxAge(Duration.ZERO).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(name(), value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax");
  }
}
