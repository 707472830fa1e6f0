package org.opora.registry.post.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.post.domain.Letter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Letters of a family that wait go along when somebody else takes it over, each with its task: the
 * family opens them, so whoever has handed it over could not. In the transaction of the hand-over,
 * which has asked for access to the family.
 */
@Component(service = PostHandover.class)
public final class PostHandover {
  private final Transactions tx;
  private final AuditTrail audit;
  private final PostNews news;

  @Activate
  public PostHandover(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference AuditTrail audit,
      @Reference PostNews news) {
    this.tx = tx;
    this.audit = audit;
    this.news = news;
  }

  /**
   * @param firstDay of the taker: what is due before stays
   * @return the letters that went along
   */
  public List<UUID> family(
      Viewer viewer, StaffId from, StaffId to, CaseFileId file, LocalDate firstDay) {
    return tx.required(
        em -> {
          List<Letter> letters =
              waiting(em, from, file).stream()
                  .filter(
                      letter ->
                          !firstDay.isAfter(viewer.today())
                              || letter.due() == null
                              || !letter.due().isBefore(firstDay))
                  .toList();
          letters.forEach(letter -> hand(viewer, letter, to));
          return letters.stream().map(Letter::id).toList();
        });
  }

  /** It goes back to who had it, unless it is dealt with or somebody else's meanwhile. */
  public void back(Viewer viewer, UUID letter, StaffId taker, StaffId before) {
    tx.run(
        em -> {
          Letter row = em.find(Letter.class, letter);
          if (row != null && row.waiting() && taker.equals(row.doer())) {
            hand(viewer, row, before);
          }
        });
  }

  private void hand(Viewer viewer, Letter letter, StaffId to) {
    letter.handTo(to, letter.due());
    news.task(viewer, letter, true);
    audit.wrote(
        viewer, "letter.handed-on", List.of(letter.self()), "letter=" + letter.id() + ";to=" + to);
  }

  private static List<Letter> waiting(EntityManager em, StaffId doer, CaseFileId file) {
    return em.createQuery(
            "SELECT l FROM Letter l WHERE l.doer = :doer AND l.file = :file AND l.waiting = TRUE"
                + " ORDER BY l.id",
            Letter.class)
        .setParameter("doer", doer.value())
        .setParameter("file", file.value())
        .getResultList();
  }
}
