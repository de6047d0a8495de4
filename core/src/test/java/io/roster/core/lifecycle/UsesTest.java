package io.roster.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.ObservedRoster;
import io.roster.core.store.FailingClientStore;
import io.roster.core.store.FailingClientStore.Step;
import io.roster.core.store.StoreUnavailableException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsesTest {
  private final FailingClientStore store = new FailingClientStore();
  private final ObservedRoster observed = ObservedRoster.over(store);
  private final Uses uses = observed.roster().uses();

  @Test
  void aUseWaitsForAStoreThatIsAway() {
    var client = observed.registerSomeone();
    var usedAt = observed.clock().instant();
    uses.note(client.client().id());
    store.failAt(Step.REPLACE);

    assertThatThrownBy(uses::write).isInstanceOf(StoreUnavailableException.class);
    store.failAt(Step.NONE);
    uses.write();

    assertThat(observed.stored(client).lastUsedAt()).contains(usedAt);
  }

  @Test
  void manyUsesAreWrittenWhole() {
    var clients = IntStream.range(0, 450).mapToObj(i -> observed.registerSomeone()).toList();
    clients.forEach(client -> uses.note(client.client().id()));

    uses.write();

    assertThat(clients)
        .allSatisfy(client -> assertThat(observed.stored(client).lastUsedAt()).isPresent());
  }
}
