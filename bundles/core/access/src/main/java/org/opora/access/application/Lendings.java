package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is open to somebody in an emergency or for an inspection, and by nothing that lasts. Every
 * page asks; who has nothing of the kind is answered from memory.
 */
@Component(service = Lendings.class)
public final class Lendings {
  private final Transactions tx;

  /** For each colleague the last moment of all that was ever lent to them. */
  private final Map<UUID, Long> last = new ConcurrentHashMap<>();

  private volatile boolean loaded;

  @Activate
  public Lendings(@Reference(target = "(opora.unit=access)") Transactions tx) {
    this.tx = tx;
  }

  /** Told before it is written: what is lent to nobody in the end costs a query and no more. */
  void lent(StaffId staff, Instant expires) {
    last.merge(staff.value(), expires.toEpochMilli(), Math::max);
  }

  /**
   * Of these subjects, those that are lent to the viewer, each with what for. An inspection says
   * more than an emergency, which nobody needs beside it.
   */
  public Map<UUID, RelationKind> of(Viewer viewer, Collection<UUID> subjects) {
    if (subjects.isEmpty() || !possible(viewer)) {
      return Map.of();
    }
    Set<UUID> asked = Set.copyOf(subjects);
    Map<UUID, RelationKind> lent = new HashMap<>();
    for (Object[] row : tx.read(em -> lent(em, viewer))) {
      if (asked.contains((UUID) row[0])) {
        lent.merge((UUID) row[0], RelationKind.valueOf((String) row[1]), Lendings::furthest);
      }
    }
    return lent;
  }

  private static RelationKind furthest(RelationKind one, RelationKind other) {
    return one == RelationKind.INSPECTOR ? one : other;
  }

  private boolean possible(Viewer viewer) {
    if (!loaded) {
      load();
    }
    Long until = last.get(viewer.staff().value());
    return until != null && until > viewer.now().toEpochMilli();
  }

  private synchronized void load() {
    if (!loaded) {
      tx.read(
              em ->
                  em.createQuery(
                          "SELECT r.staff, MAX(r.expires) FROM RelationEntry r"
                              + " WHERE r.expires IS NOT NULL GROUP BY r.staff",
                          Object[].class)
                      .getResultList())
          .forEach(row -> last.merge((UUID) row[0], (Long) row[1], Math::max));
      loaded = true;
    }
  }

  private static List<Object[]> lent(EntityManager em, Viewer viewer) {
    return em.createQuery(
            "SELECT r.subject, r.kind FROM RelationEntry r WHERE r.staff = :staff AND r.expires >"
                + " :now AND r.since <= :today AND (r.until IS NULL OR r.until >= :today) AND NOT"
                + " EXISTS (SELECT l.id FROM RelationEntry l WHERE l.staff = r.staff AND l.subject"
                + " = r.subject AND l.expires IS NULL AND l.since <= :today AND (l.until IS NULL OR"
                + " l.until >= :today))",
            Object[].class)
        .setParameter("staff", viewer.staff().value())
        .setParameter("now", viewer.now().toEpochMilli())
        .setParameter("today", viewer.today())
        .getResultList();
  }
}
