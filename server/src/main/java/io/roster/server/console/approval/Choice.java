package io.roster.server.console.approval;

import java.util.Optional;

/** A client that a form names, and which revision of it was seen. */
record Choice(long revision, String id) {
  /** How a form writes it. */
  String text() {
    return revision + " " + id;
  }

  /** The If-Match that goes with it. */
  String tag() {
    return "\"" + revision + "\"";
  }

  static Optional<Choice> read(String text) {
    int space = text.indexOf(' ');
    return space > 0 && text.substring(0, space).matches("\\d{1,18}")
        ? Optional.of(
            new Choice(Long.parseLong(text.substring(0, space)), text.substring(space + 1)))
        : Optional.empty();
  }
}
