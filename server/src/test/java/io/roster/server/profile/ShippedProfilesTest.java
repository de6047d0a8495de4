package io.roster.server.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.profile.Likeness;
import io.roster.core.profile.Likeness.Impersonates;
import io.roster.core.profile.Likeness.LooksLike;
import io.roster.core.profile.Profile;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import io.roster.http.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real clients against their profiles, A1-A18, B1-B5 and R65 of the requirements. */
class ShippedProfilesTest {
  private static final JacksonJson JSON = new JacksonJson();
  private static final Profiles PROFILES = Profiles.shipped(JSON);

  /** A body that a client sends, and the profile it must be taken for, if any. */
  record RealClient(String name, String profile, Json.Members request) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<RealClient> clients() throws IOException {
    try (var file = ShippedProfilesTest.class.getResourceAsStream("/e2e/real-clients.json")) {
      var text = "{\"clients\":" + new String(file.readAllBytes(), UTF_8) + "}";
      var clients = (Json.Items) JSON.read(text).find("clients").orElseThrow();
      return clients.values().stream().map(entry -> client((Json.Members) entry));
    }
  }

  private static RealClient client(Json.Members entry) {
    return new RealClient(
        entry.text("client").orElseThrow(),
        entry.text("profile").orElse("unknown"),
        (Json.Members) entry.find("request").orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void aRealClientLooksLikeItself(RealClient client) {
    assertThat(kind(PROFILES.likeness(metadata(client.request())))).isEqualTo(client.profile());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void oneMoreRedirectToAStrangerMakesAKnownClientAnImpersonation(RealClient client) {
    var metadata = metadata(client.request());
    var redirects =
        Stream.concat(
                metadata.redirectUris().stream(),
                Stream.of(RedirectUri.of("https://evil.example/callback")))
            .toList();

    var likeness = PROFILES.likeness(metadata.with(Members.REDIRECT_URIS, redirects));

    assertThat(kind(likeness))
        .isEqualTo(client.profile().equals("unknown") ? "unknown" : "impersonates");
  }

  @ParameterizedTest
  @CsvSource({
    "claude, claudeai, https://claude.ai/api/mcp/auth_callback",
    "claude, Claude Desktop, https://claude.ai/api/mcp/auth_callback",
    "claude-code, Claude Code, http://127.0.0.1:51000/callback",
    "jetbrains, JetBrains, jetbrains://gateway/mcp/oauth/callback",
    "cline, Cline, cursor://saoudrizwan.claude-dev/mcp-auth/callback/1",
    "unknown, Photo Printer, https://evil.example/callback",
    "unknown, Open WebUI, https://chat.example.org/oauth/clients/mcp:x/callback"
  })
  void soDoTheseThatNobodyRecorded(String profile, String name, String redirect) {
    var likeness = PROFILES.named(name, List.of(RedirectUri.of(redirect)));

    assertThat(kind(likeness).replace("claude-desktop", "claude")).isEqualTo(profile);
  }

  @ParameterizedTest
  @CsvSource({
    "vs-code, https://vscode.dev/oauth/client-metadata.json",
    "claude-code, https://claude.ai/oauth/claude-code-client-metadata",
    "claude, https://claude.ai/oauth/mcp-oauth-client-metadata",
    "chatgpt, https://chatgpt.com/oauth/client.json",
    "chatgpt, https://chatgpt.com/oauth/kQ3vX8mZ1nTd/client.json",
    "codex, https://chatgpt.com/oauth/codex/client.json",
    "opencode, https://opencode.ai/oauth/opencode/client.json",
    "zed, https://zed.dev/oauth/client-metadata.json",
    "goose, https://goose-docs.ai/oauth/client-metadata.json",
    "grok, https://grok.com/oauth/mcp-client.json"
  })
  void aMetadataDocumentTellsWhoPublishesIt(String profile, String document) {
    assertThat(PROFILES.publishing(AbsoluteUri.parse(document).orElseThrow()))
        .map(Profile::id)
        .contains(profile);
  }

  @Test
  void thePageListsTheProfilesAsTheyAre() throws IOException {
    var page = Files.readString(Path.of("../docs/profiles.md"));

    assertThat(page.lines().filter(line -> line.startsWith("| `") && line.endsWith(" |")))
        .containsSequence(PROFILES.all().stream().map(ShippedProfilesTest::row).toList());
  }

  @Test
  void theExampleOnThePageIsAFileThatCanBeUsed() throws IOException {
    var page = Files.readString(Path.of("../docs/profiles.md"));
    var start = page.indexOf("```json\n") + "```json\n".length();

    var mine = PROFILES.overriddenBy(JSON.read(page.substring(start, page.indexOf("```", start))));

    assertThat(mine.find("acme-assistant")).isPresent();
    assertThat(mine.find("grok")).isEmpty();
  }

  private static String row(Profile profile) {
    var names = profile.names();
    var registersAs =
        Stream.of(
                names.exact().stream(),
                names.prefixes().stream().map(prefix -> prefix + "*"),
                names.softwareIds().stream())
            .flatMap(values -> values)
            .toList();
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            profile.id(),
            profile.displayName(),
            code(registersAs),
            code(profile.redirectUris()),
            profile.evidence().wireName());
  }

  private static String code(Collection<?> values) {
    return values.stream().map(value -> "`" + value + "`").collect(joining(", "));
  }

  private static String kind(Likeness likeness) {
    return switch (likeness) {
      case Likeness.Unknown unknown -> "unknown";
      case LooksLike(var profile) -> profile.id();
      case Impersonates impersonates -> "impersonates";
    };
  }

  private static ClientMetadata metadata(Json.Members request) {
    return switch (MetadataReader.read(request)) {
      case Reading.Parsed(var metadata) -> metadata;
      case Reading.Malformed malformed -> throw new AssertionError("can't be read");
    };
  }
}
