package io.roster.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of sign-ins that are not finished, one each: someone may connect several applications
 * at once. Over TLS nobody but this very host can set them.
 */
record PendingCookies(boolean secure) {
  private static final int MOST = 4;
  private static final int NAME_CHARACTERS = 16;

  /** The pending sign-in that this answer of the provider may belong to. */
  Optional<PendingSignIn> find(HttpServletRequest request, String provider, String state) {
    if (state.length() < NAME_CHARACTERS) {
      return Optional.empty();
    }
    return all(request)
        .filter(cookie -> cookie.getName().equals(name(state)))
        .findFirst()
        .flatMap(cookie -> PendingSignIn.read(provider, cookie.getValue()));
  }

  /** What sets this one's cookie, and ends others where there would be too many. */
  List<String> keeping(PendingSignIn pending, HttpServletRequest request) {
    var ended = all(request).skip(MOST - 1L).map(Cookie::getName).map(this::gone);
    var kept =
        cookie(name(pending.state()), pending.cookie()).maxAge(PendingSignIn.LONGEST).build();
    return Stream.concat(ended, Stream.of(kept.toString())).toList();
  }

  /** What ends this one's cookie. */
  String ending(PendingSignIn pending) {
    return gone(name(pending.state()));
  }

  private Stream<Cookie> all(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().startsWith(prefix()));
  }

  private String prefix() {
    return secure ? "__Host-roster-with-" : "roster-with-";
  }

  private String name(String state) {
    return prefix() + state.substring(0, NAME_CHARACTERS);
  }

  private String gone(String name) {
    return cookie(name, "").maxAge(Duration.ZERO).build().toString();
  }

  // Lax: the way back from the provider is a link that somebody else's page follows.
  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value).path("/").httpOnly(true).secure(secure).sameSite("Lax");
  }
}
