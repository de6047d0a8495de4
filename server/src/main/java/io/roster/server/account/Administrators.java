package io.roster.server.account;

import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.store.account.ApiToken;
import io.roster.store.account.ApiTokenStore;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Who may sign in, who administers, and with which tokens their programs do. */
public final class Administrators {
  private static final HexFormat HEX = HexFormat.of();
  private static final String USER = "user";

  private final UserStore users;
  private final ApiTokenStore tokens;
  private final Digester digester;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Takes its bits from {@code random}, which has to be cryptographically strong. */
  public Administrators(
      UserStore users,
      ApiTokenStore tokens,
      Digester digester,
      InstantSource clock,
      RandomGenerator random) {
    this.users = users;
    this.tokens = tokens;
    this.digester = digester;
    this.clock = clock;
    this.random = random;
  }

  /** What came of an attempt to add somebody. */
  public sealed interface Addition {
    record Added(User user) implements Addition {}

    record Taken() implements Addition {}

    record Unfit(String advice) implements Addition {}
  }

  /** Adds somebody who may sign in. */
  public Addition addUser(String name, String password) {
    return add(name, password, Set.of(USER));
  }

  /** Adds somebody who may sign in and administer. */
  public Addition addAdministrator(String name, String password, Role role) {
    return add(name, password, Set.of(USER, role.wireName()));
  }

  private Addition add(String name, String password, Set<String> roles) {
    if (!User.isValidName(name)) {
      return new Addition.Unfit("a name has 1 to 100 visible characters and no spaces");
    }
    var fault = Passwords.fault(password);
    if (fault.isPresent()) {
      return new Addition.Unfit(fault.get());
    }
    var hash = String.valueOf(Passwords.encoder().encode(password));
    var user = new User(name, hash, roles, now());
    return users.insert(user) ? new Addition.Added(user) : new Addition.Taken();
  }

  public Optional<User> findUser(String name) {
    return users.find(name);
  }

  /** Returns the next users in the order of their names; after "" the first. */
  public List<User> usersAfter(String last, int limit) {
    return users.pageAfter(last, limit);
  }

  /** Somebody who administers. */
  public Optional<User> find(String name) {
    return users.find(name).filter(user -> Role.highest(user.roles()).isPresent());
  }

  /** Returns the next of those who may more than sign in; after "" the first. */
  public List<User> after(String last, int limit) {
    return users.withRolesAfter(last, limit);
  }

  /**
   * Gives an administrator, or somebody who was none, a role; nothing when there is no such user.
   */
  public Optional<User> appoint(String name, Role role) {
    return users
        .find(name)
        .filter(
            user -> {
              var roles = new TreeSet<>(user.roles());
              roles.removeIf(word -> Role.of(word).isPresent());
              roles.add(role.wireName());
              return users.replaceRoles(name, roles);
            })
        .flatMap(user -> users.find(name));
  }

  /** Gives a user another password; says what is wrong with it, or nothing. */
  public Optional<String> replacePassword(String name, String password) {
    var fault = Passwords.fault(password);
    if (fault.isEmpty()) {
      users.replacePassword(name, String.valueOf(Passwords.encoder().encode(password)));
    }
    return fault;
  }

  /** Removes somebody with all their tokens; false when there is no such user. */
  public boolean remove(String name) {
    boolean removed = users.delete(name);
    tokens.revokeAllOf(name, now());
    return removed;
  }

  /** A new token; this is the only time its secret can be told. */
  public record Issued(ApiToken token, Secret secret) {}

  /** Makes a token that may at most what its maker may. */
  public Issued issue(Principal maker, Role role, Duration life, String note) {
    var secret = new SecretIssuer(random).issue();
    var now = now();
    var token =
        new ApiToken(
            "at-" + HEX.toHexDigits(clock.millis(), 12) + HEX.toHexDigits(random.nextLong(), 8),
            digester.digest(secret),
            role.atMost(maker.role()).wireName(),
            maker.name(),
            note,
            now,
            now.plus(life),
            Optional.empty());
    if (!tokens.insert(token)) {
      throw new IllegalStateException("issued a taken identifier: " + token.id());
    }
    return new Issued(token, secret);
  }

  public Optional<ApiToken> findToken(String id) {
    return tokens.find(id);
  }

  /** Returns the next tokens, the oldest first; after "" the first. */
  public List<ApiToken> tokensAfter(String last, int limit) {
    return tokens.pageAfter(last, limit);
  }

  /** Ends a token; false when there is none to end. */
  public boolean revoke(String id) {
    return tokens.revoke(id, now());
  }

  /** Whose token this is; it may never more than its owner may now. */
  public Optional<Principal> holderOf(Secret presented) {
    return digester.digests(presented).stream()
        .flatMap(digest -> tokens.findByDigest(digest).stream())
        .filter(token -> token.isUsable(clock.instant()))
        .findFirst()
        .flatMap(this::holder);
  }

  private Optional<Principal> holder(ApiToken token) {
    var owner =
        token.owner().equals(Principal.LOCAL.name())
            ? Optional.of(Role.ADMIN)
            : find(token.owner()).flatMap(user -> Role.highest(user.roles()));
    return owner.flatMap(
        most ->
            Role.of(token.role())
                .map(role -> new Principal(token.owner(), token.id(), role.atMost(most))));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
