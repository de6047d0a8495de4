package io.roster.server.config;

import io.roster.core.event.ClientEvents;
import io.roster.core.json.JsonCodec;
import io.roster.server.admin.AdminListener;
import io.roster.server.data.DataDirectory;
import io.roster.server.data.DatabaseAddress;
import io.roster.server.data.ServerLock;
import io.roster.server.log.EventLog;
import io.roster.server.settings.ClientPages;
import io.roster.server.settings.ServerSettings;
import io.roster.store.account.IdentityStore;
import io.roster.store.account.JdbcIdentityStore;
import io.roster.store.account.JdbcSessionStore;
import io.roster.store.account.JdbcUserStore;
import io.roster.store.account.SessionStore;
import io.roster.store.account.UserStore;
import io.roster.store.audit.AuditWriter;
import io.roster.store.sql.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data directory and what is kept there beside clients and grants. */
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
  Database database(DataDirectory directory, ServerLock lock, ServerSettings settings) {
    return DatabaseAddress.of(settings.database()).keptIn(directory).open(directory);
  }

  @Bean
  UserStore userStore(Database database, JsonCodec json, AuditWriter audit) {
    return new JdbcUserStore(database, json, audit);
  }

  @Bean
  SessionStore sessionStore(Database database) {
    return new JdbcSessionStore(database);
  }

  @Bean
  IdentityStore identityStore(Database database, JsonCodec json) {
    return new JdbcIdentityStore(database, json);
  }

  @Bean
  ClientEvents eventLog(ClientPages pages) {
    return new EventLog(pages);
  }

  /** The listener needs all that tells of clients, and is asked only when something is told. */
  @Bean
  ClientPages clientPages(ServerSettings settings, ObjectProvider<AdminListener> listener) {
    return new ClientPages(settings.admin(), () -> listener.getObject().port());
  }
}
