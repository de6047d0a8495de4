package io.roster.core.event;

/** Takes events after the fact, on the thread that caused them; must be quick and never throw. */
@FunctionalInterface
public interface ClientEvents {
  void publish(ClientEvent event);

  /** Takes no notice of anything. */
  static ClientEvents ignored() {
    return event -> {};
  }
}
