package org.opora.operations.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a product works with a data folder. */
final class Running {
  private Running() {}

  /** The product holds a lock while it runs; the launcher's number covers the seconds before. */
  static boolean at(Path data) throws IOException {
    Path lock = data.resolve("running.lock");
    if (Files.exists(lock)) {
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock taken = channel.tryLock()) {
        if (taken == null) {
          return true;
        }
      } catch (OverlappingFileLockException ours) {
        return true;
      }
    }
    return serverAlive(data);
  }

  private static boolean serverAlive(Path data) throws IOException {
    Path file = data.resolve("server.pid");
    if (!Files.exists(file)) {
      return false;
    }
    try {
      long pid = Long.parseLong(Files.readString(file).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(process -> process.info().command())
          .filter(command -> command.contains("java"))
          .isPresent();
    } catch (NumberFormatException half) {
      return false;
    }
  }
}
