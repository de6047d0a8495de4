package io.roster.spring.config;

import io.roster.core.cimd.DocumentSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.cimd.}: clients whose identifier is the URL of their Client ID
 * Metadata Document.
 *
 * @param enabled whether there are such clients
 * @param cacheMin how long a document counts at least without being fetched again
 * @param cacheDefault how long it counts when its host doesn't say
 * @param cacheMax how long it counts at most
 * @param lastGood how long it counts beyond that while its host has none
 * @param failurePause how long a host is left alone that had no document
 * @param allowedHosts whose documents count; everyone's where there is none
 * @param deniedHosts whose documents don't
 * @param allowLocalhost whether documents on this machine count, for development
 * @param fetchesPerHost how often one host is asked in a minute
 * @param fetchesOverall how often hosts are asked in a minute for clients nobody knows yet
 * @param versions how many versions of a client's document are kept
 * @param shippedDocuments whether the documents that come with this release count
 * @param documentsFile a file of documents that count instead of what is at their URLs
 * @param revokeOnChange whether a client's grants end when its redirects or keys change
 */
@ConfigurationProperties("roster.cimd")
public record CimdProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1m") Duration cacheMin,
    @DefaultValue("1h") Duration cacheDefault,
    @DefaultValue("24h") Duration cacheMax,
    @DefaultValue("7d") Duration lastGood,
    @DefaultValue("30s") Duration failurePause,
    @DefaultValue List<String> allowedHosts,
    @DefaultValue List<String> deniedHosts,
    @DefaultValue("false") boolean allowLocalhost,
    @DefaultValue("30") int fetchesPerHost,
    @DefaultValue("300") int fetchesOverall,
    @DefaultValue("10") int versions,
    @DefaultValue("true") boolean shippedDocuments,
    @Nullable Path documentsFile,
    @DefaultValue("false") boolean revokeOnChange) {

  DocumentSettings toDocumentSettings() {
    return new DocumentSettings(
        new DocumentSettings.Cache(cacheMin, cacheDefault, cacheMax),
        lastGood,
        failurePause,
        new DocumentSettings.Hosts(allowedHosts, deniedHosts, allowLocalhost),
        versions);
  }
}
