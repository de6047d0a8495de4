package io.roster.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.sign-in.}: how people may sign in.
 *
 * @param passwords whether local users may sign in with their passwords
 * @param providers identity providers elsewhere, by a short name that goes into addresses
 */
@ConfigurationProperties("roster.sign-in")
public record SignInSettings(
    @DefaultValue("true") boolean passwords, @DefaultValue Map<String, Provider> providers) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");
  private static final int MOST_PROVIDERS = 20;

  public SignInSettings {
    providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    demand(
        providers.keySet().stream().allMatch(name -> NAME.matcher(name).matches()),
        "providers",
        "named by up to 32 lower-case letters, digits and dashes");
    demand(providers.size() <= MOST_PROVIDERS, "providers", "at most " + MOST_PROVIDERS);
    demand(passwords || !providers.isEmpty(), "passwords", "true where there are no providers");
  }

  /**
   * An identity provider.
   *
   * @param issuer its issuer, exactly as its discovery document writes it
   * @param clientId what it knows this server by
   * @param clientSecret what it gave this server to prove itself with; none for a public client
   * @param clientSecretFile a file that holds it
   * @param name what the login page calls it
   * @param scopes what it is asked for
   * @param emailDomains the domains of verified addresses that people must have
   * @param claims what its ID tokens, or its userinfo, must say: one of these values for each
   * @param parameters more parameters for its authorization endpoint
   * @param timeout how long one call to it may take
   */
  public record Provider(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      Optional<Secret> clientSecret,
      @Nullable Path clientSecretFile,
      Optional<String> name,
      @DefaultValue({"openid", "email"}) Set<String> scopes,
      @DefaultValue List<String> emailDomains,
      @DefaultValue Map<String, List<String>> claims,
      @DefaultValue Map<String, String> parameters,
      @DefaultValue("5s") Duration timeout) {
    private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,256}");
    private static final Set<String> OURS =
        Set.of(
            "client_id",
            "client_secret",
            "code_challenge",
            "code_challenge_method",
            "nonce",
            "redirect_uri",
            "request",
            "request_uri",
            "response_mode",
            "response_type",
            "scope",
            "state");
    private static final int MOST_SECRET_BYTES = 4096;
    private static final int LONGEST_NAME = 50;

    public Provider {
      emailDomains = List.copyOf(emailDomains);
      claims = Map.copyOf(claims);
      parameters = Map.copyOf(parameters);
      scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
      demand(
          Addresses.isTrustworthy(issuer) && URI.create(issuer).getRawQuery() == null,
          "providers.*.issuer",
          "an https URL, or http on loopback");
      demand(WORD.matcher(clientId).matches(), "providers.*.client-id", "what the provider gave");
      demand(
          clientSecret.isEmpty() || clientSecretFile == null,
          "providers.*.client-secret",
          "left out where there is a client-secret-file");
      demand(
          name.stream().allMatch(text -> !text.isBlank() && text.length() <= LONGEST_NAME),
          "providers.*.name",
          "1 to 50 characters");
      demand(
          scopes.contains("openid") && scopes.stream().allMatch(s -> WORD.matcher(s).matches()),
          "providers.*.scopes",
          "scopes, openid among them");
      demand(
          emailDomains.stream().allMatch(domain -> domain.matches("[A-Za-z0-9.-]{1,253}")),
          "providers.*.email-domains",
          "domains such as example.com");
      demand(
          claims.values().stream().noneMatch(List::isEmpty),
          "providers.*.claims",
          "one or more values for each claim");
      demand(
          Collections.disjoint(parameters.keySet(), OURS),
          "providers.*.parameters",
          "others than those this server sends itself");
      demand(
          timeout.toMillis() >= 100 && timeout.toSeconds() <= 60,
          "providers.*.timeout",
          "from 100ms to 60s");
    }

    /** The secret, wherever it is kept. */
    Optional<Secret> secret() {
      var file = clientSecretFile;
      return file == null ? clientSecret : Optional.of(read(file));
    }

    private static Secret read(Path file) {
      try (var in = Files.newInputStream(file)) {
        var text = new String(in.readNBytes(MOST_SECRET_BYTES), UTF_8);
        demand(!text.isBlank(), "providers.*.client-secret-file", "a file with the secret in it");
        return new Secret(text.strip());
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "roster.sign-in.providers.*.client-secret-file must name a file that can be read", e);
      }
    }
  }

  private static void demand(boolean met, String property, String range) {
    if (!met) {
      throw new IllegalArgumentException("roster.sign-in." + property + " must be " + range);
    }
  }
}
