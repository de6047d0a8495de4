package io.roster.server.console.frame;

import io.roster.core.credential.Secret;
import io.roster.server.admin.AdminAccess;
import io.roster.server.admin.AdminAccess.Admittance.Admitted;
import io.roster.server.admin.AdminAccess.Admittance.Denied;
import io.roster.server.admin.AdminAccess.Admittance.Throttled;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/** Lets administrators in by name and password, and out again. */
final class SignIn {
  static final String PATH = "/sign-in";
  static final String OUT = "/sign-out";

  private static final int LONGEST_PATH = 2000;
  private static final String NEXT = "next";

  private final AdminAccess access;
  private final ConsoleSessions sessions;
  private final Pages pages;

  SignIn(AdminAccess access, ConsoleSessions sessions, Pages pages) {
    this.access = access;
    this.sessions = sessions;
    this.pages = pages;
  }

  /** Leads to the form, and from there back to the page that was asked for. */
  static Answer first(String address) {
    return Answer.elsewhere(
        PATH
            + (address.equals("/")
                ? ""
                : "?" + NEXT + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
  }

  /** Tells somebody who sent a form that their session is over. */
  static Answer ended() {
    return Answer.elsewhere(PATH + "?ended=1");
  }

  PageReply.Shown form(FormFields query) {
    boolean ended = !query.first("ended").isEmpty();
    var problem =
        ended ? "You are no longer signed in, and nothing was changed. Sign in again." : "";
    return page(200, problem, "", next(query));
  }

  /** Looks at a name and a password; a session there was before is over. */
  Answer enter(FormFields form, Request request, Function<PageReply.Shown, Answer> show) {
    var name = form.first("username");
    var next = next(form);
    var admittance = access.password(name, form.first("password"), Request.getRemoteAddr(request));
    return switch (admittance) {
      case Admitted(var principal) -> {
        ConsoleCookie.presented(request).ifPresent(sessions::end);
        yield sessions
            .begin(principal)
            .map(value -> Answer.elsewhere(next).with("Set-Cookie", cookie(value, request)))
            .orElseGet(() -> show.apply(denied(name, next)));
      }
      case Denied denied -> show.apply(denied(name, next));
      case Throttled(var remaining) -> {
        var seconds = Long.toString(Math.max(1, remaining.toSeconds()));
        var advice = "There were too many attempts. Try again in " + seconds + " seconds.";
        yield show.apply(page(429, advice, name, next)).with("Retry-After", seconds);
      }
    };
  }

  private static String cookie(Secret value, Request request) {
    return ConsoleCookie.holding(value, request);
  }

  Answer leave(Request request) {
    ConsoleCookie.presented(request).ifPresent(sessions::end);
    return Answer.elsewhere(PATH).with("Set-Cookie", ConsoleCookie.gone(request));
  }

  private static PageReply.Shown denied(String name, String next) {
    var advice = "The name or the password is wrong, or this user does not administer.";
    return page(401, advice, name, next);
  }

  /** Where to go afterwards: a page of ours, and never an address elsewhere. */
  private String next(FormFields fields) {
    return Optional.of(fields.first(NEXT))
        .filter(asked -> asked.length() <= LONGEST_PATH)
        .filter(asked -> asked.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*"))
        .filter(pages::shows)
        .orElse("/");
  }

  private static PageReply.Shown page(int status, String problem, String name, String next) {
    var model = Map.<String, Object>of("problem", problem, "name", name, "next", next);
    return new PageReply.Shown(status, "sign-in", "Sign in", model);
  }
}
