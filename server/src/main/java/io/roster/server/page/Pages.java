package io.roster.server.page;

import io.roster.spring.endpoint.Endpoints;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What all pages have in common. */
public final class Pages {
  private final Endpoints endpoints;

  public Pages(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** The path that all links on pages begin with. */
  public String base() {
    return endpoints.base();
  }

  /** Begins an answer whose forms, if it has any, stay on this server. */
  public ServerResponse.BodyBuilder answer(HttpStatus status) {
    return answer(status, "");
  }

  /** The page that tells of a problem, and nothing more about it. */
  ServerResponse problem(Problem problem) {
    return answer(problem.status()).render("problem", problem.model(base(), ""));
  }

  /** Begins an answer whose forms may lead to a client as well. */
  ServerResponse.BodyBuilder answer(HttpStatus status, String formTarget) {
    var answer = ServerResponse.status(status);
    PageHeaders.of(formTarget).forEach(answer::header);
    return answer;
  }
}
