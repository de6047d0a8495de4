package io.roster.core.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.profile.Likeness.Impersonates;
import io.roster.core.profile.Likeness.LooksLike;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The applications we know, and whether a client is like one of them. Immutable. */
public final class Profiles {
  private static final Profiles NONE = new Profiles("none", Map.of());
  private static final String RESOURCE = "profiles.json";

  private final String version;
  private final Map<String, Profile> byId;
  private final NameIndex names;
  private final Map<String, List<Profile>> bySoftwareId;

  private Profiles(String version, Map<String, Profile> byId) {
    this.version = version;
    this.byId = byId;
    this.names = NameIndex.of(byId.values());
    this.bySoftwareId = NameIndex.bySoftwareId(byId.values());
  }

  /** Knows no application. */
  public static Profiles none() {
    return NONE;
  }

  /** Reads a file of profiles; throws IllegalArgumentException that names the place at fault. */
  public static Profiles read(Json.Members file) {
    return NONE.overriddenBy(file);
  }

  /** The profiles that come with this release. */
  public static Profiles shipped(JsonCodec codec) {
    try (var file = Objects.requireNonNull(Profiles.class.getResourceAsStream(RESOURCE))) {
      return read(codec.read(new String(file.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These profiles with those of a file: one of the same id is replaced as a whole, or removed if
   * it says {@code "disabled": true}; others are added. Throws as {@link #read} does.
   */
  public Profiles overriddenBy(Json.Members file) {
    var read = ProfilesFile.read(file);
    var merged = new LinkedHashMap<>(byId);
    read.profiles().forEach(profile -> merged.put(profile.id(), profile));
    read.disabled().forEach(merged::remove);
    return new Profiles(this == NONE ? read.version() : version + "+" + read.version(), merged);
  }

  /** The version of the file, or of all files that were laid over each other. */
  public String version() {
    return version;
  }

  /** All profiles, in the order of the file. */
  public List<Profile> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Profile> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The application that publishes its client ID metadata document at this URL. */
  public Optional<Profile> publishing(AbsoluteUri document) {
    return byId.values().stream()
        .filter(profile -> profile.documents().stream().anyMatch(p -> p.matches(document)))
        .findFirst();
  }

  /**
   * What the whole request says, as RFC 7591 section 5 asks: every name it gives, in every
   * language, and its software_id. One false claim outweighs all others.
   */
  public Likeness likeness(ClientMetadata metadata) {
    var likenesses = new ArrayList<Likeness>(2);
    var redirects = metadata.redirectUris();
    metadata.clientName().ifPresent(name -> likenesses.add(named(name, redirects)));
    for (var variant : metadata.localized()) {
      if (variant.member() == Members.CLIENT_NAME) {
        likenesses.add(named(variant.text(), redirects));
      }
    }
    metadata
        .get(Members.SOFTWARE_ID)
        .ifPresent(id -> likenesses.add(judged(softwareId(id), redirects)));
    return first(likenesses, Impersonates.class)
        .or(() -> first(likenesses, LooksLike.class))
        .orElse(Likeness.UNKNOWN);
  }

  /** What a name says of a client with these redirect URIs. */
  public Likeness named(String name, List<RedirectUri> redirects) {
    return judged(names.find(name), redirects);
  }

  private List<Profile> softwareId(String id) {
    return bySoftwareId.getOrDefault(id, List.of());
  }

  private static Optional<Likeness> first(List<Likeness> likenesses, Class<?> kind) {
    return likenesses.stream().filter(kind::isInstance).findFirst();
  }

  /** Several applications may share a name: it is enough to be one of them. */
  private static Likeness judged(List<Profile> claimed, List<RedirectUri> redirects) {
    if (claimed.isEmpty() || redirects.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    for (var profile : claimed) {
      if (redirects.stream().allMatch(profile::owns)) {
        return new LooksLike(profile);
      }
    }
    boolean plausible = claimed.stream().anyMatch(p -> redirects.stream().noneMatch(p::isForeign));
    return plausible ? Likeness.UNKNOWN : impersonation(claimed.getFirst(), redirects);
  }

  private static Likeness impersonation(Profile claimed, List<RedirectUri> redirects) {
    return redirects.stream()
        .filter(claimed::isForeign)
        .findFirst()
        .<Likeness>map(foreign -> new Impersonates(claimed, foreign))
        .orElse(Likeness.UNKNOWN);
  }

  @Override
  public String toString() {
    return "Profiles[" + version + ", " + byId.keySet() + "]";
  }
}
