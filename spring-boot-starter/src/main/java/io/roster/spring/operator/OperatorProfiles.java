package io.roster.spring.operator;

import io.roster.core.json.JsonCodec;
import io.roster.core.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The profiles an operator lays over ours, {@code roster.policy.profiles-file}. */
public final class OperatorProfiles {
  private static final String PROPERTY = "roster.policy.profiles-file";
  private static final int LONGEST = 1 << 20;

  private OperatorProfiles() {}

  /** Returns ours under those of the file; throws IllegalArgumentException that names the fault. */
  public static Profiles over(Profiles ours, Path file, JsonCodec codec) {
    try {
      return ours.overriddenBy(codec.read(text(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(PROPERTY + " names a file that can't be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PROPERTY + " names a file that is not right: " + e.getMessage(), e);
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IllegalArgumentException("it must not be longer than " + LONGEST + " bytes");
    }
    return Files.readString(file);
  }
}
