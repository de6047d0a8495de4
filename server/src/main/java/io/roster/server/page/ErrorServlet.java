package io.roster.server.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where the container brings a request that failed. */
public final class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The path it is mounted at. */
  public static final String PATH = "/error";

  private final transient ProblemPage page;

  public ErrorServlet(ProblemPage page) {
    this.page = page;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.show(request, response);
  }
}
