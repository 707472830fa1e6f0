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
 * Puts a backup in the place of the data folder, the key folder and, where the tables lie on a
 * database server, of the tables. First everything is unpacked beside and proven; then a mark is
 * set; from the mark on only steps follow that can be seen to be done or that may be repeated, so
 * that after a kill the same call goes on where it stopped. The tables come last, in one
 * transaction: when any step fails, the folders are put back and all is as it was.
 *
 * @param data data folder
 * @param keys key folder
 * @param tables the tables on a database server; null when the database lies in the data folder
 */
public record Restore(Path data, Path keys, Tables tables) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final String PAIR = "pair.id";

  /** Copy of the tables inside the data folder of a backup. */
  private static final String COPY = "database";

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

  /** Copy of the tables that waits; a backup of an embedded database has none. */
  private Path copy() {
    return waiting().resolve(COPY);
  }

  /** Copy of the tables as they were before. */
  private Path formerTables() {
    return waiting().resolve("former");
  }

  /** Says that the tables may have been replaced already. */
  private Path begun() {
    return waiting().resolve("tables-begun");
  }

  /**
   * Unpacks and proves the backup; nothing else is touched.
   *
   * @return the facts of its manifest
   */
  public Map<String, String> prepare(Path backup, char[] passphrase, Clock clock)
      throws IOException {
    if (ready() && Files.exists(begun())) {
      throw new BackupFault("restore.unsettled", "an earlier restore");
    }
    SafeFiles.deleteTree(waiting());
    SafeFiles.createPrivateFolder(waiting());
    try (InputStream file = new BufferedInputStream(Files.newInputStream(backup));
        InputStream opened = BackupCipher.open(file, passphrase)) {
      Map<String, String> facts = BackupArchive.unpack(opened, waiting());
      Path unpacked = waiting().resolve("data");
      if (!Files.isDirectory(unpacked) || !Files.isDirectory(waiting().resolve("keys"))) {
        throw new BackupFault("backup.damaged", "data or keys are missing");
      }
      if (Files.isDirectory(unpacked.resolve(COPY))) {
        SafeFiles.rename(unpacked.resolve(COPY), copy());
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

  /** Names this restore among others. */
  public String stamp() throws IOException {
    return Files.readString(mark()).strip();
  }

  /**
   * Puts the waiting backup in place; nothing happens when there is none. The product must not run.
   *
   * @return where the former data folder is now, with a copy of the former tables in it; null when
   *     nothing was done or nothing was there
   * @throws BackupFault {@code restore.unsettled}: the backup still waits, the same call goes on
   *     with it; any other code: all is as it was before, and nothing waits
   */
  public Path finish() throws IOException {
    if (!ready()) {
      SafeFiles.deleteTree(waiting());
      return null;
    }
    String stamp = stamp();
    if (Files.exists(begun())) {
      return goOn(stamp);
    }
    try {
      refuseOtherTables(stamp);
      keepFormerTables();
      exchange("data", data, stamp);
      exchange("keys", keys, stamp);
      if (tables != null) {
        SafeFiles.write(begun(), stamp);
        tables.replaceBy(copy());
      }
    } catch (IOException fault) {
      throw putBack(stamp, fault);
    } catch (IllegalStateException unknown) {
      throw unsettled(unknown);
    }
    return tidy(stamp);
  }

  /** The tables may be the new ones or the old ones: they are replaced again, until it is known. */
  private Path goOn(String stamp) throws IOException {
    try {
      if (tables == null) {
        throw new BackupFault("restore.kind", "PostgreSQL");
      }
      tables.replaceBy(copy());
    } catch (IOException | IllegalStateException fault) {
      throw unsettled(fault);
    }
    return tidy(stamp);
  }

  private static BackupFault unsettled(Exception reason) {
    BackupFault fault = new BackupFault("restore.unsettled", String.valueOf(reason.getMessage()));
    fault.initCause(reason);
    return fault;
  }

  private void refuseOtherTables(String stamp) throws IOException {
    boolean theirs = Files.isDirectory(copy());
    if (theirs != (tables != null)) {
      throw new BackupFault("restore.kind", theirs ? "PostgreSQL" : "Derby");
    }
    if (tables != null) {
      String house = tables.house().orElse(null);
      if (house != null
          && !house.equals(pair(waiting().resolve("data")))
          && !house.equals(pair(data))
          && !house.equals(pair(former(data, stamp)))) {
        throw new BackupFault("restore.other-house", house);
      }
    }
  }

  private static String pair(Path folder) throws IOException {
    Path file = folder.resolve(PAIR);
    return Files.exists(file) ? Files.readString(file).strip() : null;
  }

  private void keepFormerTables() throws IOException {
    if (tables != null && tables.house().isPresent()) {
      SafeFiles.deleteTree(formerTables());
      SafeFiles.createPrivateFolder(formerTables());
      tables.copyTo(formerTables());
    }
  }

  private Path tidy(String stamp) throws IOException {
    Path former = former(data, stamp);
    if (Files.isDirectory(formerTables())) {
      SafeFiles.createPrivateFolder(former);
      SafeFiles.rename(formerTables(), former.resolve(COPY));
    }
    Files.delete(mark());
    SafeFiles.deleteTree(waiting());
    return Files.exists(former) ? former : null;
  }

  private static Path former(Path place, String stamp) {
    return place.resolveSibling(place.getFileName() + ".before-restore-" + stamp);
  }

  private void exchange(String part, Path place, String stamp) throws IOException {
    Path incoming = waiting().resolve(part);
    if (Files.isDirectory(incoming)) {
      if (Files.exists(place)) {
        SafeFiles.rename(place, former(place, stamp));
      } else {
        SafeFiles.createPrivateFolder(place.getParent());
      }
      SafeFiles.rename(incoming, place);
    }
  }

  private BackupFault putBack(String stamp, IOException reason) throws IOException {
    putBack("data", data, stamp);
    putBack("keys", keys, stamp);
    Files.deleteIfExists(begun());
    forget();
    if (reason instanceof BackupFault known) {
      return known;
    }
    BackupFault fault = new BackupFault("restore.put-back", String.valueOf(reason.getMessage()));
    fault.initCause(reason);
    return fault;
  }

  private void putBack(String part, Path place, String stamp) throws IOException {
    Path incoming = waiting().resolve(part);
    if (Files.exists(place) && !Files.exists(incoming)) {
      SafeFiles.rename(place, incoming);
    }
    if (Files.exists(former(place, stamp)) && !Files.exists(place)) {
      SafeFiles.rename(former(place, stamp), place);
    }
  }
}
