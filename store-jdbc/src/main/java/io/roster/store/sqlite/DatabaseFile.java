package io.roster.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates the file and its directory for the owner alone; SQLite's own files inherit that. */
final class DatabaseFile {
  private DatabaseFile() {}

  static void create(Path file) throws IOException {
    var directory = file.getParent();
    if (directory == null) {
      throw new IOException("a file system's root is no database");
    }
    Files.createDirectories(directory, ownerOnly(file, "rwx------"));
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
      if (isPosix(file)) {
        sync(directory);
      }
    } catch (FileAlreadyExistsException e) {
      // It may be in use: SQLite's locks would be lost if we opened and closed it.
      return;
    }
  }

  /** Has all of a file on disk that nobody else writes to. */
  static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
