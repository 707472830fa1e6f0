package org.opora.registry.complaints.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.complaints.domain.ComplainedAbout;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.ComplaintTerm;
import org.opora.registry.complaints.domain.FormerComplaint;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.Sql;

/** Reads of complaints, and of the days the centre gives itself. */
public final class ComplaintQueries {
  private static final String TABLE = "CASE_REGISTRY.COMPLAINT";
  private final EntityManager em;

  public ComplaintQueries(EntityManager em) {
    this.em = em;
  }

  /** Which complaints a list shows. */
  public enum Show {
    OPEN,
    CLOSED,
    ALL
  }

  /** The newest first, as far as this colleague may see them. */
  public Page<Complaint> page(StaffId viewer, Reach reach, Show show, String after, int limit) {
    if (reach == Reach.NONE) {
      return Page.last(List.of());
    }
    Clause walk =
        Clause.of("SELECT t.ID, t.RECEIVED_ON FROM " + TABLE + " t WHERE ")
            .then(seen(viewer, reach))
            .then(
                switch (show) {
                  case OPEN -> " AND t.CLOSED_ON IS NULL AND t.VOID_ON IS NULL";
                  case CLOSED -> " AND t.CLOSED_ON IS NOT NULL";
                  case ALL -> "";
                });
    Page<UUID> keys = new NewestFirst(em, TABLE, "RECEIVED_ON").page(List.of(walk), after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** Open ones by their last day, answered ones last, as far as this colleague may see them. */
  public List<Complaint> pending(StaffId viewer, Reach reach, int limit) {
    if (reach == Reach.NONE) {
      return List.of();
    }
    return rows(
        Sql.query(
            em,
            Clause.of(
                    "SELECT t.ID, t.DUE, CASE WHEN t.ANSWERED_ON IS NULL THEN 0 ELSE 1 END AS STANDING FROM "
                        + TABLE
                        + " t WHERE t.CLOSED_ON IS NULL AND t.VOID_ON IS NULL AND ")
                .then(seen(viewer, reach))
                .then(" ORDER BY STANDING, t.DUE, t.ID FETCH FIRST ? ROWS ONLY", limit),
            row -> Sql.key(row, 1)));
  }

  private static Clause seen(StaffId viewer, Reach reach) {
    Clause notAbout =
        Clause.of(
            "NOT EXISTS (SELECT a.ID FROM CASE_REGISTRY.COMPLAINED_ABOUT a WHERE a.COMPLAINT = t.ID"
                + " AND a.STAFF = ?)",
            viewer.value());
    return reach == Reach.ALL ? notAbout : Clause.of("t.HANDLER = ?", viewer.value()).and(notAbout);
  }

  /** Of these complaints those that this colleague may see. */
  public List<Complaint> seen(StaffId viewer, Reach reach, List<UUID> keys) {
    return reach == Reach.NONE
        ? List.of()
        : rows(
            Chunks.ask(
                keys,
                some ->
                    Sql.query(
                        em,
                        Clause.of("SELECT t.ID FROM " + TABLE + " t WHERE ")
                            .then(Clause.in("t.ID", some))
                            .and(seen(viewer, reach)),
                        row -> Sql.key(row, 1))));
  }

  private List<Complaint> rows(List<UUID> keys) {
    Map<UUID, Complaint> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT t FROM Complaint t WHERE t.id IN :keys", Complaint.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** Whom each of these complaints is about. */
  public Map<UUID, Set<StaffId>> about(Collection<UUID> complaints) {
    Map<UUID, Set<StaffId>> about = new HashMap<>();
    complaints.forEach(key -> about.put(key, new HashSet<>()));
    Chunks.ask(
            List.copyOf(about.keySet()),
            some ->
                em.createQuery(
                        "SELECT t FROM ComplainedAbout t WHERE t.complaint IN :keys",
                        ComplainedAbout.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> about.get(row.complaint()).add(row.staff()));
    return about;
  }

  /** Whom this complaint is about. */
  public Set<StaffId> about(UUID complaint) {
    return about(List.of(complaint)).get(complaint);
  }

  /** What this complaint said before it was corrected, the newest first. */
  public List<FormerComplaint> former(UUID complaint) {
    return em.createQuery(
            "SELECT t FROM FormerComplaint t WHERE t.complaint = :complaint ORDER BY t.id DESC",
            FormerComplaint.class)
        .setParameter("complaint", complaint)
        .getResultList();
  }

  /** What the centre has given itself from when on, the newest first. Never empty. */
  public List<ComplaintTerm> terms() {
    return em.createQuery(
            "SELECT t FROM ComplaintTerm t ORDER BY t.since DESC", ComplaintTerm.class)
        .getResultList();
  }

  /** Days for what came on that day; for a time before the first rule, those of the first. */
  public int days(LocalDate received) {
    List<ComplaintTerm> terms = terms();
    return terms.stream()
        .filter(term -> !term.since().isAfter(received))
        .findFirst()
        .orElse(terms.get(terms.size() - 1))
        .days();
  }
}
