package io.roster.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.credential.Digest;
import io.roster.http.JacksonJson;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import io.roster.testkit.Clients;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of API tokens promises. */
abstract class ApiTokenStoreContract {
  private static final Instant NOON = Clients.NOON;

  private Database database;
  private ApiTokenStore tokens;

  /** Opens a database that nobody has used. */
  protected abstract Database emptyDatabase();

  @BeforeEach
  void open() {
    database = emptyDatabase();
    tokens = new JdbcApiTokenStore(database, AuditWriter.standard(new JacksonJson()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewTokenIsFoundAsInserted() {
    var token = someToken("at-1", "alice");

    assertThat(tokens.insert(token)).isTrue();

    assertThat(tokens.find("at-1")).contains(token);
    assertThat(tokens.findByDigest(token.digest())).contains(token);
    assertThat(tokens.findByDigest(new Digest("sha256:other"))).isEmpty();
    assertThat(tokens.insert(token)).isFalse();
  }

  @Test
  void pagesListEveryTokenOnce() {
    for (var id : new String[] {"at-3", "at-1", "at-2"}) {
      tokens.insert(someToken(id, "alice"));
    }

    assertThat(tokens.pageAfter("", 2)).extracting(ApiToken::id).containsExactly("at-1", "at-2");
    assertThat(tokens.pageAfter("at-2", 2)).extracting(ApiToken::id).containsExactly("at-3");
  }

  @Test
  void aTokenIsRevokedOnce() {
    tokens.insert(someToken("at-1", "alice"));

    assertThat(tokens.revoke("at-1", NOON)).isTrue();

    assertThat(tokens.revoke("at-1", NOON.plusSeconds(1))).isFalse();
    assertThat(tokens.find("at-1").orElseThrow().revokedAt()).contains(NOON);
    assertThat(tokens.revoke("at-2", NOON)).isFalse();
  }

  @Test
  void allTokensOfSomebodyEndHoweverTheNameIsWritten() {
    tokens.insert(someToken("at-1", "Alice"));
    tokens.insert(someToken("at-2", "alice"));
    tokens.insert(someToken("at-3", "bob"));

    assertThat(tokens.revokeAllOf("ALICE", NOON)).isEqualTo(2);

    assertThat(tokens.find("at-3").orElseThrow().revokedAt()).isEmpty();
  }

  private static ApiToken someToken(String id, String owner) {
    return new ApiToken(
        id,
        new Digest("sha256:of-" + id),
        "viewer",
        owner,
        "a note",
        NOON,
        NOON.plusSeconds(60),
        Optional.empty());
  }
}
