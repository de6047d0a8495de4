package io.roster.core.cimd;

import io.roster.core.client.Origin;
import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.policy.Finding;
import io.roster.core.registration.Examination;
import io.roster.core.registration.Examiner;
import io.roster.core.settings.PolicyMode;
import io.roster.core.settings.RegistrationSettings;
import java.util.List;

/** Judges documents: first by what a document has to be, then by the rules for every client. */
final class DocumentJudge {
  private static final String DOCUMENT_RULE = "metadata-document";
  private static final Origin ORIGIN = Origin.of(Tier.DOCUMENT);

  private final DocumentReader reader;
  private final Examiner examiner;

  DocumentJudge(RegistrationSettings settings, Examiner examiner) {
    this.reader = new DocumentReader(settings.tier(Tier.DOCUMENT));
    this.examiner = examiner;
  }

  /** What a document is worth. */
  sealed interface Verdict {}

  /** It makes this client. */
  record Accepted(Examination examined) implements Verdict {}

  /** It breaks these rules. */
  record Rejected(List<Finding> findings) implements Verdict {}

  Verdict judge(DocumentUrl url, Json.Members document) {
    return switch (reader.read(url, document)) {
      case DocumentReading.Improper(var violations) ->
          new Rejected(List.of(new Finding(DOCUMENT_RULE, PolicyMode.REJECT, violations)));
      case DocumentReading.Proper(var metadata) -> judge(metadata);
    };
  }

  private Verdict judge(ClientMetadata metadata) {
    var examined = examiner.examine(metadata, ORIGIN, ClientMetadata.EMPTY);
    return examined.isRejected() ? new Rejected(examined.findings()) : new Accepted(examined);
  }
}
