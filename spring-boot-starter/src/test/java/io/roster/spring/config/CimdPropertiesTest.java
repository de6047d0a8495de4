package io.roster.spring.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.Roster;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.PinnedDocuments;
import io.roster.spring.endpoint.ServerMetadata;
import io.roster.spring.grant.EndGrantsOnChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class CimdPropertiesTest {
  private static final String GROK = "https://grok.com/oauth/mcp-client.json";

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterStoreAutoConfiguration.class,
                  RosterRemoteAutoConfiguration.class,
                  RosterDocumentsAutoConfiguration.class,
                  RosterAutoConfiguration.class));

  @Test
  void documentsCountUnlessTheyAreSwitchedOff() {
    application.run(
        context -> {
          assertThat(context.getBean(Roster.class).documents()).isPresent();
          assertThat(context.getBean(ServerMetadata.class).documentsCount()).isTrue();
          assertThat(context.getBean(PinnedDocuments.class).all()).containsKey(GROK);
          assertThat(context).doesNotHaveBean(EndGrantsOnChange.class);
        });
    application
        .withPropertyValues("roster.cimd.enabled=false", "roster.registration.mode=open")
        .run(
            context -> {
              assertThat(context.getBean(Roster.class).documents()).isEmpty();
              assertThat(context.getBean(ServerMetadata.class).documentsCount()).isFalse();
            });
  }

  @Test
  void theOperatorsDocumentsComeBeforeOurs(@TempDir Path directory) throws IOException {
    var file =
        Files.writeString(
            directory.resolve("documents.json"),
            """
            {"documents":[{"client_id":"%s","client_name":"Mine",
              "redirect_uris":["https://grok.com/mine"]}]}\
            """
                .formatted(GROK));

    application
        .withPropertyValues("roster.cimd.documents-file=" + file)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(PinnedDocuments.class)
                            .find(DocumentUrl.parse(GROK).orElseThrow())
                            .orElseThrow()
                            .text("client_name"))
                    .contains("Mine"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|documents must be an array",
        "{\"documents\":[7]}|documents[0] must be an object",
        "{\"documents\":[{\"client_id\":\"http://x/\"}]}|documents[0].client_id must be",
        "{\"documents\":[{\"client_id\":\"https://x.example/\"}]}|client_name: "
      })
  void aDocumentThatIsNoGoodRefusesTheStart(String text, String message, @TempDir Path directory)
      throws IOException {
    var file = Files.writeString(directory.resolve("documents.json"), text);

    application
        .withPropertyValues("roster.cimd.documents-file=" + file)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("roster.cimd.documents-file names a file")
                    .hasStackTraceContaining(message));
  }

  @ParameterizedTest
  @CsvSource({
    "cache-min, 0s",
    "cache-default, 2d",
    "cache-max, 31d",
    "last-good, -1s",
    "failure-pause, 0s",
    "allowed-hosts, https://claude.ai",
    "denied-hosts, a/b",
    "fetches-per-host, 0",
    "fetches-overall, 1000000",
    "versions, 0",
    "allow-localhost, true"
  })
  void nonsenseRefusesTheStartByTheName(String property, String value) {
    application
        .withPropertyValues(
            "roster.cimd." + property + "=" + value, "roster.issuer=https://auth.example")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("roster.cimd." + property + " must "));
  }
}
