package io.roster.server.data;

import io.roster.store.postgres.PostgresDatabase;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server's database is. The address of one outside the data directory is kept in a file
 * there, readable by its owner alone as it may hold a password, so that commands find it.
 */
public final class DatabaseAddress {
  private static final String FILE = "database.url";
  private static final String VARIABLE = "ROSTER_DATABASE";

  private final Optional<String> url;

  private DatabaseAddress(Optional<String> url) {
    this.url = url;
  }

  /** The address in a setting: a JDBC URL, or one that stands for the file in the directory. */
  public static DatabaseAddress of(String setting) {
    return new DatabaseAddress(Optional.of(setting).filter(PostgresDatabase::isNamedBy));
  }

  /** The address in the environment, else the one the directory's server last started with. */
  static DatabaseAddress of(DataDirectory directory) {
    var set = System.getenv(VARIABLE);
    if (set != null) {
      return of(set);
    }
    var file = file(directory);
    try {
      return new DatabaseAddress(
          Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty());
    } catch (IOException e) {
      throw new Refusal("the database's address can't be read: " + file);
    }
  }

  /** Remembers the address for the commands that work on the directory. */
  public DatabaseAddress keptIn(DataDirectory directory) {
    var file = file(directory);
    try {
      if (url.isPresent()) {
        OwnersFile.write(file, url.get() + "\n");
      } else {
        Files.deleteIfExists(file);
      }
      return this;
    } catch (IOException e) {
      throw new Refusal("the database's address can't be written: " + file);
    }
  }

  /** Opens the database; throws StoreUnavailableException when it can't be. */
  public Database open(DataDirectory directory) {
    return url.map(PostgresDatabase::open)
        .orElseGet(() -> SqliteDatabase.open(directory.databaseFile()));
  }

  boolean isElsewhere() {
    return url.isPresent();
  }

  private static Path file(DataDirectory directory) {
    return directory.path().resolve(FILE);
  }
}
