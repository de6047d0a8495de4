package io.roster.store.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of our users is who elsewhere. Implementations are thread-safe and throw
 * StoreUnavailableException when the store can't answer.
 */
public interface IdentityStore {
  /** What came of an attempt to let somebody in for the first time. */
  enum Admittance {
    ADMITTED,
    /** Somebody else was faster, with the same identity. */
    KNOWN,
    /** There is a user of that name, who must not become somebody else's. */
    NAME_TAKEN
  }

  Optional<Identity> find(String issuer, String subject);

  /** Adds an identity and the user it names, both or neither. */
  Admittance admit(Identity identity, User user);

  /** Notes that somebody came again, and what they are called by now. */
  void use(String issuer, String subject, String label, Instant at);
}
