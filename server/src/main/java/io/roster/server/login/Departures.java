package io.roster.server.login;

import io.roster.store.account.UserStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of users who were removed, before they can allow anything more. */
public final class Departures extends OncePerRequestFilter {
  private final Sessions sessions;
  private final UserStore users;

  public Departures(Sessions sessions, UserStore users) {
    this.sessions = sessions;
    this.users = users;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (sessions.person(request).filter(name -> users.find(name).isEmpty()).isPresent()) {
      sessions.end(request);
    }
    chain.doFilter(request, response);
  }
}
