package io.roster.spring.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.metadata.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources, and what may be asked for there: P15 and P16. */
class KnownResourcesTest {
  private static final Scope REGISTERED = Scope.of("read write files:read files:write");
  private static final Resource FILES =
      new Resource(
          "https://files.example/mcp",
          "Files",
          Scope.of("files:read files:write"),
          Scope.of("files:read"),
          Map.of("files:read", "See your files"));

  @ParameterizedTest
  @CsvSource({
    "https://mcp.example, https://mcp.example",
    "HTTPS://MCP.Example, https://mcp.example",
    "https://mcp.example/, https://mcp.example",
    "https://mcp.example:443/mcp/, https://mcp.example/mcp",
    "http://mcp.example:80, http://mcp.example",
    "https://mcp.example:8443/A?B=c, https://mcp.example:8443/A?B=c",
    "http://[::1]:9001/mcp, http://[::1]:9001/mcp",
    "urn:example:Mcp, urn:example:Mcp"
  })
  void oneSpellingStandsForAll(String spelled, String canonical) {
    assertThat(Resources.canonical(spelled)).isEqualTo(canonical);
  }

  @Test
  void whereNoneIsNamedAnyMayBe() {
    var any = new KnownResources(List.of());
    var asked = resources("https://anything.example");

    assertThat(any.known(asked)).contains(asked);
    assertThat(any.allowed(asked, REGISTERED)).isEqualTo(REGISTERED);
    assertThat(any.defaults(asked, REGISTERED)).isEqualTo(REGISTERED);
  }

  @Test
  void aKnownOneIsSpelledAsItIsKnown() {
    var known = new KnownResources(List.of(FILES));

    assertThat(known.known(resources("HTTPS://FILES.example:443/mcp/")))
        .contains(resources("https://files.example/mcp"));
    assertThat(known.known(resources("https://files.example/other"))).isEmpty();
    assertThat(known.known(resources("https://files.example/mcp", "https://other.example")))
        .isEmpty();
    assertThat(known.known(resources())).contains(resources());
  }

  @Test
  void scopesAreThoseOfTheResource() {
    var known = new KnownResources(List.of(FILES));
    var files = resources("https://files.example/mcp");

    assertThat(known.allowed(files, REGISTERED)).isEqualTo(Scope.of("files:read files:write"));
    assertThat(known.defaults(files, REGISTERED)).isEqualTo(Scope.of("files:read"));
    assertThat(known.allowed(files, Scope.of("read"))).isEqualTo(Scope.of(""));
    assertThat(known.allowed(resources(), REGISTERED)).isEqualTo(REGISTERED);
    assertThat(known.meaning("files:read", files)).contains("See your files");
    assertThat(known.meaning("files:read", resources())).isEmpty();
    assertThat(known.name("https://FILES.example/mcp")).contains("Files");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new KnownResources(List.of(FILES, FILES)))
        .hasMessageContaining("roster.resources");
    assertThatThrownBy(() -> new Resource("/mcp", "", Scope.of(""), Scope.of(""), Map.of()))
        .hasMessageContaining("uri");
    assertThatThrownBy(
            () -> new Resource("urn:x", "", Scope.of("read"), Scope.of("write"), Map.of()))
        .hasMessageContaining("default-scope");
  }

  private static Resources resources(String... uris) {
    return new Resources(List.of(uris));
  }
}
