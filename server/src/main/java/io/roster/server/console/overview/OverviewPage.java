package io.roster.server.console.overview;

import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.util.List;
import java.util.Map;

/** {@code /}: the state of the roster at a glance. */
public final class OverviewPage {
  public List<Page> pages() {
    return List.of(Page.get("/", this::show).named("Overview"));
  }

  private PageReply show(PageCall call) {
    var statistics = call.get("statistics");
    if (statistics.status() != 200) {
      return PageReply.refused(statistics);
    }
    long clients = statistics.body().flatMap(body -> body.whole("clients")).orElse(0L);
    return PageReply.shown("overview", "Overview", Map.of("clients", clients));
  }
}
