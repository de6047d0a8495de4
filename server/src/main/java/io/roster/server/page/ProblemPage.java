package io.roster.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.audit.Acting;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.core.store.StoreUnavailableException;
import io.roster.http.JacksonJson;
import io.roster.server.web.RequestIds;
import io.roster.spring.authorize.ConsentGuard;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells what went wrong: a page for people, JSON for programs, and never more than either needs. It
 * never leads anywhere by itself, OAuth 2.1 sections 2.3.5 and 7.13.2.
 */
public final class ProblemPage {
  private final ITemplateEngine templates;
  private final JacksonJson json = new JacksonJson();

  public ProblemPage(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** Shows why an authorization request can't be answered. */
  public void show(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
      throws IOException {
    var advice = error.getDescription();
    var detail = advice == null ? "" : advice;
    switch (error.getErrorCode()) {
      case OAuth2ErrorCodes.INVALID_CLIENT ->
          write(request, response, Problem.INVALID_CLIENT, detail);
      case ConsentGuard.EXPIRED -> write(request, response, Problem.FORM_EXPIRED, "");
      default -> write(request, response, invalid(request), detail);
    }
  }

  /** The same, with a way back to a client that nobody vouches for. */
  public void showWithReturn(
      HttpServletRequest request, HttpServletResponse response, OAuth2Error error, String back)
      throws IOException {
    boolean denied = error.getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED);
    var advice = error.getDescription();
    var problem = denied ? Problem.DENIED : invalid(request);
    var detail = denied || advice == null ? "" : advice;
    send(
        response,
        problem,
        wantsJson(request)
            ? json.bytes(members(problem, detail))
            : html(problem.model(detail, BackView.to(back))),
        wantsJson(request));
  }

  // A client that is known by the URL of its document never registers.
  private static Problem invalid(HttpServletRequest request) {
    var clientId = request.getParameter("client_id");
    return clientId != null && ClientId.isUrl(clientId)
        ? Problem.INVALID_DOCUMENT_REQUEST
        : Problem.INVALID_REQUEST;
  }

  /** Shows what the container, or whoever called sendError, made of a request. */
  public void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable failure && isOutage(failure)) {
      response.setHeader("Retry-After", "2");
      write(request, response, Problem.UNAVAILABLE, "");
      return;
    }
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Nobody was sent here by an error: the address itself was typed.
    write(request, response, Problem.of(status instanceof Integer code ? code : 404), "");
  }

  private static boolean isOutage(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(StoreUnavailableException.class::isInstance);
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem, String detail)
      throws IOException {
    boolean program = wantsJson(request);
    var body = program ? json.bytes(members(problem, detail)) : html(problem.model(detail));
    send(response, problem, body, program);
  }

  private static void send(
      HttpServletResponse response, Problem problem, byte[] body, boolean program)
      throws IOException {
    response.setStatus(problem.status().value());
    // The container takes all headers back before it comes here.
    Acting.request().ifPresent(id -> response.setHeader(RequestIds.HEADER, id));
    PageHeaders.of("").forEach(response::setHeader);
    response.setContentType(program ? MediaType.APPLICATION_JSON_VALUE : "text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] html(Map<String, Object> model) {
    var context = new Context(Locale.ENGLISH);
    context.setVariables(model);
    return templates.process("problem", context).getBytes(UTF_8);
  }

  private static Json.Members members(Problem problem, String detail) {
    var members = new LinkedHashMap<String, Json>();
    members.put("error", Json.of(problem.error()));
    members.put("error_description", Json.of(detail.isEmpty() ? problem.happened() : detail));
    return new Json.Members(members);
  }

  /** Whether a program asks, which has no use for a page. */
  public static boolean wantsJson(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null
        && accept.toLowerCase(Locale.ROOT).contains("application/json")
        && !accept.toLowerCase(Locale.ROOT).contains("text/html");
  }
}
