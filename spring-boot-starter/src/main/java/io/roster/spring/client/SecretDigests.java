package io.roster.spring.client;

import io.roster.core.credential.Credential;
import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares client secrets with their digests; for people's passwords it is far too fast. */
public final class SecretDigests implements PasswordEncoder {
  private static final char SEPARATOR = ' ';

  private final Digester digester;

  public SecretDigests(Digester digester) {
    this.digester = digester;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : digester.digest(new Secret(secret.toString())).text();
  }

  /** What a client has that proves itself by this secret, or for a while by the one before it. */
  static String joined(Credential current, Optional<Credential> previous) {
    var text = current.digest().text();
    return previous.map(credential -> text + SEPARATOR + credential.digest().text()).orElse(text);
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
        ? digester.matches(secret, new Digest(digests))
        : digester.matches(secret, new Digest(digests.substring(0, end)))
            || matches(secret, digests.substring(end + 1));
  }
}
