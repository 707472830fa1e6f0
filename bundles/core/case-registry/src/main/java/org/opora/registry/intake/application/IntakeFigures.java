package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.persistence.Transactions;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.IntakeFigure;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The figures a centre has set for itself, each from a day on. */
@Component(service = IntakeFigures.class)
public final class IntakeFigures {
  private static final int MOST = 10_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;

  @Activate
  public IntakeFigures(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
  }

  /** The figure that holds on the day; empty when none has been set. */
  static OptionalInt on(EntityManager em, FigureKind kind, LocalDate day) {
    return em.createQuery(
            "SELECT f FROM IntakeFigure f WHERE f.kind = :kind AND f.since <= :day ORDER BY f.since DESC",
            IntakeFigure.class)
        .setParameter("kind", kind)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .mapToInt(IntakeFigure::amount)
        .findFirst();
  }

  /** What holds today and what was set for other days, by kind, the newest first. */
  public List<Line> all(Viewer viewer) {
    access.require(viewer, Intake.RETURN);
    return tx.read(
        em ->
            Stream.of(FigureKind.values())
                .flatMap(
                    kind ->
                        em
                            .createQuery(
                                "SELECT f FROM IntakeFigure f WHERE f.kind = :kind ORDER BY f.since DESC",
                                IntakeFigure.class)
                            .setParameter("kind", kind)
                            .getResultList()
                            .stream())
                .map(row -> new Line(row.kind(), row.since(), row.amount()))
                .toList());
  }

  /**
   * Sets a figure from a day on. What was reckoned with the former one stays.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void set(Viewer viewer, FigureKind kind, Integer amount, LocalDate since) {
    access.require(viewer, Intake.RETURN);
    if (kind == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (amount == null || amount < 0 || amount > MOST) {
      throw Refusals.refused("amount", "refused.intake-amount", MOST);
    }
    Refusals.day("since", since);
    tx.run(
        em -> {
          String key = IntakeFigure.key(kind, since);
          IntakeFigure row = em.find(IntakeFigure.class, key);
          if (row == null) {
            row = new IntakeFigure(kind, since);
            row.set(amount, viewer.staff());
            em.persist(row);
          } else {
            row.set(amount, viewer.staff());
          }
          audit.wrote(
              viewer, "intake.figure-set", List.of(), "figure=" + kind + ";amount=" + amount);
        });
  }

  /**
   * @param since first day on which it holds
   */
  public record Line(FigureKind kind, LocalDate since, int amount) {}
}
