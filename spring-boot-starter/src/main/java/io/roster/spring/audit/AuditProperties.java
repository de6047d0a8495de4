package io.roster.spring.audit;

import io.roster.core.credential.Secret;
import io.roster.store.audit.AuditSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of the decisions on clients, below {@code roster.audit.}.
 *
 * @param enabled whether anything is
 * @param details whether what a client was and became is, and not only that it changed
 * @param refusals whether requests are that came to nothing
 * @param retention how long an entry is kept; 0 means for ever
 * @param key a secret with which the chain is signed, so that nobody who has only the database can
 *     make another
 */
@ConfigurationProperties("roster.audit")
public record AuditProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("true") boolean details,
    @DefaultValue("true") boolean refusals,
    @DefaultValue("365d") Duration retention,
    Optional<Secret> key) {
  AuditSettings toSettings() {
    return new AuditSettings(enabled, details, refusals, retention, key);
  }
}
