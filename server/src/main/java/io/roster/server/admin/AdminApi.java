package io.roster.server.admin;

import io.roster.core.Roster;
import io.roster.core.store.StoreUnavailableException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's API below {@code /api/v1}: a call in, a reply out. */
public final class AdminApi {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.admin");

  private final ExplainResource explain;
  private final PoliciesResource policies;
  private final InitialTokensResource tokens;
  private final ClientsResource clients;
  private final PurgeResource purge;
  private final DocumentsResource documents;

  public AdminApi(Roster roster, InstantSource clock) {
    this.explain = new ExplainResource(roster);
    this.policies = new PoliciesResource(roster);
    this.tokens = new InitialTokensResource(roster, clock);
    this.clients = new ClientsResource(roster);
    this.purge = new PurgeResource(roster);
    this.documents = new DocumentsResource(roster);
  }

  AdminReply answer(AdminCall call) {
    try {
      return dispatch(call);
    } catch (StoreUnavailableException e) {
      return Problems.unavailable();
    } catch (RuntimeException e) {
      LOG.error("an admin request failed", e);
      return Problems.broken();
    }
  }

  private AdminReply dispatch(AdminCall call) {
    List<String> rest = call.path().subList(Math.min(1, call.path().size()), call.path().size());
    return switch (call.path().isEmpty() ? "" : call.path().getFirst()) {
      case "explain" -> rest.isEmpty() ? explain.answer(call) : Problems.notFound();
      case "policies" -> rest.isEmpty() ? policies.answer(call) : Problems.notFound();
      case "initial-tokens" -> tokens.answer(call, rest);
      case "purge" -> rest.isEmpty() ? purge.answer(call) : Problems.notFound();
      case "documents" -> rest.isEmpty() ? documents.answer(call) : Problems.notFound();
      case "clients" -> clients.answer(call, rest);
      default -> Problems.notFound();
    };
  }
}
