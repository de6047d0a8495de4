package io.roster.core.policy.key;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.TokenEndpointAuthMethod;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTlsSubjectTest {
  private static final long SEED = 4514;
  private static final List<String> PIECES =
      List.of(
          "CN",
          "O",
          "DC",
          "OID.",
          "1.2.840",
          "2.5.4.3",
          "99999999999",
          "=",
          ",",
          ";",
          "+",
          "#",
          "0401",
          "#04",
          "\\",
          "\"",
          "\\,",
          "\\0",
          " ",
          "<",
          ">",
          "a",
          "\u00e9",
          "\u0000",
          "\ud800");
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

  @Test
  void noDistinguishedNameMakesTheRuleThrow() {
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      var name = name(random);

      assertThat(violations(TLS.with(Members.TLS_SUBJECT_DN, name)))
          .as("seed %d: %s", SEED, name)
          .hasSizeLessThan(2);
    }
  }

  private static String name(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(1, 9); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<Member<String>> subjects() {
    return Members.TLS_SUBJECTS;
  }
}
