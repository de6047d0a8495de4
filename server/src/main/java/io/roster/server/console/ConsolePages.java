package io.roster.server.console;

import io.roster.server.console.frame.Page;
import io.roster.server.console.overview.OverviewPage;
import java.util.ArrayList;
import java.util.List;

/** Every page of the console, in the order of its navigation. */
public final class ConsolePages {
  private ConsolePages() {}

  /** All of them; one that asks the API for everything needs nothing else. */
  public static List<Page> all() {
    var pages = new ArrayList<Page>();
    pages.addAll(new OverviewPage().pages());
    return List.copyOf(pages);
  }
}
