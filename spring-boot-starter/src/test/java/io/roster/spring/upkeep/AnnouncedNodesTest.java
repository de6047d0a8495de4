package io.roster.spring.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.node.NodeStore;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncedNodesTest {
  private final SharedStore store = new SharedStore();
  private final AnnouncedNodes nodes = new AnnouncedNodes(store);

  @Test
  void aNodeThatJoinsCountsAtOnce() {
    nodes.look();
    assertThat(nodes.count()).isEqualTo(1);

    store.announce("other");
    nodes.look();

    assertThat(nodes.count()).isEqualTo(2);
  }

  @Test
  void aNodeIsGoneWhenItIsMissedTwice() {
    store.announce("other");
    nodes.look();

    store.withdraw("other");
    nodes.look();
    assertThat(nodes.count()).isEqualTo(2);
    nodes.look();
    assertThat(nodes.count()).isEqualTo(1);
  }

  @Test
  void theLastKnownNumberCountsWhileTheStoreIsAway() {
    store.announce("other");
    nodes.look();

    store.away = true;
    nodes.look();
    nodes.look();
    nodes.look();

    assertThat(nodes.count()).isEqualTo(2);
  }

  @Test
  void aStoreThatIsAwayStopsNeitherTheStartNorTheEnd() {
    store.away = true;

    nodes.afterPropertiesSet();
    nodes.destroy();

    assertThat(nodes.count()).isEqualTo(1);
  }

  @Test
  void aNodeCountsFromItsStartToItsEnd() {
    nodes.afterPropertiesSet();
    assertThat(store.present).hasSize(1);

    nodes.destroy();
    assertThat(store.present).isEmpty();
  }

  /** Nodes in memory, which can't be had at times. */
  private static final class SharedStore implements NodeStore {
    final Set<String> present = new HashSet<>();
    boolean away;

    @Override
    public int announce(String node) {
      demandPresence();
      present.add(node);
      return present.size();
    }

    @Override
    public void withdraw(String node) {
      demandPresence();
      present.remove(node);
    }

    private void demandPresence() {
      if (away) {
        throw new StoreUnavailableException("away");
      }
    }
  }
}
