package io.roster.server.data;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only their owner may read. */
public final class OwnersFile {
  private OwnersFile() {}

  /** Begins a file that must not be there yet. */
  public static Writer create(Path file) throws IOException {
    try {
      return Files.newBufferedWriter(Files.createFile(file, ownerOnly(file)));
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("there is a file " + file + " already");
    }
  }

  /** Writes a small file, all of it or nothing. */
  static void write(Path file, String text) throws IOException {
    var draft =
        Files.createTempFile(
            file.getParent(), String.valueOf(file.getFileName()), ".tmp", ownerOnly(file));
    Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
