package io.roster.spring.config;

import io.roster.core.consent.ConsentStore;
import io.roster.core.consent.InMemoryConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.InMemoryInitialTokenStore;
import io.roster.core.store.InitialTokenStore;
import io.roster.http.JacksonJson;
import io.roster.spring.client.ClientCache;
import io.roster.spring.token.InMemorySigningKeyStore;
import io.roster.spring.upkeep.AnnouncedNodes;
import io.roster.spring.upkeep.HeardChanges;
import io.roster.spring.upkeep.Nodes;
import io.roster.store.audit.AuditWriter;
import io.roster.store.client.JdbcClientStore;
import io.roster.store.client.JdbcInitialTokenStore;
import io.roster.store.consent.JdbcConsentStore;
import io.roster.store.grant.JdbcGrantStore;
import io.roster.store.key.JdbcSigningKeyStore;
import io.roster.store.key.SigningKeyStore;
import io.roster.store.node.PostgresNodeStore;
import io.roster.store.postgres.PostgresDatabase;
import io.roster.store.sql.Database;
import io.roster.store.sql.Dialect;
import io.roster.store.sql.Sql;
import io.roster.store.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * The stores: in the PostgreSQL database that {@code roster.database} names, else in one SQLite
 * file below {@code roster.data}, or in memory without either.
 */
@AutoConfiguration
@EnableConfigurationProperties({RosterProperties.class, ClientCacheProperties.class})
public class RosterStoreAutoConfiguration {
  /** The file in the data directory. */
  public static final String FILE = "roster.db";

  public RosterStoreAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @Conditional(DatabaseSet.class)
  @ConditionalOnMissingBean
  Database rosterDatabase(RosterProperties properties) {
    var url = properties.database();
    if (url != null && PostgresDatabase.isNamedBy(url)) {
      return PostgresDatabase.open(url);
    }
    var directory = properties.data();
    return SqliteDatabase.open((directory == null ? Path.of("data") : directory).resolve(FILE));
  }

  @Bean
  @ConditionalOnMissingBean
  InstantSource rosterClock() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean
  JsonCodec rosterJson() {
    return new JacksonJson();
  }

  /** Only PostgreSQL is ever shared by several. */
  @Bean
  @ConditionalOnMissingBean
  Nodes rosterNodes(ObjectProvider<Database> any) {
    var database = any.getIfAvailable();
    return database != null && database.read(Sql::dialect) == Dialect.POSTGRESQL
        ? new AnnouncedNodes(new PostgresNodeStore(database))
        : Nodes.alone();
  }

  @Bean
  @ConditionalOnMissingBean
  InitialTokenStore initialTokenStore(
      ObjectProvider<Database> file, JsonCodec json, ObjectProvider<AuditWriter> audit) {
    var database = file.getIfAvailable();
    return database == null
        ? new InMemoryInitialTokenStore()
        : new JdbcInitialTokenStore(
            database, json, audit.getIfAvailable(() -> AuditWriter.standard(json)));
  }

  @Bean
  @ConditionalOnMissingBean
  ClientCache clientCache(ClientCacheProperties properties) {
    return properties.toCache();
  }

  @Bean
  HeardChanges heardChanges(RosterProperties properties, ClientCache cache) {
    return new HeardChanges(cache, properties.database());
  }

  @Bean
  @ConditionalOnMissingBean
  ClientStore clientStore(
      ObjectProvider<Database> file,
      InitialTokenStore tokens,
      JsonCodec json,
      ObjectProvider<AuditWriter> audit,
      HeardChanges changes) {
    var database = file.getIfAvailable();
    if (database != null) {
      var writer = audit.getIfAvailable(() -> AuditWriter.standard(json));
      return new JdbcClientStore(
          database, json, writer, changes.begin(database.read(Sql::dialect)));
    }
    return tokens instanceof InMemoryInitialTokenStore inMemory
        ? new InMemoryClientStore(inMemory)
        : new InMemoryClientStore();
  }

  @Bean
  @ConditionalOnMissingBean
  GrantStore grantStore(ObjectProvider<Database> file, ClientStore clients) {
    var database = file.getIfAvailable();
    return database == null ? grantsInMemory(clients) : new JdbcGrantStore(database);
  }

  private static GrantStore grantsInMemory(ClientStore clients) {
    var grants = new InMemoryGrantStore(clients);
    if (clients instanceof InMemoryClientStore inMemory) {
      inMemory.keepForGrants(grants::hasLive);
    }
    return grants;
  }

  @Bean
  @ConditionalOnMissingBean
  ConsentStore consentStore(ObjectProvider<Database> file, ClientStore clients) {
    var database = file.getIfAvailable();
    return database == null ? consentsInMemory(clients) : new JdbcConsentStore(database);
  }

  private static ConsentStore consentsInMemory(ClientStore clients) {
    var consents = new InMemoryConsentStore(clients);
    if (clients instanceof InMemoryClientStore inMemory) {
      inMemory.keepForConsents(consents::hasLive);
    }
    return consents;
  }

  @Bean
  @ConditionalOnMissingBean
  SigningKeyStore signingKeyStore(ObjectProvider<Database> file) {
    var database = file.getIfAvailable();
    return database == null ? new InMemorySigningKeyStore() : new JdbcSigningKeyStore(database);
  }

  /** Whether there is a place for a database. */
  static final class DatabaseSet extends AnyNestedCondition {
    DatabaseSet() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("roster.data")
    static final class Embedded {}

    @ConditionalOnProperty("roster.database")
    static final class Shared {}
  }
}
