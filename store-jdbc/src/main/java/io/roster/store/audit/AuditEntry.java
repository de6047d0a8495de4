package io.roster.store.audit;

import io.roster.core.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One decision, as it is kept for good.
 *
 * @param rules a JSON array of the rules that had something to say, and what they did
 * @param before what the client was, as a JSON object without secrets
 * @param after what the client became; of a decision on something else, what it was about
 */
public record AuditEntry(
    Instant at,
    String action,
    Optional<String> client,
    Actor actor,
    Optional<String> rules,
    Optional<String> before,
    Optional<String> after) {
  /** Whether it tells of a client, and not of people and tokens. */
  public boolean concernsClients() {
    return !action.matches("(user|api_tokens?|initial_token)_.*");
  }

  /** The fingerprint of everything in it; whatever changes later no longer fits it. */
  public String digest() {
    return new Fingerprint()
        .add(at.toEpochMilli())
        .add(action)
        .add(client)
        .add(actor.name())
        .add(actor.address())
        .add(actor.door())
        .add(actor.request())
        .add(rules)
        .add(before)
        .add(after)
        .text();
  }
}
