package io.roster.server.console.client;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.console.client.ClientPage.Notice;
import io.roster.server.console.frame.Addresses;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /clients/{id}} and its buttons. Each form says which revision of the client it shows:
 * whoever decides on something else than they saw is told so, and shown what it is now.
 */
public final class ClientActions {
  private static final String CLIENT = "/clients/{id}";

  private final ClientPage page;

  public ClientActions(InstantSource clock) {
    this.page = new ClientPage(clock);
  }

  public List<Page> pages() {
    var pages = new ArrayList<Page>();
    pages.add(Page.get(CLIENT, page::show));
    for (var verb : List.of("approve", "deny", "disable", "enable")) {
      pages.add(action(verb, call -> done(call, verb, decide(call, verb))));
    }
    pages.add(
        action("revoke-grants", call -> done(call, "revoke-grants", post(call, "revoke-grants"))));
    pages.add(action("delete", this::delete));
    pages.add(
        action(
            "rotate-secret",
            call ->
                issued(
                    call,
                    post(call, "rotate-secret"),
                    "client_secret",
                    "The new secret. It is shown this once; the one before stays valid for a"
                        + " while.")));
    pages.add(
        action(
            "reissue-token",
            call ->
                issued(
                    call,
                    post(call, "registration-token"),
                    "registration_access_token",
                    "The new registration access token. It is shown this once.")));
    pages.add(
        action(
            "revoke-token",
            call -> {
              var id = call.variable();
              var reply = call.delete(seen(call), "clients", id, "registration-token");
              return done(call, "revoke-token", reply);
            }));
    return List.copyOf(pages);
  }

  private static Page action(String verb, Function<PageCall, PageReply> action) {
    return Page.post(CLIENT + "/" + verb, Role.OPERATOR, action);
  }

  private static AdminReply decide(PageCall call, String verb) {
    var reason = call.field("reason").strip();
    return reason.isEmpty()
        ? post(call, verb)
        : call.post(
            seen(call),
            new Json.Members(Map.of("reason", Json.of(reason))),
            "clients",
            call.variable(),
            verb);
  }

  private static AdminReply post(PageCall call, String operation) {
    return call.post(seen(call), "clients", call.variable(), operation);
  }

  private static Optional<String> seen(PageCall call) {
    return Optional.of(call.field("revision"));
  }

  private PageReply done(PageCall call, String verb, AdminReply reply) {
    return reply.status() < 300
        ? PageReply.elsewhere(Addresses.of(Addresses.client(call.variable()), Map.of("done", verb)))
        : page.show(call, Notice.problem(reply));
  }

  private PageReply issued(PageCall call, AdminReply reply, String member, String told) {
    return reply
        .body()
        .filter(body -> reply.status() < 300)
        .flatMap(body -> body.text(member))
        .map(secret -> page.show(call, Notice.issued(told, secret)))
        .orElseGet(() -> page.show(call, Notice.problem(reply)));
  }

  private PageReply delete(PageCall call) {
    var reply = call.delete(seen(call), "clients", call.variable());
    return reply.status() < 300
        ? PageReply.elsewhere("/clients?done=deleted")
        : page.show(call, Notice.problem(reply));
  }
}
