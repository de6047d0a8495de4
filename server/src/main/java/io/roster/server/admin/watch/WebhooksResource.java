package io.roster.server.admin.watch;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import io.roster.server.webhook.Deliverer;
import io.roster.store.webhook.Delivery;
import io.roster.store.webhook.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/webhooks}: how far each is, and what could not be told. */
public final class WebhooksResource {
  private final Deliverer deliverer;
  private final Outbox outbox;

  public WebhooksResource(Deliverer deliverer, Outbox outbox) {
    this.deliverer = deliverer;
    this.outbox = outbox;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/webhooks", "listWebhooks")
            .by(Role.VIEWER, "Lists webhooks and how far each is.")
            .answers("WebhookList")
            .does(call -> list()),
        Operation.get("/webhooks/dead-letters", "listDeadLetters")
            .by(Role.VIEWER, "Lists messages that were given up.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("DeadLetterList")
            .does(this::dead),
        Operation.post("/webhooks/dead-letters/{id}/retry", "retryDeadLetter")
            .by(Role.OPERATOR, "Tries a message again that was given up.")
            .answers("DeadLetterRetry")
            .does(this::retry),
        Operation.delete("/webhooks/dead-letters/{id}", "forgetDeadLetter")
            .by(Role.OPERATOR, "Lets a message go that was given up.")
            .does(this::forget));
  }

  private AdminReply list() {
    var items = deliverer.all().stream().map(this::json).toList();
    return AdminReply.of(200, new Json.Members(Map.of("items", new Json.Items(items))));
  }

  private Json json(Deliverer.Named webhook) {
    var backlog = outbox.backlog(webhook.name());
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(webhook.name()));
    members.put("place", Json.of(webhook.place()));
    members.put("fed", Json.of(backlog.fed()));
    members.put("waiting", Json.of(backlog.waiting()));
    members.put("dead", Json.of(backlog.dead()));
    return new Json.Members(members);
  }

  private AdminReply dead(AdminCall call) {
    var after = call.query().getOrDefault("after", "");
    long last = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    var page = outbox.dead(last, call.limit());
    var next =
        page.size() < call.limit()
            ? Optional.<String>empty()
            : Optional.of(Long.toString(page.getLast().id()));
    return Pages.of(call, page.stream().map(WebhooksResource::json).toList(), next);
  }

  private static Json json(Delivery delivery) {
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(Long.toString(delivery.id())));
    members.put("webhook", Json.of(delivery.webhook()));
    members.put("entry", Json.of(Long.toString(delivery.entry())));
    members.put("attempts", Json.of(delivery.attempts()));
    members.put("since", Json.of(delivery.createdAt().toString()));
    members.put("given_up_at", Json.of(delivery.nextAt().toString()));
    Optional<String> problem = delivery.problem();
    problem.ifPresent(text -> members.put("problem", Json.of(text)));
    return new Json.Members(members);
  }

  private AdminReply forget(AdminCall call) {
    return outbox.forget(id(call)) ? AdminReply.empty() : Problems.notFound();
  }

  private AdminReply retry(AdminCall call) {
    return outbox.retry(id(call))
        ? AdminReply.of(200, new Json.Members(Map.of("retried", Json.of(true))))
        : Problems.notFound();
  }

  private static long id(AdminCall call) {
    var id = call.variable();
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
  }
}
