package io.roster.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigesterTest {
  private static final Secret SECRET = new Secret("abc");

  private final Digester plain = Digester.withoutPepper();
  private final Digester peppered = Digester.withPepper(new Secret("0123456789abcdef"));

  @Test
  void withoutAPepperADigestIsSha256() {
    assertThat(plain.digest(SECRET).text())
        .isEqualTo("sha256:ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  }

  @Test
  void aSecretMatchesItsOwnDigestOnly() {
    assertThat(plain.matches(SECRET, plain.digest(SECRET))).isTrue();
    assertThat(plain.matches(new Secret("abd"), plain.digest(SECRET))).isFalse();
    assertThat(peppered.matches(SECRET, peppered.digest(SECRET))).isTrue();
    assertThat(peppered.matches(new Secret("abd"), peppered.digest(SECRET))).isFalse();
  }

  @Test
  void digestsFromBeforeThePepperStillMatch() {
    assertThat(peppered.matches(SECRET, plain.digest(SECRET))).isTrue();
  }

  @Test
  void withoutItsPepperADigestIsUseless() {
    var other = Digester.withPepper(new Secret("fedcba9876543210"));

    assertThat(plain.matches(SECRET, peppered.digest(SECRET))).isFalse();
    assertThat(other.matches(SECRET, peppered.digest(SECRET))).isFalse();
  }

  @Test
  void aPepperHasAtLeast16Bytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Digester.withPepper(new Secret("0123456789abcde")))
        .withMessageContaining("roster.pepper");
  }

  @Test
  void aSecretPrintsNothingOfItself() {
    assertThat(SECRET).hasToString("Secret[redacted]");
    assertThat(new Issued(SECRET, new Credential(plain.digest(SECRET), Optional.empty())))
        .asString()
        .doesNotContain("abc");
  }
}
