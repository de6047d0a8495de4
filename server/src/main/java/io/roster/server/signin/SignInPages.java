package io.roster.server.signin;

import io.roster.server.login.Continuation;
import io.roster.server.login.LoginAttempt;
import io.roster.server.login.LoginPage;
import io.roster.server.login.LoginThrottle;
import io.roster.server.login.Sessions;
import io.roster.server.page.Pages;
import io.roster.server.signin.SignInOutcome.Busy;
import io.roster.server.signin.SignInOutcome.Cancelled;
import io.roster.server.signin.SignInOutcome.Identified;
import io.roster.server.signin.SignInOutcome.Unbelievable;
import io.roster.server.signin.SignInOutcome.Unreachable;
import io.roster.spring.endpoint.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way to an identity provider and back. */
public final class SignInPages {
  /** Begins to sign in with the provider of that name. */
  public static final String BEGIN = "/login/with/{name}";

  /** Where the provider sends people back to; it has to know this address beforehand. */
  public static final String RETURN = "/login/with/{name}/callback";

  private final Map<String, Door> doors;
  private final Parts parts;

  public SignInPages(Map<String, Door> doors, Parts parts) {
    this.doors = Map.copyOf(doors);
    this.parts = parts;
  }

  /** What these pages need of the rest of the server. */
  public record Parts(
      LoginPage login,
      Sessions sessions,
      Endpoints endpoints,
      LoginThrottle throttle,
      Admission admission) {}

  /** Sends a person to the provider. */
  public ServerResponse begin(ServerRequest request) {
    return door(request).map(door -> begin(door, request)).orElseGet(SignInPages::notFound);
  }

  /** Takes the provider's answer, OpenID Connect Core section 3.1.2.5. */
  public ServerResponse comeBack(ServerRequest request) {
    return door(request).map(door -> comeBack(door, request)).orElseGet(SignInPages::notFound);
  }

  private ServerResponse begin(Door door, ServerRequest request) {
    var next =
        Continuation.checked(single(request, Continuation.PARAMETER).orElse(""), parts.endpoints());
    if (!PendingSignIn.canCarry(next)) {
      return Trouble.TOO_LONG.page(door.label());
    }
    var provider = door.upstream().configuration();
    if (provider.isEmpty()) {
      return again(door, next, Trouble.UNREACHABLE);
    }
    var pending = door.begin(next);
    var answer = Pages.answer(HttpStatus.SEE_OTHER);
    door.cookies()
        .keeping(pending, request.servletRequest())
        .forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
    return answer
        .header(
            HttpHeaders.LOCATION,
            door.exchange().request(provider.get(), pending).getAuthorizationRequestUri())
        .build();
  }

  private ServerResponse comeBack(Door door, ServerRequest request) {
    var state = single(request, "state").orElse("");
    var pending =
        door.cookies()
            .find(request.servletRequest(), door.name(), state)
            .filter(one -> one.isAnsweredBy(state, door.clock().instant()));
    if (pending.isEmpty()) {
      return Trouble.NOT_BEGUN.page(door.label());
    }
    var next = Continuation.checked(pending.get().next(), parts.endpoints());
    var address = request.servletRequest().getRemoteAddr();
    var attempt = new LoginAttempt(address, address);
    var wait = parts.throttle().remaining(attempt);
    if (wait.isPositive()) {
      return again(door, next, Trouble.WAIT);
    }
    return switch (outcome(door, request, pending.get())) {
      case Identified person -> {
        parts.throttle().succeeded(attempt);
        yield welcome(door, request, pending.get(), person);
      }
      case Cancelled cancelled -> again(door, next, Trouble.CANCELLED);
      case Unbelievable(var reason) -> {
        parts.throttle().failed(attempt);
        door.upstream().warn("gave an answer that can't be believed: " + reason);
        yield again(door, next, Trouble.UNBELIEVABLE);
      }
      case Unreachable unreachable -> again(door, next, Trouble.UNREACHABLE);
      case Busy busy -> again(door, next, Trouble.BUSY);
    };
  }

  private static SignInOutcome outcome(Door door, ServerRequest request, PendingSignIn pending) {
    var found = door.upstream().configuration();
    if (found.isEmpty()) {
      return new Unreachable();
    }
    var provider = found.get();
    // Before anything else is believed: which provider speaks, RFC 9207 section 2.4.
    var iss = single(request, "iss");
    if (iss.isPresent() ? !iss.get().equals(provider.issuer()) : provider.namesIssuer()) {
      return new Unbelievable("the wrong iss, or none");
    }
    if (request.param("error").isPresent()) {
      return new Cancelled();
    }
    return single(request, "code")
        .<SignInOutcome>map(code -> door.exchange().identify(provider, pending, code))
        .orElseGet(() -> new Unbelievable("no code"));
  }

  private ServerResponse welcome(
      Door door, ServerRequest request, PendingSignIn pending, Identified person) {
    var next = Continuation.checked(pending.next(), parts.endpoints());
    if (!door.terms().admit(person.claims())) {
      door.upstream().warn("identified somebody who may not sign in here");
      return again(door, next, Trouble.NOT_ALLOWED);
    }
    var user = parts.admission().admit(door.name(), person);
    return Pages.answer(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, parts.sessions().begin(user, request.servletRequest()))
        .header(HttpHeaders.SET_COOKIE, door.cookies().ending(pending))
        .header(HttpHeaders.LOCATION, next)
        .build();
  }

  /** The login page, from which a person can try again or another way. */
  private ServerResponse again(Door door, String next, Trouble trouble) {
    return parts.login().again(Pages.answer(trouble.status()), next, trouble.text(door.label()));
  }

  private Optional<Door> door(ServerRequest request) {
    return Optional.ofNullable(doors.get(request.pathVariable("name")));
  }

  private static ServerResponse notFound() {
    return Trouble.NO_SUCH_PROVIDER.page("");
  }

  /** The one value of a parameter; nothing when there is none, or several. */
  private static Optional<String> single(ServerRequest request, String name) {
    var values = request.params().getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
