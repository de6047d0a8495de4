package io.roster.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server moves from one database to the other, and its clients notice nothing. */
class MovingTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:53682/callback";

  @Test
  void clientsGrantsAndUsersGoOnAfterTheMove() {
    try (var postgres = new RunningPostgres();
        var old = EndToEnd.withUser()) {
      var client = old.register(PublicClient.body(REDIRECT_URI));
      var tokens =
          new Authorization(old, client.clientId(), REDIRECT_URI).tokens(new Browser(old.issuer()));
      var file = Checkout.newDirectory("move").resolve("roster.jsonl");
      assertThat(old.terminate()).isZero();
      old.command("", "export", file.toString());

      try (var moved = old.movedTo(postgres.settings(), file)) {
        var refreshed = new Authorization(moved, client.clientId(), REDIRECT_URI).refresh(tokens);

        assertThat(client.read().status()).isEqualTo(200);
        assertThat(refreshed.status()).as(refreshed::body).isEqualTo(200);
        assertThat(moved.command("", "users", "list")).contains(EndToEnd.USER);
      }
    }
  }
}
