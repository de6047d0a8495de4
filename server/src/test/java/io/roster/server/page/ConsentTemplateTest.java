package io.roster.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Scope;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.RedirectUri;
import io.roster.http.JacksonJson;
import io.roster.spring.token.KnownResources;
import io.roster.spring.token.Resources;
import io.roster.testkit.Clients;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What the page says of clients that claim to be well known, R65 and 6.7 of the requirements. */
class ConsentTemplateTest {
  private static final String CURSOR = "cursor://anysphere.cursor-mcp/oauth/callback";
  private static final String EVIL = "https://evil.example/callback";
  private static final Profiles PROFILES = Profiles.shipped(new JacksonJson());

  @Test
  void aClientThatFitsAProfileLooksLikeItAndIsNotVerified() {
    var page = page("Cursor", CURSOR);

    assertThat(page.select(".likeness").text()).isEqualTo("It looks like Cursor, not verified.");
    assertThat(page.select(".likeness bdi").text()).isEqualTo("Cursor");
    assertThat(page.select(".unverified").text()).startsWith("Unverified.");
    assertThat(page.select("[role=alert]")).isEmpty();
  }

  @Test
  void anImpersonationIsAnAlertThatNamesTheApplicationAndTheHost() {
    var alert = page("\u0421ursor", EVIL).select("[role=alert]");

    assertThat(alert.text())
        .startsWith("This is probably not Cursor.")
        .contains("It calls itself Cursor, but sends you to evil.example,");
    assertThat(alert.select("bdi").eachText())
        .containsExactly("Cursor", "Cursor", "evil.example", "Cursor");
  }

  @Test
  void theAlertNamesTheStrangerAlsoWhenThisAnswerGoesToTheApplication() {
    assertThat(page("Cursor", CURSOR, EVIL).select("[role=alert]").text())
        .contains("but sends you to evil.example,");
  }

  @Test
  void ofAnUnknownNameNothingMoreIsSaid() {
    var page = page("Photo Printer", EVIL);

    assertThat(page.select(".likeness, [role=alert], .punycode")).isEmpty();
  }

  @Test
  void aSelfHostedApplicationIsKnownByNoHost() {
    var page = page("LibreChat", "https://chat.example.org/api/mcp/x/oauth/callback");

    assertThat(page.select(".likeness").text())
        .contains("It looks like LibreChat, not verified.")
        .contains("Anyone can run that under an address of their own");
  }

  @Test
  void punycodeIsShownAsRegisteredAndExplained() {
    var page = page("Bank", "https://login.xn--80ak6aa92e.com/cb");

    assertThat(page.select(".target strong").text()).isEqualTo("login.xn--80ak6aa92e.com");
    assertThat(page.select(".punycode[role=note] code").text()).isEqualTo("xn--");
    assertThat(page("Bank", "https://xnxn--.example/cb").select(".punycode")).isEmpty();
  }

  @Test
  void itIsSaidWhoAnswersForAClient() {
    var vouched = Origin.OPEN.vouchedForBy("https://vendor.example");

    assertThat(from(Origin.of(Tier.ADMINISTRATOR)).select(".origin").text())
        .isEqualTo("An administrator of this server admitted this application.");
    assertThat(from(Origin.of(Tier.TOKEN)).select(".origin").text())
        .isEqualTo("Whoever runs this server invited this application.");
    assertThat(from(vouched).select(".origin").text())
        .isEqualTo("https://vendor.example vouches for this application.");
    assertThat(from(vouched).select(".unverified")).isEmpty();
    assertThat(from(Origin.OPEN).select(".origin")).isEmpty();
  }

  @Test
  void aClientKnownByAnAddressIsShownByItsDomain() {
    var client = Clients.someClient("https://app.client.example/oauth.json");

    var origin = page(client, EVIL).select(".origin");

    assertThat(origin.select("strong").text()).isEqualTo("app.client.example");
    assertThat(origin.text()).startsWith("Published by app.client.example.");
  }

  @Test
  void nothingOnThePageIsInlineOrComesFromElsewhere() {
    var page = page("\u0421ursor", EVIL);

    assertThat(page.select("script, style, [style], img, [onclick], [src]")).isEmpty();
    assertThat(page.select("link").eachAttr("href")).containsExactly("/roster.css");
  }

  /** The page for a client with these redirect URIs whose answer goes to the first. */
  private static Document page(String name, String... redirects) {
    var metadata =
        Clients.someMetadata()
            .with(Members.CLIENT_NAME, name)
            .with(Members.REDIRECT_URIS, Stream.of(redirects).map(RedirectUri::of).toList())
            .with(Members.LOGO_URI, "https://evil.example/logo.png");
    return page(Clients.changed(Clients.someClient("a"), metadata), redirects[0]);
  }

  private static Document from(Origin origin) {
    return page(Clients.someClient("a").admitted(origin, ClientState.ACTIVE), EVIL);
  }

  private static Document page(Client client, String redirect) {
    return Jsoup.parse(
        engine().process("consent", new Context(Locale.ENGLISH, model(client, redirect))));
  }

  private static Map<String, Object> model(Client client, String redirect) {
    var introductions = new Introductions(PROFILES, InstantSource.system());
    var words = new ScopeWords(Map.of(), new KnownResources(List.of()));
    var wanted = words.of(Scope.of("read"), Scope.of(""), new Resources(List.of()));
    return Map.of(
        "action", "/oauth/authorize",
        "signOut", "/logout",
        "next", "/",
        "person", "somebody",
        "clientId", client.id().value(),
        "state", "state",
        "seal", "seal",
        "view", introductions.of(client, RedirectUri.of(redirect), wanted));
  }

  private static SpringTemplateEngine engine() {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
