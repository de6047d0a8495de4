package io.roster.core.policy.name;

import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The names of a client in all languages, by the member that has them. */
final class ClientNames {
  private ClientNames() {}

  /** Returns a violation for every name at fault. */
  static List<Violation> violations(
      ClientMetadata metadata, Predicate<String> atFault, String advice) {
    var plain =
        metadata.clientName().filter(atFault).map(name -> Members.CLIENT_NAME.name()).stream();
    var localized =
        metadata.localized().stream()
            .filter(variant -> variant.member() == Members.CLIENT_NAME)
            .filter(variant -> atFault.test(variant.text()))
            .map(variant -> variant.wireName());
    return Stream.concat(plain, localized).map(field -> Violation.metadata(field, advice)).toList();
  }
}
