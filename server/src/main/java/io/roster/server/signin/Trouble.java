package io.roster.server.signin;

import io.roster.server.page.Pages;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What can go wrong on the way to an identity provider and back, in words for people. */
enum Trouble {
  UNREACHABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "%s can't be reached just now.", "Try again in a minute."),
  CANCELLED(HttpStatus.FORBIDDEN, "The sign-in with %s was not completed.", "Try again."),
  UNBELIEVABLE(
      HttpStatus.BAD_GATEWAY,
      "What %s answered can't be accepted.",
      "Try again. If it happens again, tell whoever runs this server."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "Your account at %s may not sign in here.",
      "Sign in with another one, or ask whoever runs this server."),
  WAIT(
      HttpStatus.TOO_MANY_REQUESTS,
      "There were too many failed attempts with %s.",
      "Try again in a few minutes."),
  BUSY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Many people are signing in with %s.",
      "Try again in a few seconds."),
  NOT_BEGUN(
      HttpStatus.BAD_REQUEST,
      "This sign-in with %s can't be finished.",
      "It took too long, began in another browser, or yours doesn't accept cookies from this "
          + "server. Go back to the application and connect again."),
  TOO_LONG(
      HttpStatus.CONTENT_TOO_LARGE,
      "The application's request is too long to sign in with %s.",
      "Tell the makers of the application."),
  NO_SUCH_PROVIDER(
      HttpStatus.NOT_FOUND, "There is nothing here%s.", "No page of this server has this address.");

  private final HttpStatus status;
  private final String happened;
  private final String advice;

  Trouble(HttpStatus status, String happened, String advice) {
    this.status = status;
    this.happened = happened;
    this.advice = advice;
  }

  HttpStatus status() {
    return status;
  }

  /** When to try again, in seconds. */
  Optional<String> retryAfter() {
    return switch (this) {
      case UNREACHABLE -> Optional.of("60");
      case WAIT -> Optional.of("300");
      case BUSY -> Optional.of("5");
      default -> Optional.empty();
    };
  }

  String text(String provider) {
    return happened.formatted(provider) + " " + advice;
  }

  /** A page of its own, where nobody knows where the person came from. */
  ServerResponse page(String provider) {
    return Pages.answer(status)
        .render(
            "problem",
            Map.of(
                "title",
                "You are not signed in",
                "happened",
                happened.formatted(provider),
                "detail",
                "",
                "advice",
                advice));
  }
}
