package io.roster.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.profile.Likeness.Impersonates;
import io.roster.core.profile.Likeness.LooksLike;
import io.roster.core.uri.RedirectUri;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a client looks like, R65 and 6.7 of the requirements. */
class LikenessTest {
  private static final String EVIL = "https://evil.example/cb";
  private final Profiles profiles = KnownClients.some();

  @ParameterizedTest
  @CsvSource({
    "web, Claude, https://claude.ai/cb",
    "web, Claude, https://claude.com/cb",
    "code, Claude Code (my-server), http://localhost:3118/callback",
    "code, Claude Code, http://localhost:3118/callback",
    "editor, Cursor, cursor://host/cb",
    "editor, Cursor, http://localhost:8787/callback",
    "hosted, LibreChat, https://chat.example.org/api/mcp/example/oauth/callback"
  })
  void aKnownNameOnItsOwnRedirectsLooksLikeTheApplication(String id, String name, String redirect) {
    assertThat(likeness(name, redirect))
        .isInstanceOfSatisfying(LooksLike.class, l -> assertThat(l.profile().id()).isEqualTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claude",
        "claude",
        "C1aude",
        "\u0421laude",
        "\uff23\uff2c\uff21\uff35\uff24\uff25",
        "Cl\u200baude",
        "Clau\u2060de",
        "C l a u d e",
        "Cursor",
        "\u0421ursor",
        "Curs\u043er.",
        "Claude Code (my-server)",
        "Claude-Code",
        "CIaude C\u043ede (x)",
        "Photo Web",
        "LibreChat"
      })
  void aKnownNameOnAForeignHostIsAnImpersonation(String name) {
    assertThat(likeness(name, EVIL))
        .isInstanceOfSatisfying(
            Impersonates.class, i -> assertThat(i.foreign().text()).isEqualTo(EVIL));
  }

  @Test
  void oneForeignRedirectAmongItsOwnIsEnough() {
    assertThat(likeness("Cursor", "cursor://host/cb", EVIL, "http://localhost/callback"))
        .isInstanceOfSatisfying(
            Impersonates.class, i -> assertThat(i.foreign().text()).isEqualTo(EVIL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://claude.ai.evil.example/cb",
        "https://claude.ai@evil.example/cb",
        "https://claude.ai/cb?next=x",
        "https://claude.ai/other",
        "http://claude.ai/cb",
        "http://localhost:3118/callback",
        "claude://cb",
        "not a uri"
      })
  void whatIsAlmostItsRedirectIsForeign(String redirect) {
    assertThat(likeness("Claude", redirect)).isInstanceOf(Impersonates.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3118/other", "http://127.0.0.1:3118/callback"})
  void aProgramOnThisMachineThatListensElsewhereIsNeitherOneNorTheOther(String redirect) {
    assertThat(likeness("Claude Code (x)", redirect)).isEqualTo(Likeness.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Photo Printer", "Claudia", "Claude Codex", "", "\u30c6\u30b9\u30c8"})
  void anUnknownNameIsUnknownWhereverItRedirects(String name) {
    assertThat(likeness(name, "https://claude.ai/cb")).isEqualTo(Likeness.UNKNOWN);
    assertThat(likeness(name, EVIL)).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void aNameWithoutRedirectsSaysNothing() {
    assertThat(profiles.likeness(ClientMetadata.EMPTY.with(Members.CLIENT_NAME, "Claude")))
        .isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void aSoftwareIdIsAClaimToo() {
    var claim = ClientMetadata.redirectingTo(EVIL).with(Members.SOFTWARE_ID, "cursor-editor");
    var own = ClientMetadata.redirectingTo("cursor://host/cb");

    assertThat(profiles.likeness(claim)).isInstanceOf(Impersonates.class);
    assertThat(profiles.likeness(own.with(Members.SOFTWARE_ID, "cursor-editor")))
        .isInstanceOf(LooksLike.class);
    assertThat(profiles.likeness(own.with(Members.SOFTWARE_ID, "other")))
        .isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void oneFalseClaimOutweighsATrueOne() {
    var metadata =
        ClientMetadata.redirectingTo("https://claude.ai/cb")
            .with(Members.CLIENT_NAME, "Claude")
            .with(Members.SOFTWARE_ID, "cursor-editor");

    assertThat(profiles.likeness(metadata)).isInstanceOf(Impersonates.class);
  }

  @Test
  void aNameInAnyLanguageIsAClaim() {
    var metadata =
        ClientMetadata.redirectingTo(EVIL)
            .with(Members.CLIENT_NAME, "Photo Printer")
            .with(new Localized(Members.CLIENT_NAME, "fr", "\u0421laude"));

    assertThat(profiles.likeness(metadata)).isInstanceOf(Impersonates.class);
  }

  @Test
  void withoutProfilesEveryoneIsUnknown() {
    var metadata = ClientMetadata.redirectingTo(EVIL).with(Members.CLIENT_NAME, "Claude");

    assertThat(Profiles.none().likeness(metadata)).isEqualTo(Likeness.UNKNOWN);
  }

  @Test
  void arbitraryMetadataHasSomeLikenessAndNeverOneByNameAlone() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var redirects =
          Stream.generate(() -> redirect(random)).limit(random.nextInt(4)).toArray(String[]::new);
      var metadata =
          ClientMetadata.redirectingTo(redirects)
              .with(Members.CLIENT_NAME, random.nextBoolean() ? "Cursor" : Texts.any(random))
              .with(Members.SOFTWARE_ID, random.nextBoolean() ? "cursor-editor" : Texts.any(random))
              .with(new Localized(Members.CLIENT_NAME, "fr", Texts.any(random)));

      if (profiles.likeness(metadata) instanceof LooksLike(var profile)) {
        assertThat(metadata.redirectUris())
            .as("seed %d, round %d", seed, i)
            .isNotEmpty()
            .allMatch(profile::owns);
      }
    }
  }

  private static String redirect(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "cursor://host/cb";
      case 1 -> "http://localhost:" + random.nextInt(70_000) + "/callback";
      case 2 -> "https://www.cursor.com/" + Texts.any(random);
      default -> Texts.any(random);
    };
  }

  private Likeness likeness(String name, String... redirects) {
    var metadata = ClientMetadata.redirectingTo(redirects).with(Members.CLIENT_NAME, name);
    var named = profiles.named(name, Stream.of(redirects).map(RedirectUri::of).toList());
    assertThat(named).isEqualTo(profiles.likeness(metadata));
    return named;
  }
}
