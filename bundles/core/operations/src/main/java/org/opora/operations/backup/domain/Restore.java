package org.opora.operations.backup.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.opora.operations.shared.SafeFiles;

/**
 * Puts a backup in the place of the data and key folders. First everything is unpacked beside and
 * proven; then a mark is set; from the mark on only renames follow, each of which can be seen to be
 * done or not, so that after a kill the same call goes on where it stopped.
 *
 * @param data data folder
 * @param keys key folder
 */
public record Restore(Path data, Path keys) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  public Restore {
    data = data.toAbsolutePath().normalize();
    keys = keys.toAbsolutePath().normalize();
  }

  /** Where it is unpacked: beside the data folder, so that a rename is enough. */
  Path waiting() {
    return data.resolveSibling(data.getFileName() + ".restore");
  }

  private Path mark() {
    return waiting().resolve("complete");
  }

  /**
   * Unpacks and proves the backup; nothing else is touched.
   *
   * @return the facts of its manifest
   */
  public Map<String, String> prepare(Path backup, char[] passphrase, Clock clock)
      throws IOException {
    SafeFiles.deleteTree(waiting());
    SafeFiles.createPrivateFolder(waiting());
    try (InputStream file = new BufferedInputStream(Files.newInputStream(backup));
        InputStream opened = BackupCipher.open(file, passphrase)) {
      Map<String, String> facts = BackupArchive.unpack(opened, waiting());
      if (!Files.isDirectory(waiting().resolve("data"))
          || !Files.isDirectory(waiting().resolve("keys"))) {
        throw new BackupFault("backup.damaged", "data or keys are missing");
      }
      SafeFiles.write(mark(), LocalDateTime.now(clock).format(STAMP) + "\n");
      return facts;
    } catch (IOException fault) {
      SafeFiles.deleteTree(waiting());
      throw fault;
    }
  }

  /** Throws away what was prepared. */
  public void forget() throws IOException {
    Files.deleteIfExists(mark());
    SafeFiles.deleteTree(waiting());
  }

  /** Whether a proven backup waits to be put in place. */
  public boolean ready() {
    return Files.isRegularFile(mark());
  }

  /**
   * Puts the waiting backup in place; nothing happens when there is none. The product must not run.
   *
   * @return where the former data folder is now; null when nothing was done or there was none
   */
  public Path finish() throws IOException {
    if (!ready()) {
      SafeFiles.deleteTree(waiting());
      return null;
    }
    String stamp = Files.readString(mark()).strip();
    Path formerData = exchange("data", data, stamp);
    exchange("keys", keys, stamp);
    Files.delete(mark());
    SafeFiles.deleteTree(waiting());
    return formerData;
  }

  private Path exchange(String part, Path place, String stamp) throws IOException {
    Path former = place.resolveSibling(place.getFileName() + ".before-restore-" + stamp);
    Path incoming = waiting().resolve(part);
    if (Files.isDirectory(incoming)) {
      if (Files.exists(place)) {
        SafeFiles.rename(place, former);
      } else {
        SafeFiles.createPrivateFolder(place.getParent());
      }
      SafeFiles.rename(incoming, place);
    }
    return Files.exists(former) ? former : null;
  }
}
