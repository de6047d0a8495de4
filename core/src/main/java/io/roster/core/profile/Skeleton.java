package io.roster.core.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a name when all that the eye overlooks is gone, after UTS 39 section 4: two names
 * with one skeleton can be taken for each other. For comparing only, never for showing.
 *
 * <p>Beyond UTS 39, case, marks, invisible characters and repeated spaces don't count, and neither
 * does the difference between i and l.
 */
public final class Skeleton {
  /** Letters by type that show nothing. */
  private static final String BLANKS = "\u115f\u1160\u2800\u3164\uffa0";

  private static final int MOST_STEPS = 2;

  private Skeleton() {}

  /** Returns the skeleton of a text. */
  public static String of(String text) {
    if (isAscii(text)) {
      return folded(text);
    }
    // One letter may turn into another that has a look-alike of its own, as capital sharp s does.
    var skeleton = folded(ascii(text));
    for (int i = 0; i < MOST_STEPS && !isAscii(skeleton); i++) {
      skeleton = folded(ascii(skeleton));
    }
    return skeleton;
  }

  /** Returns the letters and digits of the skeleton, with one space in place of all else. */
  public static String words(String text) {
    var skeleton = of(text);
    var words = new StringBuilder(skeleton.length());
    for (int i = 0; i < skeleton.length(); i++) {
      char c = skeleton.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        words.append(c);
      } else {
        space(words);
      }
    }
    return trimmed(words);
  }

  /** Case and look-alikes in ASCII; what isn't ASCII has no look-alike there, or is one already. */
  private static String folded(String text) {
    var skeleton = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      var prototype = Confusables.ofAscii(c);
      if (isSpace(c)) {
        space(skeleton);
      } else if (prototype == null) {
        fold(c, skeleton);
      } else {
        prototype.chars().forEach(p -> fold((char) p, skeleton));
      }
    }
    return trimmed(skeleton);
  }

  private static void fold(char c, StringBuilder skeleton) {
    char small = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    switch (small) {
      case 'i' -> skeleton.append('l');
      case 'm' -> skeleton.append("rn");
      default -> skeleton.append(small);
    }
  }

  /** The text with every character that looks like ASCII in ASCII. */
  private static String ascii(String text) {
    var plain = replaced(text, Confusables::of);
    var bare = bare(Normalizer.normalize(plain, Normalizer.Form.NFKD));
    // Upper case first: it has more letters in common, and sharp s has two letters only there.
    var cased = replaced(bare, Confusables::of).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return replaced(bare(Normalizer.normalize(cased, Normalizer.Form.NFKD)), Confusables::of);
  }

  private static String replaced(String text, IntFunction<@Nullable String> prototypes) {
    var result = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              var prototype = prototypes.apply(c);
              if (prototype == null) {
                result.appendCodePoint(c);
              } else {
                result.append(prototype);
              }
            });
    return result.toString();
  }

  private static String bare(String text) {
    var visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isOverlooked(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isOverlooked(int c) {
    return BLANKS.indexOf(c) >= 0
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.FORMAT,
              Character.SURROGATE ->
              true;
          default -> false;
        };
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x7f && (Character.isSpaceChar(c) || Character.isISOControl(c)));
  }

  private static void space(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static String trimmed(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
