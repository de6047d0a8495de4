package io.roster.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.sql.Database;
import io.roster.store.sql.HeldWriter;
import io.roster.store.sql.Sql;
import io.roster.store.sql.Work;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  private Path file;

  @BeforeEach
  void choose(@TempDir Path directory) {
    file = directory.resolve("roster.db");
  }

  @Test
  void workThatBreaksARuleFailsAlone() throws Exception {
    try (var database = SqliteDatabase.open(file);
        var held = new HeldWriter(database)) {
      var before = later(database, Notes.insert(1));
      var twice = later(database, sql -> Notes.insert(2).run(sql) + Notes.insert(2).run(sql));
      var after = later(database, Notes.insert(3));
      held.awaitQueue(3);

      held.release();

      assertThat(before.get()).isEqualTo(1);
      assertThat(after.get()).isEqualTo(1);
      assertThat(twice)
          .failsWithin(Duration.ofSeconds(9))
          .withThrowableThat()
          .withCauseInstanceOf(IllegalStateException.class);
      assertThat(Notes.count(database)).isEqualTo(2);
    }
  }

  @Test
  void workWithABugFailsAlone() throws Exception {
    try (var database = SqliteDatabase.open(file);
        var held = new HeldWriter(database)) {
      var before = later(database, Notes.insert(1));
      var wrong = later(database, GroupCommitTest::insertAndThrow);
      held.awaitQueue(2);

      held.release();

      assertThat(before.get()).isEqualTo(1);
      assertThatThrownBy(wrong::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(Notes.count(database)).isEqualTo(1);
    }
  }

  @Test
  void aFailedCommitFailsAllAndWritesNothing() throws Exception {
    try (var database = SqliteDatabase.open(file);
        var held = new HeldWriter(database)) {
      var innocent = later(database, Notes.insert(1));
      var culprit = later(database, GroupCommitTest::breakARuleThatIsCheckedLast);
      held.awaitQueue(2);

      held.release();

      for (var failed : List.of(innocent, culprit)) {
        assertThatThrownBy(failed::get).hasCauseInstanceOf(StoreUnavailableException.class);
      }
      assertThat(Notes.count(database)).isZero();
      assertThat(database.write(Notes.insert(1))).isEqualTo(1);
    }
  }

  @Test
  void workThatFindsTheQueueFullIsRefusedAtOnce() throws Exception {
    var settings = SqliteSettings.standard().withWriteQueue(2);
    try (var database = SqliteDatabase.open(file, settings);
        var held = new HeldWriter(database)) {
      var first = later(database, Notes.insert(1));
      var second = later(database, Notes.insert(2));
      held.awaitQueue(2);

      assertThatThrownBy(() -> database.write(Notes.insert(3)))
          .isInstanceOf(StoreUnavailableException.class);

      held.release();
      assertThat(first.get() + second.get()).isEqualTo(2);
      assertThat(database.write(Notes.insert(3))).isEqualTo(1);
    }
  }

  @Test
  void closingFinishesWhatWasAccepted() throws Exception {
    var database = SqliteDatabase.open(file);
    var held = new HeldWriter(database);
    var first = later(database, Notes.insert(1));
    held.awaitQueue(1);

    var closing = CompletableFuture.runAsync(database::close, THREADS);
    held.release();
    closing.get();

    assertThat(first.get()).isEqualTo(1);
    try (var reopened = SqliteDatabase.open(file)) {
      assertThat(Notes.count(reopened)).isEqualTo(1);
    }
  }

  @Test
  void workInsideOtherWorkIsRefusedInsteadOfWaitingForItself() {
    try (var database = SqliteDatabase.open(file)) {
      assertThatThrownBy(() -> database.write(sql -> database.write(Notes.insert(1))))
          .isInstanceOf(IllegalStateException.class);

      assertThat(database.write(Notes.insert(1))).isEqualTo(1);
    }
  }

  @Test
  void anInterruptedCallerLearnsWhatBecameOfItsWork() throws Exception {
    try (var database = SqliteDatabase.open(file);
        var held = new HeldWriter(database)) {
      var stillInterrupted = new AtomicBoolean();
      var caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    database.write(Notes.insert(1));
                    stillInterrupted.set(Thread.currentThread().isInterrupted());
                  });
      held.awaitQueue(1);

      caller.interrupt();
      held.release();
      caller.join();

      assertThat(stillInterrupted).isTrue();
      assertThat(Notes.count(database)).isEqualTo(1);
    }
  }

  @Test
  void anotherProcessIsWaitedForOnlySoLong() throws Exception {
    var settings = SqliteSettings.standard().withPatience(Duration.ofMillis(20));
    try (var database = SqliteDatabase.open(file, settings);
        var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> database.write(Notes.insert(1)))
          .isInstanceOf(StoreUnavailableException.class);

      statement.execute("ROLLBACK");
      assertThat(database.write(Notes.insert(1))).isEqualTo(1);
    }
  }

  @Test
  void aShortWriteOfAnotherProcessIsWaitedFor() throws Exception {
    try (var database = SqliteDatabase.open(file);
        var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      var waiting = later(database, Notes.insert(1));

      statement.execute("INSERT INTO properties (name, value) VALUES ('note 2', 'other')");
      statement.execute("COMMIT");

      assertThat(waiting.get()).isEqualTo(1);
      assertThat(Notes.count(database)).isEqualTo(2);
    }
  }

  @Test
  void aFullFileIsUnavailableUntilThereIsSpace() {
    var settings = SqliteSettings.standard().withLargestFile(128 * 4096);
    try (var database = SqliteDatabase.open(file, settings)) {
      assertThatThrownBy(() -> fill(database)).isInstanceOf(StoreUnavailableException.class);
      long kept = Notes.count(database);
      assertThatThrownBy(() -> database.write(Notes.insert(-1, "x".repeat(5000))))
          .isInstanceOf(StoreUnavailableException.class);

      int deleted = database.write(Notes::deleteAll);

      assertThat(deleted).isEqualTo((int) kept).isPositive();
      assertThat(database.write(Notes.insert(-1, "x".repeat(5000)))).isEqualTo(1);
    }
  }

  private static void fill(Database database) {
    for (int i = 0; i < 1000; i++) {
      database.write(Notes.insert(i, "x".repeat(1000)));
    }
  }

  private static int insertAndThrow(Sql sql) throws SQLException {
    throw new UnsupportedOperationException("after " + Notes.insert(9).run(sql));
  }

  private static int breakARuleThatIsCheckedLast(Sql sql) throws SQLException {
    sql.run("PRAGMA defer_foreign_keys = ON");
    return sql.update(
        """
        INSERT INTO grants (grant_id, client_id, subject, expires_at, body, revision)
        VALUES ('g', 'nobody', 's', 0, '', 1)
        """);
  }

  private static <T> CompletableFuture<T> later(Database database, Work<T> work) {
    return CompletableFuture.supplyAsync(() -> database.write(work), THREADS);
  }
}
