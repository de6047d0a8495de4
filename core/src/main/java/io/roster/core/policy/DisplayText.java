package io.roster.core.policy;

/** Tells text that shows what it holds from text made to deceive the eye, Unicode TR 36. */
final class DisplayText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int LAST_LATIN = 0x2ff;

  /** Letters, marks and symbols by type that nevertheless show nothing. */
  private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  private DisplayText() {}

  /** Whether the text has something to see and nothing that hides or reorders what is seen. */
  static boolean isClean(String text) {
    int before = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      if (!isVisible(c) && !(isJoiner(c) && before > LAST_LATIN)) {
        return false;
      }
      before = c;
    }
    return !text.codePoints().allMatch(Character::isSpaceChar);
  }

  /** Joiners shape emoji and several scripts; between Latin letters they only hide. */
  private static boolean isJoiner(int c) {
    return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
  }

  private static boolean isVisible(int c) {
    if (BLANKS.indexOf(c) >= 0) {
      return false;
    }
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
