package io.roster.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.roster.core.store.StoreUnavailableException;
import io.roster.store.sql.HeldWriter;
import io.roster.store.sql.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
  private Path directory;
  private Path file;

  @BeforeEach
  void choose(@TempDir Path empty) {
    directory = empty.resolve("new/data");
    file = directory.resolve("roster.db");
  }

  @Test
  void theFilesAreTheirOwnersOnly() throws Exception {
    try (var database = SqliteDatabase.open(file)) {
      database.write(Notes.insert(1));

      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(file)).isEqualTo("rw-------");
      assertThat(permissions(directory.resolve("roster.db-wal"))).isEqualTo("rw-------");
      assertThat(permissions(directory.resolve("roster.db-shm"))).isEqualTo("rw-------");
    }
  }

  @Test
  void whatWasWrittenIsThereAfterClosing() {
    try (var database = SqliteDatabase.open(file)) {
      database.write(Notes.insert(1));
    }

    try (var database = SqliteDatabase.open(file)) {
      assertThat(Notes.count(database)).isEqualTo(1);
    }
  }

  @Test
  void aClosedDatabaseIsUnavailable() {
    var database = SqliteDatabase.open(file);

    database.close();
    database.close();

    assertThatThrownBy(() -> database.write(Notes.insert(1)))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> Notes.count(database)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsUnavailable() throws Exception {
    Files.createDirectories(directory);
    var plainFile = Files.createFile(directory.resolve("plain"));

    assertThatThrownBy(() -> SqliteDatabase.open(plainFile.resolve("roster.db")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
    Files.createDirectories(directory);
    var letter = "Dear customer, this is no database at all. ".repeat(99);
    Files.writeString(file, letter);

    assertThatThrownBy(() -> SqliteDatabase.open(file))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(file).hasContent(letter);
  }

  @Test
  void readingWorkCannotWrite() {
    try (var database = SqliteDatabase.open(file)) {
      assertThatThrownBy(() -> database.read(Notes.insert(1)))
          .isInstanceOf(StoreUnavailableException.class);

      assertThat(Notes.count(database)).isZero();
    }
  }

  @Test
  void aReaderIsNotHeldUpByAWriter() {
    try (var database = SqliteDatabase.open(file);
        var held = new HeldWriter(database)) {
      long during = Notes.count(database);

      held.release();

      assertThat(during).isZero();
    }
  }

  @Test
  void aWriterIsNotHeldUpByAReader() {
    try (var database = SqliteDatabase.open(file)) {
      var written = database.read(sql -> database.write(Notes.insert(1)));

      assertThat(written).isEqualTo(1);
      assertThat(Notes.count(database)).isEqualTo(1);
    }
  }

  @Test
  void readsBeyondTheNumberOfReadersFailWhenPatienceEnds() {
    var settings = SqliteSettings.standard().withReaders(1).withPatience(Duration.ofMillis(20));
    try (var database = SqliteDatabase.open(file, settings)) {
      assertThatThrownBy(() -> database.read(sql -> Notes.count(database)))
          .isInstanceOf(StoreUnavailableException.class);

      assertThat(Notes.count(database)).isZero();
    }
  }

  @Test
  void workThatFailsWhileReadingHarmsNobody() {
    try (var database = SqliteDatabase.open(file)) {
      Work<Long> wrong = sql -> sql.first("SELECT no FROM such_table", r -> r.whole(1)).get();

      assertThatThrownBy(() -> database.read(wrong)).isInstanceOf(IllegalStateException.class);

      assertThat(Notes.count(database)).isZero();
    }
  }

  @Test
  void anEndlessVarietyOfStatementsIsRefused() {
    try (var database = SqliteDatabase.open(file)) {
      Work<Integer> careless =
          sql -> {
            int i = 0;
            while (sql.first("SELECT " + i, row -> row.whole(1)).isPresent()) {
              i++;
            }
            return i;
          };

      assertThatThrownBy(() -> database.read(careless)).isInstanceOf(IllegalStateException.class);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
