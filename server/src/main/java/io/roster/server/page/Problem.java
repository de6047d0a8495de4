package io.roster.server.page;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can go wrong for a person, in words: what happened, and what to do about it. */
enum Problem {
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "There is nothing here",
      "No page of this server has this address.",
      "If an application sent you here, tell its makers."),
  INVALID_REQUEST(
      HttpStatus.BAD_REQUEST,
      "This request can't be answered",
      "The application sent you here with a request that is not valid.",
      "Go back to the application and connect again. If that doesn't help, remove the connection "
          + "there and add it anew, so that the application registers again."),
  INVALID_DOCUMENT_REQUEST(
      HttpStatus.BAD_REQUEST,
      INVALID_REQUEST.title,
      INVALID_REQUEST.happened,
      "Go back to the application and connect again. If that doesn't help, adding it anew won't "
          + "either: tell its publisher, or whoever runs this server, to look at the metadata "
          + "document that the application is known by."),
  INVALID_CLIENT(
      HttpStatus.BAD_REQUEST,
      "This application has to register again",
      "This server doesn't know the application under the name it gave, or no longer.",
      "Remove the connection in the application and add it anew: then it registers again. If it "
          + "still comes back here, clear what it keeps of this server: its sign-in or its cache."),
  DENIED(
      HttpStatus.OK,
      "Nothing was allowed",
      "The application got nothing. It may be waiting to hear that.",
      "You can close this page."),
  NOTHING_TO_ALLOW(
      HttpStatus.BAD_REQUEST,
      "There is nothing to allow",
      "No application waits for your answer here: you answered already, or it took too long.",
      "Go back to the application and connect again."),
  FORM_EXPIRED(
      HttpStatus.FORBIDDEN,
      "This form is no longer valid",
      "The form was opened too long ago, or your browser doesn't accept cookies from this server.",
      "Go back, load the page again and send the form again."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "This request is too large",
      "More was sent than this server takes.",
      "If an application sent you here, tell its makers."),
  UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The server can't answer just now",
      "Something this server needs is not available.",
      "Try again in a minute."),
  METHOD(
      HttpStatus.METHOD_NOT_ALLOWED,
      "This address doesn't work that way",
      "The page can't be asked with this method.",
      "If an application sent you here, tell its makers."),
  BROKEN(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong here",
      "The server made a mistake. It has been noted in the server's log.",
      "Try again. If it happens again, tell whoever runs this server.");

  private final HttpStatus status;
  private final String title;
  private final String happened;
  private final String advice;

  Problem(HttpStatus status, String title, String happened, String advice) {
    this.status = status;
    this.title = title;
    this.happened = happened;
    this.advice = advice;
  }

  static Problem of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 403 -> FORM_EXPIRED;
      case 405 -> METHOD;
      case 413, 414, 431 -> TOO_LARGE;
      case 503 -> UNAVAILABLE;
      default -> status < 500 ? INVALID_REQUEST : BROKEN;
    };
  }

  HttpStatus status() {
    return status;
  }

  /** What a program is told, who needs no other word for the same error. */
  String error() {
    var told = this == INVALID_DOCUMENT_REQUEST ? INVALID_REQUEST : this;
    return told.name().toLowerCase(Locale.ROOT);
  }

  /** What the page's template is filled with; {@code detail} may be empty. */
  Map<String, Object> model(String detail) {
    return model(detail, BackView.NOWHERE);
  }

  /** The same with a way back to a client. */
  Map<String, Object> model(String detail, BackView back) {
    return Map.of(
        "title", title, "happened", happened, "advice", advice, "detail", detail, "back", back);
  }

  String happened() {
    return happened;
  }
}
