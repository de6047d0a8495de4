package io.roster.server.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.credential.Secret;
import io.roster.core.credential.SecretIssuer;
import io.roster.server.account.Administrators;
import io.roster.server.account.Principal;
import io.roster.server.account.Role;
import io.roster.server.serve.RunningServer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ConsoleSessionsTest {
  private static final Principal ADMIN = new Principal("admin", "password", Role.ADMIN);

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final ConsoleSessions sessions =
      new ConsoleSessions(
          RunningServer.shared().part(Administrators.class),
          new SecretIssuer(new SecureRandom()),
          () -> now);

  @Test
  void aSessionIsOverWhenNobodyUsesItForAWhile() {
    var session = sessions.begin(ADMIN).orElseThrow();

    now = now.plus(ConsoleSessions.IDLE).minusSeconds(1);
    assertThat(sessions.find(session)).isPresent();
    now = now.plus(ConsoleSessions.IDLE);
    assertThat(sessions.find(session)).isEmpty();
  }

  @Test
  void aSessionIsOverInTheEndHoweverMuchItIsUsed() {
    var session = sessions.begin(ADMIN).orElseThrow();
    var end = now.plus(ConsoleSessions.LONGEST);

    while (now.isBefore(end)) {
      assertThat(sessions.find(session)).isPresent();
      now = now.plusSeconds(1200);
    }

    assertThat(sessions.find(session)).isEmpty();
  }

  @Test
  void thereAreOnlySoManySessions() {
    var begun = new ArrayList<Secret>();
    for (int i = 0; i <= ConsoleSessions.MOST; i++) {
      begun.add(sessions.begin(ADMIN).orElseThrow());
    }

    assertThat(sessions.find(begun.getFirst())).isEmpty();
    assertThat(sessions.find(begun.getLast())).isPresent();
  }

  @Test
  void formsOfOneSessionAreNotThoseOfAnother() {
    var one = sessions.find(sessions.begin(ADMIN).orElseThrow()).orElseThrow();
    var other = sessions.find(sessions.begin(ADMIN).orElseThrow()).orElseThrow();

    assertThat(one.sent(one.formToken())).isTrue();
    assertThat(one.sent(other.formToken())).isFalse();
    assertThat(one.sent("")).isFalse();
  }
}
