package io.roster.server.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Keeps a second server off a data directory. The kernel lifts it when the process ends. */
public final class ServerLock implements AutoCloseable {
  private static final int LONGEST_PID = 20;

  private final FileChannel file;

  private ServerLock(FileChannel file) {
    this.file = file;
  }

  /** Takes the lock, or refuses with the number of the process that has it. */
  public static ServerLock take(DataDirectory directory) {
    var path = directory.lockFile();
    try {
      // Closed by close(), or by the end of the process.
      var file = FileChannel.open(path, CREATE, READ, WRITE);
      if (lockOf(file) == null) {
        throw new Refusal("another server uses " + directory.path() + holder(file));
      }
      var pid = Long.toString(ProcessHandle.current().pid());
      file.truncate(0).write(ByteBuffer.wrap(pid.getBytes(UTF_8)), 0);
      return new ServerLock(file);
    } catch (IOException e) {
      throw new Refusal("the data directory can't be locked: " + path);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static @Nullable FileLock lockOf(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static String holder(FileChannel file) throws IOException {
    try (file) {
      var bytes = ByteBuffer.allocate(LONGEST_PID);
      file.read(bytes, 0);
      var pid = UTF_8.decode(bytes.flip()).toString();
      return pid.isBlank() ? "" : ": process " + pid;
    }
  }
}
