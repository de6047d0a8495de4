package io.roster.server.admin.setting;

import io.roster.server.admin.setting.KnownSettings.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Reads every setting from where it is set, with all that must not be shown taken out. */
public final class SettingsInForce {
  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("roster");
  private static final String DEFAULT = "default";
  private static final String HIDDEN = "(set, not shown)";
  private static final int LONGEST = 500;
  private static final int MOST = 2000;
  private static final Pattern SECRET_NAME =
      Pattern.compile("(^|[.-])(password|secret|pepper|token|key)$");
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|token)=)[^&;\\s]*|(?<=://)[^/@\\s]*(?=@)");

  private final ConfigurableEnvironment environment;

  public SettingsInForce(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /**
   * One setting.
   *
   * @param value what counts, as it is written; "" where nothing does
   * @param usual what counts where nothing is set
   * @param source where it is set, in words
   * @param secret whether the value is hidden
   */
  public record Setting(String name, String value, String usual, String source, boolean secret) {}

  /** The settings in the order of the records, those an operator named at their places. */
  public List<Setting> all() {
    var set = namesThatAreSet();
    var all = new ArrayList<Setting>();
    for (var known : KnownSettings.all().values()) {
      if (known.isOne()) {
        setting(known.name(), known, hasItems(known.name(), set)).ifPresent(all::add);
      }
      var pattern = pattern(known.name());
      set.stream()
          .filter(name -> pattern.matcher(squeezed(name)).matches())
          .filter(name -> !known.isOne() || name.endsWith("]"))
          .forEach(name -> setting(name, known, true).ifPresent(all::add));
    }
    return all.stream().limit(MOST).toList();
  }

  /** Entries of a list are told one by one, and then not the list as such. */
  private static boolean hasItems(String name, Set<String> set) {
    return set.stream().anyMatch(other -> squeezed(other).startsWith(squeezed(name) + "["));
  }

  private Optional<Setting> setting(String name, Known known, boolean onlyIfSet) {
    var found = find(name);
    if (found.isEmpty()) {
      return onlyIfSet
          ? Optional.empty()
          : Optional.of(new Setting(name, known.usual(), known.usual(), DEFAULT, false));
    }
    boolean secret = known.secret() || SECRET_NAME.matcher(name).find();
    var source = found.get().source();
    var usual = source.equals(DEFAULT) ? text(found.get().property()) : known.usual();
    var value = secret ? HIDDEN : text(found.get().property());
    return Optional.of(new Setting(name, value, usual, source, secret));
  }

  private record Found(ConfigurationProperty property, String source) {}

  /** The first place that has it counts. */
  private Optional<Found> find(String name) {
    var asked = ConfigurationPropertyName.of(name);
    for (var source : ConfigurationPropertySources.get(environment)) {
      var property = source.getConfigurationProperty(asked);
      if (property != null) {
        return Optional.of(new Found(property, place(source, property)));
      }
    }
    return Optional.empty();
  }

  private String text(ConfigurationProperty property) {
    String text;
    try {
      text = environment.resolvePlaceholders(String.valueOf(property.getValue()));
    } catch (IllegalArgumentException unresolvable) {
      text = String.valueOf(property.getValue());
    }
    var shown = CREDENTIALS.matcher(text).replaceAll(match -> hidden(match.group(1)));
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
  }

  private static String hidden(@Nullable String name) {
    return name == null ? "…" : name + "…";
  }

  private static String place(ConfigurationPropertySource source, ConfigurationProperty property) {
    var name = source.getUnderlyingSource() instanceof PropertySource<?> of ? of.getName() : "";
    return switch (name) {
      case "defaultProperties" -> DEFAULT;
      case "commandLineArgs" -> "command line";
      case "systemProperties" -> "Java property";
      default -> property.getOrigin() == null ? name : String.valueOf(property.getOrigin());
    };
  }

  private Set<String> namesThatAreSet() {
    var names = new LinkedHashMap<String, String>();
    for (var source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource listed) {
        listed.stream()
            .filter(ROOT::isAncestorOf)
            .limit(MOST)
            .map(ConfigurationPropertyName::toString)
            .forEach(name -> names.putIfAbsent(squeezed(name), name));
      }
    }
    return new TreeSet<>(names.values());
  }

  private static Pattern pattern(String name) {
    return Pattern.compile(
        "\\Q"
            + squeezed(name).replace(KnownSettings.ANY, "\\E[^.\\[\\]]+\\Q")
            + "\\E(\\[\\d+\\])?");
  }

  /** In the environment a name has no dashes, and no case. */
  private static String squeezed(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
