package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.server.account.Administrators;
import io.roster.server.account.Principal;
import io.roster.server.account.Role;
import io.roster.store.account.User;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in to the console of this process. A session ends with the role, the password or
 * the user it came of; what a browser holds is kept as a digest only. There are none before signing
 * in, so nobody can plant one.
 */
final class ConsoleSessions {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LONGEST = Duration.ofHours(12);
  static final int MOST = 1000;

  private final Administrators people;
  private final SecretIssuer values;
  private final InstantSource clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  ConsoleSessions(Administrators people, SecretIssuer values, InstantSource clock) {
    this.people = people;
    this.values = values;
    this.clock = clock;
  }

  private record Kept(String name, String passwordHash, Instant begun, Instant used) {
    boolean isLive(Instant now) {
      return now.isBefore(used.plus(IDLE)) && now.isBefore(begun.plus(LONGEST));
    }

    boolean isOf(User user) {
      return passwordHash.equals(user.passwordHash());
    }

    Kept usedAt(Instant now) {
      return new Kept(name, passwordHash, begun, now);
    }
  }

  /** Somebody who is signed in, and what their forms have to hold. */
  record Visit(Principal principal, String formToken) {
    boolean sent(String presented) {
      return MessageDigest.isEqual(presented.getBytes(UTF_8), formToken.getBytes(UTF_8));
    }
  }

  /** Begins a session for somebody who showed their password; nothing when they are gone. */
  Optional<Secret> begin(Principal principal) {
    return people
        .find(principal.name())
        .map(
            user -> {
              var value = values.issue();
              var now = clock.instant();
              synchronized (kept) {
                kept.put(key(value), new Kept(user.name(), user.passwordHash(), now, now));
              }
              return value;
            });
  }

  /** Who shows this, if they are still signed in. */
  Optional<Visit> find(Secret presented) {
    var now = clock.instant();
    var session = live(presented, now);
    var role =
        session
            .flatMap(found -> people.find(found.name()).filter(found::isOf))
            .flatMap(user -> Role.highest(user.roles()));
    if (role.isEmpty()) {
      end(presented);
      return Optional.empty();
    }
    var principal = new Principal(session.get().name(), "password", role.get());
    return Optional.of(new Visit(principal, formToken(presented)));
  }

  private Optional<Kept> live(Secret presented, Instant now) {
    synchronized (kept) {
      return Optional.ofNullable(
          kept.computeIfPresent(
              key(presented), (key, found) -> found.isLive(now) ? found.usedAt(now) : null));
    }
  }

  void end(Secret presented) {
    synchronized (kept) {
      kept.remove(key(presented));
    }
  }

  private static String key(Secret value) {
    // A random value of 256 bits: no pepper makes it harder to guess.
    return Digester.withoutPepper().digest(value).text();
  }

  private static String formToken(Secret value) {
    return Digester.withPepper(value).digest(new Secret("form")).text();
  }
}
