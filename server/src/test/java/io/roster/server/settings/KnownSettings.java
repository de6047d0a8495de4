package io.roster.server.settings;

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
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting there is and its default, as the records have them that settings are bound to. */
public final class KnownSettings {
  /** What stands for all settings below it. */
  private static final Set<String> GROUPS =
      Set.of("roster.resources", "roster.policy.tiers", "roster.sign-in.providers");

  private KnownSettings() {}

  /** By name; a default that isn't one value, or not a constant, is missing. */
  public static Map<String, Optional<String>> all() {
    var all = new LinkedHashMap<String, Optional<String>>();
    put(all, "roster", RosterProperties.class);
    put(all, "roster", ServerSettings.class);
    put(all, "roster.audit", AuditProperties.class);
    put(all, "roster.tracing", TracingSettings.class);
    put(all, "roster.webhooks.N", WebhookSettings.Webhook.class);
    put(all, "roster.cimd", CimdProperties.class);
    put(all, "roster", ResourceProperties.class);
    put(all, "roster.consent", ConsentProperties.class);
    put(all, "roster.resources.N", ResourceProperties.Known.class);
    put(all, "roster.client-cache", ClientCacheProperties.class);
    put(all, "roster.life-cycle", LifeCycleProperties.class);
    put(all, "roster.policy", PolicyProperties.class);
    put(all, "roster.rate-limit", RateLimitProperties.class);
    put(all, "roster.remote", RemoteProperties.class);
    put(all, "roster.sign-in", SignInSettings.class);
    put(all, "roster.sign-in.providers.NAME", SignInSettings.Provider.class);
    put(all, "roster.statements.issuers.N", StatementProperties.Issuer.class);
    put(all, "roster.policy.tiers.TIER", PolicyProperties.TierProperties.class);
    all.keySet().removeAll(GROUPS);
    return all;
  }

  private static void put(Map<String, Optional<String>> all, String prefix, Class<?> settings) {
    for (var component : settings.getRecordComponents()) {
      var name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        put(all, name, component.getType());
      } else {
        all.merge(name, defaultOf(settings, component), (one, other) -> one.or(() -> other));
      }
    }
  }

  /** The annotation is on the constructor's parameter alone. */
  private static Optional<String> defaultOf(Class<?> settings, RecordComponent component) {
    var names =
        Arrays.stream(settings.getRecordComponents()).map(RecordComponent::getName).toList();
    return Stream.of(settings.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == names.size())
        .map(constructor -> constructor.getParameters()[names.indexOf(component.getName())])
        .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
        .filter(value -> value.value().length > 0)
        .map(value -> String.join(",", value.value()))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static String dashed(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
