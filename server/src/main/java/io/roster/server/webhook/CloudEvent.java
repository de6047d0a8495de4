package io.roster.server.webhook;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.store.audit.AuditTrail.Numbered;
import java.net.URI;
import java.util.LinkedHashMap;

/** An entry of the audit trail as a CloudEvent 1.0, structured, in JSON. */
record CloudEvent(String id, String body) {
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  private static final JacksonJson JSON = new JacksonJson();

  static CloudEvent of(Numbered numbered, URI issuer) {
    var entry = numbered.entry();
    var id = "audit-" + numbered.number();
    var event = new LinkedHashMap<String, Json>();
    event.put("specversion", Json.of("1.0"));
    event.put("id", Json.of(id));
    event.put("source", Json.of(issuer.toString()));
    event.put("type", Json.of("io.roster.client." + entry.action()));
    entry.client().ifPresent(client -> event.put("subject", Json.of(client)));
    event.put("time", Json.of(entry.at().toString()));
    // Receivers that want the order sort by it.
    event.put("sequence", Json.of("%019d".formatted(numbered.number())));
    event.put("datacontenttype", Json.of("application/json"));
    event.put("data", EntryJson.of(numbered));
    return new CloudEvent(id, JSON.write(new Json.Members(event)));
  }
}
