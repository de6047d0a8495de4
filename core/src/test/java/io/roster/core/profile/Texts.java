package io.roster.core.profile;

import java.util.Random;

/** Arbitrary text: any UTF-16 units, well-formed or not, with much of what names are made of. */
final class Texts {
  private static final String PARTS =
      "ClaudeCursor CODE(m1I0)-_./:*%2f\u0421\u200d\ufe0f\u0301\u202e\u3164\uff23\u00df\ud83d\ude80";

  private Texts() {}

  static String any(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(24);
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(4) == 0
              ? (char) random.nextInt(0x10000)
              : PARTS.charAt(random.nextInt(PARTS.length())));
    }
    return text.toString();
  }
}
