package io.roster.http;

import io.roster.core.access.Presented;
import io.roster.core.credential.Secret;
import java.util.regex.Pattern;

/** Reads the one place a token may come in, RFC 6750 section 2.1: never the body, nor the query. */
final class BearerHeader {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/-]{1,1024}=*)", Pattern.CASE_INSENSITIVE);

  private BearerHeader() {}

  static Presented read(HttpCall call) {
    return call.header("Authorization")
        .map(BEARER::matcher)
        .filter(matcher -> matcher.matches())
        .<Presented>map(matcher -> new Presented.Bearer(new Secret(matcher.group(1))))
        .orElseGet(Presented.Nothing::new);
  }
}
