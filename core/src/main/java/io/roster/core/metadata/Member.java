package io.roster.core.metadata;

/** One member of client metadata: its name on the wire and the type of its value. */
public final class Member<T> {
  private final String name;
  private final Shape<T> shape;

  private Member(String name, Shape<T> shape) {
    this.name = name;
    this.shape = shape;
  }

  static <T> Member<T> of(String name, Shape<T> shape) {
    return new Member<>(name, shape);
  }

  public String name() {
    return name;
  }

  Shape<T> shape() {
    return shape;
  }

  @Override
  public String toString() {
    return name;
  }
}
