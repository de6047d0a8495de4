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
  private final LoginChoices choices;

  public LoginPage(
      PasswordLogin login, Sessions sessions, Endpoints endpoints, LoginChoices choices) {
    this.login = login;
    this.sessions = sessions;
    this.endpoints = endpoints;
    this.choices = choices;
  }

  /** Shows the form. */
  public ServerResponse show(ServerRequest request) {
    return form(Pages.answer(HttpStatus.OK), request, "");
  }

  /** Shows the form to someone who could not sign in elsewhere. */
  public ServerResponse again(ServerResponse.BodyBuilder answer, String next, String problem) {
    return form(answer, next, "", problem);
  }

  /** Takes the form. */
  public ServerResponse signIn(ServerRequest request) {
    if (!choices.passwords()) {
      return form(
          Pages.answer(HttpStatus.FORBIDDEN), request, "Nobody signs in with a password here.");
    }
    var address = request.servletRequest().getRemoteAddr();
    var attempt = new LoginAttempt(parameter(request, "username"), address);
    return switch (login.check(attempt, parameter(request, "password"))) {
      case SignedIn(var user) -> {
        var cookie = sessions.begin(user, request.servletRequest());
        yield Pages.answer(HttpStatus.SEE_OTHER)
            .header(HttpHeaders.SET_COOKIE, cookie)
            .header(HttpHeaders.LOCATION, next(request))
            .build();
      }
      case WrongPassword wrong ->
          form(
              Pages.answer(HttpStatus.UNAUTHORIZED), request, "The name or the password is wrong.");
      case Wait(var remaining) -> refusal(request, remaining);
      case Busy busy ->
          form(
              Pages.answer(HttpStatus.SERVICE_UNAVAILABLE)
                  .header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS),
              request,
              "Many people are signing in. Try again in a few seconds.");
    };
  }

  /** Ends the session, and lets somebody else sign in. */
  public ServerResponse signOut(ServerRequest request) {
    var cookie = sessions.end(request.servletRequest());
    var login = Continuation.loginPage(next(request), endpoints);
    return Pages.answer(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie)
        .header(HttpHeaders.LOCATION, login)
        .build();
  }

  private ServerResponse refusal(ServerRequest request, Duration remaining) {
    long seconds = remaining.plusMillis(999).toSeconds();
    var answer =
        Pages.answer(HttpStatus.TOO_MANY_REQUESTS)
            .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return form(
        answer,
        request,
        "There were too many failed attempts. Try again in "
            + (seconds == 1 ? "1 second." : seconds + " seconds."));
  }

  private ServerResponse form(
      ServerResponse.BodyBuilder answer, ServerRequest request, String problem) {
    return form(
        answer,
        parameter(request, Continuation.PARAMETER),
        parameter(request, "username"),
        problem);
  }

  private ServerResponse form(
      ServerResponse.BodyBuilder answer, String next, String name, String problem) {
    return answer.render(
        "login",
        Map.of(
            "action",
            endpoints.login(),
            "next",
            next,
            "name",
            name,
            "problem",
            problem,
            "passwords",
            choices.passwords(),
            "others",
            choices.others()));
  }

  private String next(ServerRequest request) {
    return Continuation.checked(parameter(request, Continuation.PARAMETER), endpoints);
  }

  private static String parameter(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }
}
