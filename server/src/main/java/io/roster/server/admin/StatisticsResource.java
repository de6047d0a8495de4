package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.client.Client;
import io.roster.core.client.ClientIdIssuer;
import io.roster.core.client.ClientState;
import io.roster.core.json.Json;
import io.roster.core.store.ClientQuery;
import io.roster.core.store.Paging;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.store.client.ClientFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /api/v1/statistics}: how many clients there are, and what the newest look like. */
final class StatisticsResource {
  private static final int SAMPLE = 1000;
  private static final int MOST_NAMES = 20;
  private static final Duration RECENT = Duration.ofDays(30);

  private final Roster roster;
  private final ClientFigures figures;

  StatisticsResource(Roster roster, ClientFigures figures) {
    this.roster = roster;
    this.figures = figures;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/statistics", "getStatistics")
            .by(
                Role.VIEWER,
                "Counts clients by tier and state, by the day of 30 on which they registered, those"
                    + " that went in 30 days by reason, and the newest thousand by day and name.")
            .answers("Statistics")
            .does(this::answer));
  }

  private AdminReply answer(AdminCall call) {
    var tiers = figures.tiers();
    long all = tiers.values().stream().mapToLong(Long::longValue).sum();
    var answer = new LinkedHashMap<String, Json>();
    answer.put("clients", Json.of(all));
    answer.put(
        "tiers",
        new Json.Items(
            tiers.entrySet().stream()
                .map(e -> figure(e.getKey().wireName(), e.getValue()))
                .toList()));
    answer.put("states", states(all));
    answer.put("days", days());
    answer.put("endings", endings());
    answer.put("sample", sample());
    return AdminReply.of(200, new Json.Members(answer));
  }

  private Json states(long all) {
    var held = figures.heldBack();
    long others = held.values().stream().mapToLong(Long::longValue).sum();
    boolean exact = held.values().stream().allMatch(count -> count < ClientFigures.MOST);
    var items = new ArrayList<Json>();
    // What isn't counted to its end makes the rest look larger than it is.
    items.add(bounded(ClientState.ACTIVE.wireName(), exact ? all - others : 0, !exact));
    held.forEach(
        (state, count) -> items.add(bounded(state.wireName(), count, count >= ClientFigures.MOST)));
    return new Json.Items(items);
  }

  /** Identifiers tell when they were issued; clients that are known by a document have none. */
  private Json days() {
    var prefix = roster.settings().clientIdPrefix();
    var today = LocalDate.ofInstant(roster.clock().instant(), ZoneOffset.UTC);
    var days = today.minusDays(RECENT.toDays() - 1).datesUntil(today.plusDays(1)).toList();
    var counts =
        figures.between(
            days.stream()
                .map(
                    day ->
                        new ClientFigures.Range(begin(prefix, day), begin(prefix, day.plusDays(1))))
                .toList());
    var items = new ArrayList<Json>();
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      items.add(bounded(days.get(i).toString(), count, count >= ClientFigures.MOST));
    }
    return new Json.Items(items);
  }

  private static String begin(String prefix, LocalDate day) {
    return ClientIdIssuer.first(prefix, day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Json endings() {
    var ended = figures.ended(roster.clock().instant().minus(RECENT));
    boolean cut = ended.values().stream().mapToLong(Long::longValue).sum() >= ClientFigures.MOST;
    return new Json.Items(
        ended.entrySet().stream()
            .map(e -> bounded(e.getKey().wireName(), e.getValue(), cut))
            .toList());
  }

  private Json sample() {
    var paging = new Paging(Optional.empty(), SAMPLE, true);
    var page = roster.search().search(ClientQuery.ALL, paging);
    var sample = new LinkedHashMap<String, Json>();
    sample.put("clients", Json.of(page.clients().size()));
    sample.put("complete", Json.of(page.next().isEmpty()));
    Function<Client, String> day =
        client -> LocalDate.ofInstant(client.issuedAt(), ZoneOffset.UTC).toString();
    var days = Map.Entry.<String, Long>comparingByKey();
    sample.put("days", counted(page.clients(), day, days, SAMPLE));
    Function<Client, String> name = client -> client.metadata().clientName().orElse("");
    var most = Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(days);
    sample.put("names", counted(page.clients(), name, most, MOST_NAMES));
    return new Json.Members(sample);
  }

  private static Json counted(
      List<Client> clients,
      Function<Client, String> by,
      Comparator<Map.Entry<String, Long>> order,
      int most) {
    return new Json.Items(
        clients.stream()
            .collect(Collectors.groupingBy(by, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(order)
            .limit(most)
            .map(entry -> figure(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Json figure(String name, long clients) {
    var figure = new LinkedHashMap<String, Json>();
    figure.put("name", Json.of(name));
    figure.put("clients", Json.of(clients));
    return new Json.Members(figure);
  }

  private static Json bounded(String name, long clients, boolean atLeast) {
    var figure = new LinkedHashMap<String, Json>();
    figure.put("name", Json.of(name));
    figure.put("clients", Json.of(clients));
    figure.put("at_least", Json.of(atLeast));
    return new Json.Members(figure);
  }
}
