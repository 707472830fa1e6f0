package org.opora.operations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.opora.api.persistence.IdleDatabase.Address;
import org.opora.operations.backup.domain.BackupFault;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.backup.domain.Tables;
import org.opora.operations.shared.SafeFiles;

/**
 * How a restore ended that the launcher did, told to the remote control that asked for it: a file
 * in the data folder with the stamp of the restore, a word, and what belongs to it.
 */
record RestoreOutcome(Session session) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
  private static final String DONE = "restored";

  /** The restore of this call, on the database that the environment names. */
  static Restore restore(Session session) {
    String user = session.environment("OPORA_DB_USER");
    String password = session.environment("OPORA_DB_PASSWORD_FILE");
    return new Restore(
        session.data(),
        session.keys(),
        Tables.at(
            new Address(
                url(session),
                user.isBlank() ? null : user,
                password.isBlank() ? null : Path.of(password))));
  }

  /** Where the tables are: as at the start of the product, embedded unless said otherwise. */
  static String url(Session session) {
    String url = session.environment("OPORA_DB");
    return url.isBlank() ? "jdbc:derby:" : url;
  }

  static String sentence(Session session, Path former) {
    return former == null
        ? session.text("cli.restore.done", session.data())
        : session.text("cli.restore.kept", session.data(), former);
  }

  private Path file() {
    return session.data().resolve("restore.outcome");
  }

  void done(String stamp, Path former) throws IOException {
    SafeFiles.write(file(), stamp + "\n" + DONE + "\n" + (former == null ? "" : former) + "\n");
  }

  void failed(String stamp, BackupFault fault) throws IOException {
    SafeFiles.createPrivateFolder(session.data());
    SafeFiles.write(file(), stamp + "\n" + fault.code() + "\n" + fault.getMessage() + "\n");
  }

  /**
   * Waits until the launcher has told the outcome and the product is ready again.
   *
   * @return where the former data folder is now; null when there was none
   */
  Path await(Restore restore, String stamp) throws Failure, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> told = told(stamp);
    while (told.isEmpty() || !restore.ready() && !Files.exists(address())) {
      if (System.nanoTime() > deadline) {
        throw new Failure(
            session.text(
                restore.ready() ? "cli.restore.waits" : "cli.launch.slow", session.data()));
      }
      LockSupport.parkNanos(LOOK_NANOS);
      told = told(stamp);
    }
    String detail = told.size() > 2 ? told.get(2) : "";
    if (!told.get(1).equals(DONE)) {
      throw new Failure(session.text("cli." + told.get(1), detail));
    }
    return detail.isEmpty() ? null : Path.of(detail);
  }

  private Path address() {
    return session.data().resolve("address");
  }

  private List<String> told(String stamp) throws IOException {
    if (!Files.isReadable(file())) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file());
    return lines.size() > 1 && lines.get(0).equals(stamp) ? lines : List.of();
  }
}
