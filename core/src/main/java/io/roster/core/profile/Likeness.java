package io.roster.core.profile;

import io.roster.core.uri.RedirectUri;

/** What a client's own claims say about which application it is, RFC 7591 section 5. */
public sealed interface Likeness {
  Unknown UNKNOWN = new Unknown();

  /** It claims no application we know, or not enough of one. */
  record Unknown() implements Likeness {}

  /** It claims an application and codes go only where that one receives them. Proves nothing. */
  record LooksLike(Profile profile) implements Likeness {}

  /** It claims an application and has codes sent elsewhere. */
  record Impersonates(Profile profile, RedirectUri foreign) implements Likeness {}
}
