package io.roster.server.signin;

import io.roster.core.credential.SecretIssuer;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** One identity provider, with all that signing in with it needs. */
public final class Door {
  private final String name;
  private final String label;
  private final Terms terms;
  private final Upstream upstream;
  private final Exchange exchange;
  private final Surroundings here;

  /**
   * What all doors share.
   *
   * @param publicAddress where people find this server
   */
  public record Surroundings(
      URI publicAddress, SecretIssuer secrets, InstantSource clock, Supplier<SSLContext> trust) {
    boolean secure() {
      return "https".equals(publicAddress.getScheme());
    }

    private String redirectUri(String name) {
      var path = SignInPages.RETURN.replace("{name}", name);
      return publicAddress.getScheme() + "://" + publicAddress.getRawAuthority() + path;
    }
  }

  private Door(
      String name, SignInSettings.Provider settings, UpstreamHttp http, Surroundings here) {
    var redirectUri = here.redirectUri(name);
    var discovery = new Discovery(name, settings, settings.secret(), redirectUri, http);
    this.name = name;
    this.label = settings.name().orElse(name);
    this.terms = new Terms(settings.emailDomains(), settings.claims());
    this.upstream = new Upstream(name, discovery, here.clock());
    this.exchange = new Exchange(upstream, http, terms, settings.parameters());
    this.here = here;
  }

  /** A door to this provider; nobody is asked anything before somebody wants to use it. */
  public static Door to(String name, SignInSettings.Provider settings, Surroundings here) {
    return new Door(name, settings, new UpstreamHttp(here.trust().get(), settings.timeout()), here);
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  String name() {
    return name;
  }

  Terms terms() {
    return terms;
  }

  Upstream upstream() {
    return upstream;
  }

  Exchange exchange() {
    return exchange;
  }

  InstantSource clock() {
    return here.clock();
  }

  PendingCookies cookies() {
    return new PendingCookies(here.secure());
  }

  PendingSignIn begin(String next) {
    var now = here.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new PendingSignIn(name, here.secrets().issue(), now, next);
  }
}
