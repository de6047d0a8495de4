package io.roster.core.policy;

/** Tells text that shows what it holds from text made to deceive the eye, Unicode TR 36. */
final class DisplayText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int LAST_LATIN = 0x2ff;

  /** More marks on one letter reach into the lines around it; UTS 39 section 5.4. */
  private static final int MOST_MARKS = 4;

  /** Letters, marks and symbols by type that nevertheless show nothing. */
  private static final String BLANKS =
      "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\ud834\udd59";

  private DisplayText() {}

  /** Whether the text has something to see and nothing that hides or reorders what is seen. */
  static boolean isClean(String text) {
    int before = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      if (!isShown(c, before)) {
        return false;
      }
      if (isMark(c)) {
        marks++;
      } else if (!isJoiner(c)) {
        marks = 0;
      }
      if (marks > MOST_MARKS) {
        return false;
      }
      before = c;
    }
    return !text.codePoints().allMatch(Character::isSpaceChar);
  }

  /** Whether a character shows, or changes how the one before it shows. */
  private static boolean isShown(int c, int before) {
    if (isJoiner(c)) {
      return before > LAST_LATIN;
    }
    if (isVariationSelector(c)) {
      return hasVariants(before);
    }
    // A mark at the start would sit on the text before, and the same mark again on the first.
    return isVisible(c) && !(isMark(c) && (before == 0 || before == c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
  }

  /**
   * Symbols, digits of keycaps and ideographs have variants; on other letters nothing would show.
   */
  private static boolean hasVariants(int c) {
    return Character.isIdeographic(c)
        || switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL,
              Character.MATH_SYMBOL,
              Character.MODIFIER_SYMBOL,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.OTHER_NUMBER,
              Character.ENCLOSING_MARK,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
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
