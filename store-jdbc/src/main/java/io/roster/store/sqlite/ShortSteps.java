package io.roster.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits for another process's write in steps of a millisecond. SQLite's own waiting grows to steps
 * of 100, which a process that writes without pause would shut out for seconds.
 */
final class ShortSteps extends BusyHandler {
  private static final long STEP = Duration.ofMillis(1).toNanos();

  private final long most;

  private ShortSteps(Duration patience) {
    this.most = patience.toNanos() / STEP;
  }

  /** Lets a connection wait so long and no longer. */
  static void on(Connection connection, Duration patience) throws SQLException {
    BusyHandler.setHandler(connection, new ShortSteps(patience));
  }

  @Override
  protected int callback(int stepsSoFar) {
    if (stepsSoFar >= most) {
      return 0;
    }
    LockSupport.parkNanos(STEP);
    return 1;
  }
}
