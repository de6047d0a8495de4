package io.roster.core.consent;

import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Fingerprint;
import io.roster.core.metadata.Members;
import io.roster.core.uri.RedirectUri;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * What a person goes by when they allow a client something: where it sends them, how it proves who
 * it is, what it is called and what it looks like. Another impression is another client to them.
 */
public final class Impression {
  private static final Set<String> SEEN =
      Set.of(
          Members.CLIENT_NAME.name(),
          Members.CLIENT_URI.name(),
          Members.LOGO_URI.name(),
          Members.JWKS.name(),
          Members.JWKS_URI.name(),
          Members.TOKEN_ENDPOINT_AUTH_METHOD.name());

  private Impression() {}

  /** Returns 64 hexadecimal digits, the same for equal impressions, whatever the loopback ports. */
  public static String of(ClientMetadata client) {
    var members = new LinkedHashMap<String, Json>();
    client
        .toJson()
        .values()
        .forEach(
            (name, value) -> {
              // A name in another language is a name too.
              if (SEEN.contains(name.split("#", 2)[0])) {
                members.put(name, value);
              }
            });
    var redirects =
        client.redirectUris().stream().map(RedirectUri::textOnAnyPort).distinct().sorted().toList();
    members.put(Members.REDIRECT_URIS.name(), Json.ofTexts(redirects));
    return Fingerprint.of(new Json.Members(members));
  }
}
