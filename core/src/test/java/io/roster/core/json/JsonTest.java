package io.roster.core.json;

import static io.roster.core.Bodies.members;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void anIntegerOfAtMost18DigitsHasAValue() {
    assertThat(new Json.Numeral("0").whole()).contains(0L);
    assertThat(new Json.Numeral("-42").whole()).contains(-42L);
    assertThat(new Json.Numeral("9".repeat(18)).whole()).contains(999_999_999_999_999_999L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1e3", "9999999999999999999", "-", ""})
  void anyOtherNumberHasNone(String literal) {
    assertThat(new Json.Numeral(literal).whole()).isEmpty();
  }

  @Test
  void membersAreFoundByTypeAndNullIsNone() {
    var object = members("text", "a", "number", 7, "null", Json.NULL);

    assertThat(object.text("text")).contains("a");
    assertThat(object.text("number")).isEmpty();
    assertThat(object.whole("number")).contains(7L);
    assertThat(object.whole("text")).isEmpty();
    assertThat(object.find("null")).isEmpty();
    assertThat(object.find("missing")).isEmpty();
    assertThat(object.find("text")).contains(Json.of("a"));
  }

  @Test
  void anObjectKeepsItsOrderAndIsItsOwn() {
    var values = new LinkedHashMap<String, Json>();
    values.put("b", Json.of(1));
    values.put("a", Json.of(2));

    var object = new Json.Members(values);
    values.clear();

    assertThat(object.values().keySet()).containsExactly("b", "a");
  }

  @Test
  void textsBecomeAnArray() {
    assertThat(Json.ofTexts(List.of("a", "b")))
        .isEqualTo(new Json.Items(List.of(Json.of("a"), Json.of("b"))));
  }
}
