package org.opora.web.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key file of {@code bin/opora} in the data folder. Read at every use, so that a new key counts
 * at once.
 */
final class OperatorKey {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorKey.class);
  private static final String SCHEME = "Opora-Key ";
  private static final int SHORTEST = 32;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  OperatorKey(Path data) {
    this.file = data.resolve("operator.key");
  }

  /**
   * @param header the Authorization header, or null
   */
  boolean opens(String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      return false;
    }
    byte[] given = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    byte[] key = read();
    return key.length >= SHORTEST && MessageDigest.isEqual(key, given);
  }

  private byte[] read() {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        LOG.warn("The operator key is refused: others may read it. Its mode must be 0600.");
        return new byte[0];
      }
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException absent) {
      return new byte[0];
    }
  }
}
