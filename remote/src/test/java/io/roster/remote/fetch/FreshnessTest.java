package io.roster.remote.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
  private static final String NOON = "Mon, 23 Nov 2026 12:00:00 GMT";

  @ParameterizedTest
  @CsvSource({
    "max-age=60, '', 60",
    "'public, MAX-AGE=\"60\"', '', 60",
    "'max-age=60, s-maxage=90', '', 90",
    "max-age=60, 20, 40",
    "max-age=60, 90, 0",
    "max-age=60, soon, 60",
    "no-store, '', 0",
    "'no-cache=\"x\", max-age=60', '', 0",
    "'private, max-age=60', '', 0",
    "'privately=1, max-age=60', '', 60"
  })
  void aLifeIsWhatIsLeftOfTheOneForSharedCaches(String control, String age, long seconds) {
    var response = new BasicHttpResponse(200);
    response.setHeader("Cache-Control", control);
    response.setHeader("Age", age);

    assertThat(Freshness.of(response)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"'Mon, 23 Nov 2026 12:01:00 GMT', 60", "'Mon, 23 Nov 2026 11:59:00 GMT', 0", "0, 0"})
  void withoutOneAnEndCounts(String expires, long seconds) {
    var response = new BasicHttpResponse(200);
    response.setHeader("Date", NOON);
    response.setHeader("Expires", expires);

    assertThat(Freshness.of(response)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void aHostNeedNotSay() {
    assertThat(Freshness.of(new BasicHttpResponse(200))).isEmpty();
  }
}
