package io.roster.fuzz;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.roster.core.metadata.Violation;
import io.roster.core.statement.Verdict;
import io.roster.remote.statement.SignedStatements;
import io.roster.remote.statement.TrustedIssuer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A software statement of somebody who doesn't have the issuer's key. */
public final class StatementTarget {
  private static final SignedStatements STATEMENTS = statements();

  private StatementTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    switch (STATEMENTS.verify(new String(input, StandardCharsets.UTF_8))) {
      case Verdict.Trusted trusted -> Claim.holds(false, "nothing is believed unsigned");
      case Verdict.Invalid(var advice) -> checkText(advice);
      case Verdict.Unapproved(var advice) -> checkText(advice);
      case Verdict.Unavailable unavailable -> Claim.holds(false, "the keys are there");
    }
  }

  private static void checkText(String advice) {
    JsonTarget.checkTexts(List.of(Violation.metadata("software_statement", advice)));
  }

  private static SignedStatements statements() {
    try {
      var key = new ECKeyGenerator(Curve.P_256).keyID("k").generate().toPublicJWK();
      var keys = Optional.of(new JWKSet(key));
      var issuer =
          new TrustedIssuer(
              "https://issuer.example",
              kid -> keys,
              Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256),
              Optional.empty());
      return new SignedStatements(List.of(issuer), InstantSource.system());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
