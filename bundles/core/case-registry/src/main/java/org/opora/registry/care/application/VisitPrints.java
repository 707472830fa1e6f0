package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.Ids;
import org.opora.api.ids.VisitId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitPrint;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.VersionQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The numbered wordings of a visit, one of which stands on the paper that a carer signs. */
@Component(service = VisitPrints.class)
public final class VisitPrints {
  private final Transactions tx;
  private final Access access;

  @Activate
  public VisitPrints(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Access access) {
    this.tx = tx;
    this.access = access;
  }

  /**
   * @param number counted from one; the paper bears it
   * @param since when the visit was written so
   * @param until when it was amended; null for the wording of now
   * @param printed whether it was ever printed for a carer
   */
  public record Read(int number, Instant since, Instant until, boolean printed) {}

  /**
   * The wording of now, and the former ones that somebody may have read on paper; the newest first.
   */
  public List<Read> of(Viewer viewer, VisitId visit) {
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          return read(em, row);
        });
  }

  static List<Read> read(EntityManager em, Visit row) {
    Set<Integer> printed = new PaperQueries(em).printed(row.id());
    TreeSet<Read> all = new TreeSet<>((one, other) -> other.number() - one.number());
    all.add(new Read(row.wording(), row.wordedAt(), null, printed.contains(row.wording())));
    for (VisitVersion one : new VersionQueries(em).of(row.id())) {
      boolean onPaper = printed.contains(one.wording());
      // What came from another file stood on papers of that family, which its carers signed.
      if (onPaper || row.movedFrom() == null) {
        all.add(new Read(one.wording(), one.wordedAt(), one.at(), onPaper));
      }
    }
    return List.copyOf(all);
  }

  /** Whether the wording of now is on paper somewhere, so that a correction has to keep it. */
  static boolean onPaper(EntityManager em, Visit row) {
    return new PaperQueries(em).printed(row.id()).contains(row.wording());
  }

  /**
   * Notes that the visit is put on paper as it reads now.
   *
   * @param version of the visit that is put on paper
   * @return the wording that the paper bears
   * @throws org.opora.api.faults.Stale when the visit reads otherwise now
   */
  public Read print(Viewer viewer, VisitId visit, long version) {
    return tx.required(
        em -> {
          Visit row = Held.hold(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          Refusals.fresh(row.version(), version);
          if (!onPaper(em, row)) {
            em.persist(new VisitPrint(Ids.next(), row, viewer.staff(), viewer.now()));
          }
          return new Read(row.wording(), row.wordedAt(), null, true);
        });
  }
}
