package io.roster.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How people's passwords are judged and hashed. */
public final class Passwords {
  private static final int SHORTEST = 8;
  // bcrypt looks at no more.
  private static final int LONGEST = 72;

  private Passwords() {}

  /** Hashes with bcrypt and says so in the hash, so that another algorithm can follow. */
  public static PasswordEncoder encoder() {
    return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
  }

  /** What is wrong with a password, if anything. */
  public static Optional<String> fault(String password) {
    int length = password.getBytes(UTF_8).length;
    return length >= SHORTEST && length <= LONGEST
        ? Optional.empty()
        : Optional.of("a password has " + SHORTEST + " to " + LONGEST + " bytes");
  }
}
