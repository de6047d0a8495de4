package io.roster.core.metadata;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A set of scope tokens, RFC 6749 section 3.3, in the order they were named. */
public record Scope(List<String> tokens) {
  public Scope {
    tokens = List.copyOf(new LinkedHashSet<>(tokens));
  }

  /** Reads tokens separated by spaces; blank text is the empty scope. */
  public static Scope of(String text) {
    return new Scope(Arrays.stream(text.split(" ", -1)).filter(t -> !t.isEmpty()).toList());
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** Returns the tokens that the ceiling allows. */
  public Scope within(Scope ceiling) {
    var allowed = Set.copyOf(ceiling.tokens);
    return new Scope(tokens.stream().filter(allowed::contains).toList());
  }

  /** The tokens as the wire has them, separated by single spaces. */
  public String text() {
    return String.join(" ", tokens);
  }
}
