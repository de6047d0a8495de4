package io.roster.core.profile;

import static io.roster.core.Bodies.members;

import io.roster.core.json.Json;
import java.util.List;
import java.util.Map;

/** A few profiles of our own, one of each kind; which real ones there are is data. */
public final class KnownClients {
  private KnownClients() {}

  public static Profiles some() {
    return Profiles.read(file());
  }

  static Json.Members file() {
    return file(
        Map.of(
            "id",
            "web",
            "name",
            "Photo Web",
            "client_names",
            List.of("Claude"),
            "redirect_uris",
            List.of("https://claude.ai/cb", "https://claude.com/cb"),
            "metadata_documents",
            List.of("https://claude.ai/client.json"),
            "evidence",
            "captured"),
        Map.of(
            "id", "code",
            "name", "Claude Code",
            "client_names", List.of("Claude Code (*"),
            "redirect_uris", List.of("http://localhost/callback"),
            "evidence", "source"),
        Map.of(
            "id", "editor",
            "name", "Cursor",
            "software_ids", List.of("cursor-editor"),
            "redirect_uris",
                List.of(
                    "cursor://host/cb", "https://www.cursor.com/cb", "http://localhost/callback"),
            "quirks", List.of("sends three redirect URIs"),
            "evidence", "illustrative",
            "modes", Map.of("some-rule", "warn")),
        Map.of(
            "id", "hosted",
            "name", "LibreChat",
            "redirect_uris", List.of("https://*/api/mcp/*/oauth/callback"),
            "evidence", "source"));
  }

  static Json.Members file(Map<?, ?>... profiles) {
    return members("version", "7", "profiles", List.of(profiles));
  }
}
