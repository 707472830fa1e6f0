package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.registry.care.domain.FormerWording;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;

/** The numbered wordings of an entry, one of which stands on the paper that a carer signs. */
public final class Prints {
  private final Transactions tx;
  private final Access access;
  private final PaperKind kind;

  Prints(Transactions tx, Access access, PaperKind kind) {
    this.tx = tx;
    this.access = access;
    this.kind = kind;
  }

  /**
   * @param number counted from one; the paper bears it
   * @param since when the entry was written so
   * @param until when it was amended; null for the wording of now
   * @param printed whether it was ever printed for a carer
   */
  public record Read(int number, Instant since, Instant until, boolean printed) {}

  /**
   * The wording of now, and the former ones that somebody may have read on paper; the newest first.
   */
  public List<Read> of(Viewer viewer, UUID entry) {
    return tx.read(
        em -> {
          PaperEntry row = Held.load(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, Visits.READ, row);
          return read(em, kind, row);
        });
  }

  static List<Read> read(EntityManager em, PaperKind kind, PaperEntry row) {
    Set<Integer> printed = kind.queries(em).printed(row.id());
    TreeSet<Read> all = new TreeSet<>((one, other) -> other.number() - one.number());
    all.add(new Read(row.wording(), row.wordedAt(), null, printed.contains(row.wording())));
    for (FormerWording one : kind.queries(em).former(row.id())) {
      boolean onPaper = printed.contains(one.wording());
      // What came from another file stood on papers of that family, which its carers signed.
      if (onPaper || !row.arrived()) {
        all.add(new Read(one.wording(), one.wordedAt(), one.at(), onPaper));
      }
    }
    return List.copyOf(all);
  }

  /** Whether the wording of now is on paper somewhere, so that a correction has to keep it. */
  public static boolean onPaper(EntityManager em, PaperKind kind, PaperEntry row) {
    return kind.queries(em).printed(row.id()).contains(row.wording());
  }

  /**
   * Notes that the entry is put on paper as it reads now.
   *
   * @param version of the entry that is put on paper
   * @return the wording that the paper bears
   * @throws org.opora.api.faults.Stale when the entry reads otherwise now
   */
  public Read print(Viewer viewer, UUID entry, long version) {
    return tx.required(
        em -> {
          PaperEntry row = Held.hold(em, kind.entry(), entry);
          kind.owner().require(em, access, viewer, Visits.READ, row);
          Refusals.fresh(row.version(), version);
          if (!onPaper(em, kind, row)) {
            em.persist(kind.newPrint().of(Ids.next(), row, viewer.staff(), viewer.now()));
          }
          return new Read(row.wording(), row.wordedAt(), null, true);
        });
  }
}
