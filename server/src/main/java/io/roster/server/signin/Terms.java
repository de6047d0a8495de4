package io.roster.server.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may come from an identity provider; every condition has to hold. */
record Terms(List<String> emailDomains, Map<String, List<String>> required) {
  private static final String EMAIL = "email";
  private static final String VERIFIED = "email_verified";

  Terms {
    emailDomains = emailDomains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    required = Map.copyOf(required);
  }

  /** Whether something that has to be known is not in these claims. */
  boolean lackIn(Map<String, Object> claims) {
    boolean unknownEmail = !emailDomains.isEmpty() && !claims.containsKey(EMAIL);
    return unknownEmail || !claims.keySet().containsAll(required.keySet());
  }

  boolean admit(Map<String, Object> claims) {
    return admitEmail(claims)
        && required.entrySet().stream()
            .allMatch(demand -> says(claims.get(demand.getKey()), demand.getValue()));
  }

  // Whoever can choose an address that nobody checks could choose any domain.
  private boolean admitEmail(Map<String, Object> claims) {
    return emailDomains.isEmpty()
        || (claims.get(EMAIL) instanceof String email
            && says(claims.get(VERIFIED), List.of("true"))
            && emailDomains.contains(
                email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT)));
  }

  private static boolean says(@Nullable Object claim, List<String> allowed) {
    return switch (claim) {
      case null -> false;
      case Collection<?> several -> several.stream().anyMatch(one -> says(one, allowed));
      case String text -> allowed.contains(text);
      case Boolean flag -> allowed.contains(flag.toString());
      case Number number -> allowed.contains(number.toString());
      default -> false;
    };
  }
}
