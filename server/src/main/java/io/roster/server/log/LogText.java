package io.roster.server.log;

/**
 * Strangers' text made fit for one line of a log or a terminal: nothing in it can end the line or
 * hide.
 */
public final class LogText {
  private static final int LONGEST = 80;

  private LogText() {}

  /** The text in quotes, escaped and cut to a length that a log can bear. */
  public static String quoted(String text) {
    var line = new StringBuilder("\"");
    int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST));
    text.substring(0, end).codePoints().forEach(c -> append(line, c));
    return line.append(end < text.length() ? "…\"" : "\"").toString();
  }

  /** The text without quotes, as long as it is. */
  public static String plain(String text) {
    var line = new StringBuilder();
    text.codePoints().forEach(c -> append(line, c));
    return line.toString().replace("\\\"", "\"");
  }

  private static void append(StringBuilder line, int c) {
    if (c == '"' || c == '\\') {
      line.append('\\').appendCodePoint(c);
    } else if (isPlain(c)) {
      line.appendCodePoint(c);
    } else {
      line.append(String.format("\\u{%x}", c));
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
