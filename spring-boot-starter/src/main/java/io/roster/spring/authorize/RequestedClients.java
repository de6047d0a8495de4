package io.roster.spring.authorize;

import io.roster.core.Roster;
import io.roster.core.cimd.DocumentClients;
import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.cimd.Resolution;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.metadata.Violation;
import io.roster.spring.client.RegisteredClients;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Finds the client an authorization request names: by an identifier we gave it, or behind the URL
 * of its metadata document, section 4. Where there is none the person is told why.
 */
public final class RequestedClients {
  private static final System.Logger LOG = System.getLogger(RequestedClients.class.getName());
  private static final int MOST_REASONS = 3;

  private final RegisteredClientRepository clients;
  private final AbsentClients absent;
  private final Roster roster;

  public RequestedClients(RegisteredClientRepository clients, Roster roster) {
    this.clients = clients;
    this.absent = new AbsentClients(roster);
    this.roster = roster;
  }

  /**
   * A client, which is not on the roster yet as long as there is a candidate.
   *
   * @param heldBack the client if it is there and may not be used
   */
  record Requested(
      RegisteredClient client,
      Optional<Resolution.Candidate> candidate,
      Optional<Client> heldBack) {
    static Requested usable(RegisteredClient client) {
      return new Requested(client, Optional.empty(), Optional.empty());
    }
  }

  /** Finds the client; {@code redirects} are the redirect URIs of the request. */
  Requested find(String clientId, List<String> redirects) {
    if (ClientId.isUrl(clientId)) {
      return document(clientId);
    }
    var client = clients.findByClientId(clientId);
    if (client == null && isRevived(clientId, redirects)) {
      client = clients.findByClientId(clientId);
    }
    return client == null
        ? heldBack(clientId).orElseThrow(() -> Target.refusalPage(absent.explain(clientId)))
        : Requested.usable(client);
  }

  private Optional<Requested> heldBack(String clientId) {
    return Optional.of(clientId)
        .filter(ClientId::isValid)
        .filter(id -> clients instanceof RegisteredClients)
        .flatMap(id -> roster.clients().find(new ClientId(id)))
        .filter(client -> !client.isActive())
        .map(this::known);
  }

  private Requested known(Client client) {
    return new Requested(
        adapted(client), Optional.empty(), Optional.of(client).filter(c -> !c.isActive()));
  }

  private boolean isRevived(String clientId, List<String> redirects) {
    return redirects.size() == 1 && absent.revive(clientId, redirects.getFirst());
  }

  /** Puts a client on the roster that is not there yet, for a person is about to be asked. */
  void admit(Requested requested) {
    var held = requested.candidate().map(this::admitted).filter(client -> !client.isActive());
    if (held.isPresent()) {
      throw new HeldBack(held.get());
    }
  }

  private Client admitted(Resolution.Candidate candidate) {
    return documents()
        .admit(candidate)
        .orElseThrow(
            () ->
                Target.refusalPage(
                    "there are as many applications with metadata documents as may be here"));
  }

  private Requested document(String clientId) {
    var documents = documents();
    var objection = DocumentUrl.objection(clientId);
    if (objection.isPresent()) {
      throw Target.refusalPage(
          "the client_id is no URL of a metadata document: " + objection.get());
    }
    return switch (documents.resolve(DocumentUrl.parse(clientId).orElseThrow())) {
      case Resolution.Known(var client) -> known(client);
      case Resolution.Candidate candidate ->
          new Requested(adapted(candidate.client()), Optional.of(candidate), Optional.empty());
      case Resolution.Refused(var violations) -> throw refusal(clientId, told(violations));
      case Resolution.Unavailable(var cause) -> throw Target.refusalPage(told(cause));
    };
  }

  private static RuntimeException refusal(String url, String reasons) {
    LOG.log(System.Logger.Level.INFO, "refused the metadata document {0}: {1}", url, reasons);
    return Target.refusalPage("the application's metadata document can't be accepted: " + reasons);
  }

  private DocumentClients documents() {
    return roster
        .documents()
        .filter(documents -> clients instanceof RegisteredClients)
        .orElseThrow(
            () ->
                Target.refusalPage(
                    new OAuth2Error(
                        "invalid_client",
                        "this server takes no URL for a client_id; the application has to register",
                        null)));
  }

  private RegisteredClient adapted(Client client) {
    return ((RegisteredClients) clients).adapt(client);
  }

  private static String told(Cause cause) {
    return switch (cause) {
      case GONE ->
          "the client_id is the URL of a metadata document, and its host says there is none";
      case UNAVAILABLE ->
          "the client_id is the URL of a metadata document, which its host does not give to this"
              + " server just now; try again in a minute";
      case NOT_ASKED ->
          "the client_id is the URL of a metadata document, and this server does not ask its host"
              + " for it, or not so soon again";
    };
  }

  private static String told(List<Violation> violations) {
    var reasons =
        violations.stream()
            .limit(MOST_REASONS)
            .map(violation -> violation.field() + ": " + violation.advice())
            .collect(Collectors.joining("; "));
    int more = violations.size() - MOST_REASONS;
    return more > 0 ? reasons + "; and " + more + " more" : reasons;
  }
}
