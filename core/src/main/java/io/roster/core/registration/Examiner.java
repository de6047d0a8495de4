package io.roster.core.registration;

import io.roster.core.client.Origin;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.Members;
import io.roster.core.metadata.Violation;
import io.roster.core.metadata.Violation.Code;
import io.roster.core.policy.Candidate;
import io.roster.core.policy.Finding;
import io.roster.core.policy.Judgment;
import io.roster.core.policy.PolicyEngine;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.statement.Verdict;
import io.roster.core.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Makes of what was asked what would be registered: statement, fixed members, amendments, policies.
 * Every door leads through here.
 */
public final class Examiner {
  private static final String STATEMENT_RULE = "software-statement";

  private final RegistrationSettings settings;
  private final Amendments amendments;
  private final PolicyEngine engine;
  private final SoftwareStatements statements;

  public Examiner(
      RegistrationSettings settings, PolicyEngine engine, SoftwareStatements statements) {
    this.settings = settings;
    this.amendments = new Amendments(settings);
    this.engine = engine;
    this.statements = statements;
  }

  /** Examines what a client of this origin asks for; nothing it asks outweighs {@code fixed}. */
  public Examination examine(ClientMetadata requested, Origin origin, ClientMetadata fixed) {
    var vouched = vouched(requested, origin);
    var tier = settings.tier(vouched.origin().tier());
    var amended = amendments.apply(vouched.metadata().overlaidWith(fixed), tier);
    var judgment = engine.judge(new Candidate(amended, vouched.origin(), tier));
    return new Examination(
        vouched.origin(),
        amended,
        vouched.objection().map(o -> with(o, judgment)).orElse(judgment));
  }

  private record Vouched(ClientMetadata metadata, Origin origin, Optional<Finding> objection) {}

  /** A statement's claims take precedence, RFC 7591 section 2.3; without support it is ignored. */
  private Vouched vouched(ClientMetadata requested, Origin origin) {
    var statement = requested.get(Members.SOFTWARE_STATEMENT);
    if (!statements.areSupported() && origin.statementIssuer().isEmpty()) {
      return new Vouched(requested.without(Members.SOFTWARE_STATEMENT), origin, Optional.empty());
    }
    if (statement.isEmpty()) {
      return origin.statementIssuer().isEmpty()
          ? new Vouched(requested, origin, Optional.empty())
          : refused(
              requested,
              origin,
              Code.INVALID_SOFTWARE_STATEMENT,
              "send a software statement, as this client did when it registered");
    }
    return switch (statements.verify(statement.get())) {
      case Verdict.Trusted(var issuer, var claims) ->
          new Vouched(
              requested.overlaidWith(claims.without(Members.SOFTWARE_STATEMENT)),
              origin.vouchedForBy(issuer),
              Optional.empty());
      case Verdict.Invalid(var advice) ->
          refused(requested, origin, Code.INVALID_SOFTWARE_STATEMENT, advice);
      case Verdict.Unapproved(var advice) ->
          refused(requested, origin, Code.UNAPPROVED_SOFTWARE_STATEMENT, advice);
      case Verdict.Unavailable() ->
          throw new StoreUnavailableException("the keys of the statement's issuer are not here");
    };
  }

  private static Vouched refused(
      ClientMetadata requested, Origin origin, Code code, String advice) {
    var violation = new Violation(code, Members.SOFTWARE_STATEMENT.name(), advice);
    return new Vouched(
        requested, origin, Optional.of(Finding.rejecting(STATEMENT_RULE, violation)));
  }

  private static Judgment with(Finding first, Judgment judgment) {
    var findings = new ArrayList<Finding>();
    findings.add(first);
    findings.addAll(judgment.findings());
    return new Judgment(judgment.metadata(), findings);
  }
}
