package io.roster.spring.authenticate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.GrantType;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.store.InMemoryClientStore;
import io.roster.spring.client.RegisteredClients;
import io.roster.spring.client.TokenLifetimes;
import io.roster.testkit.Clients;
import io.roster.testkit.TestCertificates;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class CertificateSubjectTest {
  private static final TestCertificates AUTHORITY = new TestCertificates();
  private static final X509Certificate CERTIFICATE =
      AUTHORITY
          .issue(
              "CN=agent,OU=Tools,O=Example",
              "dns:agent.example",
              "uri:spiffe://example/agent",
              "ip:192.0.2.7",
              "ip:2001:db8::1",
              "email:agent@example.com")
          .certificate();
  private static final TokenLifetimes LIFETIMES =
      new TokenLifetimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth_subject_dn | CN=agent,OU=Tools,O=Example",
        "tls_client_auth_subject_dn | cn=Agent, ou=tools, o=example",
        "tls_client_auth_san_dns | agent.example",
        "tls_client_auth_san_dns | Agent.Example",
        "tls_client_auth_san_uri | spiffe://example/agent",
        "tls_client_auth_san_ip | 192.0.2.7",
        "tls_client_auth_san_ip | 2001:0db8:0::1",
        "tls_client_auth_san_email | agent@example.com"
      })
  void theRegisteredSubjectIsAccepted(String member, String expected) {
    assertThatCode(() -> new CertificateSubject().accept(context(member, expected)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth_subject_dn | O=Example,OU=Tools,CN=agent",
        "tls_client_auth_subject_dn | CN=agent",
        "tls_client_auth_san_dns | example",
        "tls_client_auth_san_dns | *.example",
        "tls_client_auth_san_uri | spiffe://example/AGENT",
        "tls_client_auth_san_uri | agent.example",
        "tls_client_auth_san_ip | 192.0.2.8",
        "tls_client_auth_san_ip | agent.example",
        "tls_client_auth_san_email | other@example.com"
      })
  void anotherSubjectIsRefused(String member, String expected) {
    assertThatThrownBy(() -> new CertificateSubject().accept(context(member, expected)))
        .isInstanceOf(OAuth2AuthenticationException.class);
  }

  private static OAuth2ClientAuthenticationContext context(String member, String expected) {
    var token =
        new OAuth2ClientAuthenticationToken(
            "a",
            ClientAuthenticationMethod.TLS_CLIENT_AUTH,
            new X509Certificate[] {CERTIFICATE},
            Map.of());
    return OAuth2ClientAuthenticationContext.with(token)
        .registeredClient(registered(member(member), expected))
        .build();
  }

  private static RegisteredClient registered(Member<String> member, String expected) {
    var metadata =
        ClientMetadata.redirectingTo("https://client.example/callback")
            .with(Members.GRANT_TYPES, List.of(GrantType.AUTHORIZATION_CODE))
            .with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.TLS_CLIENT_AUTH)
            .with(member, expected);
    var clients = new InMemoryClientStore();
    clients.insert(
        Client.first(
            new ClientId("a"), metadata, Optional.empty(), Clients.someToken("a"), Clients.NOON));
    return Objects.requireNonNull(new RegisteredClients(clients::find, LIFETIMES).findById("a"));
  }

  private static Member<String> member(String name) {
    return Members.TLS_SUBJECTS.stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
