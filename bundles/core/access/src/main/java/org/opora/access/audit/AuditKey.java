package org.opora.access.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * The key of the chain: 32 random bytes in a file of its own, beside the master key and outside the
 * data folder.
 */
final class AuditKey {
  static final String FILE = "audit.key";
  private static final int LENGTH = 32;

  private AuditKey() {}

  static byte[] in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(folder, file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != LENGTH) {
        throw new IllegalStateException("The audit key is not " + LENGTH + " bytes long: " + file);
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("The audit key cannot be read or made: " + file, e);
    }
  }

  private static void create(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly(folder))) {
      out.write(ByteBuffer.wrap(key));
      // A chain under a key that a power cut takes away could never be checked again.
      out.force(true);
    } catch (FileAlreadyExistsException raced) {
      return;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
