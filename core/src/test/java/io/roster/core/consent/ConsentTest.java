package io.roster.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Scope;
import io.roster.core.uri.RedirectUri;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a consent counts, and what becomes of it: M23, T23, 6.19. */
class ConsentTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant END = NOON.plus(Duration.ofDays(90));
  private static final Consent.Key KEY = new Consent.Key(new ClientId("app"), "alice", "");
  private static final ClientMetadata APP =
      ClientMetadata.redirectingTo("https://app.example/cb").with(Members.CLIENT_NAME, "App");

  private final Consent consent = Consent.first(KEY, Scope.of("read write"), APP, NOON, END);

  @Test
  void itCountsUntilItsEnd() {
    assertThat(consent.counts(APP, NOON)).isTrue();
    assertThat(consent.counts(APP, END.minusMillis(1))).isTrue();
    assertThat(consent.counts(APP, END)).isFalse();
  }

  @Test
  void itCountsForTheClientAsItWasSeen() {
    assertThat(consent.counts(APP.with(Members.CONTACTS, List.of("a@b.example")), NOON)).isTrue();
    assertThat(consent.counts(APP.with(Members.CLIENT_NAME, "Your bank"), NOON)).isFalse();
    assertThat(consent.counts(APP.with(Members.LOGO_URI, "https://app.example/l"), NOON)).isFalse();
    assertThat(consent.counts(APP.with(Members.JWKS_URI, "https://app.example/k"), NOON)).isFalse();
    assertThat(consent.counts(redirecting("https://app.example/cb", "https://evil.example"), NOON))
        .isFalse();
  }

  @Test
  void thePortOfALoopbackAddressIsNobodysFace() {
    var one = Impression.of(redirecting("http://127.0.0.1:1/cb"));

    assertThat(Impression.of(redirecting("http://127.0.0.1:2/cb"))).isEqualTo(one);
    assertThat(Impression.of(redirecting("http://127.0.0.1:2/other"))).isNotEqualTo(one);
  }

  @Test
  void whatWasNotShownStays() {
    var later = NOON.plusSeconds(60);

    var renewed = consent.renewed(Scope.of("write admin"), Scope.of("admin"), APP, later, END);

    assertThat(renewed.scope()).isEqualTo(Scope.of("read admin"));
    assertThat(renewed.givenAt()).isEqualTo(NOON);
    assertThat(renewed.revision()).isEqualTo(2);
  }

  @Test
  void nothingStaysOfWhatCountsNoMore() {
    var renamed = APP.with(Members.CLIENT_NAME, "Other");
    var later = NOON.plusSeconds(60);

    var renewed = consent.renewed(Scope.of("admin"), Scope.of("admin"), renamed, later, END);

    assertThat(renewed.scope()).isEqualTo(Scope.of("admin"));
    assertThat(renewed.givenAt()).isEqualTo(later);
    assertThat(renewed.counts(renamed, later)).isTrue();
    assertThat(renewed.counts(APP, later)).isFalse();
  }

  private static ClientMetadata redirecting(String... uris) {
    var redirects = List.of(uris).stream().map(RedirectUri::of).toList();
    return APP.with(Members.REDIRECT_URIS, redirects);
  }
}
