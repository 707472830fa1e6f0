package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
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
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.TaskHandover;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands one file over within the transaction of a hand-over. */
@Component(service = HandoverWriter.class)
public final class HandoverWriter {
  /** Field of the form in which whoever leads the family is chosen. */
  private static final String KEY_WORKER = "keyWorker";

  private final FileChange change;
  private final FileStory story;
  private final TaskHandover tasks;
  private final PostHandover post;
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
      @Reference PostHandover post,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.change = change;
    this.story = story;
    this.tasks = tasks;
    this.post = post;
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
    return write(
        viewer,
        header,
        taker,
        from,
        promises,
        lines,
        field,
        (em, without) -> takers(em, viewer).require(file, taker, without, from, field));
  }

  /**
   * The same to whomever a former record names: it may know colleagues who have no account yet. A
   * wall keeps them away all the same.
   *
   * @return key of the protocol
   */
  UUID brought(
      Viewer viewer, CaseFiles.Header header, StaffId taker, List<HandoverWords.Line> lines) {
    return write(
        viewer,
        header,
        taker,
        viewer.today(),
        null,
        lines,
        KEY_WORKER,
        (em, without) -> open(em, viewer, header.id(), taker, KEY_WORKER));
  }

  /** Nobody leads a family from which a wall keeps them away; why is not said. */
  void open(EntityManager em, Viewer viewer, CaseFileId file, StaffId worker, String field) {
    if (worker != null
        && new KeptAway(em)
            .of(List.of(file), viewer.today())
            .getOrDefault(file, Set.of())
            .contains(worker)) {
      throw Refusals.refused(field, "refused.cannot-take");
    }
  }

  /**
   * @param rule whether the taker can take the family; who gives it is no taker
   */
  private UUID write(
      Viewer viewer,
      CaseFiles.Header header,
      StaffId taker,
      LocalDate from,
      String promises,
      List<HandoverWords.Line> lines,
      String field,
      BiConsumer<EntityManager, StaffId> rule) {
    CaseFileId file = header.id();
    return change.in(
        viewer,
        file,
        "file.handed-over",
        (em, row) -> {
          Assignments assignments = new Assignments(em, file);
          List<Handover> old = withdraw(em, viewer, file, from);
          Assignment giving = giving(assignments, from, viewer.today());
          List<Assignment> coming =
              coming(assignments, from).stream().filter(one -> one != giving).toList();
          StaffId giver = giving == null ? null : giving.staff();
          boolean keeps = taker != null && taker.equals(giver) && !coming.isEmpty();
          rule.accept(em, keeps ? null : giver);
          coming.stream()
              .filter(one -> !one.staff().equals(taker))
              .forEach(one -> standInsLeave(em, file, one.staff(), from));
          if (keeps) {
            coming.forEach(em::remove);
            giving.lasts(null);
            return null;
          }
          assignments.from(from, RelationKind.KEY_WORKER, taker, field);
          // Nobody is their own deputy.
          List<Assignment> ended = new ArrayList<>(assignments.leave(taker, from));
          ended.addAll(standInsLeave(em, file, giver, from));
          List<UUID> moved =
              giver == null
                  ? List.of()
                  : tasks.family(
                      viewer, giver, taker, file, HandoverWords.names(header).keySet(), from);
          List<UUID> letters =
              giver == null ? List.of() : post.family(viewer, giver, taker, file, from);
          UUID handover =
              protocol(
                  em,
                  viewer,
                  file,
                  giver,
                  taker,
                  from,
                  promises,
                  moved.size() + letters.size(),
                  lines);
          undo(em, viewer).remember(handover, ended, giver, moved, letters);
          old.forEach(one -> one.replaced(handover));
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
          open(em, file, from).stream()
              .filter(one -> one.taker().equals(leaver))
              .forEach(one -> withdraw(em, viewer, one));
          assignments.leave(leaver, from);
          standInsLeave(em, file, leaver, from);
          for (Assignment one : coming(assignments, from)) {
            Assignment before =
                one.staff().equals(leaver) ? assignments.before(one).orElse(null) : null;
            if (before != null) {
              em.remove(one);
              before.lasts(one.until());
              tasks.family(
                  viewer, leaver, before.staff(), file, HandoverWords.names(header).keySet(), from);
              post.family(viewer, leaver, before.staff(), file, from);
            }
          }
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
          // Who led the family, and who is to lead it, stays when only the deputy changes.
          if (!Objects.equals(now, keyWorker)) {
            assignments.from(from, RelationKind.KEY_WORKER, keyWorker, KEY_WORKER);
          }
          assignments.from(from, RelationKind.DEPUTY, deputy, "deputy");
          return null;
        });
  }

  /**
   * A later protocol takes the place of those that nobody has confirmed and that begin on its first
   * day or later; what they have changed is put back, the latest first.
   */
  private List<Handover> withdraw(
      EntityManager em, Viewer viewer, CaseFileId file, LocalDate from) {
    List<Handover> old = open(em, file, from);
    for (Handover one : old) {
      withdraw(em, viewer, one);
      if (!one.taker().equals(viewer.staff())) {
        inbox.tell(one.taker(), messages.title("inbox.handover-withdrawn"), "/handovers");
      }
    }
    return old;
  }

  private void withdraw(EntityManager em, Viewer viewer, Handover handover) {
    handover.withdrawn(viewer.today());
    // One that has begun has happened: whoever took the family over is the one who gives it now.
    if (handover.from().isAfter(viewer.today())) {
      story.didNotHappen("file-handed-over", handover.id());
      undo(em, viewer).putBack(handover);
    }
  }

  /**
   * The record that named the taker is taken back: the family was not handed over, and what went
   * along goes back, as far as nobody has changed it since.
   */
  void takeBack(EntityManager em, Viewer viewer, Handover handover) {
    handover.withdrawn(viewer.today());
    story.didNotHappen("file-handed-over", handover.id());
    undo(em, viewer).putBack(handover);
  }

  private HandoverUndo undo(EntityManager em, Viewer viewer) {
    return new HandoverUndo(em, viewer, tasks, post);
  }

  private static List<Handover> open(EntityManager em, CaseFileId file, LocalDate from) {
    return em.createQuery(
            "SELECT h FROM Handover h WHERE h.file = :file AND h.from >= :from AND h.confirmedOn IS"
                + " NULL AND h.withdrawnOn IS NULL ORDER BY h.id DESC",
            Handover.class)
        .setParameter("file", file.value())
        .setParameter("from", from)
        .getResultList();
  }

  /**
   * Nobody stands in for somebody who has handed the family over, or is not to lead it any more.
   *
   * @param giver null when there was none
   * @return what ended, as it was before
   */
  private static List<Assignment> standInsLeave(
      EntityManager em, CaseFileId file, StaffId giver, LocalDate from) {
    List<Assignment> ended = new ArrayList<>();
    if (giver == null) {
      return ended;
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
      if (row.until() == null || !row.until().isBefore(from)) {
        ended.add(row.asItIs());
        new Assignments(em, file).end(row, from.minusDays(1));
      }
    }
    return ended;
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
