package io.roster.core.cimd;

import java.util.concurrent.Executor;

/**
 * What lets clients in by their documents.
 *
 * @param documents where documents are fetched
 * @param pinned documents that are here already
 * @param store where is remembered what was fetched
 * @param settings how long it counts, and whose
 * @param background runs what nobody waits for
 */
public record DocumentDoor(
    Documents documents,
    PinnedDocuments pinned,
    DocumentStore store,
    DocumentSettings settings,
    Executor background) {}
