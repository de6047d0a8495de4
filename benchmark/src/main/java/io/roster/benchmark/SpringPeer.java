package io.roster.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Spring's authorization server as it comes, with clients in memory and a plain digest: client-N
 * has the secret secret-N.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  DispatcherServletAutoConfiguration.class,
  JettyServletWebServerAutoConfiguration.class,
  OAuth2AuthorizationServerAutoConfiguration.class,
  OAuth2AuthorizationServerJwtAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SslAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public class SpringPeer {
  /** Made by Spring. */
  public SpringPeer() {}

  /** Serves on the port named first, with as many clients as named second. */
  public static void main(String[] arguments) {
    var application = new SpringApplication(SpringPeer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", arguments[0],
            "peer.clients", arguments[1],
            "spring.threads.virtual.enabled", "true"));
    application.run();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new PlainDigest();
  }

  @Bean
  RegisteredClientRepository clients(Environment environment, PasswordEncoder encoder) {
    int clients = environment.getRequiredProperty("peer.clients", Integer.class);
    return new InMemoryRegisteredClientRepository(
        IntStream.range(0, clients).mapToObj(i -> client(i, encoder)).toList());
  }

  private static RegisteredClient client(int i, PasswordEncoder encoder) {
    return RegisteredClient.withId("id-" + i)
        .clientId("client-" + i)
        .clientSecret(encoder.encode("secret-" + i))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUri("https://app.example.com/cb")
        .build();
  }

  private static final class PlainDigest implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
      try {
        var sha = MessageDigest.getInstance("SHA-256");
        var bytes = String.valueOf(secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha.digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
      return digest != null
          && MessageDigest.isEqual(
              encode(secret).getBytes(StandardCharsets.UTF_8),
              digest.getBytes(StandardCharsets.UTF_8));
    }
  }
}
