package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTlsSubjectTest {
  private static final ClientMetadata TLS =
      VALID.with(Members.TOKEN_ENDPOINT_AUTH_METHOD, TokenEndpointAuthMethod.TLS_CLIENT_AUTH);

  @ParameterizedTest
  @MethodSource("subjects")
  void anyOneSubjectIsEnough(Member<String> subject) {
    assertThat(violations(TLS.with(subject, "CN=client"))).isEmpty();
  }

  @Test
  void twoSubjectsAreOneTooMany() {
    var client =
        TLS.with(Members.TLS_SUBJECT_DN, "CN=client").with(Members.TLS_SAN_DNS, "h.example");

    assertThat(violations(client))
        .extracting(Violation::field)
        .containsExactly("token_endpoint_auth_method");
  }

  @Test
  void clientsOfOtherMethodsNeedNone() {
    assertThat(violations(VALID)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aSubjectHasAtMost256Characters(Member<String> subject) {
    var longest = "CN=" + "a".repeat(253);

    assertThat(violations(TLS.with(subject, longest))).isEmpty();
    assertThat(violations(TLS.with(subject, longest + "a")))
        .extracting(Violation::field)
        .containsExactly(subject.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "CN", "CN=a,,", "=a", "\u0000", "1.2.3"})
  void aDistinguishedNameIsWrittenAsOne(String name) {
    assertThat(violations(TLS.with(Members.TLS_SUBJECT_DN, name)))
        .extracting(Violation::field)
        .containsExactly("tls_client_auth_subject_dn");
  }

  private static List<Member<String>> subjects() {
    return Members.TLS_SUBJECTS;
  }
}
