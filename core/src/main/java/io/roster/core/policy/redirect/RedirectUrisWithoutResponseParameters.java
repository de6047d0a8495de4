package io.roster.core.policy.redirect;

import io.roster.core.policy.Candidate;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A redirect URI's query does not already hold what an authorization response will add. */
record RedirectUrisWithoutResponseParameters() implements RedirectUriRule {
  private static final Set<String> RESPONSE_PARAMETERS =
      Set.of("code", "state", "iss", "error", "error_description", "error_uri", "response");

  @Override
  public Optional<String> objection(RedirectUri redirect, Candidate candidate) {
    return redirect.parsed().flatMap(AbsoluteUri::query).flatMap(this::objection);
  }

  private Optional<String> objection(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2)[0])
        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
        .filter(RESPONSE_PARAMETERS::contains)
        .findFirst()
        .map(name -> "remove the parameter " + name + " from the query");
  }
}
