package io.roster.server.serve;

import io.roster.core.credential.Secret;
import io.roster.core.settings.RegistrationSettings;
import io.roster.server.account.Passwords;
import io.roster.server.data.Refusal;
import io.roster.server.settings.ServerSettings;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import io.roster.store.sql.Database;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Makes the first administrator, and tells what a newcomer needs, on the first start only. */
final class FirstStart {
  private static final String NAME = "admin";
  private static final Set<String> ROLES = Set.of("admin", "user");
  // No letters or digits that look alike, so that the password can be copied by hand.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 5;

  private static final String KNOWN =
      "SELECT value FROM properties WHERE name = 'server.first-start'";
  private static final String REMEMBER =
      """
      INSERT INTO properties (name, value) VALUES ('server.first-start', ?)
      ON CONFLICT (name) DO NOTHING
      """;

  private final Database database;
  private final UserStore users;
  private final RegistrationSettings registration;
  private final Optional<Secret> chosen;

  static FirstStart of(ApplicationContext server) {
    return new FirstStart(
        server.getBean(Database.class),
        server.getBean(UserStore.class),
        server.getBean(RegistrationSettings.class),
        server.getBean(ServerSettings.class).bootstrapAdminPassword());
  }

  FirstStart(
      Database database,
      UserStore users,
      RegistrationSettings registration,
      Optional<Secret> chosenPassword) {
    this.database = database;
    this.users = users;
    this.registration = registration;
    this.chosen = chosenPassword;
    chosen
        .flatMap(password -> Passwords.fault(password.reveal()))
        .ifPresent(
            fault -> {
              throw new Refusal("roster.bootstrap-admin-password: " + fault);
            });
  }

  /** Tells everything once; a start that was cut short before it was remembered tells it again. */
  void announce(PrintWriter terminal) {
    if (database.read(sql -> sql.first(KNOWN, row -> row.text(1))).isPresent()) {
      return;
    }
    if (users.find(NAME).isEmpty()) {
      var password = chosen.orElseGet(FirstStart::random);
      // Printed before it counts: a password that counts and was never printed helps nobody.
      if (chosen.isEmpty()) {
        terminal.println(account(password));
      }
      addAdministrator(password);
    }
    terminal.println(example());
    terminal.flush();
    database.write(sql -> sql.update(REMEMBER, Instant.now().toString()));
  }

  private void addAdministrator(Secret password) {
    var hash = String.valueOf(Passwords.encoder().encode(password.reveal()));
    users.insert(new User(NAME, hash, ROLES, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  private static String account(Secret password) {
    return """

        First start. Sign in as user '%s' with this password, shown only now:

            %s
        """
        .formatted(NAME, password.reveal());
  }

  private String example() {
    return """
        Register a client:

            curl -X POST %s \\
              -H 'Content-Type: application/json' \\
              -d '{"client_name":"My client","redirect_uris":["http://localhost:3000/callback"]}'
        """
        .formatted(registration.registrationEndpoint());
  }

  private static Secret random() {
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new Secret(text.toString());
  }
}
