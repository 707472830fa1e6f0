package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.TaskHandover;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands one file over within the transaction of a hand-over. */
@Component(service = HandoverWriter.class)
public final class HandoverWriter {
  private final FileChange change;
  private final FileStory story;
  private final TaskHandover tasks;
  private final Colleagues colleagues;
  private final Staff staff;
  private final HandoverSeals seals;

  @Activate
  public HandoverWriter(
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference TaskHandover tasks,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.change = change;
    this.story = story;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.staff = staff;
    this.seals = new HandoverSeals(keys);
  }

  Takers takers(EntityManager em, Viewer viewer) {
    return new Takers(em, viewer, colleagues, staff);
  }

  /**
   * @param lines what the protocol says, read before
   * @param field of the form in which the taker was chosen
   * @return key of the protocol
   */
  UUID write(
      Viewer viewer,
      CaseFiles.Header header,
      StaffId taker,
      LocalDate from,
      String promises,
      List<HandoverWords.Line> lines,
      String field) {
    CaseFileId file = header.id();
    return change.in(
        viewer,
        file,
        "file.handed-over",
        (em, row) -> {
          StaffId giver = keyWorker(em, file, from);
          takers(em, viewer).require(file, taker, giver, field);
          Assignments assignments = new Assignments(em, file);
          assignments.from(from, RelationKind.KEY_WORKER, taker, field);
          // Nobody is their own deputy.
          assignments.leave(taker, from);
          int moved =
              giver == null
                  ? 0
                  : tasks.family(
                      viewer, giver, taker, file, HandoverWords.names(header).keySet(), from);
          Handover handover = handover(viewer, file, giver, taker, from, promises, moved);
          em.persist(handover);
          em.flush();
          for (int i = 0; i < lines.size(); i++) {
            HandoverWords.Line line = lines.get(i);
            UUID key = Ids.next();
            em.persist(
                new HandoverLine(
                    key,
                    handover.id(),
                    line.part(),
                    i,
                    line.person(),
                    seals.line(file, key, line.words())));
          }
          story.happened(viewer, file, "file-handed-over", handover.id(), from);
          return handover.id();
        });
  }

  private Handover handover(
      Viewer viewer,
      CaseFileId file,
      StaffId giver,
      StaffId taker,
      LocalDate from,
      String promises,
      int moved) {
    UUID id = Ids.next();
    return new Handover(
        id,
        file,
        giver,
        taker,
        from,
        viewer.staff(),
        viewer.today(),
        seals.promises(file, id, promises),
        moved);
  }

  /** Who is key worker on the eve of that day; null for nobody. */
  private static StaffId keyWorker(EntityManager em, CaseFileId file, LocalDate from) {
    LocalDate eve = from.minusDays(1);
    return new Assignments(em, file)
        .rows(RelationKind.KEY_WORKER).stream()
            .filter(row -> row.until() == null || !row.until().isBefore(eve))
            .filter(row -> !row.since().isAfter(from))
            .map(Assignment::staff)
            .findFirst()
            .orElse(null);
  }

  static LocalDate day(Viewer viewer, LocalDate from) {
    if (Refusals.day("from", from).isBefore(viewer.today())) {
      throw Refusals.refused("from", "refused.handover-past", from);
    }
    return from;
  }
}
