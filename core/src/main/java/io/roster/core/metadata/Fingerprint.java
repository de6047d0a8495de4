package io.roster.core.metadata;

import io.roster.core.json.Json;
import io.roster.core.uri.RedirectUri;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/** What two registrations of the same software have in common, whatever loopback port they got. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Returns 64 hexadecimal digits, the same for metadata that differ in loopback ports alone. */
  public static String of(ClientMetadata metadata) {
    var members = new LinkedHashMap<>(metadata.toJson().values());
    var redirects =
        metadata.redirectUris().stream().map(RedirectUri::textOnAnyPort).distinct().toList();
    members.put(Members.REDIRECT_URIS.name(), Json.ofTexts(redirects));
    return of(new Json.Members(members));
  }

  /** Returns 64 hexadecimal digits, the same for equal members in the same order. */
  public static String of(Json.Members members) {
    var text = new StringBuilder();
    write(members, text);
    return sha256(text.toString());
  }

  /** Every text with its length before it, so that no two values are written alike. */
  private static void write(Json json, StringBuilder out) {
    switch (json) {
      case Json.Text(var text) -> out.append('t').append(text.length()).append(':').append(text);
      case Json.Numeral(var digits) ->
          out.append('n').append(digits.length()).append(':').append(digits);
      case Json.Flag(var flag) -> out.append(flag ? "+" : "-");
      case Json.Null ignored -> out.append('0');
      case Json.Items(var items) -> writeAll('a', items, out);
      case Json.Members(var members) -> {
        out.append('o').append(members.size()).append(':');
        members.forEach((name, value) -> writeAll('m', List.of(Json.of(name), value), out));
      }
    }
  }

  private static void writeAll(char kind, List<Json> values, StringBuilder out) {
    out.append(kind).append(values.size()).append(':');
    values.forEach(value -> write(value, out));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
