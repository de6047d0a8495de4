package io.roster.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of signing keys does, whatever database it is in. */
abstract class SigningKeyStoreContract {
  private static final Instant LATER = Clients.NOON.plus(Duration.ofDays(30));

  private Database database;
  private SigningKeyStore keys;

  /** Opens a database that nobody has used. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    keys = new JdbcSigningKeyStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keysAreListedAsInsertedNewestFirst() {
    var older = someKey("older", Clients.NOON);
    var newer = someKey("newer", Clients.NOON.plusSeconds(1));

    keys.insert(newer);
    keys.insert(older);

    assertThat(keys.all()).containsExactly(newer, older);
  }

  @Test
  void aTakenKidIsRefused() {
    var key = someKey("k", Clients.NOON);
    keys.insert(key);

    assertThat(keys.insert(someKey("k", LATER))).isFalse();

    assertThat(keys.all()).containsExactly(key);
  }

  @Test
  void aKeyIsRetiredOnce() {
    keys.insert(someKey("k", Clients.NOON));

    assertThat(keys.retire("k", LATER)).isTrue();
    assertThat(keys.retire("k", LATER.plusSeconds(1))).isFalse();
    assertThat(keys.retire("unknown", LATER)).isFalse();

    assertThat(keys.all()).extracting(StoredKey::retiredAt).containsExactly(Optional.of(LATER));
  }

  @Test
  void onlyKeysRetiredBeforeTheEndAreDeleted() {
    keys.insert(someKey("old", Clients.NOON));
    keys.insert(someKey("recent", Clients.NOON));
    keys.insert(someKey("active", Clients.NOON));
    keys.retire("old", LATER);
    keys.retire("recent", LATER.plusSeconds(1));

    int deleted = keys.deleteRetiredBefore(LATER.plusSeconds(1));

    assertThat(deleted).isEqualTo(1);
    assertThat(keys.all()).extracting(StoredKey::kid).containsExactly("active", "recent");
  }

  @Test
  void aKeyDoesNotPrintItself() {
    assertThat(someKey("k", Clients.NOON)).asString().contains("k").doesNotContain("private");
  }

  private static StoredKey someKey(String kid, Instant createdAt) {
    return new StoredKey(kid, "{\"d\":\"private\"}", createdAt, Optional.empty());
  }
}
