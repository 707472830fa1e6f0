package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.shared.application.Refusals;

/** Who may come to a family: nobody from whom a wall keeps those who lead it. */
final class Newcomers {
  private final EntityManager em;
  private final CaseFileId file;

  Newcomers(EntityManager em, CaseFileId file) {
    this.em = em;
    this.file = file;
  }

  /**
   * @param keys every key of whoever comes
   * @param field of the form, for the refusal; why is not said
   * @throws org.opora.api.faults.Refused when a wall keeps the key worker or the deputy of the
   *     file, now or to come, away from them: the family is handed over first
   */
  void require(Collection<PersonId> keys, LocalDate today, String field) {
    if (keptAway(keys, today)) {
      throw Refusals.refused(field, "refused.newcomer-and-worker");
    }
  }

  /** Whether a wall stands between them and somebody who leads the file, now or to come. */
  boolean keptAway(Collection<PersonId> keys, LocalDate today) {
    Set<StaffId> away = new KeptAway(em).ofPeople(keys, today);
    return new Assignments(em, file).leading(today).stream().anyMatch(away::contains);
  }
}
