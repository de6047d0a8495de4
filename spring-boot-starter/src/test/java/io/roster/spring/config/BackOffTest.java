package io.roster.spring.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.roster.core.grant.GrantStore;
import io.roster.core.grant.InMemoryGrantStore;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.spring.authorize.AuthorizationErrorPage;
import io.roster.spring.client.RegisteredClients;
import io.roster.spring.client.TokenLifetimes;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

class BackOffTest {
  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterStoreAutoConfiguration.class,
                  RosterAutoConfiguration.class,
                  RosterOAuthAutoConfiguration.class));

  @Configuration(proxyBeanMethods = false)
  static class Own {
    @Bean
    ClientStore myClients() {
      return new InMemoryClientStore();
    }

    @Bean
    GrantStore myGrants(ClientStore clients) {
      return new InMemoryGrantStore(clients);
    }

    @Bean
    RegisteredClientRepository myRepository(ClientStore clients) {
      var minute = Duration.ofMinutes(1);
      return new RegisteredClients(clients::find, new TokenLifetimes(minute, minute, minute));
    }

    @Bean
    OAuth2AuthorizationService myAuthorizations() {
      return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    JWKSource<SecurityContext> myKeys() {
      return new ImmutableJWKSet<>(new JWKSet());
    }

    @Bean
    AuthorizationErrorPage myPage() {
      return AuthorizationErrorPage.plain();
    }

    @Bean
    Clock myClock() {
      return Clock.systemUTC();
    }
  }

  @Test
  void everyPartBacksOffFromOneOfTheUsers() {
    application
        .withUserConfiguration(Own.class)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBeanNamesForType(ClientStore.class)).containsOnly("myClients");
              assertThat(context.getBeanNamesForType(GrantStore.class)).containsOnly("myGrants");
              assertThat(context.getBeanNamesForType(RegisteredClientRepository.class))
                  .containsOnly("myRepository");
              assertThat(context.getBeanNamesForType(OAuth2AuthorizationService.class))
                  .containsOnly("myAuthorizations");
              assertThat(context.getBeanNamesForType(JWKSource.class)).containsOnly("myKeys");
              assertThat(context.getBeanNamesForType(AuthorizationErrorPage.class))
                  .containsOnly("myPage");
              assertThat(context.getBeanNamesForType(InstantSource.class)).containsOnly("myClock");
            });
  }
}
