package io.roster.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.credential.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageSignatureTest {
  @Test
  void aMessageIsSignedAsStandardWebhooksDoes() {
    var signature = new MessageSignature(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    var signed =
        signature.of(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");

    assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> new MessageSignature(new Secret("short")))
        .hasMessageContaining("at least 16 bytes");
  }
}
