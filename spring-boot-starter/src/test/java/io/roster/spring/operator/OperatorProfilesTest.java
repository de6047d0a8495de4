package io.roster.spring.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.roster.core.profile.Profile;
import io.roster.core.profile.Profiles;
import io.roster.http.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorProfilesTest {
  private static final Profiles OURS = Profiles.shipped(new JacksonJson());

  @TempDir Path directory;

  @Test
  void theOperatorsFileGoesOverOurs() throws IOException {
    var mine =
        over(
            """
            {"version": "mine", "profiles": [
              {"id": "grok", "disabled": true},
              {"id": "intern", "name": "Intern", "evidence": "captured",
               "redirect_uris": ["https://intern.example/callback"]}]}
            """);

    assertThat(mine.version()).isEqualTo(OURS.version() + "+mine");
    assertThat(mine.all())
        .extracting(Profile::id)
        .contains("intern", "cursor")
        .doesNotContain("grok");
  }

  @Test
  void aFaultNamesThePropertyAndThePlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over("{\"version\": \"1\", \"profiles\": [{\"id\": 1}]}"))
        .withMessage(
            "roster.policy.profiles-file names a file that is not right: "
                + "profiles[0].id must be text of 1 to 64 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over("{"))
        .withMessageStartingWith("roster.policy.profiles-file names a file that is not right: ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var missing = directory.resolve("missing.json");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperatorProfiles.over(OURS, missing, new JacksonJson()))
        .withMessageStartingWith("roster.policy.profiles-file names a file that can't be read: ")
        .withMessageEndingWith("missing.json");
  }

  private Profiles over(String text) throws IOException {
    var file = Files.writeString(directory.resolve("profiles.json"), text);
    return OperatorProfiles.over(OURS, file, new JacksonJson());
  }
}
