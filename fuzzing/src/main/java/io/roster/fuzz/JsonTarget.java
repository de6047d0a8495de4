package io.roster.fuzz;

import io.roster.core.Roster;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.metadata.Violation;
import io.roster.core.registration.RegistrationOutcome;
import io.roster.http.JacksonJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A registration body: JSON, then metadata, then a client. */
public final class JsonTarget {
  private static final JacksonJson CODEC = new JacksonJson();
  private static final int DEEPEST = 16;

  private JsonTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    read(input).ifPresent(JsonTarget::register);
  }

  static Optional<Json.Members> read(byte[] input) {
    Json.Members body;
    try {
      body = CODEC.read(new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException declared) {
      return Optional.empty();
    }
    Claim.holds(depth(body) <= DEEPEST, "JSON is of bounded depth");
    Claim.holds(CODEC.read(CODEC.write(body)).equals(body), "JSON survives a round trip");
    return Optional.of(body);
  }

  private static void register(Json.Members body) {
    switch (MetadataReader.read(body)) {
      case Reading.Malformed(var violations) -> checkTexts(violations);
      case Reading.Parsed(var metadata) -> register(metadata);
    }
  }

  private static void register(ClientMetadata metadata) {
    var roster = Roster.create(URI.create("https://as.example"));
    switch (roster.registrar().register(metadata)) {
      case RegistrationOutcome.Rejected rejected -> checkTexts(rejected.violations());
      case RegistrationOutcome.Registered registered -> check(registered.client().metadata());
      case RegistrationOutcome.TokenSpent spent -> Claim.holds(false, "no token was spent");
      case RegistrationOutcome.QuotaReached reached -> Claim.holds(false, "there is room");
    }
  }

  static void check(ClientMetadata metadata) {
    Claim.holds(
        MetadataReader.read(metadata.toJson()).equals(new Reading.Parsed(metadata)),
        "metadata survives its own JSON");
    for (var redirect : metadata.redirectUris()) {
      Claim.holds(redirect.matches(redirect), "a registered redirect URI matches itself");
      Claim.holds(RedirectTarget.mayReceiveCodes(redirect), "its scheme is allowed");
    }
  }

  /** The characters of an error description, RFC 6749 section 5.2. */
  static void checkTexts(List<Violation> violations) {
    for (var violation : violations) {
      var told = violation.field() + ": " + violation.advice();
      Claim.holds(
          told.chars().allMatch(c -> c >= 0x20 && c <= 0x7e && c != '"' && c != '\\'),
          "a violation is told in plain ASCII");
    }
  }

  private static int depth(Json value) {
    return switch (value) {
      case Json.Members(var members) ->
          1 + members.values().stream().mapToInt(JsonTarget::depth).max().orElse(0);
      case Json.Items(var items) -> 1 + items.stream().mapToInt(JsonTarget::depth).max().orElse(0);
      case Json.Text text -> 0;
      case Json.Numeral number -> 0;
      case Json.Flag flag -> 0;
      case Json.Null none -> 0;
    };
  }
}
