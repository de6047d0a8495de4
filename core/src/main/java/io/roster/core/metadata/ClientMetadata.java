package io.roster.core.metadata;

import io.roster.core.json.Json;
import io.roster.core.key.JsonWebKeySet;
import io.roster.core.uri.RedirectUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values a client registers, RFC 7591 section 2: an immutable map from member to value. */
public final class ClientMetadata {
  public static final ClientMetadata EMPTY = new ClientMetadata(Map.of(), List.of());

  private final Map<Member<?>, Object> values;
  private final List<Localized> localized;
  // Kept once made, as a registration is both stored and answered; made twice it is the same.
  private Json.@Nullable Members json;

  /** Takes a map that nobody else will write to: copying it again is what a request would feel. */
  private ClientMetadata(Map<Member<?>, Object> values, List<Localized> localized) {
    this.values = values;
    this.localized = List.copyOf(localized);
  }

  /** Metadata of a client that redirects to these URIs, everything else left to the defaults. */
  public static ClientMetadata redirectingTo(String... uris) {
    var redirects = List.of(uris).stream().map(RedirectUri::of).toList();
    return EMPTY.with(Members.REDIRECT_URIS, redirects);
  }

  // Only with() writes a member's value, and it takes the member's own type.
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(Member<T> member) {
    return Optional.ofNullable((T) values.get(member));
  }

  public <T> ClientMetadata with(Member<T> member, T value) {
    return value.equals(values.get(member))
        ? this
        : new Draft(this).put(member, value).toMetadata();
  }

  public ClientMetadata without(Member<?> member) {
    if (!values.containsKey(member)) {
      return this;
    }
    var next = new HashMap<>(values);
    next.remove(member);
    return new ClientMetadata(next, localized);
  }

  /** Keeps only those values for single languages that the filter wants. */
  public ClientMetadata withLocalized(Predicate<Localized> wanted) {
    return new ClientMetadata(values, localized.stream().filter(wanted).toList());
  }

  /** Adds or replaces a member's value for one language. */
  public ClientMetadata with(Localized variant) {
    return new Draft(this).put(variant).toMetadata();
  }

  /**
   * Lays other metadata over this: its values win, and no value for a single language stays beside
   * one of them.
   */
  public ClientMetadata overlaidWith(ClientMetadata top) {
    if (top.values.isEmpty() && top.localized.isEmpty()) {
      return this;
    }
    var draft = new Draft(this);
    draft.values.putAll(top.values);
    draft.localized.removeIf(variant -> top.values.containsKey(variant.member()));
    top.localized.forEach(draft::put);
    return draft.toMetadata();
  }

  /** Drops the values for languages that the body names, however it spells them. */
  public ClientMetadata withoutLanguagesOf(Json.Members body) {
    var named =
        body.values().keySet().stream()
            .flatMap(name -> Localized.named(name, "").stream())
            .map(Localized::foldedName)
            .collect(Collectors.toSet());
    var kept = localized.stream().filter(v -> !named.contains(v.foldedName())).toList();
    return new ClientMetadata(values, kept);
  }

  /** The values for single languages, in the order they were sent. */
  public List<Localized> localized() {
    return localized;
  }

  /** The redirect URIs, in the order they were sent; empty when there are none. */
  public List<RedirectUri> redirectUris() {
    return get(Members.REDIRECT_URIS).orElse(List.of());
  }

  public List<GrantType> grantTypes() {
    return get(Members.GRANT_TYPES).orElse(List.of());
  }

  public List<ResponseType> responseTypes() {
    return get(Members.RESPONSE_TYPES).orElse(List.of());
  }

  /** The method, by default the one RFC 7591 section 2 names. */
  public TokenEndpointAuthMethod tokenEndpointAuthMethod() {
    return get(Members.TOKEN_ENDPOINT_AUTH_METHOD)
        .orElse(TokenEndpointAuthMethod.CLIENT_SECRET_BASIC);
  }

  public Scope scope() {
    return get(Members.SCOPE).orElse(new Scope(List.of()));
  }

  public Optional<String> clientName() {
    return get(Members.CLIENT_NAME);
  }

  public Optional<JsonWebKeySet> jwks() {
    return get(Members.JWKS);
  }

  /** About how many characters its values take, so that what keeps many can have a bound. */
  public int length() {
    int length = 0;
    for (var value : values.values()) {
      length += value.toString().length();
    }
    for (var variant : localized) {
      length += variant.text().length();
    }
    return length;
  }

  /** The names of all members that other metadata have not, or with another value, or alone. */
  public List<String> differences(ClientMetadata other) {
    var mine = toJson().values();
    var theirs = other.toJson().values();
    var names = new LinkedHashSet<>(mine.keySet());
    names.addAll(theirs.keySet());
    return names.stream().filter(n -> !Objects.equals(mine.get(n), theirs.get(n))).toList();
  }

  /** The metadata as RFC 7591 writes it; nothing that is absent appears, not even as null. */
  public Json.Members toJson() {
    var known = json;
    if (known == null) {
      known = made();
      json = known;
    }
    return known;
  }

  private Json.Members made() {
    var json = new LinkedHashMap<String, Json>();
    for (var member : Members.ALL) {
      write(member).ifPresent(value -> json.put(member.name(), value));
      for (var variant : localized) {
        if (variant.member() == member) {
          json.put(variant.wireName(), Json.of(variant.text()));
        }
      }
    }
    return new Json.Members(json);
  }

  private <T> Optional<Json> write(Member<T> member) {
    return get(member).map(member.shape()::write);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientMetadata that
        && values.equals(that.values)
        && Set.copyOf(localized).equals(Set.copyOf(that.localized));
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, Set.copyOf(localized));
  }

  @Override
  public String toString() {
    return "ClientMetadata" + values.keySet();
  }

  /** Metadata in the making, so that reading many members copies once; good for one metadata. */
  static final class Draft {
    private final Map<Member<?>, Object> values;
    private final List<Localized> localized;

    Draft(ClientMetadata start) {
      this.values = new HashMap<>(start.values);
      this.localized = new ArrayList<>(start.localized);
    }

    <T> Draft put(Member<T> member, T value) {
      values.put(member, value);
      return this;
    }

    Draft put(Localized variant) {
      localized.removeIf(old -> old.foldedName().equals(variant.foldedName()));
      localized.add(variant);
      return this;
    }

    boolean has(Localized variant) {
      return localized.stream().anyMatch(old -> old.foldedName().equals(variant.foldedName()));
    }

    ClientMetadata toMetadata() {
      return new ClientMetadata(values, localized);
    }
  }
}
