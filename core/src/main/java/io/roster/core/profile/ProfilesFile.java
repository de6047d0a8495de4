package io.roster.core.profile;

import io.roster.core.json.Json;
import io.roster.core.profile.Profile.Names;
import io.roster.core.settings.PolicyMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a file of profiles and says where it is wrong; its author is the operator. */
record ProfilesFile(String version, List<Profile> profiles, List<String> disabled) {
  private static final int MOST_PROFILES = 500;
  private static final String RULE = "[a-z0-9]+(-[a-z0-9]+)*";

  static ProfilesFile read(Json.Members file) {
    var fields = new Fields("", file, List.of("version", "note", "profiles"));
    var version = fields.text("version", 64);
    var entries = fields.items("profiles", MOST_PROFILES);
    var profiles = new ArrayList<Profile>();
    var disabled = new ArrayList<String>();
    var ids = new HashSet<String>();
    for (int i = 0; i < entries.size(); i++) {
      var place = "profiles[" + i + "]";
      var entry = entry(place, entries.get(i));
      var id = id(entry);
      if (!ids.add(id)) {
        throw entry.fault("id", "must not be used twice");
      }
      if (entry.flag("disabled")) {
        disabled.add(id);
      } else {
        profiles.add(profile(id, entry));
      }
    }
    return new ProfilesFile(version, profiles, disabled);
  }

  private static Fields entry(String place, Json value) {
    if (!(value instanceof Json.Members members)) {
      throw new IllegalArgumentException(place + " must be an object");
    }
    return new Fields(
        place,
        members,
        List.of(
            "id",
            "disabled",
            "name",
            "client_names",
            "software_ids",
            "redirect_uris",
            "metadata_documents",
            "quirks",
            "evidence",
            "modes",
            "note"));
  }

  private static String id(Fields entry) {
    var id = entry.text("id", 64);
    if (!id.matches(RULE)) {
      throw entry.fault("id", "must be words of a-z and 0-9 with dashes between them");
    }
    return id;
  }

  private static Profile profile(String id, Fields entry) {
    return new Profile(
        id,
        displayName(entry),
        names(entry),
        entry.texts("redirect_uris", UriPattern::parse),
        entry.texts("metadata_documents", UriPattern::parse),
        entry.texts("quirks", Function.identity()),
        entry.word("evidence", Confidence.values(), Confidence::wireName),
        modes(entry));
  }

  private static String displayName(Fields entry) {
    try {
      return clientName(entry.text("name", 64));
    } catch (IllegalArgumentException e) {
      throw entry.fault("name", String.valueOf(e.getMessage()));
    }
  }

  /** A client name that ends in a star is the beginning of one. */
  private static Names names(Fields entry) {
    var exact = new ArrayList<String>();
    var prefixes = new ArrayList<String>();
    for (var name : entry.texts("client_names", ProfilesFile::clientName)) {
      if (name.endsWith("*")) {
        prefixes.add(name.substring(0, name.length() - 1));
      } else {
        exact.add(name);
      }
    }
    return new Names(exact, prefixes, entry.texts("software_ids", Function.identity()));
  }

  private static String clientName(String text) {
    if (Skeleton.words(text).replace(" ", "").length() < 2) {
      throw new IllegalArgumentException("must have two letters or digits at least");
    }
    return text;
  }

  private static Map<String, PolicyMode> modes(Fields entry) {
    var modes = new LinkedHashMap<String, PolicyMode>();
    var fields = entry.object("modes");
    for (var rule : fields.names()) {
      if (!rule.matches(RULE)) {
        throw fields.fault("", "must name rules as words with dashes between them");
      }
      modes.put(rule, fields.word(rule, PolicyMode.values(), PolicyMode::wireName));
    }
    return modes;
  }

  /** The members of one object, read by name; whatever is wrong is told with its place. */
  private record Fields(String place, Json.Members members, List<String> known) {
    private static final int MOST_ENTRIES = 64;
    private static final int LONGEST_ENTRY = 512;

    Fields {
      for (var name : members.values().keySet()) {
        if (!known.isEmpty() && !known.contains(name)) {
          throw new IllegalArgumentException(
              (place.isEmpty() ? "the file" : place)
                  + " has a member that is none of "
                  + String.join(", ", known));
        }
      }
    }

    List<String> names() {
      return List.copyOf(members.values().keySet());
    }

    IllegalArgumentException fault(String name, String demand) {
      var dot = place.isEmpty() || name.isEmpty() ? "" : ".";
      return new IllegalArgumentException(place + dot + name + " " + demand);
    }

    String text(String name, int longest) {
      return members
          .text(name)
          .filter(text -> !text.isBlank() && text.length() <= longest)
          .orElseThrow(() -> fault(name, "must be text of 1 to " + longest + " characters"));
    }

    boolean flag(String name) {
      return switch (members.find(name).orElse(Json.FALSE)) {
        case Json.Flag(var value) -> value;
        case Json other -> throw fault(name, "must be true or false");
      };
    }

    List<Json> items(String name, int most) {
      return switch (members.find(name).orElse(new Json.Items(List.of()))) {
        case Json.Items(var values) when values.size() <= most -> values;
        case Json other -> throw fault(name, "must be a list of at most " + most + " entries");
      };
    }

    <T> List<T> texts(String name, Function<String, T> reader) {
      var values = new ArrayList<T>();
      for (var item : items(name, MOST_ENTRIES)) {
        var entry = name + "[" + values.size() + "]";
        if (!(item instanceof Json.Text(var text))
            || text.isBlank()
            || text.length() > LONGEST_ENTRY) {
          throw fault(entry, "must be text of 1 to " + LONGEST_ENTRY + " characters");
        }
        try {
          values.add(reader.apply(text));
        } catch (IllegalArgumentException e) {
          throw fault(entry, String.valueOf(e.getMessage()));
        }
      }
      return values;
    }

    <T> T word(String name, T[] values, Function<T, String> spelling) {
      var word = members.text(name).orElse("");
      return Arrays.stream(values)
          .filter(value -> spelling.apply(value).equals(word))
          .findFirst()
          .orElseThrow(() -> fault(name, "must be one of " + spelled(values, spelling)));
    }

    private static <T> String spelled(T[] values, Function<T, String> spelling) {
      return String.join(", ", Arrays.stream(values).map(spelling).toList());
    }

    Fields object(String name) {
      return switch (members.find(name).orElse(new Json.Members(Map.of()))) {
        case Json.Members object -> new Fields(dotted(name), object, List.of());
        case Json other -> throw fault(name, "must be an object");
      };
    }

    private String dotted(String name) {
      return place.isEmpty() ? name : place + "." + name;
    }
  }
}
