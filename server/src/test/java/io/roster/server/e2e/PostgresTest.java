package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Collection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers on one PostgreSQL are one registry, whatever happens to either or to it. */
@ExtendWith(EndToEnd.class)
class PostgresTest {
  private static final int MANY = 500;

  private static RunningPostgres postgres;
  private static RunningRoster one;
  private static RunningRoster other;

  @BeforeAll
  static void startAll() {
    postgres = new RunningPostgres();
    one = RunningRoster.start(postgres.settings());
    other = RunningRoster.start(postgres.settings());
  }

  @AfterAll
  static void stopAll() {
    one.close();
    other.close();
    postgres.close();
  }

  @Test
  void whatOneServerRegistersTheOtherKnowsChangesAndDeletes() {
    var registration = one.register(PublicClient.body("http://127.0.0.1/callback"));

    assertThat(readAt(other, registration)).isEqualTo(200);
    assertThat(Http.send(to(other, registration).DELETE()).status()).isEqualTo(204);
    assertThat(readAt(one, registration)).isEqualTo(401);
  }

  @Test
  void aClientThatAServerHasInMemoryIsGoneThereOnceItIsDeletedAtAnother() {
    var registration = one.register(PublicClient.body("http://127.0.0.1/callback"));
    var authorization =
        new Authorization(other, registration.clientId(), "http://127.0.0.1/callback");
    assertThat(authorization.refreshWith("unknown").json().get("error").asString())
        .isEqualTo("invalid_grant");

    assertThat(Http.send(to(one, registration).DELETE()).status()).isEqualTo(204);

    other.await(
        () ->
            authorization
                .refreshWith("unknown")
                .json()
                .get("error")
                .asString()
                .equals("invalid_client"));
  }

  @Test
  void aUserAddedBesideOneServerIsThere() {
    one.addUser("carol", "correct horse battery staple");

    assertThat(other.command("", "users", "list")).contains("carol", "admin");
  }

  @Test
  void nothingAcknowledgedIsLostWhenPostgresStopsAndServiceComesBackByItself() throws Exception {
    var storm = new Storm(one);
    storm.awaitRegistrations(MANY);
    postgres.stop();
    storm.awaitOutages(MANY);
    postgres.startAgain();
    storm.awaitRegistrations(MANY);

    assertAllReadableAt(other, storm.end());
  }

  @Test
  void nothingAcknowledgedIsLostWhenOneServerIsKilled() throws Exception {
    var storm = new Storm(one);
    storm.awaitRegistrations(MANY);
    one.kill();
    var acknowledged = storm.end();

    assertAllReadableAt(other, acknowledged);
    one.startAgain();
    assertAllReadableAt(one, acknowledged);
  }

  private static void assertAllReadableAt(
      RunningRoster roster, Collection<Registration> registrations) {
    assertThat(registrations).allSatisfy(r -> assertThat(readAt(roster, r)).isEqualTo(200));
  }

  private static int readAt(RunningRoster roster, Registration registration) {
    return Http.send(to(roster, registration).GET()).status();
  }

  private static HttpRequest.Builder to(RunningRoster roster, Registration registration) {
    return Http.get(roster.at("/oauth/register/" + registration.clientId()))
        .header(
            "Authorization",
            "Bearer " + registration.answer().get("registration_access_token").stringValue());
  }
}
