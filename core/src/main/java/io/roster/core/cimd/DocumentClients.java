package io.roster.core.cimd;

import io.roster.core.cimd.DocumentFetch.Cause;
import io.roster.core.cimd.DocumentFetch.Found;
import io.roster.core.cimd.DocumentFetch.Missing;
import io.roster.core.cimd.DocumentJudge.Accepted;
import io.roster.core.cimd.DocumentJudge.Rejected;
import io.roster.core.cimd.Documents.Demand;
import io.roster.core.cimd.Resolution.Candidate;
import io.roster.core.cimd.Resolution.Known;
import io.roster.core.cimd.Resolution.Refused;
import io.roster.core.cimd.Resolution.Unavailable;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Origin;
import io.roster.core.client.Review;
import io.roster.core.client.Tier;
import io.roster.core.event.ClientEvent;
import io.roster.core.event.ClientEvents;
import io.roster.core.json.Json;
import io.roster.core.policy.Finding;
import io.roster.core.registration.Examination;
import io.roster.core.registration.Examiner;
import io.roster.core.registration.Insertions;
import io.roster.core.registration.Issuers;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Replacement;
import io.roster.core.store.InsertConditions;
import io.roster.core.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The clients whose identifier is the URL of their metadata document; the only place that knows the
 * order of things. An operator's decision on a client outweighs all that its document says.
 */
public final class DocumentClients {
  private static final int ATTEMPTS = 16;
  private static final Origin ORIGIN = Origin.of(Tier.DOCUMENT);

  private final RegistrationSettings settings;
  private final DocumentDoor door;
  private final DocumentJudge judge;
  private final Issuers issuers;
  private final InstantSource clock;
  private final Roll roll;
  private final Insertions insertions;
  private final Set<ClientId> renewing = ConcurrentHashMap.newKeySet();

  /** Where clients live, and who is told of them. */
  public record Roll(ClientStore clients, ClientEvents events) {}

  public DocumentClients(
      RegistrationSettings settings,
      DocumentDoor door,
      Examiner examiner,
      Issuers issuers,
      Roll roll) {
    this.settings = settings;
    this.door = door;
    this.judge = new DocumentJudge(settings, examiner);
    this.issuers = issuers;
    this.clock = issuers.clock();
    this.roll = roll;
    this.insertions = new Insertions(settings, roll.clients(), clock, roll.events());
  }

  /** What an authorization request names by this URL; its document may have to be fetched. */
  public Resolution resolve(DocumentUrl url) {
    var known = roll.clients().find(url.clientId());
    if (known.isPresent() && isHeldBack(known.get())) {
      return new Known(known.get());
    }
    if (!door.settings().hosts().permit(url)) {
      return new Unavailable(Cause.NOT_ASKED);
    }
    return known.map(client -> known(url, client)).orElseGet(() -> unknown(url));
  }

  /**
   * Finds a client for all that follows an authorization request. Its document is looked at again
   * meanwhile where that is due; it is waited for only where too old a copy is left. A client that
   * is not on the roster is found as long as its document is remembered.
   */
  public Optional<Client> find(ClientId id) {
    var known = roll.clients().find(id);
    if (known.isEmpty()) {
      return DocumentUrl.parse(id.value()).flatMap(this::remembered);
    }
    return isHeldBack(known.get()) ? known : usable(known.get());
  }

  private Optional<Client> remembered(DocumentUrl url) {
    if (!door.settings().hosts().permit(url)) {
      return Optional.empty();
    }
    return door.pinned()
        .find(url)
        .or(() -> door.documents().remembered(url).map(Found::document))
        .or(() -> door.pinned().standIn(url))
        .map(document -> judge.judge(url, document))
        .filter(Accepted.class::isInstance)
        .map(accepted -> fresh(url, ((Accepted) accepted).examined()));
  }

  /** Puts a client on the roster, now that a person is asked; nothing when there is no room. */
  public Optional<Client> admit(Candidate candidate) {
    var client = candidate.client();
    var quota = settings.tier(Tier.DOCUMENT).quota();
    var most = settings.policies().mostPending();
    var conditions = new InsertConditions(Optional.empty(), quota, Optional.empty(), most);
    return switch (insertions.insert(client, conditions)) {
      case INSERTED -> {
        remember(client, List.of(), candidate.document());
        roll.events().publish(new ClientEvent.Registered(client, candidate.examined().findings()));
        if (!client.isActive()) {
          roll.events().publish(new ClientEvent.Held(client));
        }
        yield Optional.of(client);
      }
      // Someone else was asked for it at the same time.
      case ID_TAKEN -> roll.clients().find(client.id());
      case QUOTA_REACHED, QUEUE_FULL -> Optional.empty();
      case TOKEN_SPENT, FINGERPRINT_TAKEN ->
          throw new IllegalStateException("a document spends and shares nothing");
    };
  }

  /** What is remembered of a client's document. */
  public Optional<DocumentRecord> record(ClientId id) {
    return door.store().find(id);
  }

  /** The versions of a client's document that were kept, the newest first. */
  public List<DocumentVersion> versions(ClientId id) {
    return door.store().versions(id);
  }

  private static boolean isHeldBack(Client client) {
    return client.state() == ClientState.DISABLED || client.state() == ClientState.DENIED;
  }

  private Resolution unknown(DocumentUrl url) {
    return switch (fetch(url, Demand.UNKNOWN_CLIENT)) {
      case Found found -> candidate(url, found);
      case Missing missing ->
          standIn(url)
              .map(found -> candidate(url, found))
              .orElseGet(() -> new Unavailable(missing.cause()));
    };
  }

  private Resolution candidate(DocumentUrl url, Found found) {
    return switch (judge.judge(url, found.document())) {
      case Accepted(var examined) -> new Candidate(fresh(url, examined), examined, found);
      case Rejected(var findings) -> {
        door.documents().distrust(url);
        roll.events().publish(new ClientEvent.RegistrationRejected(findings));
        yield refused(findings);
      }
    };
  }

  private Client fresh(DocumentUrl url, Examination examined) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    // Nobody is ever told it: whoever may change the document may change the client.
    var token = issuers.credentials().issue(now, Duration.ZERO).credential();
    var client =
        Client.first(url.clientId(), examined.metadata(), Optional.empty(), token, now)
            .admitted(ORIGIN, ClientState.ACTIVE);
    return examined.judgment().isHeld() ? waiting(client, now) : client;
  }

  private Resolution known(DocumentUrl url, Client client) {
    var record = recorded(client);
    if (door.pinned().find(url).isEmpty() && clock.instant().isBefore(record.staleAt())) {
      return new Known(client);
    }
    return switch (fetch(url, Demand.KNOWN_CLIENT)) {
      case Found found -> renewed(url, client, found);
      case Missing missing -> withoutDocument(url, client, missing);
    };
  }

  /** The last good copy, unless it is too old or its host has withdrawn it; then a stand-in. */
  private Resolution withoutDocument(DocumentUrl url, Client client, Missing missing) {
    note(client.id(), missing.reason());
    if (missing.cause() != Cause.GONE && isGood(recorded(client))) {
      return new Known(client);
    }
    return standIn(url)
        .map(found -> renewed(url, client, found))
        .orElseGet(() -> new Unavailable(missing.cause()));
  }

  private Resolution renewed(DocumentUrl url, Client client, Found found) {
    return switch (judge.judge(url, found.document())) {
      case Accepted(var examined) -> replaced(client, examined, found);
      case Rejected(var findings) -> {
        door.documents().distrust(url);
        note(client.id(), "refused: " + String.join(", ", rules(findings)));
        roll.events().publish(new ClientEvent.UpdateRejected(client.id(), findings));
        yield isGood(recorded(client)) ? new Known(client) : refused(findings);
      }
    };
  }

  /** Takes over a document however often someone else changes the client meanwhile. */
  private Resolution replaced(Client before, Examination examined, Found found) {
    var current = Optional.of(before);
    for (int attempt = 0; attempt < ATTEMPTS && current.isPresent(); attempt++) {
      var client = current.get();
      var next = next(client, examined);
      if (next.equals(client) || roll.clients().replace(next) == Replacement.REPLACED) {
        return kept(client, next, examined, found);
      }
      current = roll.clients().find(before.id());
    }
    throw new StoreUnavailableException("the client is changed too often; try again");
  }

  private Resolution kept(Client before, Client after, Examination examined, Found found) {
    var changed = after.metadata().differences(before.metadata());
    remember(after, changed, found);
    if (!changed.isEmpty()) {
      roll.events().publish(new ClientEvent.Updated(before, after, examined.findings()));
      if (before.isActive() && !after.isActive()) {
        roll.events().publish(new ClientEvent.Held(after));
      }
    }
    return new Known(after);
  }

  /** A change that has to be approved takes back the approval; no document ever gives one. */
  private Client next(Client client, Examination examined) {
    if (client.metadata().equals(examined.metadata())) {
      return client;
    }
    var next = client.updated(examined.metadata(), Optional.empty(), client.registrationToken());
    boolean waits = client.isActive() && examined.judgment().isHeld();
    return waits ? waiting(next, clock.instant()) : next;
  }

  private static Client waiting(Client client, Instant since) {
    return client
        .admitted(client.origin(), ClientState.PENDING)
        .reviewed(Review.since(since, Optional.empty()));
  }

  private Optional<Client> usable(Client client) {
    var url = DocumentUrl.parse(client.id().value());
    if (url.isEmpty() || !door.settings().hosts().permit(url.get())) {
      return Optional.empty();
    }
    var record = recorded(client);
    if (clock.instant().isBefore(record.staleAt())) {
      return Optional.of(client);
    }
    if (isGood(record)) {
      renewMeanwhile(url.get());
      return Optional.of(client);
    }
    return switch (known(url.get(), client)) {
      case Known(var renewed) -> Optional.of(renewed);
      case Candidate unasked -> Optional.empty();
      case Refused refused -> Optional.empty();
      case Unavailable unavailable ->
          throw new StoreUnavailableException("the client's metadata document can't be had now");
    };
  }

  private void renewMeanwhile(DocumentUrl url) {
    if (renewing.add(url.clientId())) {
      door.background()
          .execute(
              () -> {
                try {
                  resolve(url);
                } catch (StoreUnavailableException later) {
                  // Whoever comes next asks for it again.
                } finally {
                  renewing.remove(url.clientId());
                }
              });
    }
  }

  private DocumentFetch fetch(DocumentUrl url, Demand demand) {
    return door.pinned()
        .find(url)
        .map(document -> (DocumentFetch) now(document, door.settings().cache().usual()))
        .orElseGet(() -> door.documents().get(url, demand));
  }

  /** It counts at once and only until its host has something better. */
  private Optional<Found> standIn(DocumentUrl url) {
    return door.pinned().standIn(url).map(document -> now(document, Duration.ZERO));
  }

  private Found now(Json.Members document, Duration life) {
    return new Found(document, clock.instant(), clock.instant().plus(life));
  }

  private DocumentRecord recorded(Client client) {
    return door.store()
        .find(client.id())
        .orElseGet(() -> DocumentRecord.of(client.id(), client.issuedAt(), client.issuedAt()));
  }

  private boolean isGood(DocumentRecord record) {
    Instant end = record.staleAt().plus(door.settings().lastGood());
    return clock.instant().isBefore(end);
  }

  private void remember(Client client, List<String> changed, Found found) {
    door.store().fetched(DocumentRecord.of(client.id(), found.fetchedAt(), found.staleAt()));
    var version =
        new DocumentVersion(
            client.id(), client.revision(), found.fetchedAt(), changed, client.metadata());
    door.store().add(version, door.settings().versions());
  }

  private void note(ClientId id, String reason) {
    door.store().failed(id, new DocumentRecord.Failure(clock.instant(), reason));
  }

  private static Refused refused(List<Finding> findings) {
    return new Refused(
        reasons(findings).flatMap(finding -> finding.violations().stream()).toList());
  }

  private static List<String> rules(List<Finding> findings) {
    return reasons(findings).map(Finding::rule).toList();
  }

  private static Stream<Finding> reasons(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.mode() == PolicyMode.REJECT);
  }
}
