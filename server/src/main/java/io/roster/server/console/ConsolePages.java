package io.roster.server.console;

import io.roster.server.console.client.ClientActions;
import io.roster.server.console.client.ClientsPage;
import io.roster.server.console.frame.Page;
import io.roster.server.console.overview.OverviewPage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every page of the console, in the order of its navigation. */
public final class ConsolePages {
  private ConsolePages() {}

  /** All of them; one that asks the API for everything needs nothing else. */
  public static List<Page> all(InstantSource clock) {
    var pages = new ArrayList<Page>();
    pages.addAll(new OverviewPage(clock).pages());
    pages.addAll(new ClientsPage(clock).pages());
    pages.addAll(new ClientActions(clock).pages());
    return List.copyOf(pages);
  }
}
