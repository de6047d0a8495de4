package io.roster.core.registration;

import io.roster.core.metadata.ApplicationType;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.ResponseType;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.uri.RedirectUri.Loopback;
import io.roster.core.uri.RedirectUri.PrivateUse;
import java.util.List;
import java.util.Set;

/** What the server changes in requested metadata before the policies judge it, in this order. */
final class Amendments {
  private static final Set<GrantType> GRANT_TYPES =
      Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);

  private final RegistrationSettings settings;

  Amendments(RegistrationSettings settings) {
    this.settings = settings;
  }

  ClientMetadata apply(ClientMetadata requested) {
    var amended = defaultAuthMethod(requested);
    amended = withoutRepeatedRedirects(amended);
    amended = supportedGrantTypes(amended);
    amended = supportedResponseTypes(amended);
    amended = inferredApplicationType(amended);
    amended = scopeWithinCeiling(amended);
    return mcpMembers(amended);
  }

  private static ClientMetadata defaultAuthMethod(ClientMetadata metadata) {
    return metadata.with(Members.TOKEN_ENDPOINT_AUTH_METHOD, metadata.tokenEndpointAuthMethod());
  }

  private static ClientMetadata withoutRepeatedRedirects(ClientMetadata metadata) {
    return distinct(metadata, Members.REDIRECT_URIS);
  }

  /** Drops grants we don't have instead of refusing them: VS Code asks for device_code. */
  private static ClientMetadata supportedGrantTypes(ClientMetadata metadata) {
    var asked = metadata.get(Members.GRANT_TYPES).orElse(List.of(GrantType.AUTHORIZATION_CODE));
    var supported = asked.stream().filter(GRANT_TYPES::contains).distinct().toList();
    return metadata.with(Members.GRANT_TYPES, supported);
  }

  private static ClientMetadata supportedResponseTypes(ClientMetadata metadata) {
    var usual =
        metadata.grantTypes().contains(GrantType.AUTHORIZATION_CODE)
            ? List.of(ResponseType.CODE)
            : List.<ResponseType>of();
    var supported =
        metadata.get(Members.RESPONSE_TYPES).orElse(usual).stream()
            .filter(ResponseType.CODE::equals)
            .distinct()
            .toList();
    return metadata.with(Members.RESPONSE_TYPES, supported);
  }

  private static ClientMetadata inferredApplicationType(ClientMetadata metadata) {
    boolean local =
        metadata.redirectUris().stream()
            .anyMatch(uri -> uri instanceof Loopback || uri instanceof PrivateUse);
    return withDefault(
        metadata, Members.APPLICATION_TYPE, local ? ApplicationType.NATIVE : ApplicationType.WEB);
  }

  /** Grants what the ceiling has of what is asked; all of it when nothing asked is there. */
  private ClientMetadata scopeWithinCeiling(ClientMetadata metadata) {
    var granted = metadata.scope().within(settings.defaultScope());
    return metadata.with(Members.SCOPE, granted.isEmpty() ? settings.defaultScope() : granted);
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
        .map(values -> metadata.with(member, values.stream().distinct().toList()))
        .orElse(metadata);
  }
}
