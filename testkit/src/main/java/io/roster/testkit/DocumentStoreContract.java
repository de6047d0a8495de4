package io.roster.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.roster.core.cimd.DocumentRecord;
import io.roster.core.cimd.DocumentRecord.Failure;
import io.roster.core.cimd.DocumentStore;
import io.roster.core.cimd.DocumentVersion;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.client.Ending;
import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.store.ClientStore;
import io.roster.core.store.ClientStore.Insertion;
import io.roster.core.store.InsertConditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every store promises of documents. Extend it, hand over empty stores, and all of it runs.
 */
public abstract class DocumentStoreContract {
  private static final Instant LATER = Clients.NOON.plusSeconds(60);
  private static final ClientId ID = new ClientId("https://client.example/" + "c".repeat(400));

  /** Two stores that share what they keep. */
  public record Stores(ClientStore clients, DocumentStore documents) {}

  protected abstract Stores emptyStores();

  @Test
  void aClientOfADocumentIsCountedAndFoundAsOne() {
    var clients = emptyStores().clients();
    var room = new InsertConditions(Optional.empty(), 1, Optional.empty());

    assertThat(clients.insert(someClient(ID), room)).isEqualTo(Insertion.INSERTED);

    assertThat(clients.find(ID)).contains(someClient(ID));
    assertThat(clients.firstPage(9)).containsExactly(someClient(ID));
    assertThat(clients.insert(someClient(new ClientId("https://other.example/")), room))
        .isEqualTo(Insertion.QUOTA_REACHED);
  }

  @Test
  void theLatestFetchIsRememberedAndClearsWhatFailedBefore() {
    var stores = emptyStores();
    stores.clients().insert(someClient(ID));
    var first = DocumentRecord.of(ID, Clients.NOON, LATER);
    var failure = new Failure(LATER, "status 403");
    var second = DocumentRecord.of(ID, LATER, LATER.plusSeconds(9));

    assertThat(stores.documents().find(ID)).isEmpty();
    stores.documents().fetched(first);
    assertThat(stores.documents().find(ID)).contains(first);
    stores.documents().failed(ID, failure);
    assertThat(stores.documents().find(ID))
        .contains(new DocumentRecord(ID, Clients.NOON, LATER, Optional.of(failure)));
    stores.documents().fetched(second);
    stores.documents().fetched(first);

    assertThat(stores.documents().find(ID)).contains(second);
  }

  @Test
  void nothingIsRememberedOfAClientThatIsNotThere() {
    var stores = emptyStores();

    stores.documents().fetched(DocumentRecord.of(ID, Clients.NOON, LATER));
    stores.documents().failed(ID, new Failure(LATER, "status 403"));
    stores.documents().add(version(1), 3);

    assertThat(stores.documents().find(ID)).isEmpty();
    assertThat(stores.documents().versions(ID)).isEmpty();
  }

  @Test
  void onlyTheNewestVersionsStay() {
    var stores = emptyStores();
    stores.clients().insert(someClient(ID));

    for (int revision = 1; revision <= 5; revision++) {
      stores.documents().add(version(revision), 3);
    }
    stores.documents().add(version(5), 3);

    assertThat(stores.documents().versions(ID)).containsExactly(version(5), version(4), version(3));
  }

  @Test
  void documentsGoWithTheirClient() {
    var stores = emptyStores();
    stores.clients().insert(someClient(ID));
    stores.documents().fetched(DocumentRecord.of(ID, Clients.NOON, LATER));
    stores.documents().add(version(1), 3);

    stores.clients().delete(ID, Ending.DELETED_BY_ADMINISTRATOR, LATER);

    assertThat(stores.documents().find(ID)).isEmpty();
    assertThat(stores.documents().versions(ID)).isEmpty();
    assertThat(stores.clients().findTombstone(ID)).isPresent();
  }

  private static Client someClient(ClientId id) {
    return Client.first(
            id,
            Clients.someMetadata(),
            Optional.empty(),
            Clients.someToken("document"),
            Clients.NOON)
        .admitted(Origin.of(Tier.DOCUMENT), ClientState.ACTIVE);
  }

  private static DocumentVersion version(long revision) {
    var changed = revision == 1 ? List.<String>of() : List.of("redirect_uris", "client_name#de");
    return new DocumentVersion(
        ID, revision, Clients.NOON, changed, Clients.metadataWithEveryMember());
  }
}
