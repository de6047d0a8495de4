package io.roster.core.json;

import static io.roster.core.Bodies.members;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The object cases of RFC 7396 appendix A. */
class MergePatchTest {
  @Test
  void aMemberIsReplacedOrAdded() {
    assertMerged(members("a", "b"), members("a", "c"), members("a", "c"));
    assertMerged(members("a", "b"), members("b", "c"), members("a", "b", "b", "c"));
  }

  @Test
  void nullRemovesAMember() {
    assertMerged(members("a", "b"), members("a", Json.NULL), members());
    assertMerged(members("a", "b", "b", "c"), members("a", Json.NULL), members("b", "c"));
    assertMerged(members("a", "b"), members("x", Json.NULL), members("a", "b"));
  }

  @Test
  void anArrayIsReplacedAsAWhole() {
    assertMerged(members("a", List.of("b")), members("a", "c"), members("a", "c"));
    assertMerged(members("a", "c"), members("a", List.of("b")), members("a", List.of("b")));
    assertMerged(members("a", List.of(1, 2)), members("a", List.of(3)), members("a", List.of(3)));
  }

  @Test
  void objectsMergeAtEveryDepth() {
    assertMerged(
        members("a", members("b", "c", "e", "f")),
        members("a", members("b", "d", "e", Json.NULL)),
        members("a", members("b", "d")));
    assertMerged(
        members(),
        members("a", members("bb", members("ccc", Json.NULL))),
        members("a", members("bb", members())));
  }

  @Test
  void anObjectTakesThePlaceOfWhatIsNone() {
    assertMerged(
        members("a", List.of(1)),
        members("a", members("b", true)),
        members("a", members("b", true)));
  }

  @Test
  void numbersAndFlagsAreReplaced() {
    assertMerged(
        members("a", 1, "b", true), members("a", 2, "b", false), members("a", 2, "b", false));
  }

  @Test
  void theTargetIsLeftAlone() {
    var target = members("a", "b");

    MergePatch.apply(target, members("a", "c"));

    assertThat(target).isEqualTo(members("a", "b"));
  }

  private static void assertMerged(Json.Members target, Json.Members patch, Json.Members expected) {
    assertThat(MergePatch.apply(target, patch)).isEqualTo(expected);
  }
}
