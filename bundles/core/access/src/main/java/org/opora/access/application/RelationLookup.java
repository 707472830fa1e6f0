package org.opora.access.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;

/** Asks the tables: is there a wall, is there a relation today? One query for a yes. */
final class RelationLookup {
  private static final String WALL =
      "SELECT w.id FROM WallEntry w WHERE w.staff = :staff AND w.subject = :subject AND w.liftedOn IS NULL";
  private static final String RELATION =
      "SELECT r.kind FROM RelationEntry r WHERE r.staff = :staff AND r.subject = :subject"
          + " AND r.since <= :today AND (r.until IS NULL OR r.until >= :today)"
          + " AND NOT EXISTS (SELECT w.id FROM WallEntry w WHERE w.staff = r.staff"
          + " AND w.subject = r.subject AND w.liftedOn IS NULL)";

  private final Transactions tx;

  RelationLookup(Transactions tx) {
    this.tx = tx;
  }

  Decision everything(StaffId staff, Subject subject) {
    return walled(staff, subject) ? Decision.denied("wall") : Decision.allowed("all");
  }

  Decision own(StaffId staff, Subject subject, LocalDate today) {
    String kind =
        tx.read(
            em ->
                em.createQuery(RELATION, String.class)
                    .setParameter("staff", staff.value())
                    .setParameter("subject", subject.id())
                    .setParameter("today", today)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst()
                    .orElse(null));
    if (kind != null) {
      return Decision.allowed("relation:" + kind);
    }
    return Decision.denied(walled(staff, subject) ? "wall" : "no-relation");
  }

  private boolean walled(StaffId staff, Subject subject) {
    return tx.read(
        em ->
            !em.createQuery(WALL, UUID.class)
                .setParameter("staff", staff.value())
                .setParameter("subject", subject.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
  }
}
