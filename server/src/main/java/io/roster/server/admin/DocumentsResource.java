package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.cimd.DocumentClients;
import io.roster.core.cimd.DocumentRecord;
import io.roster.core.cimd.DocumentVersion;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code GET /api/v1/documents?client_id=URL}: how far a client agrees with its metadata document,
 * and what it said before.
 */
final class DocumentsResource {
  private final Roster roster;

  DocumentsResource(Roster roster) {
    this.roster = roster;
  }

  AdminReply answer(AdminCall call) {
    if (!call.method().equals("GET")) {
      return Problems.methodNotAllowed("GET");
    }
    var asked = call.query().getOrDefault("client_id", "");
    if (!ClientId.isValid(asked)) {
      return Problems.notFound();
    }
    return roster
        .documents()
        .flatMap(documents -> answer(documents, new ClientId(asked)))
        .orElseGet(Problems::notFound);
  }

  private static Optional<AdminReply> answer(DocumentClients documents, ClientId id) {
    return documents.record(id).map(record -> AdminReply.of(200, json(record, documents)));
  }

  private static Json.Members json(DocumentRecord record, DocumentClients documents) {
    var members = new LinkedHashMap<String, Json>();
    members.put("client_id", Json.of(record.client().value()));
    members.put("fetched_at", Json.of(record.fetchedAt().toString()));
    members.put("stale_at", Json.of(record.staleAt().toString()));
    record
        .failure()
        .ifPresent(
            failure -> {
              members.put("failed_at", Json.of(failure.at().toString()));
              members.put("failure", Json.of(failure.reason()));
            });
    var versions =
        documents.versions(record.client()).stream().map(DocumentsResource::version).toList();
    members.put("versions", new Json.Items(versions));
    return new Json.Members(members);
  }

  private static Json version(DocumentVersion version) {
    var members = new LinkedHashMap<String, Json>();
    members.put("revision", Json.of(version.revision()));
    members.put("seen_at", Json.of(version.seenAt().toString()));
    members.put("changed", Json.ofTexts(version.changed()));
    members.put("metadata", version.metadata().toJson());
    return new Json.Members(members);
  }
}
