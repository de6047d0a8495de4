package io.roster.server.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever registers too often is told to wait, by the address a trusted proxy names. */
@Timeout(value = 120, unit = SECONDS)
class RateLimitTest {
  private static final String BODY =
      """
      {"redirect_uris":["http://127.0.0.1:1/cb"],"token_endpoint_auth_method":"none"}""";

  @Test
  void aStrangersHeaderChangesNothing() {
    try (var roster = RunningRoster.start(limited(Map.of()))) {
      assertThat(register(roster, "198.51.100.1").status()).isEqualTo(201);

      var refused = register(roster, "198.51.100.2");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.header("retry-after").orElse(""))).isBetween(1, 60);
      assertThat(refused.json().get("error").asString()).isEqualTo("too_many_requests");
      roster.awaitOutput("the rate limit of 127.0.0.1 bites");
    }
  }

  @Test
  void behindATrustedProxyEachAddressHasItsBudget() {
    var settings = limited(Map.of("ROSTER_HTTP_TRUSTED_PROXIES", "127.0.0.0/8"));
    try (var roster = RunningRoster.start(settings)) {
      assertThat(register(roster, "198.51.100.1").status()).isEqualTo(201);
      assertThat(register(roster, "198.51.100.2").status()).isEqualTo(201);
      assertThat(register(roster, "2001:db8::1").status()).isEqualTo(201);

      assertThat(register(roster, "198.51.100.1").status()).isEqualTo(429);
      assertThat(register(roster, "2001:db8::2").status()).isEqualTo(429);
      assertThat(roster.storedClients()).isEqualTo(3);
    }
  }

  private static Map<String, String> limited(Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("ROSTER_RATE_LIMIT_ENABLED", "true");
    settings.put("ROSTER_RATE_LIMIT_PER_ADDRESS", "1/1");
    return settings;
  }

  private static Http.Reply register(RunningRoster roster, String forwardedFor) {
    return Http.send(
        Http.postJson(roster.at("/oauth/register"), BODY).header("X-Forwarded-For", forwardedFor));
  }
}
