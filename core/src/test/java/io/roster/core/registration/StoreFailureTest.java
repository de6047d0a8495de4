package io.roster.core.registration;

import static io.roster.core.ObservedRoster.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.roster.core.Bodies;
import io.roster.core.ObservedRoster;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.client.Client;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.store.FailingClientStore;
import io.roster.core.store.FailingClientStore.Step;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whatever step fails, the store holds a whole client or none, and no event tells otherwise. */
class StoreFailureTest {
  private final FailingClientStore store = new FailingClientStore();
  private final ObservedRoster observed = ObservedRoster.over(store);
  private final Registrar registrar = observed.roster().registrar();

  @Test
  void aRegistrationThatFailsLeavesNothing() {
    store.failAt(Step.INSERT);

    assertUnavailable(() -> registrar.register(ClientMetadata.redirectingTo(REDIRECT)));

    assertThat(store.everything()).isEmpty();
    assertThat(observed.events()).isEmpty();
  }

  @Test
  void aRegistrationNeedsOneWriteAndNoRead() {
    store.failAt(Step.FIND);
    observed.registerSomeone();
    store.failAt(Step.REPLACE);
    observed.registerSomeone();

    assertThat(store.everything()).hasSize(2);
  }

  @Test
  void anUpdateThatFailsChangesNothing() {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    var rename = new ClientUpdate.Merge(Bodies.members("client_name", "renamed"));
    store.failAt(Step.REPLACE);

    assertUnavailable(() -> registrar.update(access, rename));

    assertUnchanged(client.client());
  }

  @Test
  void anUpdateThatCanNotLookAgainChangesNothing() {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    observed.patch(client, "client_name", "first");
    var first = observed.stored(client);
    store.failAt(Step.FIND);
    var rename = new ClientUpdate.Merge(Bodies.members("client_name", "second"));

    assertUnavailable(() -> registrar.update(access, rename));

    assertThat(store.everything()).containsExactly(first);
    assertThat(observed.events()).hasSize(2);
  }

  @Test
  void aDeletionThatFailsLeavesTheClient() {
    var client = observed.registerSomeone();
    var access = observed.access(client);
    store.failAt(Step.DELETE);

    assertUnavailable(() -> registrar.delete(access));

    assertUnchanged(client.client());
  }

  @Test
  void aTokenThatCanNotBeCheckedOpensNothing() {
    var client = observed.registerSomeone();
    store.failAt(Step.FIND);

    assertUnavailable(
        () -> observed.check(client.client(), client.registrationToken().orElseThrow()));
  }

  @Test
  void aClientCanBeReadEvenIfItsTokenCanNotBeProlonged() {
    var client = observed.registerSomeone();
    observed.clock().advance(Duration.ofHours(1));
    Granted access = observed.access(client);
    store.failAt(Step.REPLACE);

    assertThat(registrar.read(access).client()).isEqualTo(client.client());

    assertUnchanged(client.client());
  }

  private void assertUnchanged(Client client) {
    assertThat(store.everything()).containsExactly(client);
    assertThat(observed.events()).hasSize(1);
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call);
  }
}
