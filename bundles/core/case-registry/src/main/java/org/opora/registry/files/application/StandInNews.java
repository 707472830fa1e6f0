package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.inbox.Inbox;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.staff.domain.Absence;

/** Whoever relies on somebody who stands in is told when they do not any more. */
public final class StandInNews {
  private final EntityManager em;
  private final Inbox inbox;
  private final Messages messages;

  public StandInNews(EntityManager em, Inbox inbox, Messages messages) {
    this.em = em;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * Once for each absence: whoever is away, and whoever leads the staff.
   *
   * @param ended assignments that ended before their day
   */
  public void gone(Viewer viewer, Collection<Assignment> ended) {
    List<UUID> rows =
        ended.stream()
            .filter(row -> row.kind() == RelationKind.STAND_IN)
            .map(Assignment::id)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    List<Absence> absences =
        em.createQuery(
                "SELECT w FROM Absence w WHERE w.until >= :today AND w.id IN"
                    + " (SELECT f.absence FROM AbsenceFile f WHERE f.assignment IN :rows) ORDER BY w.id",
                Absence.class)
            .setParameter("today", viewer.today())
            .setParameter("rows", rows)
            .getResultList();
    for (Absence absence : absences) {
      String page = "/absences/" + absence.id();
      inbox.tell(absence.staff(), messages.title("inbox.deputy-gone"), page);
      inbox.tellAll(Staff.WRITE, messages.title("inbox.deputy-gone"), page);
    }
  }
}
