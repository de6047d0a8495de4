package io.roster.store.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the audit trail that is to be told to one webhook.
 *
 * @param problem what came of the last attempt
 */
public record Delivery(
    long id,
    String webhook,
    long entry,
    long attempts,
    Instant nextAt,
    Instant createdAt,
    Optional<String> problem) {}
