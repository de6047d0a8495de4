package io.roster.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import io.roster.server.data.Refusal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** One webhook: where messages go, how they are signed, and what is done when that fails. */
final class Receiver {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 20;

  private final String name;
  private final WebhookSettings.Webhook settings;
  private final MessageSignature signature;
  private final HttpClient http;
  private final InstantSource clock;

  Receiver(String name, WebhookSettings.Webhook settings, HttpClient http, InstantSource clock) {
    this.name = name;
    this.settings = settings;
    this.signature = new MessageSignature(secret(name, settings));
    this.http = http;
    this.clock = clock;
  }

  private static Secret secret(String name, WebhookSettings.Webhook settings) {
    return settings
        .secret()
        .orElseGet(
            () -> {
              var file = settings.secretFile().orElseThrow();
              try {
                return new Secret(Files.readString(file, UTF_8).strip());
              } catch (IOException e) {
                throw new Refusal(
                    "roster.webhooks." + name + ".secret-file can't be read: " + file);
              }
            });
  }

  String name() {
    return name;
  }

  Set<String> actions() {
    return settings.actions();
  }

  /** Where it is, without what a URL may hide in its query. */
  String place() {
    return settings.url().getScheme() + "://" + settings.url().getRawAuthority();
  }

  /** Sends a message; returns what went wrong. */
  Optional<String> send(CloudEvent event) {
    var now = clock.instant();
    var request =
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.timeout())
            .header("Content-Type", CloudEvent.CONTENT_TYPE)
            .header("webhook-id", event.id())
            .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .header("webhook-signature", signature.of(event.id(), now, event.body()))
            .POST(BodyPublishers.ofString(event.body()))
            .build();
    try {
      // Whatever it says beside the status is of no interest, however long.
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of("status " + status);
    } catch (IOException e) {
      return Optional.of(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** How long to wait after so many failures, or nothing when it was tried often enough. */
  Optional<Duration> waitAfter(long failures) {
    if (failures >= settings.attempts()) {
      return Optional.empty();
    }
    var doubled = settings.backoff().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    long longest = Math.min(doubled.toMillis(), LONGEST_WAIT.toMillis());
    // Not all at the same time.
    return Optional.of(
        Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1)));
  }
}
