package io.roster.spring.config;

import io.roster.core.cimd.DocumentDoor;
import io.roster.core.cimd.DocumentSettings;
import io.roster.core.cimd.DocumentStore;
import io.roster.core.cimd.Documents;
import io.roster.core.cimd.InMemoryDocumentStore;
import io.roster.core.cimd.PinnedDocuments;
import io.roster.core.grant.GrantStore;
import io.roster.core.json.JsonCodec;
import io.roster.core.profile.Profiles;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.store.ClientStore;
import io.roster.core.uri.RedirectUri;
import io.roster.remote.document.FetchLimits;
import io.roster.remote.document.FetchedDocuments;
import io.roster.remote.document.FetchedDocuments.Sites;
import io.roster.remote.fetch.GuardedHttp;
import io.roster.spring.grant.EndGrantsOnChange;
import io.roster.spring.operator.OperatorDocuments;
import io.roster.store.client.JdbcDocumentStore;
import io.roster.store.sql.Database;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Clients that are known by their metadata documents; none of it where they are switched off. */
@AutoConfiguration(
    after = RosterRemoteAutoConfiguration.class,
    before = RosterAutoConfiguration.class)
@ConditionalOnProperty(name = "roster.cimd.enabled", matchIfMissing = true)
@EnableConfigurationProperties({CimdProperties.class, RemoteProperties.class})
public class RosterDocumentsAutoConfiguration {
  public RosterDocumentsAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  DocumentStore documentStore(ObjectProvider<Database> file, ClientStore clients, JsonCodec json) {
    var database = file.getIfAvailable();
    return database == null
        ? new InMemoryDocumentStore(clients)
        : new JdbcDocumentStore(database, json);
  }

  @Bean
  @ConditionalOnMissingBean
  DocumentSettings documentSettings(CimdProperties properties, RegistrationSettings settings) {
    boolean here = RedirectUri.LOOPBACK_HOSTS.contains(settings.issuer().getHost());
    if (properties.allowLocalhost() && !here) {
      throw new IllegalArgumentException(
          "roster.cimd.allow-localhost must be false where the issuer is not on localhost");
    }
    return properties.toDocumentSettings();
  }

  @Bean
  @ConditionalOnMissingBean
  PinnedDocuments pinnedDocuments(
      CimdProperties properties, JsonCodec json, RegistrationSettings settings) {
    var shipped =
        properties.shippedDocuments() ? PinnedDocuments.shipped(json) : PinnedDocuments.none();
    var file = properties.documentsFile();
    return file == null ? shipped : OperatorDocuments.and(shipped, file, json, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  FetchLimits fetchLimits(
      CimdProperties properties, ObjectProvider<Profiles> known, InstantSource clock) {
    var profiles = known.getIfAvailable(Profiles::none);
    return new FetchLimits(
        properties.fetchesPerHost(),
        properties.fetchesOverall(),
        url -> profiles.publishing(url.uri()).isPresent(),
        clock);
  }

  @Bean
  @ConditionalOnMissingBean
  Documents fetchedDocuments(
      Sites sites, DocumentSettings settings, FetchLimits limits, InstantSource clock) {
    return new FetchedDocuments(sites, settings, limits, clock);
  }

  @Bean
  @ConditionalOnMissingBean
  Sites documentSites(GuardedHttp http, CimdProperties properties, RemoteProperties remote) {
    return properties.allowLocalhost()
        ? new Sites(http, GuardedHttp.onLoopback(remote.toRemoteSettings()))
        : Sites.web(http);
  }

  @Bean
  @ConditionalOnMissingBean
  DocumentDoor documentDoor(
      Documents documents, PinnedDocuments pinned, DocumentStore store, DocumentSettings settings) {
    return new DocumentDoor(
        documents,
        pinned,
        store,
        settings,
        task -> Thread.ofVirtual().name("fetch-document").start(task));
  }

  @Bean
  @ConditionalOnProperty("roster.cimd.revoke-on-change")
  EndGrantsOnChange endGrantsOnChange(GrantStore grants) {
    return new EndGrantsOnChange(grants);
  }
}
