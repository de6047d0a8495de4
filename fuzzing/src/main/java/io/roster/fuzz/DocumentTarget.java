package io.roster.fuzz;

import io.roster.core.cimd.DocumentReader;
import io.roster.core.cimd.DocumentReading;
import io.roster.core.cimd.DocumentUrl;
import io.roster.core.client.ClientId;
import io.roster.core.client.Tier;
import io.roster.core.settings.RegistrationSettings;
import io.roster.http.JacksonJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** A line that may be the URL of a metadata document, and what may be found there. */
public final class DocumentTarget {
  private static final JacksonJson JSON = new JacksonJson();
  private static final DocumentUrl SOME_URL =
      DocumentUrl.parse("https://client.example/client.json").orElseThrow();
  private static final DocumentReader READER =
      new DocumentReader(
          RegistrationSettings.standard(URI.create("https://as.example")).tier(Tier.DOCUMENT));

  private DocumentTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    DocumentUrl.parse(lines[0]).ifPresent(url -> checkUrl(lines[0], url));
    read(lines[lines.length - 1]);
  }

  private static void checkUrl(String text, DocumentUrl url) {
    Claim.holds(url.clientId().value().equals(text), "the text is kept");
    Claim.holds(ClientId.isUrl(text), "it is told from other identifiers by its beginning");
    Claim.holds(DocumentUrl.objection(text).isEmpty(), "nothing is said against it");
    try {
      var theirs = new URI(text).getHost();
      // The JDK sees no host at all in one with an underscore.
      Claim.holds(theirs == null || theirs.equals(url.host()), "both parsers see one host");
    } catch (URISyntaxException theyDisagree) {
      // Nor is everything a URI to it that is one by RFC 3986.
    }
  }

  private static void read(String document) {
    try {
      switch (READER.read(SOME_URL, JSON.read(document))) {
        case DocumentReading.Proper(var metadata) ->
            Claim.holds(
                !metadata.tokenEndpointAuthMethod().usesSecret(), "a document shares no secret");
        case DocumentReading.Improper(var violations) -> JsonTarget.checkTexts(violations);
      }
    } catch (IllegalArgumentException malformed) {
      // It is no JSON object.
    }
  }
}
