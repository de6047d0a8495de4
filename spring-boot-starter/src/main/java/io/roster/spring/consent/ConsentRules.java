package io.roster.spring.consent;

import java.time.Duration;

/**
 * When what a person allowed before is enough.
 *
 * @param rememberedFor how long a consent counts once it was given
 * @param skipPage whom it spares the page
 */
public record ConsentRules(Duration rememberedFor, SkipPage skipPage) {
  /** Whose people are not asked again for what they allowed before. */
  public enum SkipPage {
    /** Nobody's. */
    NEVER,
    /**
     * Those of clients that show who they are: by a secret or key, or because the answer goes to an
     * https address, where only they receive it. OAuth 2.1 section 7.3.
     */
    PROVEN,
    /** Everybody's, also of what any program on the person's computer could pose as. */
    ALWAYS
  }
}
