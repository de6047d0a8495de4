package io.roster.server.login;

import java.util.List;

/** How people may sign in: with passwords of ours, or elsewhere. */
public record LoginChoices(boolean passwords, List<Elsewhere> others) {
  public LoginChoices {
    others = List.copyOf(others);
  }

  /** An identity provider, what people call it, and where signing in there begins. */
  public record Elsewhere(String label, String path) {}
}
