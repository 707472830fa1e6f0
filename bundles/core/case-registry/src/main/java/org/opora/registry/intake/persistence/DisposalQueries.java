package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.paging.Page;
import org.opora.registry.intake.domain.Disposal;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.DisposalLine;
import org.opora.registry.intake.domain.DisposalState;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryCorrection;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;

/** Reads of what may be deleted, and of who proposed and approved it. */
public final class DisposalQueries {
  private static final String OVER =
      " FROM FirstContact c WHERE c.file IS NULL AND c.anonymisedOn IS NULL AND c.cameOn < :before"
          + " AND (c.nextOn IS NULL OR c.nextOn < :before)"
          + " AND (c.respondedOn IS NULL OR c.respondedOn < :before)"
          + " AND NOT EXISTS (SELECT i.id FROM Inquiry i WHERE i.contact = c.id"
          + " AND i.anonymisedOn IS NULL)";
  private final EntityManager em;

  public DisposalQueries(EntityManager em) {
    this.em = em;
  }

  /** Inquiries that came to nothing in the year and can still be read. */
  public List<Inquiry> nothing(int year) {
    return em.createQuery(
            "SELECT i FROM Inquiry i WHERE i.state IN :nothing AND i.stateOn BETWEEN :first AND :last"
                + " AND i.anonymisedOn IS NULL ORDER BY i.askedOn, i.id",
            Inquiry.class)
        .setParameter("nothing", List.of(InquiryState.REFUSED, InquiryState.WITHDRAWN))
        .setParameter("first", LocalDate.of(year, 1, 1))
        .setParameter("last", LocalDate.of(year, 12, 31))
        .getResultList();
  }

  /** First contacts from which nothing came but these inquiries. */
  public List<FirstContact> behind(List<Inquiry> inquiries) {
    return contacts(
            inquiries.stream()
                .map(Inquiry::contact)
                .filter(contact -> contact != null)
                .distinct()
                .toList())
        .values()
        .stream()
        .filter(contact -> contact.file() == null && contact.anonymisedOn() == null)
        .toList();
  }

  /**
   * First contacts that came to nothing, and in which nothing happened since, the oldest first.
   *
   * @param before first day that is too new
   */
  public List<FirstContact> over(LocalDate before, int limit) {
    return em.createQuery("SELECT c" + OVER + " ORDER BY c.cameOn, c.id", FirstContact.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many {@link #over} there are. */
  public int countOver(LocalDate before) {
    return em.createQuery("SELECT COUNT(c.id)" + OVER, Long.class)
        .setParameter("before", before)
        .getSingleResult()
        .intValue();
  }

  /** The proposal that waits for a decision. */
  public Optional<UUID> waiting(DisposalKind kind, int year) {
    return em.createQuery(
            "SELECT d.id FROM Disposal d WHERE d.state = :state AND d.kind = :kind AND d.year = :year",
            UUID.class)
        .setParameter("state", DisposalState.PROPOSED)
        .setParameter("kind", kind)
        .setParameter("year", year)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The newest first. */
  public Page<Disposal> page(String after, int limit) {
    UUID last = Cursors.key(after);
    var query =
        em.createQuery(
                "SELECT d FROM Disposal d"
                    + (last == null ? "" : " WHERE d.id < :last")
                    + " ORDER BY d.id DESC",
                Disposal.class)
            .setMaxResults(limit + 1);
    if (last != null) {
      query.setParameter("last", last);
    }
    return Cursors.page(query.getResultList(), limit, Disposal::id);
  }

  /** In the order in which they were proposed. */
  public List<DisposalLine> lines(UUID disposal) {
    return em.createQuery(
            "SELECT l FROM DisposalLine l WHERE l.disposal = :disposal ORDER BY l.id",
            DisposalLine.class)
        .setParameter("disposal", disposal)
        .getResultList();
  }

  /** How many records the proposals are about. */
  public Map<UUID, Integer> sizes(List<UUID> disposals) {
    Map<UUID, Integer> sizes = new HashMap<>();
    Chunks.ask(
            disposals,
            some ->
                em.createQuery(
                        "SELECT l.disposal, COUNT(l.id) FROM DisposalLine l WHERE l.disposal IN :some"
                            + " GROUP BY l.disposal",
                        Object[].class)
                    .setParameter("some", some)
                    .getResultList())
        .forEach(row -> sizes.put((UUID) row[0], ((Long) row[1]).intValue()));
    return sizes;
  }

  public Map<UUID, Inquiry> inquiries(List<UUID> keys) {
    Map<UUID, Inquiry> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT i FROM Inquiry i WHERE i.id IN :some", Inquiry.class)
                    .setParameter("some", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  public Map<UUID, FirstContact> contacts(List<UUID> keys) {
    Map<UUID, FirstContact> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery(
                        "SELECT c FROM FirstContact c WHERE c.id IN :some", FirstContact.class)
                    .setParameter("some", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  /** Deletes why these were ever put right, and the file opened by mistake: both name somebody. */
  public void forgetReasons(List<UUID> inquiries) {
    Chunks.ask(
            inquiries,
            some ->
                em.createQuery(
                        "SELECT c FROM InquiryCorrection c WHERE c.inquiry IN :some",
                        InquiryCorrection.class)
                    .setParameter("some", some)
                    .getResultList())
        .forEach(InquiryCorrection::forget);
  }
}
