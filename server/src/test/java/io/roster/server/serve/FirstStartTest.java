package io.roster.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.credential.Secret;
import io.roster.core.settings.RegistrationSettings;
import io.roster.http.JacksonJson;
import io.roster.server.account.Passwords;
import io.roster.server.data.Refusal;
import io.roster.store.account.JdbcUserStore;
import io.roster.store.account.User;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
  private static final Pattern PASSWORD = Pattern.compile(" {4}((?:[a-z2-9]{5}-){4}[a-z2-9]{5})");
  private static final RegistrationSettings SETTINGS =
      RegistrationSettings.standard(URI.create("https://id.example.com"));

  @TempDir private Path directory = Path.of("");
  private Database database;
  private JdbcUserStore users;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(directory.resolve("roster.db"));
    users = new JdbcUserStore(database, new JacksonJson());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void thePrintedPasswordIsTheAdministrators() {
    var printed = announce(Optional.empty());

    var password = PASSWORD.matcher(printed);
    assertThat(password.find()).isTrue();
    var admin = users.find("admin").orElseThrow();
    assertThat(Passwords.encoder().matches(password.group(1), admin.passwordHash())).isTrue();
    assertThat(admin.roles()).containsExactlyInAnyOrder("admin", "user");
  }

  @Test
  void theExampleRegistersWithTheIssuer() {
    assertThat(announce(Optional.empty()))
        .contains("curl -X POST https://id.example.com/oauth/register");
  }

  @Test
  void theSecondStartPrintsNothing() {
    announce(Optional.empty());

    assertThat(announce(Optional.empty())).isEmpty();
  }

  @Test
  void aChosenPasswordIsNotPrinted() {
    var printed = announce(Optional.of(new Secret("chosen password")));

    var admin = users.find("admin").orElseThrow();
    assertThat(Passwords.encoder().matches("chosen password", admin.passwordHash())).isTrue();
    assertThat(printed).contains("curl").doesNotContain("chosen").doesNotContainPattern(PASSWORD);
  }

  @Test
  void aChosenPasswordIsHeldToTheRules() {
    assertThatThrownBy(() -> announce(Optional.of(new Secret("short"))))
        .isInstanceOf(Refusal.class)
        .hasMessage("roster.bootstrap-admin-password: a password has 8 to 72 bytes");
  }

  @Test
  void anAdministratorAddedBeforeKeepsTheirPassword() {
    users.insert(new User("admin", "{noop}mine", Set.of("user"), Instant.EPOCH));

    var printed = announce(Optional.empty());

    assertThat(printed).contains("curl").doesNotContainPattern(PASSWORD);
    assertThat(users.find("admin").orElseThrow().passwordHash()).isEqualTo("{noop}mine");
  }

  @Test
  void anAdministratorRemovedOnPurposeStaysAway() {
    announce(Optional.empty());
    users.delete("admin");

    announce(Optional.empty());

    assertThat(users.find("admin")).isEmpty();
  }

  @Test
  void aPasswordThatWasNeverPrintedIsNeverValid() {
    assertThatThrownBy(
            () -> firstStart(Optional.empty()).announce(new PrintWriter(new BrokenPipe(), true)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(users.find("admin")).isEmpty();
    assertThat(announce(Optional.empty())).containsPattern(PASSWORD);
  }

  /** A terminal that is gone. */
  private static final class BrokenPipe extends Writer {
    @Override
    public void write(char[] text, int offset, int length) {
      throw new IllegalStateException("broken pipe");
    }

    @Override
    public void flush() throws IOException {}

    @Override
    public void close() {}
  }

  private String announce(Optional<Secret> chosen) {
    var printed = new StringWriter();
    firstStart(chosen).announce(new PrintWriter(printed));
    return printed.toString();
  }

  private FirstStart firstStart(Optional<Secret> chosen) {
    return new FirstStart(database, users, SETTINGS, chosen);
  }
}
