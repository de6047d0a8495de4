package io.roster.core.key;

import io.roster.core.json.Json;
import java.util.Optional;
import java.util.Set;

/** One key of a client, RFC 7517 section 4, as it was sent. */
public record JsonWebKey(Json.Members members) {
  private static final Set<String> SECRET_MEMBERS =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  public Optional<String> text(String name) {
    return members.text(name);
  }

  /** The key type, {@code kty}; empty text when it is missing. */
  public String type() {
    return text("kty").orElse("");
  }

  /** Whether this key carries anything that only its owner may know. */
  public boolean isSecret() {
    return type().equals("oct") || SECRET_MEMBERS.stream().anyMatch(members.values()::containsKey);
  }
}
