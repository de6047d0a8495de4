package io.roster.core.access;

import io.roster.core.access.Admission.Admitted;
import io.roster.core.access.Admission.Refused;

/** Decides who may register, RFC 7591 section 3. */
@FunctionalInterface
public interface InitialAccess {
  Admission admit(Presented presented);

  /** Lets everyone try; policies still decide. */
  static InitialAccess open() {
    return presented -> new Admitted();
  }

  /** Lets nobody in. */
  static InitialAccess closed() {
    return presented -> new Refused("dynamic registration is closed: ask the operator");
  }
}
