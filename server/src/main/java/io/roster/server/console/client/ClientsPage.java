package io.roster.server.console.client;

import io.roster.server.console.client.ClientSearch.Outcome.Found;
import io.roster.server.console.client.ClientSearch.Outcome.Refused;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code /clients}: finds clients while one types. */
public final class ClientsPage {
  private final InstantSource clock;

  public ClientsPage(InstantSource clock) {
    this.clock = clock;
  }

  public List<Page> pages() {
    return List.of(Page.get(ClientFilters.PATH, this::show).named("Clients"));
  }

  private PageReply show(PageCall call) {
    var now = clock.instant();
    var filters = ClientFilters.of(call);
    return switch (new ClientSearch(call, filters, now).run()) {
      case Found found -> page(call, filters, found, now);
      case Refused(var problem) -> PageReply.refused(problem);
    };
  }

  private static PageReply page(PageCall call, ClientFilters filters, Found found, Instant now) {
    var model = new LinkedHashMap<String, Object>();
    model.put("filters", filters);
    model.put("q", filters.value("q"));
    model.put("host", filters.value("redirect_host"));
    model.put("software", filters.value("software"));
    model.put("deleted", call.query("done").equals("deleted"));
    model.put("found", found);
    model.put("clients", found.clients().stream().map(c -> ClientLine.of(c, now)).toList());
    return PageReply.shown("clients", "Clients", model);
  }
}
