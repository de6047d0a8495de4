package io.roster.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test
  void tokensStandBetweenSpacesAndCountOnce() {
    assertThat(Scope.of(" write  read write ").tokens()).containsExactly("write", "read");
    assertThat(Scope.of(" write  read write ").text()).isEqualTo("write read");
  }

  @Test
  void blankTextIsTheEmptyScope() {
    assertThat(Scope.of("  ")).isEqualTo(new Scope(List.of()));
    assertThat(Scope.of("").isEmpty()).isTrue();
  }

  @Test
  void narrowingKeepsWhatTheCeilingHasToo() {
    assertThat(Scope.of("admin read").within(Scope.of("read write"))).isEqualTo(Scope.of("read"));
  }

  @Test
  void tokensAreToldApartByCase() {
    assertThat(Scope.of("Read").within(Scope.of("read")).isEmpty()).isTrue();
  }
}
