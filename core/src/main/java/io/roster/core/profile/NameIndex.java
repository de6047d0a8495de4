package io.roster.core.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds who registers under a name; a name nobody has costs one skeleton and one look-up. */
final class NameIndex {
  /** A beginning of names, as a skeleton, and who uses it. */
  private record Prefix(String skeleton, Profile profile) {}

  private final Map<String, List<Profile>> exact;
  private final List<Prefix> prefixes;

  private NameIndex(Map<String, List<Profile>> exact, List<Prefix> prefixes) {
    this.exact = Map.copyOf(exact);
    this.prefixes = List.copyOf(prefixes);
  }

  static NameIndex of(Collection<Profile> profiles) {
    var exact = new HashMap<String, List<Profile>>();
    var prefixes = new ArrayList<Prefix>();
    for (var profile : profiles) {
      // Who calls itself what people call the application claims to be it, registered so or not.
      add(exact, letters(Skeleton.of(profile.displayName())), profile);
      for (var name : profile.names().exact()) {
        add(exact, letters(Skeleton.of(name)), profile);
      }
      for (var prefix : profile.names().prefixes()) {
        prefixes.add(new Prefix(Skeleton.of(prefix), profile));
      }
    }
    return new NameIndex(exact, prefixes);
  }

  static Map<String, List<Profile>> bySoftwareId(Collection<Profile> profiles) {
    var index = new HashMap<String, List<Profile>>();
    for (var profile : profiles) {
      profile.names().softwareIds().forEach(id -> add(index, id, profile));
    }
    return Map.copyOf(index);
  }

  private static void add(Map<String, List<Profile>> index, String key, Profile profile) {
    var known = index.computeIfAbsent(key, unused -> new ArrayList<>());
    if (!known.contains(profile)) {
      known.add(profile);
    }
  }

  /** Returns those who register under this name, or one that can be taken for it. */
  List<Profile> find(String name) {
    if (exact.isEmpty() && prefixes.isEmpty()) {
      return List.of();
    }
    var skeleton = Skeleton.of(name);
    var known = exact.get(letters(skeleton));
    if (known != null) {
      return known;
    }
    return prefixes.stream()
        .filter(prefix -> skeleton.startsWith(prefix.skeleton()))
        .map(Prefix::profile)
        .toList();
  }

  /** The name without what separates its words: who writes Claude-Code means Claude Code. */
  private static String letters(String skeleton) {
    var letters = new StringBuilder(skeleton.length());
    for (int i = 0; i < skeleton.length(); i++) {
      char c = skeleton.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
