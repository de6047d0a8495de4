package io.roster.server.login;

import io.roster.server.login.LoginOutcome.Busy;
import io.roster.server.login.LoginOutcome.SignedIn;
import io.roster.server.login.LoginOutcome.Wait;
import io.roster.server.login.LoginOutcome.WrongPassword;
import io.roster.server.page.Pages;
import io.roster.spring.endpoint.Endpoints;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where people sign in. */
public final class LoginPage {
  private static final String BUSY_SECONDS = "5";

  private final PasswordLogin login;
  private final Sessions sessions;
  private final Endpoints endpoints;
  private final Pages pages;

  public LoginPage(PasswordLogin login, Sessions sessions, Endpoints endpoints, Pages pages) {
    this.login = login;
    this.sessions = sessions;
    this.endpoints = endpoints;
    this.pages = pages;
  }

  /** Shows the form. */
  public ServerResponse show(ServerRequest request) {
    return form(pages.answer(HttpStatus.OK), request, "");
  }

  /** Takes the form. */
  public ServerResponse signIn(ServerRequest request) {
    var address = request.servletRequest().getRemoteAddr();
    var attempt = new LoginAttempt(parameter(request, "username"), address);
    return switch (login.check(attempt, parameter(request, "password"))) {
      case SignedIn(var user) -> {
        sessions.begin(user, request.servletRequest());
        yield pages
            .answer(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.LOCATION, next(request))
            .build();
      }
      case WrongPassword wrong ->
          form(
              pages.answer(HttpStatus.UNAUTHORIZED), request, "The name or the password is wrong.");
      case Wait(var remaining) -> refusal(request, remaining);
      case Busy busy ->
          form(
              pages
                  .answer(HttpStatus.SERVICE_UNAVAILABLE)
                  .header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS),
              request,
              "Many people are signing in. Try again in a few seconds.");
    };
  }

  /** Ends the session, and lets somebody else sign in. */
  public ServerResponse signOut(ServerRequest request) {
    sessions.end(request.servletRequest());
    var login = Continuation.loginPage(next(request), endpoints);
    return pages.answer(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, login).build();
  }

  private ServerResponse refusal(ServerRequest request, Duration remaining) {
    long seconds = remaining.plusMillis(999).toSeconds();
    var answer =
        pages
            .answer(HttpStatus.TOO_MANY_REQUESTS)
            .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return form(
        answer,
        request,
        "There were too many failed attempts. Try again in "
            + (seconds == 1 ? "1 second." : seconds + " seconds."));
  }

  private ServerResponse form(
      ServerResponse.BodyBuilder answer, ServerRequest request, String problem) {
    return answer.render(
        "login",
        Map.of(
            "base", pages.base(),
            "action", endpoints.login(),
            "next", parameter(request, Continuation.PARAMETER),
            "name", parameter(request, "username"),
            "problem", problem));
  }

  private String next(ServerRequest request) {
    return Continuation.checked(parameter(request, Continuation.PARAMETER), endpoints);
  }

  private static String parameter(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }
}
