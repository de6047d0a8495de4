package io.roster.server.login;

import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.store.account.Session;
import io.roster.store.account.SessionStore;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The sessions of people who signed in, known to every node that shares the store. There are none
 * before that, so nobody can plant one on a victim, and strangers can't fill the store with them.
 */
public final class Sessions implements SecurityContextRepository {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration PRECISION = Duration.ofMinutes(1);
  private static final int PURGED = 20;

  private final SessionStore store;
  private final UserStore users;
  private final SecretIssuer values;
  private final InstantSource clock;
  private final SessionCookie cookie;

  public Sessions(
      SessionStore store,
      UserStore users,
      SecretIssuer values,
      InstantSource clock,
      SessionCookie cookie) {
    this.store = store;
    this.users = users;
    this.values = values;
    this.clock = clock;
    this.cookie = cookie;
  }

  /** Begins a new session, whatever there was before; returns the cookie to set. */
  public String begin(User user, HttpServletRequest request) {
    end(request);
    var now = clock.instant();
    var value = values.issue();
    store.insert(new Session(digester().digest(value), user.name(), now, now));
    // Whoever comes pays for a few who left.
    store.purge(now.minus(IDLE), PURGED);
    return cookie.holding(value);
  }

  /** Ends the session of this request, if it has one; returns the cookie to set. */
  String end(HttpServletRequest request) {
    presented(request).forEach(value -> store.delete(digester().digest(value)));
    return cookie.gone();
  }

  /** A value that only this server makes, for this text and the session of this request. */
  public Optional<String> seal(HttpServletRequest request, String text) {
    return presented(request)
        .findFirst()
        .filter(value -> find(request).isPresent())
        .map(value -> Digester.withPepper(value).digest(new Secret(text)).text());
  }

  private Optional<SecurityContext> find(HttpServletRequest request) {
    return presented(request)
        .flatMap(value -> store.find(digester().digest(value)).stream())
        .filter(this::isLive)
        .findFirst()
        .flatMap(this::person);
  }

  private Stream<Secret> presented(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(one -> one.getName().equals(cookie.name()))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .limit(1)
        .map(Secret::new);
  }

  private boolean isLive(Session session) {
    var now = clock.instant();
    return now.isBefore(session.usedAt().plus(IDLE))
        && now.isBefore(session.createdAt().plus(LONGEST));
  }

  /** Nobody, when the user was removed since. */
  private Optional<SecurityContext> person(Session session) {
    var user = users.find(session.userName());
    user.ifPresent(present -> use(session));
    return user.map(Sessions::contextOf);
  }

  private void use(Session session) {
    Instant now = clock.instant();
    if (now.isAfter(session.usedAt().plus(PRECISION))) {
      store.use(session.digest(), now);
    }
  }

  private static SecurityContext contextOf(User user) {
    var roles =
        user.roles().stream().sorted().map(r -> new SimpleGrantedAuthority("ROLE_" + r)).toList();
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(user.name(), null, roles));
  }

  // A random value of 256 bits: no pepper makes it harder to guess.
  private static Digester digester() {
    return Digester.withoutPepper();
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new LazyContext(() -> find(request));
  }

  /** As {@link #loadDeferredContext}, for those who can't wait. */
  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester")
  public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
    return loadDeferredContext(exchange.getRequest()).get();
  }

  /** Does nothing: only signing in begins a session. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Who authenticated otherwise did so for this request alone.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }
}
