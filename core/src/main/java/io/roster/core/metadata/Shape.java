package io.roster.core.metadata;

import io.roster.core.json.Json;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.uri.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON form of a member's value; {@code demand} words what a value of another form should be.
 */
record Shape<T>(String demand, Function<Json, Optional<T>> reader, Function<T, Json> writer) {
  static final Shape<String> TEXT = text("send a string", Optional::of, text -> text);

  static final Shape<List<String>> TEXTS = texts(text -> text, text -> text);

  static final Shape<List<RedirectUri>> REDIRECT_URIS = texts(RedirectUri::of, RedirectUri::text);

  static final Shape<List<GrantType>> GRANT_TYPES = texts(GrantType::new, GrantType::value);

  static final Shape<List<ResponseType>> RESPONSE_TYPES =
      texts(ResponseType::new, ResponseType::value);

  static final Shape<Scope> SCOPE =
      text(
          "send one string of tokens separated by spaces",
          text -> Optional.of(Scope.of(text)),
          Scope::text);

  static final Shape<TokenEndpointAuthMethod> AUTH_METHOD =
      text(
          "use none, client_secret_basic, client_secret_post, private_key_jwt or tls_client_auth",
          TokenEndpointAuthMethod::find,
          TokenEndpointAuthMethod::wireName);

  static final Shape<ApplicationType> APPLICATION_TYPE =
      text("use native or web", ApplicationType::find, ApplicationType::wireName);

  static final Shape<Boolean> FLAG =
      new Shape<>(
          "send true or false",
          json -> json instanceof Json.Flag(var value) ? Optional.of(value) : Optional.empty(),
          Json::of);

  static final Shape<JsonWebKeySet> KEYS =
      new Shape<>(
          "send a JWK Set: an object whose member keys is an array of objects",
          JsonWebKeySet::read,
          JsonWebKeySet::toJson);

  Optional<T> read(Json json) {
    return reader.apply(json);
  }

  Json write(T value) {
    return writer.apply(value);
  }

  private static <T> Shape<T> text(
      String demand, Function<String, Optional<T>> read, Function<T, String> write) {
    return new Shape<>(
        demand,
        json -> json instanceof Json.Text(var text) ? read.apply(text) : Optional.empty(),
        value -> Json.of(write.apply(value)));
  }

  private static <T> Shape<List<T>> texts(Function<String, T> read, Function<T, String> write) {
    return new Shape<>(
        "send an array of strings",
        json -> readAll(json, read),
        values -> Json.ofTexts(values.stream().map(write).toList()));
  }

  private static <T> Optional<List<T>> readAll(Json json, Function<String, T> read) {
    if (!(json instanceof Json.Items(var items))) {
      return Optional.empty();
    }
    var values = new ArrayList<T>(items.size());
    for (var item : items) {
      if (!(item instanceof Json.Text(var text))) {
        return Optional.empty();
      }
      values.add(read.apply(text));
    }
    return Optional.of(List.copyOf(values));
  }
}
