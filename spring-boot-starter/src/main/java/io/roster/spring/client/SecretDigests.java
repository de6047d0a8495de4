package io.roster.spring.client;

import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares client secrets with their digests; for people's passwords it is far too fast. */
public final class SecretDigests implements PasswordEncoder {
  private static final char SEPARATOR = ' ';
  private static final char UNTIL = '@';

  private final Digester digester;
  private final InstantSource clock;

  public SecretDigests(Digester digester, InstantSource clock) {
    this.digester = digester;
    this.clock = clock;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : digester.digest(new Secret(secret.toString())).text();
  }

  /**
   * What a client has that proves itself by this secret, or for a while by the one before it. The
   * end of the first is Spring's to look at, that of the second is in the text.
   */
  static String joined(Credential current, Optional<Credential> previous) {
    var text = current.digest().text();
    return previous.map(credential -> text + SEPARATOR + bounded(credential)).orElse(text);
  }

  private static String bounded(Credential credential) {
    var text = credential.digest().text();
    return credential.expiresAt().map(end -> text + UNTIL + end.toEpochMilli()).orElse(text);
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String digests) {
    return secret != null
        && digests != null
        && !digests.isEmpty()
        && matches(new Secret(secret.toString()), digests);
  }

  private boolean matches(Secret secret, String digests) {
    int end = digests.indexOf(SEPARATOR);
    return end < 0
        ? matchesOne(secret, digests)
        : matchesOne(secret, digests.substring(0, end))
            || matches(secret, digests.substring(end + 1));
  }

  private boolean matchesOne(Secret secret, String digest) {
    int bound = digest.indexOf(UNTIL);
    if (bound < 0) {
      return digester.matches(secret, new Digest(digest));
    }
    var end = Instant.ofEpochMilli(Long.parseLong(digest.substring(bound + 1)));
    return clock.instant().isBefore(end)
        && digester.matches(secret, new Digest(digest.substring(0, bound)));
  }
}
