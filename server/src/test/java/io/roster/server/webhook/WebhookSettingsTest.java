package io.roster.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.credential.Secret;
import io.roster.server.webhook.WebhookSettings.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://siem.example.com/hook",
        "http://127.0.0.1/hook",
        "ftp://siem.example.com/",
        "/hook"
      })
  void onlyTlsLeadsToOthers(String url) {
    assertThatThrownBy(() -> settings(webhook(url, false)))
        .hasMessageContaining("roster.webhooks.hook.url");
  }

  @Test
  void thisMachineMayDoWithoutTlsIfItIsSaidSo() {
    assertThat(settings(webhook("http://127.0.0.1:9/hook", true)).webhooks()).hasSize(1);
    assertThatThrownBy(() -> settings(webhook("http://192.0.2.1/hook", true)))
        .hasMessageContaining("https");
  }

  @Test
  void aWebhookWithoutASecretIsRefused() {
    var bare =
        new Webhook(
            URI.create("https://siem.example.com/"),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false,
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1));

    assertThatThrownBy(() -> settings(bare)).hasMessageContaining("roster.webhooks.hook.secret");
  }

  @Test
  void eachFailureIsFollowedByALongerWaitUntilItIsGivenUp() {
    try (var http = HttpClient.newHttpClient()) {
      var receiver =
          new Receiver(
              "hook", webhook("https://siem.example.com/", false), http, InstantSource.system());

      assertThat(receiver.waitAfter(1).orElseThrow())
          .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
      assertThat(receiver.waitAfter(4).orElseThrow())
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
      assertThat(receiver.waitAfter(5)).isEmpty();
    }
  }

  private static WebhookSettings settings(Webhook webhook) {
    return new WebhookSettings(Map.of("hook", webhook));
  }

  private static Webhook webhook(String url, boolean allowLoopback) {
    return new Webhook(
        URI.create(url),
        Optional.of(new Secret("0123456789abcdef")),
        Optional.empty(),
        Set.of(),
        allowLoopback,
        Duration.ofSeconds(10),
        5,
        Duration.ofSeconds(1));
  }
}
