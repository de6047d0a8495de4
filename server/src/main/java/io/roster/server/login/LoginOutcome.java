package io.roster.server.login;

import io.roster.store.account.User;
import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface LoginOutcome {
  record SignedIn(User user) implements LoginOutcome {}

  record WrongPassword() implements LoginOutcome {}

  /** There were too many failures; the password was not even looked at. */
  record Wait(Duration remaining) implements LoginOutcome {}

  /** Too many people sign in at this moment. */
  record Busy() implements LoginOutcome {}
}
