package io.roster.core.registration;

import io.roster.core.metadata.ApplicationType;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.settings.TierSettings;
import io.roster.core.uri.RedirectUri.Loopback;
import io.roster.core.uri.RedirectUri.PrivateUse;
import java.util.List;

/**
 * What the server changes in requested metadata before the policies judge it, in this order: it
 * fills in what was left out. What was sent and can't be had, the policies mend.
 */
final class Amendments {
  private final RegistrationSettings settings;

  Amendments(RegistrationSettings settings) {
    this.settings = settings;
  }

  ClientMetadata apply(ClientMetadata requested, TierSettings tier) {
    var amended = defaultAuthMethod(requested);
    amended = distinct(amended, Members.REDIRECT_URIS);
    amended = defaultGrantTypes(amended);
    amended = defaultResponseTypes(amended);
    amended = inferredApplicationType(amended);
    amended = amended.scope().isEmpty() ? amended.with(Members.SCOPE, tier.scope()) : amended;
    return mcpMembers(amended);
  }

  private static ClientMetadata defaultAuthMethod(ClientMetadata metadata) {
    return metadata.with(Members.TOKEN_ENDPOINT_AUTH_METHOD, metadata.tokenEndpointAuthMethod());
  }

  private static ClientMetadata defaultGrantTypes(ClientMetadata metadata) {
    var usual = List.of(GrantType.AUTHORIZATION_CODE);
    return distinct(withDefault(metadata, Members.GRANT_TYPES, usual), Members.GRANT_TYPES);
  }

  private static ClientMetadata defaultResponseTypes(ClientMetadata metadata) {
    boolean redirects = metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE);
    var usual = redirects ? List.of(ResponseType.CODE) : List.<ResponseType>of();
    return distinct(withDefault(metadata, Members.RESPONSE_TYPES, usual), Members.RESPONSE_TYPES);
  }

  private static ClientMetadata inferredApplicationType(ClientMetadata metadata) {
    boolean local =
        metadata.redirectUris().stream()
            .anyMatch(uri -> uri instanceof Loopback || uri instanceof PrivateUse);
    return withDefault(
        metadata, Members.APPLICATION_TYPE, local ? ApplicationType.NATIVE : ApplicationType.WEB);
  }

  private ClientMetadata mcpMembers(ClientMetadata metadata) {
    var amended = metadata.with(Members.CODE_CHALLENGE_METHOD, "S256");
    if (settings.mcpVersion().isPresent()) {
      amended = withDefault(amended, Members.MCP_VERSION, settings.mcpVersion().get());
    }
    return settings.mcpCapabilities().isEmpty()
        ? amended
        : withDefault(amended, Members.MCP_CAPABILITIES, settings.mcpCapabilities());
  }

  private static <T> ClientMetadata withDefault(
      ClientMetadata metadata, Member<T> member, T value) {
    return metadata.get(member).isPresent() ? metadata : metadata.with(member, value);
  }

  private static <T> ClientMetadata distinct(ClientMetadata metadata, Member<List<T>> member) {
    return metadata
        .get(member)
        .filter(values -> values.size() > 1)
        .map(values -> metadata.with(member, values.stream().distinct().toList()))
        .orElse(metadata);
  }
}
