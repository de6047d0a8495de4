package io.roster.server.webhook;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.server.settings.ClientPages;
import io.roster.store.audit.AuditEntry;
import io.roster.store.audit.AuditTrail.Numbered;
import java.net.URI;
import java.util.LinkedHashMap;

/** An entry of the audit trail as a CloudEvent 1.0, structured, in JSON. */
record CloudEvent(String id, String body) {
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final JacksonJson JSON = new JacksonJson();

  /** {@code pages} knows where an administrator looks at the client. */
  static CloudEvent of(Numbered numbered, URI issuer, ClientPages pages) {
    var entry = numbered.entry();
    var id = "audit-" + numbered.number();
    var event = new LinkedHashMap<String, Json>();
    event.put("specversion", Json.of("1.0"));
    event.put("id", Json.of(id));
    event.put("source", Json.of(issuer.toString()));
    event.put("type", Json.of(type(entry)));
    entry.client().ifPresent(client -> event.put("subject", Json.of(client)));
    event.put("time", Json.of(entry.at().toString()));
    // Receivers that want the order sort by it.
    event.put("sequence", Json.of("%019d".formatted(numbered.number())));
    event.put("datacontenttype", Json.of("application/json"));
    var data = new LinkedHashMap<>(EntryJson.of(numbered).values());
    entry.client().ifPresent(client -> data.put("page", Json.of(pages.of(client))));
    event.put("data", new Json.Members(data));
    return new CloudEvent(id, JSON.write(new Json.Members(event)));
  }

  private static String type(AuditEntry entry) {
    var kind = entry.concernsClients() ? "client" : "administration";
    return "io.roster." + kind + "." + entry.action();
  }
}
