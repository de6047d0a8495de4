package io.roster.core.profile;

import static io.roster.core.Bodies.members;
import static io.roster.core.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.json.Json;
import io.roster.core.settings.PolicyMode;
import io.roster.core.uri.AbsoluteUri;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file of profiles, and an operator's own over it. */
class ProfilesTest {
  private static final Map<String, Object> MINE =
      Map.of(
          "id", "mine",
          "name", "Mine",
          "redirect_uris", List.of("https://mine.example/cb"),
          "evidence", "captured");

  @Test
  void aFileIsReadAsItIsWritten() {
    var profiles = KnownClients.some();

    assertThat(profiles.version()).isEqualTo("7");
    assertThat(profiles.all()).extracting(Profile::id).startsWith("web", "code");
    assertThat(profiles.find("editor"))
        .hasValueSatisfying(
            editor -> {
              assertThat(editor.evidence()).isEqualTo(Confidence.ILLUSTRATIVE);
              assertThat(editor.modes()).containsEntry("some-rule", PolicyMode.WARN);
              assertThat(editor.quirks()).containsExactly("sends three redirect URIs");
              assertThat(editor.selfHosted()).isFalse();
            });
    assertThat(profiles.find("hosted").orElseThrow().selfHosted()).isTrue();
  }

  @Test
  void anApplicationIsFoundByItsMetadataDocument() {
    var profiles = KnownClients.some();

    assertThat(profiles.publishing(url("https://claude.ai/client.json")))
        .map(Profile::id)
        .contains("web");
    assertThat(profiles.publishing(url("https://claude.ai/other.json"))).isEmpty();
  }

  @Test
  void anOperatorReplacesAddsAndRemoves() {
    var file =
        KnownClients.file(
            MINE,
            changed(Map.of("id", "web", "name", "Ours")),
            Map.of("id", "code", "disabled", true));

    var profiles = KnownClients.some().overriddenBy(file);

    assertThat(profiles.version()).isEqualTo("7+7");
    assertThat(profiles.all())
        .extracting(Profile::id)
        .containsExactlyInAnyOrder("web", "editor", "hosted", "mine");
    assertThat(profiles.find("web").orElseThrow().displayName()).isEqualTo("Ours");
    assertThat(profiles.find("web").orElseThrow().names().exact()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertFault(members("profiles", List.of()), "version must be text of 1 to 64 characters");
    assertFault(members("version", "1", "profiles", 3), "profiles must be a list of at most 500");
    assertFault(with(KnownClients.file(), "extra", 1), "the file has a member that is none of");
    assertFault(members("version", "1", "profiles", List.of("x")), "profiles[0] must be an object");
    assertFault(KnownClients.file(MINE, MINE), "profiles[1].id must not be used twice");
    assertFault(Map.of("id", "Not An Id"), "profiles[0].id must be words of a-z and 0-9");
    assertFault(Map.of("redirects", List.of()), "profiles[0] has a member that is none of id");
    assertFault(Map.of("disabled", "yes"), "profiles[0].disabled must be true or false");
    assertFault(Map.of("name", "-"), "profiles[0].name must have two letters or digits");
    assertFault(Map.of("evidence", "hearsay"), "profiles[0].evidence must be one of captured, ");
    assertFault(
        Map.of("client_names", List.of("Fine", "*")), "profiles[0].client_names[1] must have two");
    assertFault(
        Map.of("software_ids", List.of(1)), "profiles[0].software_ids[0] must be text of 1 to 512");
    assertFault(
        Map.of("redirect_uris", List.of("https://a.example/cb", "http://a.example/cb")),
        "profiles[0].redirect_uris[1] may be http on localhost");
    assertFault(
        Map.of("modes", Map.of("some-rule", "off")),
        "profiles[0].modes.some-rule must be one of reject, coerce, strip, hold, warn");
    assertFault(Map.of("modes", Map.of("a rule", "warn")), "profiles[0].modes must name rules");
  }

  private static void assertFault(Map<String, Object> change, String fault) {
    assertFault(KnownClients.file(changed(change)), fault);
  }

  private static void assertFault(Json.Members file, String fault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profiles.read(file))
        .withMessageStartingWith(fault);
  }

  private static Map<String, Object> changed(Map<String, ?> change) {
    var changed = new HashMap<String, Object>(MINE);
    changed.putAll(change);
    return changed;
  }

  private static AbsoluteUri url(String text) {
    return AbsoluteUri.parse(text).orElseThrow();
  }
}
