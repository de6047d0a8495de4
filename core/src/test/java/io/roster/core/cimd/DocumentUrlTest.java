package io.roster.core.cimd;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.client.ClientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C1 to C6. */
class DocumentUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vscode.dev/oauth/client-metadata.json",
        "https://claude.ai/oauth/claude-code-client-metadata",
        "https://client.example/",
        "https://client.example:8443/client.json",
        "https://client.example:443/client.json",
        "https://client.example/client.json?v=2",
        "https://client.example/a%2Fb/...",
        "https://192.0.2.7/client.json",
        "http://localhost:3000/client.json",
        "http://127.0.0.1/client.json"
      })
  void aUrlThatEveryoneReadsAlikeIsTakenAsItIs(String text) {
    var url = DocumentUrl.parse(text).orElseThrow();

    assertThat(url.clientId().value()).isEqualTo(text);
    assertThat(url.clientId().isUrl()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "https://client.example",
        "https://client.example?a=b",
        "HTTPS://client.example/c",
        "https://Client.example/c",
        "http://client.example/c",
        "ftp://client.example/c",
        "https:/client.example/c",
        "https:client.example/c",
        "https://client.example/c#",
        "https://client.example/c#me",
        "https://me@client.example/c",
        "https://me:you@client.example/c",
        "https://client.example/./c",
        "https://client.example/../c",
        "https://client.example/a/..",
        "https://client.example/%2e/c",
        "https://client.example/%2E%2e/c",
        "https://client.example/.%2e/c",
        "https://client.example\\c",
        "https://client.example/\tc",
        "https://client.example/ c",
        "https://client.example:/c",
        "https://client.example:0/c",
        "https://2130706433/c",
        "https://127.1/c",
        "https://localhost/c",
        "https://127.0.0.1/c",
        "https://10.0.0.1/c",
        "https://[::1]/c",
        "https://cli\u00e9nt.example/c"
      })
  void nothingElseIsOne(String text) {
    assertThat(DocumentUrl.parse(text)).isEmpty();
    assertThat(DocumentUrl.objection(text)).isPresent();
  }

  @Test
  void itsLengthIsBounded() {
    var longest = "https://client.example/" + "c".repeat(ClientId.LONGEST_URL - 23);

    assertThat(DocumentUrl.parse(longest)).isPresent();
    assertThat(ClientId.isValid(longest)).isTrue();
    assertThat(DocumentUrl.parse(longest + "c")).isEmpty();
    assertThat(ClientId.isValid(longest + "c")).isFalse();
    assertThat(ClientId.isValid("c".repeat(129))).isFalse();
  }
}
