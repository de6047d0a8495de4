package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.consent.ConsentStore;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.Json;
import io.roster.core.profile.Profiles;
import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.admin.rules.AssessmentResource;
import io.roster.server.admin.rules.ExplainResource;
import io.roster.server.admin.rules.KnownParties;
import io.roster.server.admin.rules.PoliciesResource;
import io.roster.server.admin.setting.SettingsInForce;
import io.roster.server.admin.setting.SettingsResource;
import io.roster.server.admin.watch.AuditResource;
import io.roster.server.admin.watch.WebhooksResource;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Dispatcher;
import io.roster.server.api.Idempotency;
import io.roster.server.api.OpenApi;
import io.roster.server.api.Operation;
import io.roster.server.api.Schemas;
import io.roster.server.settings.Release;
import io.roster.spring.config.StatementProperties;
import io.roster.store.client.ClientFigures;
import java.util.ArrayList;
import java.util.List;

/** The operator's API below {@code /api/v1}: every operation there is, in the order of the docs. */
public final class AdminApi {
  private AdminApi() {}

  /** What the operations work on. */
  public record Parts(
      Roster roster,
      Granted granted,
      ClientFigures figures,
      Administrators people,
      Profiles profiles,
      StatementProperties statements,
      AuditResource audit,
      WebhooksResource webhooks,
      SettingsInForce settings) {}

  /** What people granted, and what they need not be asked again. */
  public record Granted(GrantStore grants, ConsentStore consents) {}

  /** The API over these parts. */
  public static Dispatcher over(Parts parts, Idempotency idempotency) {
    var roster = parts.roster();
    var operations = new ArrayList<Operation>();
    operations.addAll(new ClientsResource(roster).operations());
    operations.addAll(changes(parts).operations());
    operations.addAll(
        new AssessmentResource(roster, parts.profiles(), parts.figures()).operations());
    operations.addAll(new DocumentsResource(roster).operations());
    operations.addAll(new InitialTokensResource(roster, roster.clock()).operations());
    operations.addAll(new ExplainResource(roster).operations());
    operations.addAll(new PoliciesResource(roster).operations());
    operations.addAll(new KnownParties(parts.profiles(), parts.statements()).operations());
    operations.addAll(new StatisticsResource(roster, parts.figures()).operations());
    operations.addAll(new PurgeResource(roster).operations());
    operations.addAll(new UsersResource(parts.people()).operations());
    operations.addAll(new AdministratorsResource(parts.people()).operations());
    operations.addAll(new ApiTokensResource(parts.people()).operations());
    operations.addAll(parts.audit().operations());
    operations.addAll(parts.webhooks().operations());
    operations.addAll(new SettingsResource(parts.settings()).operations());
    operations.add(description(operations));
    return new Dispatcher(operations, idempotency);
  }

  private static ClientChanges changes(Parts parts) {
    var granted = parts.granted();
    return new ClientChanges(parts.roster().administration(), granted.grants(), granted.consents());
  }

  private static Operation description(List<Operation> others) {
    return Operation.get("/openapi.json", "getOpenApi")
        .by(Role.VIEWER, "This document.")
        .answers("Metadata")
        .does(call -> AdminReply.of(200, document(others)));
  }

  // The list has the description itself by the time it is asked for.
  private static Json.Members document(List<Operation> operations) {
    return OpenApi.document(Release.version(), operations, Schemas.ALL);
  }
}
