package io.roster.store.transfer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table that is carried from one database to another: its columns of text and of numbers. */
record Table(String name, List<String> texts, List<String> numbers) {
  static final String GRANTS = "grants";
  static final String AUDIT = "audit";
  static final String SEALS = "audit_seals";

  /** Each after those it refers to. */
  static final List<Table> ALL =
      List.of(
          new Table(
              "initial_tokens",
              List.of("token_id", "digest", "tier", "fixed", "note"),
              List.of("uses", "used", "expires_at", "created_at", "revoked_at")),
          new Table(
              "clients",
              List.of(
                  "client_id",
                  "metadata",
                  "secret_digest",
                  "token_digest",
                  "tier",
                  "initial_token",
                  "statement_issuer",
                  "state",
                  "fingerprint",
                  "review_of",
                  "review_reason",
                  "previous_secret_digest",
                  "previous_token_digest"),
              List.of(
                  "secret_expires_at",
                  "token_expires_at",
                  "issued_at",
                  "revision",
                  "previous_secret_expires_at",
                  "previous_token_expires_at",
                  "last_used_at",
                  "reviewed_at")),
          new Table(
              GRANTS,
              List.of("grant_id", "client_id", "subject", "body"),
              List.of("expires_at", "revision")),
          new Table(
              "documents",
              List.of("client_id", "failure"),
              List.of("fetched_at", "stale_at", "failed_at")),
          new Table(
              "document_versions",
              List.of("client_id", "changed", "metadata"),
              List.of("revision", "seen_at")),
          new Table(
              "consents",
              List.of("client_id", "subject", "resource", "scope", "seen"),
              List.of("given_at", "expires_at", "revision")),
          new Table("users", List.of("name", "password_hash", "roles"), List.of("created_at")),
          new Table(
              "api_tokens",
              List.of("token_id", "digest", "role", "owner", "note"),
              List.of("created_at", "expires_at", "revoked_at")),
          new Table(
              "identities",
              List.of("issuer", "subject", "user_name", "label"),
              List.of("created_at", "used_at")),
          new Table("signing_keys", List.of("kid", "jwk"), List.of("created_at", "retired_at")),
          new Table(
              "tombstones",
              List.of(
                  "client_id",
                  "ending",
                  "metadata",
                  "tier",
                  "initial_token",
                  "statement_issuer",
                  "state"),
              List.of("ended_at", "issued_at", "last_used_at")),
          // The chain goes over the numbers of rows, so they travel too.
          new Table(
              AUDIT,
              List.of(
                  "action",
                  "client_id",
                  "actor",
                  "address",
                  "door",
                  "request_id",
                  "rules",
                  "state_before",
                  "state_after",
                  "digest"),
              List.of("row_id", "at")),
          new Table(
              SEALS,
              List.of("previous", "hash", "signature"),
              List.of(
                  "row_id", "first_row", "last_row", "entries", "from_at", "to_at", "sealed_at")),
          new Table(
              "webhook_deliveries",
              List.of("webhook", "status", "problem"),
              List.of("entry", "attempts", "next_at", "created_at")),
          new Table("webhook_cursors", List.of("webhook"), List.of("entry")));

  /** The next rows in the order in which they came; the row's number is the last column. */
  String page() {
    return "SELECT %s, row_id FROM %s WHERE row_id > ? ORDER BY row_id LIMIT ?"
        .formatted(columns(), name);
  }

  String insert() {
    var marks =
        Stream.generate(() -> "?")
            .limit(texts.size() + (long) numbers.size())
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
        .formatted(name, columns(), marks);
  }

  private String columns() {
    return String.join(", ", Stream.concat(texts.stream(), numbers.stream()).toList());
  }
}
