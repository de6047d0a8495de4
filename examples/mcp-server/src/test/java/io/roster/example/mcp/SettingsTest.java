package io.roster.example.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void withoutArgumentsItTrustsRosterNextDoor() {
    assertThat(Settings.of(List.of(), Map.of()))
        .isEqualTo(new Settings(9001, URI.create("http://localhost:8080")));
  }

  @Test
  void argumentsWinOverTheEnvironment() {
    var environment = Map.of("PORT", "1", "ISSUER", "https://as.example.com/t1");

    assertThat(Settings.of(List.of("--port", "2"), environment))
        .isEqualTo(new Settings(2, URI.create("https://as.example.com/t1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--color red", "--port x", "--port 70000", "--issuer ftp://a"})
  void nonsenseIsRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(List.of(line.split(" ")), Map.of()));
  }
}
