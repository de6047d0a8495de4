package io.roster.server.console.overview;

import io.roster.core.json.Json;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Moment;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code /}: the state of the roster at a glance. */
public final class OverviewPage {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration FORESEEN = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration GLANCE = Duration.ofMillis(400);
  private static final int MOST_REFUSALS = 1000;
  private static final int MOST_LINES = 10;

  private final InstantSource clock;
  private final Kept statistics;
  private final Kept refusals;
  private final Kept forecast;

  public OverviewPage(InstantSource clock) {
    this.clock = clock;
    this.statistics = new Kept(clock, FRESH);
    this.refusals = new Kept(clock, FRESH);
    this.forecast = new Kept(clock, FORESEEN);
  }

  public List<Page> pages() {
    return List.of(Page.get("/", this::show).named("Overview"));
  }

  private PageReply show(PageCall call) {
    var reply = statistics.within(PATIENCE, () -> call.get("statistics"));
    if (reply.isEmpty() || reply.get().status() != 200) {
      return PageReply.refused(reply.orElseGet(() -> call.get("statistics")));
    }
    var body = reply.get().body().orElseThrow();
    var model = new LinkedHashMap<String, Object>();
    model.put("clients", Count.of("", body.whole("clients").orElse(0L)).text());
    model.put("states", states(body));
    model.put("tiers", barred(counts(body, "tiers"), "tier"));
    model.put(
        "endings", Count.barred(counts(body, "endings").stream().map(Count::inWords).toList()));
    model.put("chart", DayChart.of(counts(body, "days")));
    sample(body, model);
    refused(call, model);
    foreseen(call, model);
    return PageReply.shown("overview", "Overview", model);
  }

  private static List<Count> states(Json.Members body) {
    return counts(body, "states").stream()
        .map(
            state ->
                state.listedAt(
                    state.name().equals("pending")
                        ? "/approvals"
                        : Addresses.of("/clients", Map.of("state", state.name()))))
        .toList();
  }

  private static List<Count> barred(List<Count> counts, String filter) {
    return Count.barred(counts).stream()
        .map(c -> c.listedAt(Addresses.of("/clients", Map.of(filter, c.name()))))
        .toList();
  }

  /** The applications that come most, of the newest clients. */
  private static void sample(Json.Members body, Map<String, Object> model) {
    var sample = object(body, "sample");
    var names =
        counts(sample, "names").stream()
            .limit(MOST_LINES)
            .map(c -> c.name().isBlank() ? new Count("(no name)", c.number(), false, 0, "") : c)
            .toList();
    model.put("names", Count.barred(names));
    model.put("sampled", Count.of("", sample.whole("clients").orElse(0L)).text());
  }

  /** What the rules turned away, as far as the audit trail is read back. */
  private void refused(PageCall call, Map<String, Object> model) {
    var asked = Map.of("action", "registration_refused", "limit", Integer.toString(MOST_REFUSALS));
    var entries =
        refusals
            .within(PATIENCE, () -> call.get(asked, "audit"))
            .flatMap(AdminReply::body)
            .map(body -> Lists.items(body, "items"))
            .orElse(List.of());
    var byRule = new TreeMap<String, Long>();
    for (var entry : entries) {
      Lists.items(entry, "rules").stream()
          .filter(rule -> rule.text("decision").filter("rejected"::equals).isPresent())
          .flatMap(rule -> rule.text("rule").stream())
          .distinct()
          .forEach(rule -> byRule.merge(rule, 1L, Long::sum));
    }
    var counts =
        byRule.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_LINES)
            .map(entry -> Count.of(entry.getKey(), entry.getValue()))
            .toList();
    model.put("rules", Count.barred(counts));
    model.put("refusals", entries.size());
    model.put("moreRefusals", entries.size() >= MOST_REFUSALS);
    model.put(
        "refusedSince",
        entries.isEmpty()
            ? Moment.NEVER
            : Moment.of(entries.getLast().text("at"), clock.instant()));
  }

  /** What a purge would end; that takes a while to find out where there are many clients. */
  private void foreseen(PageCall call, Map<String, Object> model) {
    var body = forecast.within(GLANCE, () -> call.get("purge")).flatMap(AdminReply::body);
    var counts = new ArrayList<Count>();
    for (var count : body.map(told -> Lists.items(told, "ended")).orElse(List.of())) {
      var why = count.text("ending").orElse("").replace('-', ' ').replace('_', ' ');
      var name = count.text("tier").orElse("") + ", " + why.toLowerCase(Locale.ROOT);
      counts.add(Count.of(name, count.whole("clients").orElse(0L)));
    }
    model.put("foreseen", body.isPresent());
    model.put("forecast", Count.barred(counts));
    var total = body.flatMap(told -> told.whole("total")).orElse(0L);
    model.put("ending", Count.of("", total).text());
    model.put(
        "wholeForecast",
        body.filter(told -> Json.TRUE.equals(told.values().get("complete"))).isPresent());
  }

  private static List<Count> counts(Json.Members body, String name) {
    return Lists.items(body, name).stream().map(Count::of).toList();
  }

  private static Json.Members object(Json.Members body, String name) {
    return body.values().get(name) instanceof Json.Members found
        ? found
        : new Json.Members(Map.of());
  }
}
