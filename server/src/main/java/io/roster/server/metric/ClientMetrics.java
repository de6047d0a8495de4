package io.roster.server.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.policy.Finding;
import io.roster.core.profile.Likeness;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.PolicyMode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what happens to clients. */
public final class ClientMetrics implements ClientEvents {
  private static final String NONE = "none";

  private final MeterRegistry registry;
  private final Profiles profiles;
  private final ConcurrentMap<Registration, Counter> registrations = new ConcurrentHashMap<>();
  private final ConcurrentMap<Decision, Counter> decisions = new ConcurrentHashMap<>();

  public ClientMetrics(MeterRegistry registry, Profiles profiles) {
    this.registry = registry;
    this.profiles = profiles;
    // So that a panel shows a zero and not nothing, and an alert has something to compare.
    registrations.computeIfAbsent(
        new Registration("registered", "none", "unknown", NONE), this::counter);
  }

  /** What registrations are told apart by; each has few values. */
  private record Registration(String outcome, String method, String profile, String error) {}

  private record Decision(String rule, String decision) {}

  @Override
  public void publish(ClientEvent event) {
    switch (event) {
      case ClientEvent.Registered(var client, var findings) -> {
        boolean waits = client.state() == ClientState.PENDING;
        registration(waits ? "held" : "registered", client);
        decided(findings);
      }
      case ClientEvent.Shared(var client) -> registration("shared", client);
      case ClientEvent.Revived(var client) -> registration("revived", client);
      case ClientEvent.RegistrationRejected(var findings) -> {
        count(new Registration("rejected", "unknown", "unknown", error(findings)));
        decided(findings);
      }
      case ClientEvent.Updated updated -> {
        changed("updated");
        decided(updated.findings());
      }
      case ClientEvent.UpdateRejected rejected -> {
        changed("update_rejected");
        decided(rejected.findings());
      }
      case ClientEvent.Held held -> changed("held");
      case ClientEvent.Decided decided -> changed(decided.after().state().wireName());
      case ClientEvent.SecretRotated rotated -> changed("secret_rotated");
      case ClientEvent.TokenReplaced replaced -> changed("token_replaced");
      case ClientEvent.GrantsEnded ended -> changed("grants_ended");
      case ClientEvent.Deleted deleted -> removed(deleted.ending().wireName(), 1);
      case ClientEvent.Purged purged -> removed(purged.ending().wireName(), purged.ids().size());
    }
  }

  private void registration(String outcome, Client client) {
    var method = client.metadata().tokenEndpointAuthMethod().wireName();
    count(new Registration(outcome, method, profile(client.metadata()), NONE));
  }

  private void count(Registration registration) {
    registrations.computeIfAbsent(registration, this::counter).increment();
  }

  private Counter counter(Registration one) {
    return Counter.builder("dcr.registrations")
        .description("Registrations by what came of them")
        .tags(
            Tags.of(
                "outcome", one.outcome(),
                "method", one.method(),
                "profile", one.profile(),
                "error", one.error()))
        .register(registry);
  }

  /** The application a client looks like, of those we know; clients don't choose its name. */
  private String profile(ClientMetadata metadata) {
    return switch (profiles.likeness(metadata)) {
      case Likeness.LooksLike(var profile) -> profile.id();
      case Likeness.Impersonates(var profile, var foreign) -> "impersonates-" + profile.id();
      case Likeness.Unknown unknown -> "unknown";
    };
  }

  private static String error(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.mode() == PolicyMode.REJECT)
        .flatMap(finding -> finding.violations().stream())
        .map(violation -> violation.code().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(NONE);
  }

  private void decided(List<Finding> findings) {
    for (var finding : findings) {
      decisions
          .computeIfAbsent(new Decision(finding.rule(), finding.mode().done()), this::counter)
          .increment();
    }
  }

  private Counter counter(Decision one) {
    return Counter.builder("dcr.policy.decisions")
        .description("What rules did about requests that broke them")
        .tags("rule", one.rule(), "decision", one.decision())
        .register(registry);
  }

  private void changed(String change) {
    Counter.builder("dcr.changes")
        .description("Changes of clients that were there already")
        .tags("change", change)
        .register(registry)
        .increment();
  }

  private void removed(String reason, int clients) {
    Counter.builder("dcr.gc.removed")
        .description("Clients that went, by whose doing")
        .tags("reason", reason)
        .register(registry)
        .increment(clients);
  }
}
