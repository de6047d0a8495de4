package io.roster.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicClientTest {
  @LocalServerPort private int port;
  private Flow flow;

  @BeforeEach
  void start() {
    flow = new Flow(port);
  }

  @Test
  void aPublicClientGetsTokensForItsCodeAndRefreshesThem() {
    var client = flow.registerPublic();

    var tokens = flow.tokens(client);
    var refreshed = flow.token(Flow.refreshing(client, tokens.text("refresh_token").orElseThrow()));

    assertThat(tokens.text("access_token")).isPresent();
    assertThat(tokens.text("scope")).contains("read write");
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(Http.text(refreshed, "refresh_token"))
        .isNotEqualTo(tokens.text("refresh_token").orElseThrow());
  }
}
