package io.roster.server.cli;

/**
 * One column of a list: what it is called, in tables and in JSON, and how wide a table shows it.
 */
record Column(String name, int width) {}
