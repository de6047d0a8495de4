package io.roster.store.webhook;

/** How far one webhook is: the last entry it was fed, and what waits and what was given up. */
public record Backlog(long fed, long waiting, long dead) {}
