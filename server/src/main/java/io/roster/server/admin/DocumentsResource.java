package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.cimd.DocumentClients;
import io.roster.core.cimd.DocumentRecord;
import io.roster.core.cimd.DocumentVersion;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import java.util.LinkedHashMap;
import java.util.List;
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

  List<Operation> operations() {
    return List.of(
        Operation.get("/documents", "getDocument")
            .by(Role.VIEWER, "Tells how far a client agrees with its metadata document.")
            .with(
                new Parameter(
                    "client_id",
                    "The document's URL.",
                    new Parameter.Kind.Text(ClientId.LONGEST_URL)))
            .answers("Document")
            .does(this::answer));
  }

  private AdminReply answer(AdminCall call) {
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
