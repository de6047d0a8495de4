package io.roster.core.store;

import io.roster.core.client.ClientId;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param after the identifier the last page ended with, if there was one
 * @param limit how many clients a page has at most
 * @param newestFirst whether the list is read from its end
 */
public record Paging(Optional<ClientId> after, int limit, boolean newestFirst) {
  public Paging {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has no less than 1 client");
    }
  }

  /** The beginning of a list, oldest first. */
  public static Paging first(int limit) {
    return new Paging(Optional.empty(), limit, false);
  }

  /** The part after this client, in the same direction. */
  public Paging after(ClientId last) {
    return new Paging(Optional.of(last), limit, newestFirst);
  }
}
