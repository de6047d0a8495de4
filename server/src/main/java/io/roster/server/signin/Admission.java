package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.server.signin.SignInOutcome.Identified;
import io.roster.store.account.Identity;
import io.roster.store.account.IdentityStore;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who somebody from elsewhere is here: always the same user for the same issuer and subject, and
 * never one who was here before. An e-mail address identifies nobody: the next person may get it.
 */
public final class Admission {
  private static final int LONGEST_LABEL = 256;
  private static final Set<String> ROLES = Set.of("user");

  private final IdentityStore identities;
  private final UserStore users;
  private final InstantSource clock;

  public Admission(IdentityStore identities, UserStore users, InstantSource clock) {
    this.identities = identities;
    this.users = users;
    this.clock = clock;
  }

  User admit(String provider, Identified person) {
    var known = identities.find(person.issuer(), person.subject());
    return known.isPresent() ? again(known.get(), person) : forTheFirstTime(provider, person);
  }

  private User again(Identity known, Identified person) {
    var now = clock.instant();
    identities.use(known.issuer(), known.subject(), label(person), now);
    return users.find(known.userName()).orElseGet(() -> restored(known));
  }

  /** An older server removed the user and knew of no identities. */
  private User restored(Identity known) {
    var user = new User(known.userName(), User.noPassword(), ROLES, clock.instant());
    users.insert(user);
    return user;
  }

  private User forTheFirstTime(String provider, Identified person) {
    var now = clock.instant();
    for (var name : names(provider, person)) {
      var user = new User(name, User.noPassword(), ROLES, now);
      var identity = new Identity(person.issuer(), person.subject(), name, label(person), now, now);
      switch (identities.admit(identity, user)) {
        case ADMITTED -> {
          return user;
        }
        case KNOWN -> {
          var known = identities.find(person.issuer(), person.subject()).orElseThrow();
          return again(known, person);
        }
        case NAME_TAKEN -> {}
      }
    }
    throw new IllegalStateException("every name for a new user is taken");
  }

  /** A name that resource servers can tell the subject from, and others should that be taken. */
  private static List<String> names(String provider, Identified person) {
    var digest = digest(person.issuer() + "\n" + person.subject());
    return Stream.of(person.subject(), digest, digest + "-2")
        .map(rest -> provider + ":" + rest)
        .filter(User::isValidName)
        .toList();
  }

  private static String label(Identified person) {
    var label =
        Stream.of("email", "preferred_username", "name")
            .map(claim -> person.claims().get(claim))
            .map(claim -> claim instanceof String text ? text : "")
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    var visible = label.replaceAll("[\\p{C}]", "");
    return visible.substring(0, Math.min(visible.length(), LONGEST_LABEL));
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(sha256, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
