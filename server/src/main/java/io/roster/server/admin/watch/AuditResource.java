package io.roster.server.admin.watch;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import io.roster.server.webhook.EntryJson;
import io.roster.store.audit.AuditQuery;
import io.roster.store.audit.AuditTrail;
import io.roster.store.audit.Verification;
import io.roster.store.audit.Verifier;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/audit}: shows the decisions on clients, and whether their chain holds. */
public final class AuditResource {
  private static final int SEALS_AT_ONCE = 20;

  private final AuditTrail trail;
  private final Verifier verifier;

  public AuditResource(AuditTrail trail, Verifier verifier) {
    this.trail = trail;
    this.verifier = verifier;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/audit", "listAudit")
            .by(Role.VIEWER, "Lists decisions on clients, the newest first.")
            .with(
                new Parameter("client", "Of this client.", new Parameter.Kind.Text(600)),
                Parameter.text("actor", "By client, server, or administrator:NAME."),
                Parameter.text("action", "What was done: registered, disabled and so on."),
                Parameter.time("since", "Since then."),
                Parameter.time("until", "Until then."),
                Parameter.choice("order", "Which come first.", "newest", "oldest"),
                Parameter.LIMIT,
                Parameter.AFTER)
            .answers("AuditEntryList")
            .does(this::list),
        Operation.get("/audit/head", "getAuditHead")
            .by(Role.VIEWER, "Tells the end of the chain.")
            .answers("AuditHead")
            .does(call -> head()),
        Operation.get("/audit/verification", "verifyAudit")
            .by(Role.VIEWER, "Walks along a part of the chain; ask again until complete.")
            .with(Parameter.AFTER)
            .answers("AuditVerification")
            .does(this::verify));
  }

  private AdminReply list(AdminCall call) {
    AuditQuery query;
    try {
      query = query(call);
    } catch (DateTimeException e) {
      return Problems.badRequest("since and until are instants like 2026-01-31T12:00:00Z");
    } catch (NumberFormatException e) {
      return Problems.badRequest("after is the id of an entry");
    }
    var page = trail.page(query);
    var next =
        page.size() < query.limit()
            ? Optional.<String>empty()
            : Optional.of(Long.toString(page.getLast().number()));
    return Pages.of(call, page.stream().map(EntryJson::of).toList(), next);
  }

  private static AuditQuery query(AdminCall call) {
    return new AuditQuery(
        asked(call, "client"),
        asked(call, "actor"),
        asked(call, "action"),
        asked(call, "since").map(Instant::parse),
        asked(call, "until").map(Instant::parse),
        asked(call, "after").map(Long::valueOf),
        !asked(call, "order").filter("oldest"::equals).isPresent(),
        call.limit());
  }

  private static Optional<String> asked(AdminCall call, String name) {
    return Optional.ofNullable(call.query().get(name)).filter(text -> !text.isEmpty());
  }

  private AdminReply head() {
    var members = new LinkedHashMap<String, Json>();
    var head = trail.head();
    members.put("seal", Json.of(head.map(AuditTrail.Head::seal).orElse(0L)));
    members.put("hash", Json.of(head.map(AuditTrail.Head::hash).orElse("")));
    head.ifPresent(h -> members.put("sealed_at", Json.of(h.at().toString())));
    members.put("unsealed", Json.of(head.map(AuditTrail.Head::unsealed).orElse(0L)));
    return AdminReply.of(200, new Json.Members(members));
  }

  private AdminReply verify(AdminCall call) {
    try {
      long after = asked(call, "after").map(Long::valueOf).orElse(0L);
      return AdminReply.of(200, json(verifier.verify(after, SEALS_AT_ONCE)));
    } catch (NumberFormatException e) {
      return Problems.badRequest("after is the number of a seal");
    }
  }

  private static Json.Members json(Verification found) {
    var members = new LinkedHashMap<String, Json>();
    members.put("intact", Json.of(found.faults().isEmpty()));
    members.put("complete", Json.of(found.complete()));
    members.put("seals", Json.of(found.seals()));
    members.put("entries", Json.of(found.entries()));
    members.put("last", Json.of(found.last()));
    members.put("head", Json.of(found.head()));
    members.put("unsealed", Json.of(found.unsealed()));
    members.put("heads", Json.ofTexts(found.heads()));
    members.put("faults", Json.ofTexts(found.faults()));
    return new Json.Members(members);
  }
}
