package org.opora.access.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.opora.access.domain.SetUp;
import org.opora.api.persistence.Transactions;

/**
 * The one-time code of a new house: its hash in the database, and a copy for whoever started the
 * product in a file that nobody else may read. The file goes when the code is redeemed.
 */
final class SetUpCode {
  static final String FILE = "setup-code";

  private final Transactions tx;
  private final Path file;
  private final Secrets secrets;
  private volatile boolean redeemed;

  SetUpCode(Transactions tx, Path dataFolder, Secrets secrets) {
    this.tx = tx;
    this.file = dataFolder.resolve(FILE);
    this.secrets = secrets;
  }

  /** At every start: makes the code when there is none, or when its copy is lost. */
  void prepare() {
    SetUp setUp = find();
    if (setUp != null && setUp.redeemed()) {
      remove();
    } else if (setUp == null || !copyFits(setUp)) {
      renew();
    }
  }

  boolean redeemed() {
    if (!redeemed) {
      SetUp setUp = find();
      redeemed = setUp != null && setUp.redeemed();
    }
    return redeemed;
  }

  Optional<String> copy() {
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).trim())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The set-up code cannot be read: " + file, e);
    }
  }

  /** Whether this is the code; a wrong one is counted, and after the fifth there is a new code. */
  boolean fits(String typed) {
    SetUp setUp = find();
    if (setUp == null || setUp.redeemed()) {
      return false;
    }
    if (Secrets.same(setUp.codeHash(), Secrets.hash(Secrets.typed(typed)))) {
      return true;
    }
    boolean usedUp = tx.separate(em -> em.find(SetUp.class, SetUp.KEY).tried());
    if (usedUp) {
      renew();
    }
    return false;
  }

  /** In the caller's transaction; false when somebody else was faster. */
  boolean redeem(String typed, Instant now) {
    return tx.required(
        em -> {
          int changed =
              em.createQuery(
                      "UPDATE SetUp s SET s.redeemed = :now"
                          + " WHERE s.id = :id AND s.redeemed IS NULL AND s.codeHash = :hash")
                  .setParameter("now", now)
                  .setParameter("id", SetUp.KEY)
                  .setParameter("hash", Secrets.hash(Secrets.typed(typed)))
                  .executeUpdate();
          if (changed == 1) {
            tx.afterCommit(this::remove);
          }
          return changed == 1;
        });
  }

  private SetUp find() {
    return tx.read(em -> em.find(SetUp.class, SetUp.KEY));
  }

  private boolean copyFits(SetUp setUp) {
    return copy()
        .map(code -> Secrets.same(setUp.codeHash(), Secrets.hash(Secrets.typed(code))))
        .orElse(false);
  }

  /**
   * The copy first: a hash without its copy is replaced at the next start, a copy without its hash
   * as well.
   */
  private void renew() {
    String code = secrets.code();
    write(code);
    String hash = Secrets.hash(Secrets.typed(code));
    tx.separate(
        em -> {
          SetUp setUp = em.find(SetUp.class, SetUp.KEY);
          if (setUp == null) {
            em.persist(new SetUp(hash));
          } else if (!setUp.redeemed()) {
            setUp.renew(hash);
          }
          return null;
        });
  }

  private void write(String code) {
    Path draft = file.resolveSibling(FILE + ".new");
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft, ownerOnly);
      Files.writeString(draft, code + "\n", StandardCharsets.US_ASCII);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The set-up code cannot be written: " + file, e);
    }
  }

  private void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The code is used up; a copy that stays opens nothing and is tried again at the next start.
      redeemed = true;
    }
  }
}
