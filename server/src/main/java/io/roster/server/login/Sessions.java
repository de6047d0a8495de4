package io.roster.server.login;

import io.roster.store.account.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The sessions of people who signed in. There are none before that, so nobody can plant one on a
 * victim, and strangers can't fill the memory with them.
 */
public final class Sessions implements HttpSessionListener {
  private static final String CONTEXT =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private final int most;
  private final ConcurrentLinkedDeque<HttpSession> open = new ConcurrentLinkedDeque<>();

  /** Keeps at most {@code most} sessions; the oldest one makes room. */
  public Sessions(int most) {
    this.most = most;
  }

  /** Begins a new session, whatever there was before. */
  void begin(User user, HttpServletRequest request) {
    end(request);
    var roles =
        user.roles().stream().sorted().map(r -> new SimpleGrantedAuthority("ROLE_" + r)).toList();
    var person = UsernamePasswordAuthenticationToken.authenticated(user.name(), null, roles);
    request.getSession(true).setAttribute(CONTEXT, new SecurityContextImpl(person));
  }

  /** Whose session this request belongs to, if it has one. */
  Optional<String> person(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (SecurityContext) session.getAttribute(CONTEXT))
        .map(SecurityContext::getAuthentication)
        .map(Authentication::getName);
  }

  /** Ends the session of this request, if it has one. */
  public void end(HttpServletRequest request) {
    Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    open.addLast(event.getSession());
    while (open.size() > most) {
      Optional.ofNullable(open.pollFirst()).ifPresent(Sessions::invalidate);
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.removeIf(session -> session.getId().equals(event.getSession().getId()));
  }

  private static void invalidate(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException alreadyOver) {
      return;
    }
  }
}
