package io.roster.spring.authorize;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.uri.RedirectUri;
import io.roster.spring.consent.Asked;
import io.roster.spring.endpoint.FormParameters;
import io.roster.spring.token.Resources;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads authorization requests, OAuth 2.1 section 4.1.1. Client and redirect URI come first: until
 * both are known to belong together, errors are shown to the person and never sent anywhere.
 */
public final class AuthorizationRequests implements AuthenticationConverter {
  private static final Authentication NOBODY =
      new AnonymousAuthenticationToken(
          "anonymous", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
  // What S256 makes of any verifier: 256 bits in base64url.
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final List<String> ONCE =
      List.of("response_type", "response_mode", "scope", "prompt", "request", "request_uri");
  private static final int LONGEST_STATE = 4096;

  private final RequestedClients clients;
  private final AskedScopes scopes;
  private final ConsentGuard guard;

  public AuthorizationRequests(RequestedClients clients, AskedScopes scopes, ConsentGuard guard) {
    this.clients = clients;
    this.scopes = scopes;
    this.guard = guard;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    var parameters = FormParameters.ofAny(request);
    if (!isConsent(request, parameters)) {
      return read(request, parameters);
    }
    // Who isn't signed in any more is sent to the login page by whoever comes after us.
    if (isSignedIn() && !guard.admits(request)) {
      throw Target.refusalPage(
          new OAuth2Error(ConsentGuard.EXPIRED, "this form is no longer valid", null));
    }
    return null;
  }

  private static boolean isSignedIn() {
    var person = SecurityContextHolder.getContext().getAuthentication();
    return person != null && Target.isSignedIn(person);
  }

  // The form of the consent page is posted to this endpoint too, and read by Spring's converter.
  private static boolean isConsent(HttpServletRequest request, FormParameters parameters) {
    return request.getMethod().equals("POST")
        && List.of("response_type", "redirect_uri", "code_challenge", "code_challenge_method")
            .stream()
            .noneMatch(parameters::has);
  }

  private Authentication read(HttpServletRequest request, FormParameters parameters) {
    var requested = clients.find(clientId(parameters), parameters.all("redirect_uri"));
    var target = target(request, parameters, requested.client());
    if (requested.heldBack().isPresent()) {
      throw heldBack(requested.heldBack().get(), parameters, target);
    }
    var authentication = authentication(parameters, target);
    if (target.isSignedIn()) {
      clients.admit(requested);
    }
    return authentication;
  }

  /**
   * Nobody is to wait for a request that can't be answered; and nobody is sent to such a client.
   */
  private AuthenticationException heldBack(
      Client client, FormParameters parameters, Target target) {
    if (client.state() == ClientState.PENDING) {
      try {
        authentication(parameters, target);
      } catch (OAuth2AuthenticationException refused) {
        return Target.refusalPage(refused.getError());
      }
    }
    return new HeldBack(client);
  }

  private Authentication authentication(FormParameters parameters, Target target) {
    try {
      check(parameters, target);
      var extra = new LinkedHashMap<String, Object>();
      extra.put("code_challenge", challenge(parameters, target));
      extra.put("code_challenge_method", "S256");
      var resources = scopes.resources(parameters, target);
      if (!resources.isEmpty()) {
        extra.put(Resources.PARAMETER, resources.text());
      }
      var asked = scopes.asked(parameters, target, resources);
      prompt(parameters, target, asked, extra);
      return target.request(new LinkedHashSet<>(asked.scope().tokens()), extra);
    } catch (OAuth2AuthenticationException repeated) {
      throw target.refusal(repeated.getError());
    }
  }

  private static String clientId(FormParameters parameters) {
    try {
      return parameters.required("client_id");
    } catch (OAuth2AuthenticationException missing) {
      throw Target.refusalPage("client_id is missing or was sent more than once");
    }
  }

  private static Target target(
      HttpServletRequest request, FormParameters parameters, RegisteredClient client) {
    var redirectUri = redirectUri(parameters, client);
    var principal = SecurityContextHolder.getContext().getAuthentication();
    return new Target(
        request.getRequestURL().toString(),
        client,
        principal == null ? NOBODY : principal,
        redirectUri,
        state(parameters));
  }

  private static Optional<String> redirectUri(FormParameters parameters, RegisteredClient client) {
    var sent = parameters.all("redirect_uri");
    if (sent.isEmpty() && client.getRedirectUris().size() == 1) {
      return Optional.empty();
    }
    if (sent.size() != 1) {
      throw Target.refusalPage("redirect_uri is missing or was sent more than once");
    }
    var requested = RedirectUri.of(sent.getFirst());
    if (client.getRedirectUris().stream().map(RedirectUri::of).noneMatch(requested::matches)) {
      throw Target.refusalPage(
          ClientId.isUrl(client.getClientId())
              ? "the application's own metadata document does not list this redirect_uri: only the"
                  + " port of an address on this computer may differ, not its path"
              : "the client has not registered this redirect_uri");
    }
    return Optional.of(sent.getFirst());
  }

  private static Optional<String> state(FormParameters parameters) {
    var sent = parameters.all("state");
    return sent.size() == 1 && sent.getFirst().length() <= LONGEST_STATE
        ? Optional.of(sent.getFirst())
        : Optional.empty();
  }

  private static void check(FormParameters parameters, Target target) {
    ONCE.forEach(parameters::single);
    if (parameters.has("state") && target.state().isEmpty()) {
      throw target.refusal("invalid_request", "send state once, with at most 4096 characters");
    }
    if (!parameters.required("response_type").equals("code")) {
      throw target.refusal("unsupported_response_type", "use response_type code");
    }
    if (!parameters.single("response_mode").orElse("query").equals("query")) {
      throw target.refusal("invalid_request", "use response_mode query");
    }
    if (parameters.has("request") || parameters.has("request_uri")) {
      var name = parameters.has("request") ? "request" : "request_uri";
      throw target.refusal(name + "_not_supported", "send the parameters themselves");
    }
  }

  private static String challenge(FormParameters parameters, Target target) {
    var challenge = parameters.single("code_challenge").orElse("");
    var method = parameters.single("code_challenge_method").orElse("plain");
    if (!method.equals("S256") || !CHALLENGE.matcher(challenge).matches()) {
      throw target.refusal("invalid_request", "use PKCE: code_challenge with method S256");
    }
    return challenge;
  }

  /** Whoever asks for no page gets none; whoever asks for one gets it, OpenID Connect 3.1.2.1. */
  private void prompt(
      FormParameters parameters, Target target, Asked asked, Map<String, Object> extra) {
    var prompts = List.of(parameters.single("prompt").orElse("").split(" ", -1));
    if (prompts.contains("none") && !(target.isSignedIn() && scopes.spare(asked))) {
      throw target.silentRefusal();
    }
    if (prompts.contains("consent")) {
      extra.put("prompt", "consent");
    }
  }
}
