package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.store.ClientLookup;
import io.roster.core.uri.RedirectUri;
import io.roster.spring.consent.Asked;
import io.roster.spring.consent.KeptConsents;
import io.roster.spring.endpoint.Endpoints;
import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Asks a person whether a client may act for them. */
public final class ConsentPage {
  private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

  private final OAuth2AuthorizationService grants;
  private final ClientLookup clients;
  private final KeptConsents consents;
  private final Words words;
  private final Endpoints endpoints;

  public ConsentPage(
      OAuth2AuthorizationService grants,
      ClientLookup clients,
      KeptConsents consents,
      Words words,
      Endpoints endpoints) {
    this.grants = grants;
    this.clients = clients;
    this.consents = consents;
    this.words = words;
    this.endpoints = endpoints;
  }

  /** What is said of the client, and of what it wants, and what makes the page this browser's. */
  public record Words(Introductions introductions, ScopeWords scopes, ConsentSeal seal) {}

  /** What waits for an answer: a client's request and the state that leads back to it. */
  private record Pending(Client client, OAuth2AuthorizationRequest request, String state) {
    RedirectUri redirect() {
      var only = client.metadata().redirectUris();
      return Optional.ofNullable(request.getRedirectUri())
          .map(RedirectUri::of)
          .orElseGet(only::getFirst);
    }
  }

  /** Shows the page, or says that there is nothing to ask. */
  public ServerResponse show(ServerRequest request) {
    return pending(request)
        .flatMap(pending -> page(pending, request))
        .orElseGet(() -> Pages.problem(Problem.NOTHING_TO_ALLOW));
  }

  private Optional<Pending> pending(ServerRequest request) {
    var state = request.param(OAuth2ParameterNames.STATE).orElse("");
    return Optional.ofNullable(state.isEmpty() ? null : grants.findByToken(state, STATE))
        .filter(grant -> grant.getPrincipalName().equals(person(request)))
        .map(
            grant ->
                grant.<OAuth2AuthorizationRequest>getAttribute(
                    OAuth2AuthorizationRequest.class.getName()))
        .flatMap(
            asked ->
                clients
                    .find(new ClientId(asked.getClientId()))
                    .map(client -> new Pending(client, asked, state)));
  }

  private Optional<ServerResponse> page(Pending pending, ServerRequest request) {
    var person = person(request);
    return consents
        .asked(pending.request(), person)
        .flatMap(
            asked ->
                words
                    .seal()
                    .of(pending.client(), pending.state(), request.servletRequest())
                    .map(seal -> page(pending, asked, seal)));
  }

  private ServerResponse page(Pending pending, Asked asked, String seal) {
    var redirect = pending.redirect();
    var wanted = words.scopes().of(asked.scope(), consents.allowed(asked), asked.resources());
    var model = new LinkedHashMap<String, Object>();
    model.put("action", endpoints.authorize());
    model.put("signOut", Pages.SIGN_OUT);
    model.put("next", address(pending.request()));
    model.put("person", asked.subject());
    model.put("clientId", pending.client().id().value());
    model.put("state", pending.state());
    model.put("seal", seal);
    model.put("view", words.introductions().of(pending.client(), redirect, wanted));
    return Pages.answer(HttpStatus.OK, FormTarget.of(redirect)).render("consent", model);
  }

  /** The request as a path on this server, for whoever wants to answer it as somebody else. */
  private static String address(OAuth2AuthorizationRequest request) {
    var uri = URI.create(request.getAuthorizationRequestUri());
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String person(ServerRequest request) {
    return request.principal().map(Principal::getName).orElse("");
  }
}
