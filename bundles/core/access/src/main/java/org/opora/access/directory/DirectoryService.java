package org.opora.access.directory;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.directory.DirectoryFile.Settings;
import org.opora.access.domain.Account;
import org.opora.api.access.Directory;
import org.opora.api.access.DirectoryAway;
import org.opora.api.faults.Refused;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The directory of the centre. What is written down about it is read anew each time: a talk with it
 * costs more, and nothing old is ever used.
 */
@Component(service = {Directory.class, DirectoryService.class})
public final class DirectoryService implements Directory {
  private final Transactions tx;
  private final AuditTrailService audit;
  private final DirectoryFile file;

  @Activate
  public DirectoryService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Database database,
      @Reference AuditTrailService audit) {
    this.tx = tx;
    this.audit = audit;
    this.file = DirectoryFile.beside(database.dataFolder());
  }

  @Override
  public Optional<Connection> connection() {
    return settings().map(Settings::connection);
  }

  @Override
  public void connect(Connection connection, char[] password, String certificates) {
    try {
      Settings settings = new Settings(connection, new String(password), certificates);
      try (Talk talk = Talk.open(settings)) {
        // A name that nobody has: whether Opora may search there at all.
        talk.find("opora");
      }
      // First the row: nothing of it holds that the trail does not know of.
      audit.noted(null, "access.directory-connected", connection.address());
      file.write(settings);
    } catch (IOException full) {
      throw Way.refused("directory.file", file.path().toString());
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  @Override
  public long disconnect() {
    audit.noted(null, "access.directory-disconnected", null);
    try {
      file.remove();
    } catch (IOException kept) {
      throw Way.refused("directory.file", file.path().toString());
    }
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(a) FROM Account a WHERE a.directoryEntry IS NOT NULL"
                        + " AND a.standing = :active",
                    Long.class)
                .setParameter("active", Account.Standing.ACTIVE)
                .getSingleResult());
  }

  @Override
  public Finding look(String signInName) {
    try (Talk talk = Talk.open(settings().orElseThrow(() -> Way.refused("directory.none")))) {
      return Found.of(talk.find(signInName)).finding();
    }
  }

  /**
   * Whether passwords may be kept there. What is written down and cannot be used is as good as a
   * directory that does not answer: nobody may mistake it for none.
   */
  public boolean connected() {
    try {
      return settings().isPresent();
    } catch (Refused unusable) {
      return true;
    }
  }

  /**
   * Who says this password under this name: a fingerprint of the entry, when there is exactly one
   * that is not closed. The same is asked and answered as often, whatever comes of it.
   *
   * @param password in UTF-8; null when nobody's is to be tried
   * @throws DirectoryAway when it cannot be asked
   */
  public Optional<String> entry(String name, byte[] password) {
    try (Talk talk = Talk.open(settings().orElseThrow(() -> Way.refused("directory.none")))) {
      Found found = Found.of(talk.find(name));
      if (password == null || found.finding() != Finding.FOUND) {
        talk.pretend();
        return Optional.empty();
      }
      return talk.fits(found.entry().getDN(), password)
          ? Optional.of(found.fingerprint())
          : Optional.empty();
    } catch (Refused unusable) {
      throw new DirectoryAway(unusable.text());
    }
  }

  /**
   * Whether this entry is there under this name and open, for somebody who is not here to say a
   * password. While it cannot be asked nobody knows, and the answer is no.
   *
   * @param fingerprint of the entry, as kept with the account
   */
  public boolean holds(String name, String fingerprint) {
    try (Talk talk = Talk.open(settings().orElseThrow(() -> Way.refused("directory.none")))) {
      Found found = Found.of(talk.find(name));
      return found.finding() == Finding.FOUND && found.fingerprint().equals(fingerprint);
    } catch (Refused | DirectoryAway unknown) {
      return false;
    }
  }

  private Optional<Settings> settings() {
    try {
      if (file.openToOthers()) {
        throw Way.refused("directory.open-file", file.path().toString());
      }
      return file.read();
    } catch (IOException unreadable) {
      throw Way.refused("directory.file", file.path().toString());
    }
  }
}
