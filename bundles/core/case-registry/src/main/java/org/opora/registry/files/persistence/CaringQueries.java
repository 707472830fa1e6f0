package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.registry.shared.persistence.Chunks;

/** What goes with a carer, and since when an agreement is under the rules of now: no scope. */
public final class CaringQueries {
  private final EntityManager em;

  public CaringQueries(EntityManager em) {
    this.em = em;
  }

  /** Under which agreements concluded by the day these people cared on any day. */
  public List<CaringRow> caring(List<UUID> people, LocalDate until) {
    return Chunks.ask(
        people,
        some ->
            em.createQuery(
                    "SELECT NEW org.opora.registry.files.persistence.CaringRow(t.person, a.id, a.kind,"
                        + " a.mediated, a.concludedOn, a.endedOn, t.since, t.until)"
                        + " FROM FileCarer t JOIN Agreement a ON a.file = t.file"
                        + " WHERE t.person IN :some AND a.concludedOn <= :until"
                        + " AND (a.endedOn IS NULL OR t.since <= a.endedOn)"
                        + " AND (t.until IS NULL OR t.until >= a.concludedOn)",
                    CaringRow.class)
                .setParameter("some", some)
                .setParameter("until", until)
                .getResultList());
  }

  /** From when on these agreements are under the present rules by the will of the parties. */
  public Map<UUID, LocalDate> optedIn(List<UUID> agreements) {
    Map<UUID, LocalDate> first = new HashMap<>();
    Chunks.ask(
            agreements,
            some ->
                em.createQuery(
                        "SELECT a.agreement, MIN(a.rulesFrom) FROM Amendment a"
                            + " WHERE a.agreement IN :some AND a.rulesFrom IS NOT NULL"
                            + " GROUP BY a.agreement",
                        Object[].class)
                    .setParameter("some", some)
                    .getResultList())
        .forEach(row -> first.put((UUID) row[0], (LocalDate) row[1]));
    return first;
  }
}
