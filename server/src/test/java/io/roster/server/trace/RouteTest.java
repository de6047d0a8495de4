package io.roster.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  @ParameterizedTest
  @CsvSource({
    "/oauth/register, registration",
    "/register, registration",
    "/tenant/oauth/register, registration",
    "/oauth/register/mcp-client-1, configuration",
    "/oauth/token, token",
    "/.well-known/oauth-authorization-server, metadata",
    "/whatever/anybody/makes/up, other",
    "/, other"
  })
  void everyPathHasOneOfFewNames(String path, String name) {
    assertThat(Route.of(path)).isEqualTo(name);
  }
}
