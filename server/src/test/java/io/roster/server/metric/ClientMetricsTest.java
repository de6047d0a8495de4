package io.roster.server.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Ending;
import io.roster.core.event.ClientEvent;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Finding;
import io.roster.core.profile.Profiles;
import io.roster.http.JacksonJson;
import io.roster.testkit.Clients;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientMetricsTest {
  private final Metrics metrics = new Metrics();
  private final ClientMetrics counting =
      new ClientMetrics(metrics.registry(), Profiles.shipped(new JacksonJson()));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void registrationsAreCountedByOutcomeAndNeverByClient() {
    counting.publish(new ClientEvent.Registered(Clients.someClient("secret-id"), List.of()));
    counting.publish(new ClientEvent.Registered(Clients.someClient("another"), List.of()));

    assertThat(metrics.scrape())
        .containsPattern("dcr_registrations_total\\{[^}]*outcome=\"registered\"[^}]*\\} 2.0")
        .doesNotContain("secret-id");
  }

  @Test
  void refusalsAreCountedByErrorAndRule() {
    var finding = Finding.rejecting("some-rule", Violation.metadata("scope", "ask for less"));

    counting.publish(new ClientEvent.RegistrationRejected(List.of(finding)));

    assertThat(metrics.scrape())
        .containsPattern("dcr_registrations_total\\{error=\"invalid_client_metadata\"[^}]*\\} 1.0")
        .contains("dcr_policy_decisions_total{decision=\"rejected\",rule=\"some-rule\"} 1.0");
  }

  @Test
  void changesAndEndsAreCounted() {
    var client = Clients.someClient("a");

    counting.publish(new ClientEvent.Updated(client, Clients.renamed(client, "b"), List.of()));
    counting.publish(new ClientEvent.Deleted(client.id(), Ending.DELETED_BY_CLIENT));
    counting.publish(new ClientEvent.Purged(List.of(client.id()), Ending.IDLE));

    assertThat(metrics.scrape())
        .contains("dcr_changes_total{change=\"updated\"} 1.0")
        .contains("dcr_gc_removed_total{reason=\"deleted_by_client\"} 1.0")
        .contains("dcr_gc_removed_total{reason=\"idle\"} 1.0");
  }
}
