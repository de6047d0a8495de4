package io.roster.store.audit;

import io.roster.core.audit.Acting;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import io.roster.core.policy.Finding;
import io.roster.store.sql.Column;
import io.roster.store.sql.Sql;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes entries in the very transaction of what they tell. To chain them is left to the {@link
 * Sealer}, so that those who write don't wait for each other.
 */
public final class AuditWriter {
  private final AuditSettings settings;
  private final InstantSource clock;
  private final JsonCodec json;

  public AuditWriter(AuditSettings settings, InstantSource clock, JsonCodec json) {
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  /** Writes what there is to write where nobody set anything. */
  public static AuditWriter standard(JsonCodec json) {
    return new AuditWriter(AuditSettings.standard(), InstantSource.system(), json);
  }

  public AuditSettings settings() {
    return settings;
  }

  /** Whether anything is written at all. */
  public boolean isOn() {
    return settings.enabled();
  }

  /** What happened to a client by whoever acts on this thread now. */
  public Occasion now() {
    return new Occasion(this, clock.instant(), Acting.actor(), rules(Acting.findings()));
  }

  /** An entry of what concerns no stored client, or changes none. */
  public AuditEntry entry(String action, Optional<ClientId> client, List<Finding> findings) {
    return new AuditEntry(
        clock.instant(),
        action,
        client.map(ClientId::value),
        Acting.actor(),
        rules(findings),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What was decided on anything but a client, by whoever acts on this thread now; to be inserted
   * by the transaction that carries it out.
   */
  public Decision decision(String action, Map<String, Json> about) {
    return new Decision(
        isOn()
            ? Optional.of(
                new AuditEntry(
                    clock.instant(),
                    action,
                    Optional.empty(),
                    Acting.actor(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(json.write(new Json.Members(about)))))
            : Optional.empty());
  }

  /** An entry of what the server did to the audit itself. */
  AuditEntry server(String action, Json.Members told) {
    return new AuditEntry(
        clock.instant(),
        action,
        Optional.empty(),
        Acting.actor(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(json.write(told)));
  }

  /** A client as it is kept: all but its credentials. */
  Optional<String> picture(Client client, String metadata) {
    if (!settings.details()) {
      return Optional.empty();
    }
    var origin = client.origin();
    var text = new StringBuilder(metadata.length() + 128);
    text.append("{\"state\":\"").append(client.state().wireName());
    text.append("\",\"tier\":\"").append(origin.tier().wireName()).append('"');
    origin.initialToken().ifPresent(id -> append(text, "initial_token", id));
    origin.statementIssuer().ifPresent(issuer -> append(text, "statement_issuer", issuer));
    client.review().reason().ifPresent(reason -> append(text, "reason", reason));
    text.append(",\"revision\":").append(client.revision());
    return Optional.of(text.append(",\"metadata\":").append(metadata).append('}').toString());
  }

  private void append(StringBuilder text, String name, String value) {
    var member = json.write(new Json.Members(Map.of(name, Json.of(value))));
    text.append(',').append(member, 1, member.length() - 1);
  }

  private Optional<String> rules(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    var members = new Json.Members(Map.of("r", rulesOf(findings)));
    var text = json.write(members);
    return Optional.of(text.substring("{\"r\":".length(), text.length() - 1));
  }

  private static Json rulesOf(List<Finding> findings) {
    return new Json.Items(
        findings.stream()
            .<Json>map(
                finding -> {
                  var rule = new LinkedHashMap<String, Json>();
                  rule.put("rule", Json.of(finding.rule()));
                  rule.put("decision", Json.of(finding.mode().done()));
                  rule.put(
                      "fields",
                      Json.ofTexts(finding.violations().stream().map(v -> v.field()).toList()));
                  return new Json.Members(rule);
                })
            .toList());
  }

  private static final String INSERT =
      """
      INSERT INTO audit (at, action, client_id, actor, address, door, request_id, rules,
        state_before, state_after, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Writes one entry as a part of whatever this connection does. */
  public static void insert(AuditEntry entry, Sql sql) throws SQLException {
    int ignored =
        sql.update(
            INSERT,
            entry.at(),
            entry.action(),
            entry.client(),
            entry.actor().name(),
            entry.actor().address(),
            entry.actor().door(),
            entry.actor().request(),
            entry.rules(),
            entry.before(),
            entry.after(),
            entry.digest());
  }

  /** Writes many entries by one statement. */
  public static void insertAll(List<AuditEntry> entries, Sql sql) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    int ignored =
        sql.update(
            PostgresText.INSERT,
            Column.instants(entries, entry -> Optional.of(entry.at())),
            Column.texts(entries, entry -> Optional.of(entry.action())),
            Column.texts(entries, AuditEntry::client),
            Column.texts(entries, entry -> Optional.of(entry.actor().name())),
            Column.texts(entries, entry -> entry.actor().address()),
            Column.texts(entries, entry -> Optional.of(entry.actor().door())),
            Column.texts(entries, entry -> entry.actor().request()),
            Column.texts(entries, AuditEntry::rules),
            Column.texts(entries, AuditEntry::before),
            Column.texts(entries, AuditEntry::after),
            Column.texts(entries, entry -> Optional.of(entry.digest())));
  }

  /** What only PostgreSQL understands. */
  private static final class PostgresText {
    static final String INSERT =
        """
        INSERT INTO audit (at, action, client_id, actor, address, door, request_id, rules,
          state_before, state_after, digest)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
  }
}
