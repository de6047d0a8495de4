package io.roster.spring.grant;

import io.roster.core.credential.Digest;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import java.util.Optional;

/**
 * What an authorization that was read from the store carries with it until it is saved again: the
 * revision to replace, and the digests of the token values nobody presented.
 */
record Loaded(Grant grant) {
  /** The attribute it is carried in. */
  static final String ATTRIBUTE = Loaded.class.getName();

  private static final String UNSEEN = "unseen:";

  /** Stands for a token value we don't know; no token can have a colon in it. */
  static String unseen(GrantHandle.Kind kind) {
    return UNSEEN + kind;
  }

  static boolean isUnseen(String tokenValue) {
    return tokenValue.startsWith(UNSEEN);
  }

  Optional<Digest> digest(GrantHandle.Kind kind) {
    return grant.handles().stream()
        .filter(handle -> handle.kind() == kind)
        .map(GrantHandle::digest)
        .findFirst();
  }
}
