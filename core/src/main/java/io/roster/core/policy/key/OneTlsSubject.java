package io.roster.core.policy.key;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.RegistrationPolicy;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** tls_client_auth names exactly one subject to expect, RFC 8705 section 2.1.2. */
record OneTlsSubject(int longest) implements RegistrationPolicy {
  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    var named = Members.TLS_SUBJECTS.stream().filter(m -> metadata.get(m).isPresent()).toList();
    var violations = new ArrayList<Violation>();
    if (metadata.tokenEndpointAuthMethod() == TokenEndpointAuthMethod.TLS_CLIENT_AUTH
        && named.size() != 1) {
      violations.add(
          Violation.metadata(
              "token_endpoint_auth_method",
              "tls_client_auth needs exactly one of tls_client_auth_subject_dn, san_dns, san_uri,"
                  + " san_ip and san_email"));
    }
    for (var member : named) {
      if (metadata.get(member).orElse("").length() > longest) {
        violations.add(Violation.metadata(member, "use at most " + longest + " characters"));
      }
    }
    if (!isDistinguishedName(metadata)) {
      violations.add(
          Violation.metadata(Members.TLS_SUBJECT_DN, "write the name as RFC 4514 does: CN=a,O=b"));
    }
    return violations;
  }

  private static boolean isDistinguishedName(ClientMetadata metadata) {
    try {
      metadata.get(Members.TLS_SUBJECT_DN).ifPresent(X500Principal::new);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
