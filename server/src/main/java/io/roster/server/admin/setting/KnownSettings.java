package io.roster.server.admin.setting;

import io.roster.core.credential.Secret;
import io.roster.server.settings.ServerSettings;
import io.roster.server.signin.SignInSettings;
import io.roster.server.trace.TracingSettings;
import io.roster.server.webhook.WebhookSettings;
import io.roster.spring.audit.AuditProperties;
import io.roster.spring.config.CimdProperties;
import io.roster.spring.config.ClientCacheProperties;
import io.roster.spring.config.ConsentProperties;
import io.roster.spring.config.LifeCycleProperties;
import io.roster.spring.config.PolicyProperties;
import io.roster.spring.config.RateLimitProperties;
import io.roster.spring.config.RemoteProperties;
import io.roster.spring.config.ResourceProperties;
import io.roster.spring.config.RosterProperties;
import io.roster.spring.config.StatementProperties;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting that there is, taken from the records that hold them. */
final class KnownSettings {
  /** Stands in a name for what an operator chooses: a tier, a rule, a number. */
  static final String ANY = "*";

  private static final List<Class<?>> RECORDS =
      List.of(
          RosterProperties.class,
          ServerSettings.class,
          PolicyProperties.class,
          LifeCycleProperties.class,
          CimdProperties.class,
          ConsentProperties.class,
          ResourceProperties.class,
          StatementProperties.class,
          SignInSettings.class,
          RateLimitProperties.class,
          RemoteProperties.class,
          ClientCacheProperties.class,
          AuditProperties.class,
          WebhookSettings.class,
          TracingSettings.class);

  private KnownSettings() {}

  /**
   * One setting.
   *
   * @param name as it is written in a file; with {@link #ANY} where an operator chooses
   * @param usual what counts where nothing is set, or ""
   */
  record Known(String name, String usual, boolean secret) {
    boolean isOne() {
      return !name.contains(ANY);
    }
  }

  /** All of them by their names, in the order of the records. */
  static Map<String, Known> all() {
    var all = new LinkedHashMap<String, Known>();
    for (var type : RECORDS) {
      for (var known : of(prefix(type), type)) {
        // A later record may know a default that an earlier one leaves open.
        all.merge(known.name(), known, (a, b) -> a.usual().isEmpty() ? b : a);
      }
    }
    return all;
  }

  private static String prefix(Class<?> type) {
    return type.getAnnotation(ConfigurationProperties.class).value();
  }

  private static List<Known> of(String prefix, Class<?> type) {
    var found = new ArrayList<Known>();
    // The parameters of a record's own constructor are its components, and bear the defaults.
    for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
      found.addAll(of(prefix + "." + dashed(parameter.getName()), parameter));
    }
    return found;
  }

  private static List<Known> of(String name, Parameter parameter) {
    var type = parameter.getType();
    if (type.isRecord()) {
      return of(name, type);
    }
    if (Map.class.isAssignableFrom(type)) {
      return each(name + "." + ANY, argument(parameter.getParameterizedType(), 1));
    }
    if (List.class.isAssignableFrom(type)
        && raw(argument(parameter.getParameterizedType(), 0)).isRecord()) {
      return of(name + "[" + ANY + "]", raw(argument(parameter.getParameterizedType(), 0)));
    }
    var secret = parameter.getParameterizedType().getTypeName().contains(Secret.class.getName());
    return List.of(new Known(name, usual(parameter), secret));
  }

  private static List<Known> each(String name, Type type) {
    return raw(type).isRecord() ? of(name, raw(type)) : List.of(new Known(name, "", false));
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType some
        ? some.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Class<?> raw(Type type) {
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  private static String usual(Parameter parameter) {
    return Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
        .map(value -> String.join(",", value.value()))
        .orElse("");
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
