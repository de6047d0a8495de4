package io.roster.spring.client;

import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares client secrets with their digests; for people's passwords it is far too fast. */
public final class SecretDigests implements PasswordEncoder {
  private final Digester digester;

  public SecretDigests(Digester digester) {
    this.digester = digester;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : digester.digest(new Secret(secret.toString())).text();
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
    return secret != null
        && digest != null
        && !digest.isEmpty()
        && digester.matches(new Secret(secret.toString()), new Digest(digest));
  }
}
