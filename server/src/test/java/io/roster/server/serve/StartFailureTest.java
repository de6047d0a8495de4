package io.roster.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.store.StoreUnavailableException;
import io.roster.server.data.Refusal;
import io.roster.server.settings.ServerSettings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StartFailureTest {
  @Test
  void aSettingThatCanNotBeReadIsNamed() {
    var explained = StartFailure.explained(binding("roster.admin.port", "many"));

    assertThat(explained)
        .isInstanceOf(Refusal.class)
        .hasMessage("roster.admin.port has a value that can't be read");
  }

  @Test
  void aSettingOutOfRangeSaysTheRange() {
    var explained = StartFailure.explained(binding("roster.http.connections", "0"));

    assertThat(explained).hasMessage("roster.http.connections must be from 1 to 1000000");
  }

  @Test
  void aStoreThatIsAwaySaysWhy() {
    var away =
        new StoreUnavailableException("the database is closed", new IOException("disk full"));

    assertThat(StartFailure.explained(new IllegalStateException("wrapped", away)))
        .hasMessage("the database is closed (disk full)");
  }

  @Test
  void anythingElseStaysWhatItIs() {
    var bug = new IllegalStateException("bug");

    assertThat(StartFailure.explained(bug)).isSameAs(bug);
  }

  private static BindException binding(String setting, String value) {
    try {
      new Binder(new MapConfigurationPropertySource(Map.of(setting, value)))
          .bindOrCreate("roster", ServerSettings.class);
    } catch (BindException e) {
      return e;
    }
    throw new AssertionError(setting + " takes " + value);
  }
}
