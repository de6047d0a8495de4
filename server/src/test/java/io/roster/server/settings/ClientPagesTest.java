package io.roster.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientPagesTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:4711/clients/c-1",
    "0.0.0.0, http://localhost:4711/clients/c-1",
    "::1, http://[::1]:4711/clients/c-1"
  })
  void aClientsPageIsOnTheListenerAsItReallyListens(String address, String page) {
    var admin = new ServerSettings.Admin(0, address, Optional.empty());

    assertThat(new ClientPages(admin, () -> 4711).of("c-1")).isEqualTo(page);
  }

  @Test
  void orWhereAdministratorsReachIt() {
    var url = Optional.of(URI.create("https://admin.example/roster/"));
    var admin = new ServerSettings.Admin(8081, "127.0.0.1", url);

    assertThat(new ClientPages(admin, () -> 8081).of("https://a.example/c"))
        .isEqualTo("https://admin.example/roster/clients/https%3A%2F%2Fa.example%2Fc");
  }
}
