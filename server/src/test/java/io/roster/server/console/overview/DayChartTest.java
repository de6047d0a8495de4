package io.roster.server.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayChartTest {
  @Test
  void barsStayInTheirPicture() {
    var days =
        IntStream.range(0, 30).mapToObj(n -> Count.of("2026-01-%02d".formatted(n + 1), n * 97L));

    var chart = DayChart.of(days.toList());

    assertThat(chart.bars())
        .hasSize(30)
        .allMatch(bar -> bar.x() >= 0 && bar.x() + bar.width() <= DayChart.WIDTH)
        .allMatch(bar -> bar.y() >= 18 && bar.y() + bar.height() == 126);
    assertThat(chart.bars().getLast().label()).isEqualTo("01-30");
    assertThat(chart.bars().getLast().height()).isEqualTo(108);
  }

  @Test
  void nothingIsNoDivisionByZero() {
    var chart = DayChart.of(List.of(Count.of("2026-01-01", 0)));

    assertThat(chart.bars().getFirst().height()).isZero();
    assertThat(Count.barred(List.of(Count.of("none", 0))).getFirst().share()).isZero();
  }

  @Test
  void whatIsThereAtAllCanBeSeen() {
    var counts = Count.barred(List.of(Count.of("many", 1_000_000), Count.of("one", 1)));

    assertThat(counts.getFirst().share()).isEqualTo(100);
    assertThat(counts.getLast().share()).isEqualTo(1);
    assertThat(counts.getFirst().text()).isEqualTo("1,000,000");
  }
}
