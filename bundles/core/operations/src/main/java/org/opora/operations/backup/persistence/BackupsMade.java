package org.opora.operations.backup.persistence;

import java.time.Instant;
import java.util.Optional;
import org.opora.api.persistence.Transactions;
import org.opora.operations.backup.domain.BackupMade;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups that were made. */
@Component(service = BackupsMade.class)
public class BackupsMade {
  private final Transactions transactions;

  @Activate
  public BackupsMade(@Reference(target = "(opora.unit=operations)") Transactions transactions) {
    this.transactions = transactions;
  }

  public void add(BackupMade made) {
    transactions.run(em -> em.persist(made));
  }

  /** When the newest was made. */
  public Optional<Instant> newest() {
    return transactions.read(
        em ->
            Optional.ofNullable(
                em.createQuery("SELECT MAX(b.madeAt) FROM BackupMade b", Instant.class)
                    .getSingleResult()));
  }
}
