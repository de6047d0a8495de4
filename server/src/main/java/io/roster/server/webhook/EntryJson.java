package io.roster.server.webhook;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditTrail.Numbered;
import java.util.LinkedHashMap;

/** An entry of the audit trail, for programs. */
public final class EntryJson {
  private static final JacksonJson JSON = new JacksonJson();

  private EntryJson() {}

  /** An entry as programs get it, here and from webhooks. */
  public static Json.Members of(Numbered numbered) {
    AuditEntry entry = numbered.entry();
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(Long.toString(numbered.number())));
    members.put("at", Json.of(entry.at().toString()));
    members.put("action", Json.of(entry.action()));
    entry.client().ifPresent(id -> members.put("client_id", Json.of(id)));
    members.put("actor", Json.of(entry.actor().name()));
    entry.actor().address().ifPresent(from -> members.put("address", Json.of(from)));
    members.put("door", Json.of(entry.actor().door()));
    entry.actor().request().ifPresent(id -> members.put("request_id", Json.of(id)));
    entry.rules().ifPresent(rules -> members.put("rules", read("{\"r\":" + rules + "}", "r")));
    entry.before().ifPresent(state -> members.put("before", JSON.read(state)));
    entry.after().ifPresent(state -> members.put("after", JSON.read(state)));
    return new Json.Members(members);
  }

  private static Json read(String object, String member) {
    return JSON.read(object).find(member).orElse(Json.NULL);
  }
}
