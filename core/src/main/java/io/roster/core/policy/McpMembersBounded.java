package io.roster.core.policy;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The private MCP members are short words; they are kept and told again, nothing more. */
record McpMembersBounded(int most, int longest) implements Strippable {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]*");

  @Override
  public List<Violation> check(Candidate candidate) {
    var metadata = candidate.metadata();
    var violations = new ArrayList<Violation>();
    if (metadata.get(Members.MCP_VERSION).filter(version -> !isWord(version)).isPresent()) {
      violations.add(
          Violation.metadata(Members.MCP_VERSION, "use a protocol version such as 2026-07-28"));
    }
    var capabilities = metadata.get(Members.MCP_CAPABILITIES).orElse(List.of());
    if (capabilities.size() > most || !capabilities.stream().allMatch(this::isWord)) {
      violations.add(
          Violation.metadata(
              Members.MCP_CAPABILITIES, "send at most " + most + " words of letters and digits"));
    }
    return violations;
  }

  @Override
  public ClientMetadata stripped(Candidate candidate) {
    return candidate.metadata().without(Members.MCP_VERSION).without(Members.MCP_CAPABILITIES);
  }

  private boolean isWord(String text) {
    return text.length() <= longest && WORD.matcher(text).matches();
  }
}
