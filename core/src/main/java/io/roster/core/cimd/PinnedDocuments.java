package io.roster.core.cimd;

import io.roster.core.json.Json;
import io.roster.core.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Documents that are here already: an operator's, and those of hosts that answer a server with a
 * challenge for browsers. Immutable.
 */
public final class PinnedDocuments {
  private static final String RESOURCE = "documents.json";
  private static final int MOST = 1000;

  private final Map<String, Json.Members> always;
  private final Map<String, Json.Members> standIns;

  private PinnedDocuments(Map<String, Json.Members> always, Map<String, Json.Members> standIns) {
    this.always = Map.copyOf(always);
    this.standIns = Map.copyOf(standIns);
  }

  /** Has no document. */
  public static PinnedDocuments none() {
    return new PinnedDocuments(Map.of(), Map.of());
  }

  /** The documents that come with this release. */
  public static PinnedDocuments shipped(JsonCodec codec) {
    try (var in = Objects.requireNonNull(PinnedDocuments.class.getResourceAsStream(RESOURCE))) {
      var file = codec.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new PinnedDocuments(
          byUrl(file, "instead_of_fetching"), byUrl(file, "when_unreachable"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These documents, and before them those of an operator's file, which count instead of what is at
   * their URLs: an object whose member {@code documents} lists them. Throws
   * IllegalArgumentException that names what is wrong.
   */
  public PinnedDocuments and(Json.Members file) {
    var own = byUrl(file, "documents");
    var merged = new LinkedHashMap<>(always);
    merged.putAll(own);
    return new PinnedDocuments(merged, standIns);
  }

  /** The document that counts instead of what is at this URL. */
  public Optional<Json.Members> find(DocumentUrl url) {
    return Optional.ofNullable(always.get(url.uri().text()));
  }

  /** The document that counts while nothing can be had from this URL. */
  public Optional<Json.Members> standIn(DocumentUrl url) {
    return Optional.ofNullable(standIns.get(url.uri().text()));
  }

  /** Every document of both kinds, by its URL. */
  public Map<String, Json.Members> all() {
    var all = new LinkedHashMap<>(standIns);
    all.putAll(always);
    return all;
  }

  private static Map<String, Json.Members> byUrl(Json.Members file, String member) {
    var items =
        file.values().get(member) instanceof Json.Items(var found) ? found : List.<Json>of();
    if (items.isEmpty() || items.size() > MOST) {
      throw new IllegalArgumentException(
          member + " must be an array of 1 to " + MOST + " documents");
    }
    var byUrl = new LinkedHashMap<String, Json.Members>();
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof Json.Members document)) {
        throw new IllegalArgumentException(member + "[" + i + "] must be an object");
      }
      var url = document.text("client_id").flatMap(DocumentUrl::parse);
      if (url.isEmpty()) {
        throw new IllegalArgumentException(
            member + "[" + i + "].client_id must be an https URL with a path");
      }
      byUrl.put(url.get().uri().text(), document);
    }
    return byUrl;
  }
}
