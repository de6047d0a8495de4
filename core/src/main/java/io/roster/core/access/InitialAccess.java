package io.roster.core.access;

import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Missing;
import io.roster.core.access.Admission.Refused;

/** Decides who may register, RFC 7591 section 3. */
@FunctionalInterface
public interface InitialAccess {
  Admission admit(Presented presented);

  /** Lets everyone try, whatever they present; policies still decide. */
  static InitialAccess open() {
    return presented -> Admitted.OPEN;
  }

  /** Lets everyone try, and those with a token as what the token says. */
  static InitialAccess open(InitialTokens tokens) {
    return presented ->
        switch (presented) {
          case Presented.Nothing nothing -> Admitted.OPEN;
          case Presented.Bearer(var token) -> tokens.admit(token);
        };
  }

  /** Lets only those try who present a token. */
  static InitialAccess byToken(InitialTokens tokens) {
    return presented ->
        switch (presented) {
          case Presented.Nothing nothing -> new Missing();
          case Presented.Bearer(var token) -> tokens.admit(token);
        };
  }

  /** Lets nobody in. */
  static InitialAccess closed() {
    return presented -> new Refused("dynamic registration is closed: ask the operator");
  }
}
