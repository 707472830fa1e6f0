package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
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
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public HandoverWriter(
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference TaskHandover tasks,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.change = change;
    this.story = story;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.staff = staff;
    this.seals = new HandoverSeals(keys);
    this.inbox = inbox;
    this.messages = messages;
  }

  Takers takers(EntityManager em, Viewer viewer) {
    return new Takers(em, viewer, colleagues, staff);
  }

  /**
   * @throws org.opora.api.faults.NotAllowed when the viewer works with the family but does not lead
   *     it
   */
  void requireLeading(Viewer viewer, CaseFileId file) {
    change.requireLeading(viewer, file);
  }

  /**
   * Whether somebody else is to lead the family from a coming day on; then whoever leads it now can
   * keep it.
   */
  boolean planned(EntityManager em, CaseFileId file, LocalDate today) {
    return new Assignments(em, file)
        .rows(RelationKind.KEY_WORKER).stream().anyMatch(row -> row.since().isAfter(today));
  }

  /**
   * @param lines what the protocol says, read before
   * @param field of the form in which the taker was chosen
   * @return key of the protocol; null when whoever leads the family keeps it and a hand-over that
   *     was planned is withdrawn
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
          Assignments assignments = new Assignments(em, file);
          Assignment giving = giving(assignments, from, viewer.today());
          List<Assignment> coming =
              coming(assignments, from).stream().filter(one -> one != giving).toList();
          StaffId giver = giving == null ? null : giving.staff();
          boolean keeps = taker != null && taker.equals(giver) && !coming.isEmpty();
          takers(em, viewer).require(file, taker, keeps ? null : giver, field);
          Set<StaffId> handing = new LinkedHashSet<>();
          if (giver != null) {
            handing.add(giver);
          }
          coming.forEach(one -> handing.add(one.staff()));
          withdraw(em, viewer, file, from).forEach(old -> handing.add(old.taker()));
          handing.remove(taker);
          if (keeps) {
            coming.forEach(em::remove);
            giving.lasts(null);
          } else {
            assignments.from(from, RelationKind.KEY_WORKER, taker, field);
            // Nobody is their own deputy.
            assignments.leave(taker, from);
            standInsLeave(em, file, giver, from);
          }
          int moved = 0;
          for (StaffId one : handing) {
            moved +=
                tasks.family(viewer, one, taker, file, HandoverWords.names(header).keySet(), from);
          }
          if (keeps) {
            return null;
          }
          UUID handover = protocol(em, viewer, file, giver, taker, from, promises, moved, lines);
          story.happened(viewer, file, "file-handed-over", handover, from);
          return handover;
        });
  }

  private UUID protocol(
      EntityManager em,
      Viewer viewer,
      CaseFileId file,
      StaffId giver,
      StaffId taker,
      LocalDate from,
      String promises,
      int moved,
      List<HandoverWords.Line> lines) {
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
    return handover.id();
  }

  /**
   * Whoever was to lead the family from a coming day on leaves before that day: whoever leads it
   * until then keeps it, with its tasks.
   */
  void keep(Viewer viewer, CaseFiles.Header header, StaffId leaver, LocalDate from) {
    CaseFileId file = header.id();
    change.in(
        viewer,
        file,
        "file.left",
        (em, row) -> {
          Assignments assignments = new Assignments(em, file);
          assignments.leave(leaver, from);
          for (Assignment one : coming(assignments, from)) {
            Assignment before =
                one.staff().equals(leaver) ? assignments.before(one).orElse(null) : null;
            if (before != null) {
              em.remove(one);
              before.lasts(one.until());
              tasks.family(
                  viewer, leaver, before.staff(), file, HandoverWords.names(header).keySet(), from);
            }
          }
          open(em, file, from).stream()
              .filter(one -> one.taker().equals(leaver))
              .forEach(one -> one.withdrawn(viewer.today()));
          return null;
        });
  }

  /**
   * Who works with the family, without a hand-over: its deputy, and the key worker of a family that
   * has none or is to have none.
   *
   * @param now who leads it today; null for nobody
   */
  void assign(
      Viewer viewer,
      CaseFileId file,
      StaffId now,
      StaffId keyWorker,
      StaffId deputy,
      LocalDate from) {
    change.in(
        viewer,
        file,
        "file.assigned",
        (em, row) -> {
          Assignments assignments = new Assignments(em, file);
          // A hand-over that is planned stays when only the deputy changes.
          if (!Objects.equals(now, keyWorker) || !planned(em, file, viewer.today())) {
            assignments.from(from, RelationKind.KEY_WORKER, keyWorker, "keyWorker");
          }
          assignments.from(from, RelationKind.DEPUTY, deputy, "deputy");
          return null;
        });
  }

  /** A later protocol takes the place of those that nobody has confirmed and that begin later. */
  private List<Handover> withdraw(
      EntityManager em, Viewer viewer, CaseFileId file, LocalDate from) {
    List<Handover> old = open(em, file, from);
    for (Handover one : old) {
      one.withdrawn(viewer.today());
      if (!one.taker().equals(viewer.staff())) {
        inbox.tell(one.taker(), messages.title("inbox.handover-withdrawn"), "/handovers");
      }
    }
    return old;
  }

  private static List<Handover> open(EntityManager em, CaseFileId file, LocalDate from) {
    return em.createQuery(
            "SELECT h FROM Handover h WHERE h.file = :file AND h.from >= :from AND h.confirmedOn IS NULL"
                + " AND h.withdrawnOn IS NULL ORDER BY h.id",
            Handover.class)
        .setParameter("file", file.value())
        .setParameter("from", from)
        .getResultList();
  }

  /** Nobody stands in for somebody who has handed the family over. */
  private static void standInsLeave(
      EntityManager em, CaseFileId file, StaffId giver, LocalDate from) {
    if (giver == null) {
      return;
    }
    List<Assignment> rows =
        em.createQuery(
                "SELECT a FROM Assignment a, AbsenceFile f, Absence w WHERE f.assignment = a.id"
                    + " AND w.id = f.absence AND f.file = :file AND w.staff = :giver",
                Assignment.class)
            .setParameter("file", file.value())
            .setParameter("giver", giver.value())
            .getResultList();
    for (Assignment row : rows) {
      if (!row.since().isBefore(from)) {
        em.createQuery("DELETE FROM AbsenceFile f WHERE f.assignment = :row")
            .setParameter("row", row.id())
            .executeUpdate();
      }
      new Assignments(em, file).end(row, from.minusDays(1));
    }
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

  /** Who leads the family on the eve of that day, or now when it begins at once; or null. */
  private static Assignment giving(Assignments assignments, LocalDate from, LocalDate today) {
    LocalDate day = from.isAfter(today) ? from.minusDays(1) : today;
    return assignments.rows(RelationKind.KEY_WORKER).stream()
        .filter(row -> !row.since().isAfter(day))
        .filter(row -> row.until() == null || !row.until().isBefore(day))
        .max(Comparator.comparing(Assignment::since))
        .orElse(null);
  }

  /** What was to begin on that day or later. */
  private static List<Assignment> coming(Assignments assignments, LocalDate from) {
    return assignments.rows(RelationKind.KEY_WORKER).stream()
        .filter(row -> !row.since().isBefore(from))
        .toList();
  }

  static LocalDate day(Viewer viewer, LocalDate from) {
    if (Refusals.day("from", from).isBefore(viewer.today())) {
      throw Refusals.refused("from", "refused.handover-past", from);
    }
    return from;
  }
}
