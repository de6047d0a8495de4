package io.roster.server.data;

import io.roster.spring.config.RosterStoreAutoConfiguration;
import io.roster.store.sql.Database;
import io.roster.store.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory a server keeps everything in; only its owner may look inside. */
public record DataDirectory(Path path) {
  public DataDirectory {
    path = path.toAbsolutePath().normalize();
  }

  /** Makes the directory where there is none, and refuses one that can't be written. */
  public DataDirectory prepared() {
    try {
      Files.createDirectories(path, ownerOnly());
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("the data directory is not a directory: " + path);
    } catch (IOException e) {
      throw new Refusal("the data directory can't be created: " + path + reason(e));
    }
    if (!Files.isWritable(path)) {
      throw new Refusal("the data directory can't be written: " + path);
    }
    return this;
  }

  /** Opens the database, made when there is none; any number of processes may have it open. */
  public Database open() {
    return DatabaseAddress.of(prepared()).open(this);
  }

  /** Opens the database of a server that has one already. */
  public Database openExisting() {
    if (!Files.exists(databaseFile()) && !DatabaseAddress.of(this).isElsewhere()) {
      throw nothingHere();
    }
    return open();
  }

  /** Copies the database into a file of its own, whether a server uses it or not. */
  public void backUp(Path file) {
    if (DatabaseAddress.of(this).isElsewhere()) {
      throw new Refusal("the database is PostgreSQL: back it up with pg_dump");
    }
    if (!Files.exists(databaseFile())) {
      throw nothingHere();
    }
    if (Files.exists(file)) {
      throw new Refusal("there is a file " + file + " already");
    }
    SqliteDatabase.copy(databaseFile(), file);
  }

  private Refusal nothingHere() {
    return new Refusal("there is no Roster data in " + path + "; name the directory with --data");
  }

  Path lockFile() {
    return path.resolve("server.lock");
  }

  Path databaseFile() {
    return path.resolve(RosterStoreAutoConfiguration.FILE);
  }

  private FileAttribute<?>[] ownerOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().startsWith("AccessDenied") ? " (access denied)" : "";
  }
}
