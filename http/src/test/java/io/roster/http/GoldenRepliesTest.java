package io.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.access.InitialAccess;
import io.roster.core.settings.RegistrationSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The replies exactly as they go out, beside the requests that cause them. After a wanted change:
 * {@code -Droster.replies=rewrite}, and review the difference.
 */
class GoldenRepliesTest {
  private static final Path FOLDER = Path.of("src/test/resources/replies");

  @ParameterizedTest
  @ValueSource(
      strings = {"cursor", "vs-code", "claude", "localized", "private-key-jwt", "many-violations"})
  void theReplyIsAsRecorded(String name) throws IOException {
    var request = Files.readString(FOLDER.resolve(name + ".request.json"));
    var settings = RegistrationSettings.standard(URI.create("https://as.example"));
    var roster =
        Roster.builder(settings).clock(() -> Instant.parse("2026-11-23T12:00:00Z")).build();

    var reply = new Routes(roster, InitialAccess.open(), Map.of()).answer(FakeCall.post(request));

    var actual = reply.status() + "\n" + readable(new JacksonJson().write(reply.body().get()));
    var golden = FOLDER.resolve(name + ".reply.json");
    if ("rewrite".equals(System.getProperty("roster.replies"))) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  /** One member a line, and no random bits. */
  private static String readable(String json) {
    return json.replaceAll("mcp-client-[0-9a-f]{32}", "mcp-client-ID")
            .replaceAll("\"[A-Za-z0-9_-]{43}\"", "\"SECRET\"")
            .replaceAll(",\"(?=[a-z_#A-Z-]+\":)", ",\n\"")
        + "\n";
  }
}
