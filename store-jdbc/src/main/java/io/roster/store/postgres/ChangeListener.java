package io.roster.store.postgres;

import io.roster.store.sql.Sql;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Listens, on a connection of its own, to what the nodes on one PostgreSQL do to clients. The
 * database tells it by a trigger, so that a change by any hand is heard.
 */
public final class ChangeListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.roster.nodes");
  private static final String LISTEN = "LISTEN roster_clients";
  private static final String PING = "SELECT 1";
  private static final int SILENCE_MILLIS = 5000;
  private static final int PAUSE_MILLIS = 1000;

  private final Connections connections;
  private final Hearing hearing;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("roster-changes").daemon().unstarted(this::run);

  private ChangeListener(Connections connections, Hearing hearing) {
    this.connections = connections;
    this.hearing = hearing;
  }

  /** Who is told what was heard, and when nothing can be heard. */
  public interface Hearing {
    /** The client with this identifier isn't what it was. */
    void changed(String clientId);

    /** From now on every change is heard; those before may have been missed. */
    void began();

    /** The connection is gone: changes are missed from now on, and perhaps since a while ago. */
    void lost();
  }

  /** Starts listening to the database a URL names; whatever breaks, it begins again. */
  public static ChangeListener start(String url, PostgresSettings settings, Hearing hearing) {
    var listener = new ChangeListener(new Connections(url, settings), hearing);
    listener.thread.start();
    return listener;
  }

  private void run() {
    boolean told = false;
    while (closed.getCount() > 0) {
      try (var sql = connections.reading()) {
        sql.run(LISTEN);
        hearing.began();
        told = false;
        listen(sql);
      } catch (SQLException e) {
        if (!told) {
          LOG.log(Level.WARNING, "changes by other nodes are not heard now: {0}", e.getMessage());
        }
        told = true;
      } finally {
        hearing.lost();
      }
      pause();
    }
  }

  private void listen(Sql sql) throws SQLException {
    var connection = sql.connection().unwrap(PGConnection.class);
    while (closed.getCount() > 0) {
      var heard = connection.getNotifications(SILENCE_MILLIS);
      for (var change : heard) {
        hearing.changed(change.getParameter());
      }
      if (heard.length == 0) {
        // A connection that nobody talks on may have been cut without a word.
        sql.first(PING, row -> true);
      }
    }
  }

  private void pause() {
    try {
      if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "listens no longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  /** Ends within a few seconds, of which nobody has to wait for any. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
