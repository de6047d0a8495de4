package io.roster.server.account;

import io.roster.core.client.ClientId;
import io.roster.core.store.ClientLookup;
import io.roster.server.page.Pages;
import io.roster.server.page.ScopeWords;
import io.roster.spring.consent.Connections;
import java.security.Principal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where people see which clients they allowed what, and take it back. */
public final class ConnectionsPage {
  private static final String ENDED = "ended";

  private final Connections connections;
  private final ClientLookup clients;
  private final ScopeWords words;
  private final InstantSource clock;

  public ConnectionsPage(
      Connections connections, ClientLookup clients, ScopeWords words, InstantSource clock) {
    this.connections = connections;
    this.clients = clients;
    this.words = words;
    this.clock = clock;
  }

  /** Shows the page. */
  public ServerResponse show(ServerRequest request) {
    var person = person(request);
    var model = new LinkedHashMap<String, Object>();
    model.put("action", Pages.CONNECTIONS);
    model.put("signOut", Pages.SIGN_OUT);
    model.put("person", person);
    model.put("ended", request.param(ENDED).isPresent());
    model.put("connections", views(person));
    return Pages.answer(HttpStatus.OK).render("connections", model);
  }

  /** Ends what the person allowed the client that the form names. */
  public ServerResponse end(ServerRequest request) {
    var id = request.param("client_id").orElse("");
    if (ClientId.isValid(id)) {
      connections.end(new ClientId(id), person(request));
    }
    return Pages.answer(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, Pages.CONNECTIONS + "?" + ENDED)
        .build();
  }

  private List<ConnectionView> views(String person) {
    var now = clock.instant();
    return connections.of(person).stream()
        .flatMap(
            connection ->
                clients
                    .find(connection.clientId())
                    .map(client -> ConnectionView.of(connection, client, words, now))
                    .stream())
        .toList();
  }

  private static String person(ServerRequest request) {
    return request.principal().map(Principal::getName).orElse("");
  }
}
