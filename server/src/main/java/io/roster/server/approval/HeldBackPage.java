package io.roster.server.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.server.page.Pages;
import io.roster.server.page.ProblemPage;
import io.roster.spring.authorize.AuthorizationErrorPage;
import io.roster.spring.endpoint.Endpoints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells people whose application may not be used, or not yet: one page waits for the approval and
 * then asks the same request again, whose address is all that has to be kept meanwhile; the other
 * says what was decided, and why.
 */
public final class HeldBackPage implements AuthorizationErrorPage {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int WAITING = HttpServletResponse.SC_ACCEPTED;
  private static final int DECIDED = HttpServletResponse.SC_FORBIDDEN;

  private final ProblemPage problems;
  private final ITemplateEngine templates;
  private final Endpoints endpoints;
  private final Optional<String> contact;
  private final InstantSource clock;

  /** Names {@code contact} as who decides, where there is one. */
  public HeldBackPage(
      ProblemPage problems,
      ITemplateEngine templates,
      Endpoints endpoints,
      Optional<String> contact,
      InstantSource clock) {
    this.problems = problems;
    this.templates = templates;
    this.endpoints = endpoints;
    this.contact = contact;
    this.clock = clock;
  }

  @Override
  public void show(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
      throws IOException {
    problems.show(request, response, error);
  }

  @Override
  public void showWithReturn(
      HttpServletRequest request, HttpServletResponse response, OAuth2Error error, String back)
      throws IOException {
    problems.showWithReturn(request, response, error, back);
  }

  @Override
  public void showHeldBack(
      HttpServletRequest request, HttpServletResponse response, OAuth2Error error, Client client)
      throws IOException {
    if (ProblemPage.wantsJson(request)) {
      problems.show(request, response, error);
      return;
    }
    switch (client.state()) {
      case PENDING -> showWaiting(request, response, client);
      case DENIED, DISABLED -> write(response, DECIDED, "decided", decided(client));
      case ACTIVE -> problems.show(request, response, error);
    }
  }

  private void showWaiting(HttpServletRequest request, HttpServletResponse response, Client client)
      throws IOException {
    if (request.getMethod().equals("POST")) {
      // A page that was posted can't be asked again without a question to the person.
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Location", request.getRequestURI() + "?" + query(request));
      return;
    }
    write(response, WAITING, "waiting", waiting(request, client));
  }

  private Map<String, Object> waiting(HttpServletRequest request, Client client) {
    var since = Patience.since(client);
    var waited = Duration.between(since, clock.instant());
    var model = new LinkedHashMap<String, Object>(names(client));
    model.put("since", since.toString());
    model.put("moment", MOMENT.format(since));
    model.put("waited", Patience.text(waited));
    model.put("again", Patience.untilNext(waited).toSeconds());
    model.put("ask", Approvals.address(endpoints, client.id()));
    model.put("self", request.getRequestURI() + "?" + request.getQueryString());
    return model;
  }

  private Map<String, Object> decided(Client client) {
    var model = new LinkedHashMap<String, Object>(names(client));
    model.put("denied", client.state() == ClientState.DENIED);
    model.put("reason", client.review().reason().orElse(""));
    return model;
  }

  private Map<String, Object> names(Client client) {
    return Map.of("name", client.metadata().clientName().orElse(""), "contact", contact.orElse(""));
  }

  private static String query(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .flatMap(
            sent ->
                Arrays.stream(sent.getValue())
                    .map(value -> encoded(sent.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void write(
      HttpServletResponse response, int status, String template, Map<String, Object> model)
      throws IOException {
    var context = new Context(Locale.ENGLISH);
    context.setVariables(model);
    var page = templates.process(template, context).getBytes(UTF_8);
    response.setStatus(status);
    Pages.scriptedHeaders().forEach(response::setHeader);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
