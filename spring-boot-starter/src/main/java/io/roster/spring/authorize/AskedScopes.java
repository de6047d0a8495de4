package io.roster.spring.authorize;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.Scope;
import io.roster.core.uri.RedirectUri;
import io.roster.spring.client.OfflineAccess;
import io.roster.spring.client.RegisteredClients;
import io.roster.spring.consent.Asked;
import io.roster.spring.consent.Consents;
import io.roster.spring.endpoint.FormParameters;
import io.roster.spring.token.KnownResources;
import io.roster.spring.token.Resources;
import java.util.List;

/** What an authorization request asks for: at which resources, RFC 8707, and which scopes there. */
public final class AskedScopes {
  private static final String NO_OPENID = "openid";

  private final KnownResources known;
  private final Consents consents;

  public AskedScopes(KnownResources known, Consents consents) {
    this.known = known;
    this.consents = consents;
  }

  Resources resources(FormParameters parameters, Target target) {
    var named =
        Resources.read(parameters.all(Resources.PARAMETER))
            .orElseThrow(
                () ->
                    target.refusal("invalid_target", "name resources by absolute URIs, no #part"));
    return known
        .known(named)
        .orElseThrow(() -> target.refusal("invalid_target", "this server has no such resource"));
  }

  /**
   * Narrows what is asked to what the resource has and the client registered; the default when
   * nothing asked is among it, as at registration: clients ask for what an MCP server lists, which
   * may be words we don't know. Who asks for more than the person allowed before keeps that.
   */
  Asked asked(FormParameters parameters, Target target, Resources resources) {
    var registered =
        RegisteredClients.inOrder(target.client().getScopes(), target.client()).without(NO_OPENID);
    var named = parameters.single("scope").map(Scope::of).orElseGet(() -> Scope.of(""));
    var possible = known.allowed(resources, registered.without(OfflineAccess.SCOPE));
    if (possible.isEmpty() || !named.isWellFormed()) {
      throw target.refusal("invalid_scope", "ask for scopes that the client has registered");
    }
    var granted = named.within(possible);
    // Beside what a resource has: it is about the client.
    var offline = Scope.of(OfflineAccess.SCOPE).within(registered);
    var asked =
        granted.isEmpty()
            ? known.defaults(resources, possible).and(offline)
            : granted.and(offline.within(named));
    return keepingMore(
        new Asked(
            new ClientId(target.client().getClientId()),
            RegisteredClients.metadataOf(target.client()),
            target.person(),
            resources,
            asked,
            redirect(target)),
        possible.and(offline));
  }

  boolean spare(Asked asked) {
    return consents.spare(asked);
  }

  private Asked keepingMore(Asked asked, Scope possible) {
    if (asked.subject().isEmpty()) {
      return asked;
    }
    var before = consents.allowed(asked).within(possible);
    return asked.scope().outside(before).isEmpty()
        ? asked
        : asked.asking(before.and(asked.scope()));
  }

  private static RedirectUri redirect(Target target) {
    return RedirectUri.of(
        target
            .redirectUri()
            .orElseGet(() -> List.copyOf(target.client().getRedirectUris()).getFirst()));
  }
}
