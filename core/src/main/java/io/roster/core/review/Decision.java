package io.roster.core.review;

import io.roster.core.client.ClientState;
import java.util.Optional;

/**
 * What an administrator decides about a client.
 *
 * @param reason what people are told who connect with it
 */
public record Decision(ClientState state, Optional<String> reason) {
  /** A decision without words. */
  public static Decision of(ClientState state) {
    return new Decision(state, Optional.empty());
  }
}
