package io.roster.server.serve;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** The launcher goes on without a rehearsal that fails, so nobody else would notice. */
class RehearsalTest {
  @Test
  void aClientComesToItsTokens() {
    assertThatCode(Server::rehearse).doesNotThrowAnyException();
  }
}
