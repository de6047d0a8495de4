package io.roster.store.sql;

import java.time.Duration;

/**
 * The limits of one database.
 *
 * @param writers how many connections write, each many callers' work at once
 * @param writeQueue how many writes may wait
 * @param batch how many writes are committed together at most
 * @param readers how many connections read
 * @param patience how long a call waits for a connection to read with
 */
public record DatabaseLimits(
    int writers, int writeQueue, int batch, int readers, Duration patience) {}
