package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that have a form or a number to keep to: contacts, languages, MCP's own. */
class BoundedMembersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ops@client.example.com", "a+b@h", "https://client.example.com/support",
        "mailto:ops@client.example.com", "tel:+15551234", "j\u00f6rg@h.example"
      })
  void aContactCanBeWrittenTo(String contact) {
    assertThat(violations(Members.CONTACTS, List.of(contact))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "john doe",
        "@h",
        "a@",
        "a@b@c",
        "a b@h",
        "<a@h>",
        "javascript:alert(1)",
        "ops@h\u202e.example",
        "a@h\n"
      })
  void aContactThatCanNotIsNamedByItsPosition(String contact) {
    assertThat(violations(Members.CONTACTS, List.of("ops@h.example", contact)))
        .extracting(Violation::field)
        .containsExactly("contacts[1]");
  }

  @Test
  void thereAreAtMost32ContactsOf256Characters() {
    assertThat(violations(Members.CONTACTS, List.of())).isEmpty();
    assertThat(violations(Members.CONTACTS, Collections.nCopies(32, "a@h"))).isEmpty();
    assertThat(violations(Members.CONTACTS, Collections.nCopies(33, "a@h"))).hasSize(1);
    assertThat(violations(Members.CONTACTS, List.of("a".repeat(254) + "@h"))).isEmpty();
    assertThat(violations(Members.CONTACTS, List.of("a".repeat(255) + "@h"))).hasSize(1);
  }

  @Test
  void thereAreAtMost32MembersWithALanguage() {
    assertThat(violations(inLanguages(32))).isEmpty();
    assertThat(violations(inLanguages(33))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2026-07-28", "draft", "1.0"})
  void anMcpVersionIsAWordThatNeedNotBeKnown(String version) {
    assertThat(violations(Members.MCP_VERSION, version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "<b>", "a b", "-", "\u202e"})
  void anMcpVersionIsNothingElse(String version) {
    assertThat(violations(Members.MCP_VERSION, version))
        .extracting(Violation::field)
        .containsExactly("mcp_version");
    assertThat(violations(Members.MCP_CAPABILITIES, List.of("tools", version)))
        .extracting(Violation::field)
        .containsExactly("mcp_capabilities");
  }

  @Test
  void thereAreAtMost32McpCapabilitiesOf256Characters() {
    assertThat(violations(Members.MCP_CAPABILITIES, List.of())).isEmpty();
    assertThat(violations(Members.MCP_CAPABILITIES, numbered(32))).isEmpty();
    assertThat(violations(Members.MCP_CAPABILITIES, numbered(33))).hasSize(1);
    assertThat(violations(Members.MCP_CAPABILITIES, List.of("a".repeat(256)))).isEmpty();
    assertThat(violations(Members.MCP_CAPABILITIES, List.of("a".repeat(257)))).hasSize(1);
    assertThat(violations(Members.MCP_VERSION, "1".repeat(257))).hasSize(1);
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
  }

  private static ClientMetadata inLanguages(int count) {
    var metadata = VALID;
    for (int i = 0; i < count; i++) {
      metadata = metadata.with(new Localized(Members.CLIENT_NAME, "x-" + i, "name"));
    }
    return metadata;
  }
}
