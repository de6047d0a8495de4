package io.roster.core.cimd;

import io.roster.core.json.Json;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.settings.TierSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a Client ID Metadata Document, section 4.1: what a document must and must not say that no
 * registration has to, and which of the ways to authenticate it offers is taken.
 */
public final class DocumentReader {
  private static final String METHODS = "token_endpoint_auth_methods_supported";
  private static final List<String> SECRETS = List.of("client_secret", "client_secret_expires_at");

  private final Set<String> offered;

  /** Takes what clients of this tier may have. */
  public DocumentReader(TierSettings tier) {
    this.offered =
        tier.authMethods().stream()
            .filter(method -> !method.usesSecret())
            .map(TokenEndpointAuthMethod::wireName)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the document that was found at this URL. */
  public DocumentReading read(DocumentUrl url, Json.Members document) {
    var violations = new ArrayList<Violation>();
    identity(url, document, violations);
    required(document, violations);
    withoutSecrets(document, violations);
    var members = new LinkedHashMap<>(document.values());
    var method = method(document, violations);
    members.put(Members.TOKEN_ENDPOINT_AUTH_METHOD.name(), Json.of(method));
    // What a statement vouches for it would vouch for at any URL.
    members.remove(Members.SOFTWARE_STATEMENT.name());
    return switch (MetadataReader.read(new Json.Members(members))) {
      case Reading.Malformed(var malformed) -> {
        violations.addAll(malformed);
        yield new DocumentReading.Improper(violations);
      }
      case Reading.Parsed(var metadata) ->
          violations.isEmpty()
              ? new DocumentReading.Proper(metadata)
              : new DocumentReading.Improper(violations);
    };
  }

  private static void identity(DocumentUrl url, Json.Members document, List<Violation> to) {
    if (!document.text("client_id").filter(url.uri().text()::equals).isPresent()) {
      to.add(
          Violation.metadata("client_id", "repeat the document's own URL, character by character"));
    }
  }

  private static void required(Json.Members document, List<Violation> to) {
    if (document.text(Members.CLIENT_NAME.name()).filter(name -> !name.isBlank()).isEmpty()) {
      to.add(Violation.metadata(Members.CLIENT_NAME, "say what people call the client"));
    }
    boolean redirects =
        document.values().get(Members.REDIRECT_URIS.name()) instanceof Json.Items(var items)
            && !items.isEmpty();
    if (!redirects) {
      to.add(Violation.redirectUris("list where the client receives codes"));
    }
  }

  private static void withoutSecrets(Json.Members document, List<Violation> to) {
    SECRETS.stream()
        .filter(document.values()::containsKey)
        .forEach(name -> to.add(Violation.metadata(name, "nothing in a document is secret")));
  }

  /**
   * The way it prefers, or else the first of all it offers that we have, as RPMC section 3 says.
   */
  private String method(Json.Members document, List<Violation> to) {
    var named = document.text(Members.TOKEN_ENDPOINT_AUTH_METHOD.name());
    if (named.filter(DocumentReader::isShared).isPresent()) {
      to.add(
          Violation.metadata(
              Members.TOKEN_ENDPOINT_AUTH_METHOD, "a document can't share a secret with anyone"));
      return TokenEndpointAuthMethod.NONE.wireName();
    }
    var wanted = new LinkedHashSet<String>();
    named.ifPresent(wanted::add);
    if (document.values().get(METHODS) instanceof Json.Items(var items)) {
      items.forEach(item -> addText(item, wanted));
    }
    if (wanted.isEmpty()) {
      return TokenEndpointAuthMethod.NONE.wireName();
    }
    var method = wanted.stream().filter(offered::contains).findFirst();
    if (method.isEmpty()) {
      to.add(
          Violation.metadata(
              Members.TOKEN_ENDPOINT_AUTH_METHOD,
              "use " + offered.stream().sorted().collect(Collectors.joining(" or "))));
    }
    return method.orElse(TokenEndpointAuthMethod.NONE.wireName());
  }

  private static void addText(Json item, Set<String> to) {
    if (item instanceof Json.Text(var text)) {
      to.add(text);
    }
  }

  private static boolean isShared(String method) {
    return method.startsWith("client_secret");
  }
}
