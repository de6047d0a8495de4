package io.roster.store.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.credential.Secret;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditQuery;
import io.roster.store.audit.AuditSettings;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Sealer;
import io.roster.store.audit.Verifier;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to the audit trail afterwards shows, on every database. */
abstract class ChainContract extends AuditFixture {
  @Test
  void whatManyWriteAtOnceIsAllSealedOnce() throws Exception {
    var another = new Sealer(database, new AuditWriter(KEPT_A_DAY, clock, JSON), clock);
    long sealed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          IntStream.range(0, 400)
              .mapToObj(i -> threads.submit(() -> clients.insert(Clients.someClient("c" + i))))
              .toList();
      while (!writing.stream().allMatch(Future::isDone)) {
        sealed += sealer.seal() + another.seal();
      }
    }
    // What PostgreSQL had under way when it was last looked at.
    for (int i = 0; i < 1000 && sealed < 400; i++) {
      sealed += sealer.seal();
    }

    var found = verified();

    assertThat(sealed).isEqualTo(400);
    assertThat(found.faults()).isEmpty();
    assertThat(found.entries()).isEqualTo(400);
    assertThat(found.unsealed()).isZero();
  }

  @Test
  void aChangedEntryIsFound() {
    fill(10);
    tamper("UPDATE audit SET actor = 'administrator:bob' WHERE row_id = 5");

    assertThat(verified().faults()).containsExactly("entry 5 was changed");
  }

  @Test
  void aChangedEntryWithAFittingDigestIsFound() {
    fill(10);
    tamper("UPDATE audit SET client_id = 'c1', digest = 'x' WHERE row_id = 5");
    var forged = digestOf(5);
    database.write(sql -> sql.update("UPDATE audit SET digest = ? WHERE row_id = 5", forged));

    assertThat(verified().faults()).anyMatch(fault -> fault.contains("not what was sealed"));
  }

  private String digestOf(long row) {
    return trail.page(AuditQuery.all(100)).stream()
        .filter(entry -> entry.number() == row)
        .findFirst()
        .orElseThrow()
        .entry()
        .digest();
  }

  @Test
  void aMissingEntryIsFound() {
    fill(10);
    tamper("DELETE FROM audit WHERE row_id = 5");

    assertThat(verified().faults()).anyMatch(fault -> fault.contains("should be 10"));
  }

  @Test
  void entriesThatChangedPlacesAreFound() {
    fill(10);
    tamper("UPDATE audit SET row_id = 1000 WHERE row_id = 5");
    tamper("UPDATE audit SET row_id = 5 WHERE row_id = 6");
    tamper("UPDATE audit SET row_id = 6 WHERE row_id = 1000");

    assertThat(verified().faults()).anyMatch(fault -> fault.contains("not what was sealed"));
  }

  @Test
  void missingOrChangedSealsAreFound() {
    fill(3);
    fill(3);
    fill(3);
    assertThat(verified().seals()).isEqualTo(3);

    tamper("UPDATE audit_seals SET previous = 'x' WHERE row_id = 2");
    assertThat(verified().faults()).anyMatch(fault -> fault.contains("doesn't follow"));

    tamper("DELETE FROM audit_seals WHERE row_id = 2");
    assertThat(verified().faults()).anyMatch(fault -> fault.contains("seals 2 to 2 are missing"));
  }

  @Test
  void aBeginningThatIsGoneIsFoundUnlessItsTimeWasOver() {
    fill(3);
    clock.advance(Duration.ofDays(2));
    fill(3);
    sealer.prune();
    assertThat(sealer.seal()).isEqualTo(1);

    assertThat(all()).extracting(AuditEntry::action).hasSize(4).endsWith("audit_pruned");
    assertThat(verified().faults()).isEmpty();

    tamper("DELETE FROM audit_seals WHERE row_id = 2");
    assertThat(verified().faults()).isNotEmpty();
  }

  @Test
  void theNewestSealOutlivesItsTime() {
    fill(3);
    clock.advance(Duration.ofDays(9));

    sealer.prune();
    sealer.prune();

    assertThat(all()).hasSize(3);
    assertThat(verified().faults()).isEmpty();
  }

  @Test
  void nobodyWithoutTheKeyMakesAnotherChain() {
    var settings =
        new AuditSettings(
            true, true, true, Duration.ZERO, Optional.of(new Secret("0123456789abcdef")));
    fill(3);
    assertThat(new Verifier(database, settings, JSON).verify(0, 100).faults())
        .containsExactly("seal 1 isn't signed with the server's key");

    tamper("DELETE FROM audit_seals");
    use(settings);
    assertThat(sealer.seal()).isEqualTo(3);

    assertThat(new Verifier(database, settings, JSON).verify(0, 100).faults()).isEmpty();
  }

  @Test
  void aLongChainIsWalkedInSteps() {
    for (int i = 0; i < 5; i++) {
      fill(2);
    }
    var verifier = new Verifier(database, KEPT_A_DAY, JSON);

    var first = verifier.verify(0, 3);
    var second = verifier.verify(first.last(), 3);

    assertThat(first.complete()).isFalse();
    assertThat(first.entries()).isEqualTo(6);
    assertThat(second.complete()).isTrue();
    assertThat(second.last()).isEqualTo(5);
    assertThat(second.entries()).isEqualTo(4);
    assertThat(second.faults()).isEmpty();
  }
}
