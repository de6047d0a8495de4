package io.roster.server.login;

import io.roster.server.login.LoginOutcome.Busy;
import io.roster.server.login.LoginOutcome.SignedIn;
import io.roster.server.login.LoginOutcome.Wait;
import io.roster.server.login.LoginOutcome.WrongPassword;
import io.roster.store.account.User;
import io.roster.store.account.UserStore;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks names and passwords; an unknown name costs as much time as a wrong password. */
public final class PasswordLogin {
  private static final long PATIENCE_SECONDS = 5;
  // Of a password nobody knows, as costly to compare with as anybody's.
  private static final String NOBODYS_HASH =
      "{bcrypt}$2a$10$XxPCvXPdyLwuTjIlJKMDp.Q5qr8l2t6GZ6Zx8K1kYRIBTZsSgHpGq";

  private final UserStore users;
  private final PasswordEncoder encoder;
  private final LoginThrottle throttle;
  // Hashing is made to be expensive: a flood of attempts must leave something for the others.
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

  public PasswordLogin(UserStore users, PasswordEncoder encoder, LoginThrottle throttle) {
    this.users = users;
    this.encoder = encoder;
    this.throttle = throttle;
  }

  /** Checks a name and a password, unless there were too many wrong ones. */
  public LoginOutcome check(LoginAttempt attempt, String password) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Busy();
    }
    try {
      return checkAlone(attempt, password);
    } finally {
      places.release();
    }
  }

  private LoginOutcome checkAlone(LoginAttempt attempt, String password) {
    var remaining = throttle.remaining(attempt);
    if (remaining.isPositive()) {
      return new Wait(remaining);
    }
    var user =
        User.isValidName(attempt.name())
            ? users.find(attempt.name()).filter(User::hasPassword)
            : Optional.<User>empty();
    boolean right = encoder.matches(password, user.map(User::passwordHash).orElse(NOBODYS_HASH));
    if (user.isEmpty() || !right) {
      throttle.failed(attempt);
      return new WrongPassword();
    }
    throttle.succeeded(attempt);
    return new SignedIn(user.get());
  }
}
