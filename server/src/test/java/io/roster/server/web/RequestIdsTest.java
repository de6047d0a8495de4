package io.roster.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
  @Test
  void eachCallHasANameOfItsOwn() {
    var ids = new RequestIds(new SecureRandom());

    assertThat(ids.next()).isNotEqualTo(ids.next());
    assertThat(RequestIds.isHarmless(ids.next())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "a\"b", "<script>", "é"})
  void whatCouldHarmALogIsNotTakenOver(String given) {
    assertThat(RequestIds.isHarmless(given)).isFalse();
    assertThat(RequestIds.isHarmless("x".repeat(65))).isFalse();
  }
}
