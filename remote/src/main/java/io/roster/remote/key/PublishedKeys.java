package io.roster.remote.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.roster.core.json.Json;
import io.roster.core.key.JsonWebKey;
import io.roster.core.key.PublicKeyCheck;
import io.roster.http.JacksonJson;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a published key set; one key that is no good must not spoil the others. */
public final class PublishedKeys {
  private static final int MOST_KEYS = 64;
  private static final JacksonJson JSON = new JacksonJson();

  private PublishedKeys() {}

  /** Returns the set's sound public keys; nothing when there is none. */
  public static Optional<JWKSet> read(String body) {
    return keys(body)
        .map(all -> all.stream().limit(MOST_KEYS).flatMap(PublishedKeys::key).toList())
        .filter(keys -> !keys.isEmpty())
        .map(JWKSet::new);
  }

  private static Optional<List<Json>> keys(String body) {
    try {
      return JSON.read(body).values().get("keys") instanceof Json.Items(var items)
          ? Optional.of(items)
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Stream<JWK> key(Json json) {
    if (!(json instanceof Json.Members members) || members.text("kty").isEmpty()) {
      return Stream.empty();
    }
    var key = new JsonWebKey(members);
    if (key.isSecret() || PublicKeyCheck.objection(key).isPresent()) {
      return Stream.empty();
    }
    try {
      return Stream.of(JWK.parse(JSON.write(members)));
    } catch (ParseException | IllegalArgumentException unusable) {
      return Stream.empty();
    }
  }
}
