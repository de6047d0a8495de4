package io.roster.store.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import io.roster.testkit.Together;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of idempotency keys promises. */
abstract class IdempotencyStoreContract {
  private static final Instant NOON = Clients.NOON;
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Claim FIRST = new Claim.First();

  private Database database;
  private IdempotencyStore keys;

  /** Opens a database that nobody has used. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    keys = new JdbcIdempotencyStore(database, 3);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyAtOnceOneIsTheFirst() throws Exception {
    var claims = Together.call(32, i -> keys.claim("k", "r" + i, NOON, LATER));

    assertThat(claims).containsOnlyOnce(FIRST);
    assertThat(claims).filteredOn(new Claim.Underway()::equals).hasSize(31);
  }

  @Test
  void anAnswerIsToldToWhoeverRepeats() {
    keys.claim("k", "r", NOON, LATER);
    keys.keep("k", "answer", LATER.plusSeconds(60));

    assertThat(keys.claim("k", "other", LATER, LATER)).isEqualTo(new Claim.Answered("r", "answer"));
  }

  @Test
  void aKeyThatEndedOrWasReleasedMayBeUsedAgain() {
    keys.claim("k", "r", NOON, LATER);
    keys.claim("l", "r", NOON, LATER);
    keys.release("l");

    assertThat(keys.claim("l", "r", NOON, LATER)).isEqualTo(FIRST);
    assertThat(keys.claim("k", "r", LATER, LATER.plusSeconds(1))).isEqualTo(FIRST);
  }

  @Test
  void thereIsRoomForSoManyAndNoMoreUntilTheyEnd() {
    for (int i = 0; i < 4; i++) {
      keys.claim("k" + i, "r", NOON, LATER);
    }

    assertThat(keys.claim("k9", "r", NOON, LATER)).isEqualTo(new Claim.Full());
    assertThat(keys.claim("k9", "r", LATER, LATER.plusSeconds(1))).isEqualTo(FIRST);
  }
}
