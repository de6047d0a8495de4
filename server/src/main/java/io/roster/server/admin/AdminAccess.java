package io.roster.server.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.credential.Secret;
import io.roster.server.account.Administrators;
import io.roster.server.account.Principal;
import io.roster.server.account.Role;
import io.roster.server.data.LocalCredential;
import io.roster.server.login.LoginAttempt;
import io.roster.server.login.LoginOutcome.Busy;
import io.roster.server.login.LoginOutcome.SignedIn;
import io.roster.server.login.LoginOutcome.Wait;
import io.roster.server.login.LoginOutcome.WrongPassword;
import io.roster.server.login.PasswordLogin;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Who is asking: by the file in the data directory, an API token, or a name and password. */
public final class AdminAccess {
  private final LocalCredential local;
  private final Administrators people;
  private final PasswordLogin passwords;

  public AdminAccess(LocalCredential local, Administrators people, PasswordLogin passwords) {
    this.local = local;
    this.people = people;
    this.passwords = passwords;
  }

  /** What came of looking at a credential. */
  public sealed interface Admittance {
    record Admitted(Principal principal) implements Admittance {}

    record Denied() implements Admittance {}

    /** There were too many wrong passwords; this one was not even looked at. */
    record Throttled(Duration remaining) implements Admittance {}
  }

  /** Looks at the Authorization headers of a request from this address. */
  public Admittance admit(List<String> headers, String address) {
    if (headers.size() != 1) {
      return new Admittance.Denied();
    }
    var header = headers.getFirst();
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return token(new Secret(header.substring(7).strip()));
    }
    return header.regionMatches(true, 0, "Basic ", 0, 6)
        ? basic(header.substring(6).strip(), address)
        : new Admittance.Denied();
  }

  private Admittance token(Secret presented) {
    return local.matches(presented.reveal())
        ? new Admittance.Admitted(Principal.LOCAL)
        : people
            .holderOf(presented)
            .<Admittance>map(Admittance.Admitted::new)
            .orElseGet(Admittance.Denied::new);
  }

  private Admittance basic(String encoded, String address) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException malformed) {
      return new Admittance.Denied();
    }
    int colon = pair.indexOf(':');
    return colon < 1
        ? new Admittance.Denied()
        : password(pair.substring(0, colon), pair.substring(colon + 1), address);
  }

  /** Looks at a name and a password that somebody types in. */
  public Admittance password(String name, String password, String address) {
    return switch (passwords.check(new LoginAttempt(name, address), password)) {
      case SignedIn(var user) ->
          Role.highest(user.roles())
              .<Admittance>map(
                  role -> new Admittance.Admitted(new Principal(user.name(), "password", role)))
              .orElseGet(Admittance.Denied::new);
      case WrongPassword wrong -> new Admittance.Denied();
      case Wait(var remaining) -> new Admittance.Throttled(remaining);
      case Busy busy -> new Admittance.Throttled(Duration.ofSeconds(1));
    };
  }
}
