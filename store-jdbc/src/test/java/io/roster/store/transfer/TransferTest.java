package io.roster.store.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.consent.Consent;
import io.roster.core.credential.Digest;
import io.roster.core.grant.GrantStore.Saving;
import io.roster.core.metadata.Scope;
import io.roster.http.JacksonJson;
import io.roster.store.account.ApiToken;
import io.roster.store.account.Identity;
import io.roster.store.account.JdbcApiTokenStore;
import io.roster.store.account.JdbcIdentityStore;
import io.roster.store.account.JdbcUserStore;
import io.roster.store.account.User;
import io.roster.store.audit.AuditWriter;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.consent.JdbcConsentStore;
import io.roster.store.grant.JdbcGrantStore;
import io.roster.store.key.JdbcSigningKeyStore;
import io.roster.store.key.StoredKey;
import io.roster.store.postgres.Postgres;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import io.roster.testkit.Clients;
import io.roster.testkit.Grants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything goes from one database to the other, and back. */
class TransferTest {
  private static final JacksonJson JSON = new JacksonJson();
  private static final int MANY = 1200;

  private Database from;
  private Database to;

  @BeforeEach
  void open(@TempDir Path directory) {
    from = SqliteDatabase.open(directory.resolve("roster.db"));
    to = Postgres.fresh();
  }

  @AfterEach
  void close() {
    from.close();
    to.close();
  }

  @Test
  void everythingArrives() throws IOException {
    fill(from);

    var result = carried(exported(from), to);

    assertThat(result.skipped()).isZero();
    assertThat(new JdbcClientStore(to, JSON).firstPage(2 * MANY))
        .hasSize(MANY)
        .isEqualTo(new JdbcClientStore(from, JSON).firstPage(2 * MANY));
    var grant = new JdbcGrantStore(from).findById("g").orElseThrow();
    assertThat(new JdbcGrantStore(to).findById("g")).contains(grant);
    assertThat(new JdbcGrantStore(to).findByHandle(grant.handles().getFirst())).contains(grant);
    assertThat(new JdbcConsentStore(to).ofSubject("alice", 2))
        .hasSize(1)
        .isEqualTo(new JdbcConsentStore(from).ofSubject("alice", 2));
    assertThat(new JdbcUserStore(to, JSON).find("alice")).isPresent();
    assertThat(new JdbcApiTokenStore(to, AuditWriter.standard(JSON)).find("at-1")).isPresent();
    assertThat(new JdbcIdentityStore(to, JSON).find("https://id.example", "s"))
        .isPresent()
        .isEqualTo(new JdbcIdentityStore(from, JSON).find("https://id.example", "s"));
    assertThat(new JdbcSigningKeyStore(to).all()).isEqualTo(new JdbcSigningKeyStore(from).all());
    assertThat(new JdbcClientStore(to, JSON).findTombstone(new ClientId("gone"))).isPresent();
    assertThat(exported(to)).isEqualTo(exported(from));
  }

  @Test
  void repeatingChangesNothing() throws IOException {
    fill(from);
    var export = exported(from);
    var first = carried(export, to);

    var second = carried(export, to);

    assertThat(second.imported()).isZero();
    assertThat(second.skipped()).isEqualTo(first.imported());
    assertThat(exported(to)).isEqualTo(export);
  }

  @Test
  void whatIsNoExportOrNotWholeIsRefused() throws IOException {
    fill(from);
    var export = exported(from);

    assertThatThrownBy(() -> carried("{}\n", to)).hasMessageContaining("no export");
    assertThatThrownBy(() -> carried("", to)).hasMessageContaining("cut off");
    assertThatThrownBy(() -> carried("nonsense", to)).hasMessageContaining("line 1");
    assertThatThrownBy(() -> carried(export.substring(0, export.length() / 2), to))
        .isInstanceOf(IllegalArgumentException.class);
    var lines = export.lines().toList();
    var gap = String.join("\n", lines.subList(0, 3)) + "\n" + lines.getLast() + "\n";
    assertThatThrownBy(() -> carried(gap, to)).hasMessageContaining("missing");
  }

  private static void fill(Database database) {
    var clients = new JdbcClientStore(database, JSON);
    for (int i = 0; i < MANY; i++) {
      clients.insert(Clients.someClient("client-" + i));
    }
    clients.noteUses(Map.of(new ClientId("client-7"), Clients.NOON));
    clients.insert(Clients.someClient("gone"));
    clients.delete(new ClientId("gone"), Ending.DELETED_BY_CLIENT, Clients.NOON);
    var saving = new JdbcGrantStore(database).save(Grants.someGrant("g", new ClientId("client-1")));
    assertThat(saving).isEqualTo(Saving.SAVED);
    var key = new Consent.Key(new ClientId("client-1"), "alice", "https://mcp.example");
    var metadata = Clients.someClient("client-1").metadata();
    new JdbcConsentStore(database)
        .save(Consent.first(key, Scope.of("read"), metadata, Clients.NOON, Clients.NOON));
    new JdbcUserStore(database, JSON)
        .insert(new User("alice", "{bcrypt}x", Set.of("user"), Clients.NOON));
    new JdbcApiTokenStore(database, AuditWriter.standard(JSON))
        .insert(
            new ApiToken(
                "at-1",
                new Digest("sha256:x"),
                "viewer",
                "alice",
                "",
                Clients.NOON,
                Clients.NOON,
                Optional.empty()));
    var elsewhere = new User("example:s", User.noPassword(), Set.of("user"), Clients.NOON);
    new JdbcIdentityStore(database, JSON)
        .admit(
            new Identity(
                "https://id.example", "s", elsewhere.name(), "S", Clients.NOON, Clients.NOON),
            elsewhere);
    new JdbcSigningKeyStore(database)
        .insert(new StoredKey("k", "{\"kty\":\"EC\"}", Clients.NOON, Optional.empty()));
  }

  private static String exported(Database database) throws IOException {
    var out = new StringWriter();
    new Export(database, JSON).write(out);
    return out.toString();
  }

  private static Import.Result carried(String export, Database to) throws IOException {
    return new Import(to, JSON).read(new BufferedReader(new StringReader(export)));
  }
}
