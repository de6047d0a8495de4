package io.roster.spring.audit;

import io.roster.core.event.ClientEvents;
import io.roster.core.json.JsonCodec;
import io.roster.spring.config.RosterAutoConfiguration;
import io.roster.spring.config.RosterStoreAutoConfiguration;
import io.roster.store.audit.AuditTrail;
import io.roster.store.audit.AuditWriter;
import io.roster.store.audit.Sealer;
import io.roster.store.audit.Verifier;
import io.roster.store.sql.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The audit trail, where there is a database to keep it. */
@AutoConfiguration(
    after = RosterStoreAutoConfiguration.class,
    before = RosterAutoConfiguration.class)
@EnableConfigurationProperties(AuditProperties.class)
public class RosterAuditAutoConfiguration {
  public RosterAuditAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  AuditWriter auditWriter(AuditProperties properties, InstantSource clock, JsonCodec json) {
    return new AuditWriter(properties.toSettings(), clock, json);
  }

  @Bean
  @ConditionalOnBean(Database.class)
  @ConditionalOnMissingBean
  AuditTrail auditTrail(Database database) {
    return new AuditTrail(database);
  }

  @Bean
  @ConditionalOnBean(Database.class)
  @ConditionalOnMissingBean
  Sealer auditSealer(Database database, AuditWriter writer, InstantSource clock) {
    return new Sealer(database, writer, clock);
  }

  @Bean
  @ConditionalOnBean(Database.class)
  @ConditionalOnMissingBean
  Verifier auditVerifier(Database database, AuditProperties properties, JsonCodec json) {
    return new Verifier(database, properties.toSettings(), json);
  }

  @Bean
  @ConditionalOnBean(Database.class)
  @ConditionalOnMissingBean
  AuditUpkeep auditUpkeep(Sealer sealer) {
    return new AuditUpkeep(sealer);
  }

  @Bean
  @ConditionalOnBean(Database.class)
  ClientEvents eventAudit(ObjectProvider<Database> database, AuditWriter writer) {
    return writer.isOn() ? new EventAudit(database.getObject(), writer) : ClientEvents.ignored();
  }
}
