package io.roster.server.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The files that pages load: one style sheet, one script, one picture. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "/console.css", "text/css;charset=utf-8",
          "/console.js", "text/javascript;charset=utf-8",
          "/console.svg", "image/svg+xml");

  private Assets() {}

  static Optional<Answer> find(String path) {
    return Optional.ofNullable(TYPES.get(path)).map(type -> Answer.file(type, content(path)));
  }

  private static String content(String path) {
    try {
      return new ClassPathResource("templates/console" + path).getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the console's own file is missing: " + path, e);
    }
  }
}
