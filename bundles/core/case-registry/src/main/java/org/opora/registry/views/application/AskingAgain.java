package org.opora.registry.views.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.house.Readings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.domain.AskingTerm;
import org.opora.registry.views.domain.ChildView;
import org.opora.registry.views.persistence.ViewQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The task to ask a child again, which goes with the child: it is one of whoever leads the family
 * in which the child lives on that day, and of nobody when it lives in none.
 */
@Component(service = AskingAgain.class)
public final class AskingAgain {
  private final Tasks tasks;
  private final Readings readings;
  private final Messages messages;

  @Activate
  public AskingAgain(
      @Reference Tasks tasks, @Reference Readings readings, @Reference Messages messages) {
    this.tasks = tasks;
    this.readings = readings;
    this.messages = messages;
  }

  /** After a change of the file, by which a child may have come or left. */
  public void follow(EntityManager em, Viewer viewer, CaseFileId file) {
    new ViewQueries(em).childrenOf(file).forEach(child -> follow(em, viewer, child));
  }

  /** After something was written down of what the child says. */
  void follow(EntityManager em, Viewer viewer, ChildFileId child) {
    Optional<ChildView> counted = counted(em, child);
    if (counted.isEmpty()) {
      return;
    }
    ChildView last = counted.get();
    LocalDate due = due(last);
    UUID source = source(last);
    LocalDate day = due.isBefore(viewer.today()) ? viewer.today() : due;
    Optional<CaseFileId> where = home(em, child, day);
    List<CaseFileId> kept = files(em, source);
    if (where.map(kept::contains).orElse(kept.isEmpty())) {
      return;
    }
    tasks.withdraw(Refusals.BUNDLE, source);
    where.ifPresent(
        file ->
            tasks.put(
                viewer,
                new Tasks.NewTask(
                    Refusals.BUNDLE,
                    source,
                    file,
                    Subject.of(child),
                    messages.title("task.child-view"),
                    FollowUpTasks.doer(em, viewer, file),
                    due,
                    "/files/" + file + "/views/" + last.child() + "/new")));
  }

  /**
   * Another view counts now instead of this one.
   *
   * @param asked whether the child was heard by that
   */
  void instead(Viewer viewer, ChildView last, boolean asked) {
    if (asked) {
      tasks.doneBy(viewer, Refusals.BUNDLE, source(last));
    } else {
      tasks.withdraw(Refusals.BUNDLE, source(last));
    }
  }

  /** What the next asking counts from: what was last learnt; else what was first tried. */
  static Optional<ChildView> counted(EntityManager em, ChildFileId child) {
    List<ChildView> rows = new ViewQueries(em).of(child);
    return rows.stream()
        .filter(ChildView::learnt)
        .findFirst()
        .or(() -> rows.stream().reduce((later, earlier) -> earlier));
  }

  /** As the centre promised it on the day on which it was written down. */
  private LocalDate due(ChildView last) {
    return AskingTerm.of(readings.chosen(ChildViews.READING, last.writtenOn()).orElse(null))
        .after(last.day());
  }

  /** Where the child lives on the day, as far as anybody knows by now. */
  private static Optional<CaseFileId> home(EntityManager em, ChildFileId child, LocalDate day) {
    return new ViewQueries(em)
        .stays(child).stream()
            .filter(stay -> stay.until() == null || !stay.until().isBefore(day))
            .max(Comparator.comparing(Placement::since))
            .map(Placement::file);
  }

  /** Under which file the task is kept, also when it is done; none when there is none. */
  private static List<CaseFileId> files(EntityManager em, UUID source) {
    return em.createQuery(
            "SELECT t.file FROM Task t WHERE t.origin = :origin AND t.source = :source", UUID.class)
        .setParameter("origin", Refusals.BUNDLE)
        .setParameter("source", source)
        .getResultStream()
        .map(CaseFileId::new)
        .toList();
  }

  private static UUID source(ChildView row) {
    return UUID.nameUUIDFromBytes(
        ("child-view-again|" + row.id()).getBytes(StandardCharsets.US_ASCII));
  }
}
