package io.roster.spring.authenticate;

import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.spring.client.RegisteredClients;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Compares a client's certificate, whose chain the TLS listener has verified, with the one subject
 * the client registered, RFC 8705 section 2.1.2.
 */
final class CertificateSubject implements Consumer<OAuth2ClientAuthenticationContext> {
  /** A kind of subject alternative name, RFC 5280 section 4.2.1.6, and the member for it. */
  private record Alternative(
      int type, Member<String> member, BiPredicate<String, String> comparison) {
    static final List<Alternative> ALL =
        List.of(
            new Alternative(1, Members.TLS_SAN_EMAIL, String::equals),
            new Alternative(2, Members.TLS_SAN_DNS, String::equalsIgnoreCase),
            new Alternative(6, Members.TLS_SAN_URI, String::equals),
            new Alternative(7, Members.TLS_SAN_IP, IpAddress::areSame));

    boolean isIn(X509Certificate certificate, String expected) {
      return names(certificate).stream()
          .filter(entry -> entry.size() > 1 && entry.get(0).equals(type))
          .anyMatch(e -> e.get(1) instanceof String name && comparison.test(name, expected));
    }
  }

  CertificateSubject() {}

  @Override
  public void accept(OAuth2ClientAuthenticationContext context) {
    OAuth2ClientAuthenticationToken claimed = context.getAuthentication();
    boolean right =
        claimed.getCredentials() instanceof X509Certificate[] chain
            && hasSubject(chain[0], context);
    if (!right) {
      throw ClientCredentials.invalidClient();
    }
  }

  private static boolean hasSubject(
      X509Certificate certificate, OAuth2ClientAuthenticationContext context) {
    var metadata = RegisteredClients.metadataOf(context.getRegisteredClient());
    var name = metadata.get(Members.TLS_SUBJECT_DN);
    if (name.isPresent()) {
      return certificate.getSubjectX500Principal().equals(new X500Principal(name.get()));
    }
    return Alternative.ALL.stream()
        .anyMatch(
            kind ->
                metadata
                    .get(kind.member())
                    .filter(expected -> kind.isIn(certificate, expected))
                    .isPresent());
  }

  private static Collection<List<?>> names(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }
}
