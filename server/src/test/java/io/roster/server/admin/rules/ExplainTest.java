package io.roster.server.admin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.client.Tier;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.RegistrationSettings;
import io.roster.http.JacksonJson;
import io.roster.server.connect.Explanation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What developers of clients are told, word for word, of the bodies that real clients send and of
 * bad ones; -Dgolden.rewrite=true writes the files anew, to be read in the diff.
 */
class ExplainTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path GOLDEN = RESOURCES.resolve("explain");
  private static final JsonMapper JSON = new JsonMapper();

  /** A body and what it is called. */
  record Sample(String name, String body) {
    @Override
    public String toString() {
      return name;
    }

    Path file() {
      var words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      return GOLDEN.resolve(words.replaceAll("-$", "") + ".txt");
    }
  }

  private final Roster roster =
      Roster.builder(RegistrationSettings.standard(URI.create("https://as.example")))
          .profiles(Profiles.shipped(new JacksonJson()))
          .build();

  @ParameterizedTest
  @MethodSource("realClients")
  void aRealClientIsRegisteredAndHearsWhatChanges(Sample sample) throws IOException {
    assertThat(explained(sample)).startsWith("Registered").isEqualTo(golden(sample));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void aBadBodyIsRefusedWithAdvice(Sample sample) throws IOException {
    assertThat(explained(sample)).startsWith("Refused: invalid_").isEqualTo(golden(sample));
  }

  @ParameterizedTest
  @MethodSource("realClients")
  void nothingIsStored(Sample sample) {
    explained(sample);

    assertThat(roster.clients().firstPage(1)).isEmpty();
  }

  private String explained(Sample sample) {
    return Explanation.of(new ExplainResource(roster).explain(sample.body(), Tier.OPEN));
  }

  private String golden(Sample sample) throws IOException {
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(sample.file(), explained(sample));
    }
    return Files.readString(sample.file());
  }

  static Stream<Sample> realClients() throws IOException {
    var registering =
        read("e2e/real-clients.json")
            .map(entry -> new Sample(entry.get("client").asString(), text(entry.get("request"))));
    return Stream.concat(registering, samples("explain/documents.json"));
  }

  static Stream<Sample> badBodies() throws IOException {
    return samples("explain/bad-bodies.json");
  }

  private static Stream<Sample> samples(String file) throws IOException {
    return read(file)
        .map(entry -> new Sample(entry.get("name").asString(), text(entry.get("body"))));
  }

  private static String text(JsonNode body) {
    return body.isString() ? body.asString() : body.toString();
  }

  private static Stream<JsonNode> read(String file) throws IOException {
    return JSON.readTree(Files.readString(RESOURCES.resolve(file))).valueStream();
  }
}
