package io.roster.server.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What all pages have in common, and the addresses that are no part of the protocol. */
public final class Pages {
  public static final String CONNECTIONS = "/account/connections";
  public static final String FRONT = "/";
  public static final String SIGN_OUT = "/logout";
  public static final String STYLE = "/roster.css";

  private Pages() {}

  /** Begins an answer whose forms, if it has any, stay on this server. */
  public static ServerResponse.BodyBuilder answer(HttpStatus status) {
    return answer(status, "");
  }

  /** The headers of a page with scripts of this server's that ask this server. */
  public static Map<String, String> scriptedHeaders() {
    return PageHeaders.scripted();
  }

  /** Begins an answer whose forms may lead to a client as well. */
  static ServerResponse.BodyBuilder answer(HttpStatus status, String formTarget) {
    var answer = ServerResponse.status(status);
    PageHeaders.of(formTarget).forEach(answer::header);
    return answer;
  }

  /** The page that tells of a problem, and nothing more about it. */
  static ServerResponse problem(Problem problem) {
    return answer(problem.status()).render("problem", problem.model(""));
  }
}
