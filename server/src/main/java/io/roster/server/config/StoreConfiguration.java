package io.roster.server.config;

import io.roster.core.event.ClientEvents;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.core.store.ClientStore;
import io.roster.http.JacksonJson;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.ServerLock;
import io.roster.server.log.EventLog;
import io.roster.server.settings.ServerSettings;
import io.roster.store.account.SqliteUserStore;
import io.roster.store.account.UserStore;
import io.roster.store.client.SqliteClientStore;
import io.roster.store.grant.SqliteGrantStore;
import io.roster.store.key.SigningKeyStore;
import io.roster.store.key.SqliteSigningKeyStore;
import io.roster.store.sqlite.SqliteDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept, in the data directory, by this server alone. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  @Bean
  DataDirectory dataDirectory(ServerSettings settings) {
    return new DataDirectory(settings.data()).prepared();
  }

  @Bean
  ServerLock serverLock(DataDirectory directory) {
    return ServerLock.take(directory);
  }

  // Under the lock: a second server must not even open it.
  @Bean
  SqliteDatabase database(DataDirectory directory, ServerLock lock) {
    return directory.open();
  }

  @Bean
  JsonCodec storedJson() {
    return new JacksonJson();
  }

  @Bean
  ClientStore clientStore(SqliteDatabase database, JsonCodec json) {
    return new SqliteClientStore(database, json);
  }

  @Bean
  GrantStore grantStore(SqliteDatabase database) {
    return new SqliteGrantStore(database);
  }

  @Bean
  UserStore userStore(SqliteDatabase database, JsonCodec json) {
    return new SqliteUserStore(database, json);
  }

  @Bean
  SigningKeyStore signingKeyStore(SqliteDatabase database) {
    return new SqliteSigningKeyStore(database);
  }

  @Bean
  ClientEvents eventLog() {
    return new EventLog();
  }
}
