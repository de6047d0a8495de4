package io.roster.core.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The characters that look like ASCII, UTS 39 section 4; the table is read at the first need. */
final class Confusables {
  static final String RESOURCE = "confusables.txt";

  private Confusables() {}

  /** Loaded apart, because few names ever need it. */
  private static final class Table {
    static final Map<Integer, String> PROTOTYPES = read();
  }

  /** Returns what an ASCII character looks like, or null when that is itself. */
  static @Nullable String ofAscii(char c) {
    return switch (c) {
      case '0' -> "O";
      case '1', 'I', '|' -> "l";
      case 'm' -> "rn";
      case '`' -> "'";
      case '"' -> "''";
      default -> null;
    };
  }

  /** Returns the ASCII text that a character looks like, or null when there is none. */
  static @Nullable String of(int codePoint) {
    return codePoint < 0x80 ? ofAscii((char) codePoint) : Table.PROTOTYPES.get(codePoint);
  }

  private static Map<Integer, String> read() {
    try (var file = Objects.requireNonNull(Confusables.class.getResourceAsStream(RESOURCE));
        var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      var prototypes = new HashMap<Integer, String>(4096);
      lines
          .lines()
          .dropWhile(line -> !line.isEmpty())
          .skip(1)
          .forEach(line -> put(line, prototypes));
      return Map.copyOf(prototypes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(String line, Map<Integer, String> prototypes) {
    var parts = line.split(" ", -1);
    Arrays.stream(parts)
        .skip(1)
        .forEach(hex -> prototypes.put(Integer.parseInt(hex, 16), parts[0]));
  }
}
