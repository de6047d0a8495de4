package io.roster.server.console.overview;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of days as bars, in the coordinates of an SVG element.
 *
 * @param days the same in words, oldest first
 * @param summary what it shows, for who doesn't see it
 */
public record DayChart(List<Bar> bars, List<Count> days, String summary, String most) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 150;
  private static final int GROUND = 126;
  private static final int TOP = 18;
  private static final int GAP = 4;

  /** One bar, its day in words, and the label below it, or "". */
  public record Bar(int x, int y, int width, int height, String title, String label) {}

  static DayChart of(List<Count> days) {
    long most = days.stream().mapToLong(Count::number).max().orElse(0);
    long all = days.stream().mapToLong(Count::number).sum();
    int step = days.isEmpty() ? WIDTH : WIDTH / days.size();
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      int height = height(day.number(), most);
      boolean labelled = i % 7 == (days.size() - 1) % 7;
      bars.add(
          new Bar(
              i * step + GAP / 2,
              GROUND - height,
              step - GAP,
              height,
              day.name() + ": " + day.text(),
              labelled ? day.name().substring(Math.min(5, day.name().length())) : ""));
    }
    var total = Count.of("", all).text();
    var summary =
        total
            + " clients of the last "
            + days.size()
            + " days are on the roster; at most "
            + Count.of("", most).text()
            + " came on one day.";
    return new DayChart(bars, List.copyOf(days), summary, Count.of("", most).text());
  }

  private static int height(long number, long most) {
    return number == 0 ? 0 : Math.max(2, Math.toIntExact((GROUND - TOP) * number / most));
  }
}
