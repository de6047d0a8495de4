package io.roster.core.policy;

import static io.roster.core.policy.Candidates.VALID;
import static io.roster.core.policy.Candidates.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.metadata.Localized;
import io.roster.core.metadata.Member;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesOnTheWebTest {
  private static final List<String> PAGES =
      List.of(
          "https://client.example.com/",
          "https://client.example.com/logo.png?v=1#top",
          "http://client.example.com/privacy",
          "http://localhost:3000/");

  private static final List<String> NO_PAGES =
      List.of(
          "javascript:alert(1)",
          "JavaScript:alert(1)",
          "vbscript:msgbox(1)",
          "data:text/html,<script>alert(1)</script>",
          "data:image/png;base64,AAAA",
          "file:///etc/passwd",
          "ftp://client.example.com/",
          "not-a-url",
          "/relative/path",
          "//client.example.com/",
          "https://",
          "https://user@client.example.com/",
          "https://client.example.com\\@evil.example/",
          "https://client.example.com/b\u00fccher",
          "https://client.example.com/" + "a".repeat(2048));

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasAWebAddressInEveryLanguage(Member<String> member) {
    for (var address : PAGES) {
      assertThat(violations(member, address)).isEmpty();
      assertThat(violations(VALID.with(new Localized(member, "fr", address)))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingElseIsShownAsALinkInAnyLanguage(Member<String> member) {
    for (var address : NO_PAGES) {
      assertThat(violations(member, address))
          .as(address)
          .extracting(Violation::field)
          .containsExactly(member.name());
      assertThat(violations(VALID.with(new Localized(member, "fr", address))))
          .as(address)
          .extracting(Violation::field)
          .containsExactly(member.name() + "#fr");
    }
  }

  private static List<Member<String>> pages() {
    return Members.PAGES;
  }
}
