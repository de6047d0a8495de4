package io.roster.server.console.frame;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.account.Principal;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Dispatcher;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page is asked, by whom. Whatever a page shows or does, it asks the API for, in the name of
 * who is signed in: so roles, rules, audit and errors are the API's own.
 */
public final class PageCall {
  private static final JacksonJson JSON = new JacksonJson();

  private final Principal principal;
  private final Dispatcher api;
  private final String variable;
  private final FormFields query;
  private final FormFields form;

  PageCall(
      Principal principal, Dispatcher api, String variable, FormFields query, FormFields form) {
    this.principal = principal;
    this.api = api;
    this.variable = variable;
    this.query = query;
    this.form = form;
  }

  public Principal principal() {
    return principal;
  }

  /** Whether a button for this role is to be shown; the API refuses whatever isn't allowed. */
  public boolean may(Role role) {
    return principal.role().includes(role);
  }

  /** What stands in the address where the page's path has braces. */
  public String variable() {
    return variable;
  }

  /** What the address says behind its question mark, or "". */
  public String query(String name) {
    return query.first(name);
  }

  /** What the form says, or "". */
  public String field(String name) {
    return form.first(name);
  }

  /** Everything the form says by this name, each checkbox that was ticked for example. */
  public List<String> fields(String name) {
    return form.all(name);
  }

  /** Asks the API: GET /api/v1/ and these segments, which are not encoded. */
  public AdminReply get(Map<String, String> asked, String... path) {
    return ask("GET", asked, Optional.empty(), "", path);
  }

  public AdminReply get(String... path) {
    return get(Map.of(), path);
  }

  /** Has the API do something; where an If-Match is known, only to what was seen. */
  public AdminReply post(Optional<String> ifMatch, Json.Members body, String... path) {
    return ask("POST", Map.of(), ifMatch, text(body), path);
  }

  /** Has the API do something with a text that need not be JSON. */
  public AdminReply post(Map<String, String> asked, String body, String... path) {
    return ask("POST", asked, Optional.empty(), body, path);
  }

  public AdminReply post(Optional<String> ifMatch, String... path) {
    return ask("POST", Map.of(), ifMatch, "", path);
  }

  public AdminReply delete(Optional<String> ifMatch, String... path) {
    return ask("DELETE", Map.of(), ifMatch, "", path);
  }

  public AdminReply patch(Json.Members body, String... path) {
    return ask("PATCH", Map.of(), Optional.empty(), text(body), path);
  }

  public AdminReply put(Json.Members body, String... path) {
    return ask("PUT", Map.of(), Optional.empty(), text(body), path);
  }

  private AdminReply ask(
      String method,
      Map<String, String> asked,
      Optional<String> ifMatch,
      String body,
      String... path) {
    var headers = new LinkedHashMap<String, String>();
    ifMatch.filter(tag -> !tag.isEmpty()).ifPresent(tag -> headers.put("if-match", tag));
    return api.answer(new AdminCall(principal, method, List.of(path), asked, headers, body));
  }

  private static String text(Json.Members body) {
    return new String(JSON.bytes(body), StandardCharsets.UTF_8);
  }
}
