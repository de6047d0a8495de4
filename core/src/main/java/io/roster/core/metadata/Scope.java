package io.roster.core.metadata;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A set of scope tokens, RFC 6749 section 3.3, in the order they were named. */
public record Scope(List<String> tokens) {
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  public Scope {
    tokens = List.copyOf(new LinkedHashSet<>(tokens));
  }

  /** Reads tokens separated by spaces; blank text is the empty scope. */
  public static Scope of(String text) {
    return new Scope(Arrays.stream(text.split(" ", -1)).filter(t -> !t.isEmpty()).toList());
  }

  /** Whether every token has only characters that a token may have. */
  public boolean isWellFormed() {
    return tokens.stream().allMatch(token -> TOKEN.matcher(token).matches());
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** Returns the tokens that the ceiling allows. */
  public Scope within(Scope ceiling) {
    var allowed = Set.copyOf(ceiling.tokens);
    return new Scope(tokens.stream().filter(allowed::contains).toList());
  }

  /** Returns the tokens that are not among these. */
  public Scope outside(Scope others) {
    var known = Set.copyOf(others.tokens);
    return new Scope(tokens.stream().filter(token -> !known.contains(token)).toList());
  }

  /** Returns these tokens and, after them, the others. */
  public Scope and(Scope others) {
    return new Scope(Stream.concat(tokens.stream(), others.tokens.stream()).toList());
  }

  /** Returns all tokens but this one. */
  public Scope without(String token) {
    return new Scope(tokens.stream().filter(other -> !other.equals(token)).toList());
  }

  /** The tokens as the wire has them, separated by single spaces. */
  public String text() {
    return String.join(" ", tokens);
  }
}
