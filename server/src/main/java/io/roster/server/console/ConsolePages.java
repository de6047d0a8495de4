package io.roster.server.console;

import io.roster.server.console.approval.ApprovalsPage;
import io.roster.server.console.client.ClientActions;
import io.roster.server.console.client.ClientsPage;
import io.roster.server.console.frame.Page;
import io.roster.server.console.overview.OverviewPage;
import io.roster.server.console.people.AdministratorsPage;
import io.roster.server.console.rules.PoliciesPage;
import io.roster.server.console.setting.SettingsPage;
import io.roster.server.console.token.InitialTokensPage;
import io.roster.server.console.trail.AuditPage;
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
    pages.addAll(new ApprovalsPage(clock).pages());
    pages.addAll(new InitialTokensPage(clock).pages());
    pages.addAll(new PoliciesPage().pages());
    pages.addAll(new AuditPage(clock).pages());
    pages.addAll(new SettingsPage().pages());
    pages.addAll(new AdministratorsPage(clock).pages());
    return List.copyOf(pages);
  }
}
