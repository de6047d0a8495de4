package io.roster.server.serve;

import io.roster.core.store.StoreUnavailableException;
import io.roster.server.data.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what a start failed with, the one line the operator needs. */
final class StartFailure {
  private StartFailure() {}

  /** A refusal where the operator can do something about it, and what was thrown otherwise. */
  static RuntimeException explained(RuntimeException thrown) {
    return causes(thrown)
        .flatMap(cause -> advice(cause).stream())
        .findFirst()
        .or(() -> causes(thrown).flatMap(cause -> unreadable(cause).stream()).findFirst())
        .<RuntimeException>map(Refusal::new)
        .orElse(thrown);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
  }

  /** A setting that has not even the right form; whatever refuses its value says more. */
  private static Optional<String> unreadable(Throwable cause) {
    return cause instanceof BindException bind && bind.getProperty() != null
        ? Optional.of(bind.getProperty().getName() + " has a value that can't be read")
        : Optional.empty();
  }

  private static Optional<String> advice(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> Optional.of(Refusal.inOneLine(refusal));
      case PortInUseException inUse ->
          Optional.of("port " + inUse.getPort() + " is in use; choose another with --port");
      case StoreUnavailableException e -> Optional.of(Refusal.inOneLine(e));
      case IllegalArgumentException e when isAboutASetting(e) -> Optional.of(Refusal.inOneLine(e));
      case IllegalStateException e when isAboutTheDatabase(e) -> Optional.of(Refusal.inOneLine(e));
      default -> Optional.empty();
    };
  }

  private static boolean isAboutASetting(IllegalArgumentException e) {
    return e.getMessage() != null && e.getMessage().startsWith("roster.");
  }

  private static boolean isAboutTheDatabase(IllegalStateException e) {
    return e.getMessage() != null && e.getMessage().startsWith("the database");
  }
}
