package org.opora.web.drafts;

import java.time.ZoneId;
import java.util.UUID;
import org.opora.api.persistence.Transactions;
import org.opora.api.web.Centre;
import org.opora.web.texts.Lexicons;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The name of the centre: in the database, and at hand for every page. */
@Component
public final class StoredCentre implements Centre {
  private static final UUID ONLY = new UUID(0, 1);

  private final Transactions tx;
  private final ZoneId zone;
  private volatile String name;

  @Activate
  public StoredCentre(
      @Reference(target = "(opora.unit=web)") Transactions tx, @Reference Lexicons lexicons) {
    this(tx, lexicons.words().written().zone());
  }

  StoredCentre(Transactions tx, ZoneId zone) {
    this.tx = tx;
    this.zone = zone;
    this.name =
        tx.read(
            em -> {
              CentreRow row = em.find(CentreRow.class, ONLY);
              return row == null ? "" : row.name();
            });
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void rename(String other) {
    tx.run(
        em -> {
          CentreRow row = em.find(CentreRow.class, ONLY);
          if (row == null) {
            em.persist(new CentreRow(ONLY, other));
          } else {
            row.rename(other);
          }
          tx.afterCommit(() -> name = other);
        });
  }
}
