package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.domain.ComplaintTerm;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many days the centre gives itself to answer a complaint: dated, with its history. Complaints
 * that are written down already keep the day they were promised.
 */
@Component(service = ComplaintTerms.class)
public final class ComplaintTerms {
  /** Permission to set it. */
  public static final String MANAGE = "registry.complaint.term";

  private static final int LONGEST = 365;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;

  @Activate
  public ComplaintTerms(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
  }

  /** From when on how many days, the newest first. */
  public List<Term> all(Viewer viewer) {
    access.require(viewer, MANAGE);
    return tx.read(
        em -> {
          List<ComplaintTerm> rows = new ComplaintQueries(em).terms();
          Map<StaffId, String> names =
              staff.names(
                  rows.stream()
                      .map(ComplaintTerm::setBy)
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          return rows.stream()
              .map(
                  row ->
                      new Term(
                          row.since(),
                          row.days(),
                          row.setOn(),
                          row.setBy() == null ? null : names.get(row.setBy())))
              .toList();
        });
  }

  /**
   * For what comes from this day on.
   *
   * @param since today or later; the same day again changes the days
   * @param days 1 to 365
   * @throws org.opora.api.faults.Refused with the field of the form when a rule says no
   */
  public void set(Viewer viewer, LocalDate since, Integer days) {
    access.require(viewer, MANAGE);
    LocalDate from = Refusals.day("since", since);
    if (from.isBefore(viewer.today())) {
      throw Refusals.refused("since", "complaint.refused.term-past", from);
    }
    if (days == null || days < 1 || days > LONGEST) {
      throw Refusals.refused("days", "complaint.refused.term-days", LONGEST);
    }
    tx.run(
        em -> {
          ComplaintTerm row = em.find(ComplaintTerm.class, from);
          if (row == null) {
            row = new ComplaintTerm(from);
            row.last(days, viewer.today(), viewer.staff());
            em.persist(row);
          } else {
            row.last(days, viewer.today(), viewer.staff());
          }
          audit.wrote(viewer, "complaint.term", List.of(), "since=" + from + ";days=" + days);
        });
  }

  /**
   * @param setOn null for what the product came with, as {@code setBy} is
   */
  public record Term(LocalDate since, int days, LocalDate setOn, String setBy) {}
}
