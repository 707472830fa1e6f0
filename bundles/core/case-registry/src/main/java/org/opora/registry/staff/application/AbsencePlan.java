package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.tasks.Tasks;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.StandIns;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What falls into the time in which somebody is away, with the eyes of the viewer. */
@Component(service = AbsencePlan.class)
public final class AbsencePlan {
  private static final int PAGE = 100;
  private final Absences absences;
  private final StandIns standIns;
  private final CaseFiles files;
  private final TaskDesk tasks;
  private final DueLines due;

  @Activate
  public AbsencePlan(
      @Reference Absences absences,
      @Reference StandIns standIns,
      @Reference CaseFiles files,
      @Reference TaskDesk tasks,
      @Reference DueLines due) {
    this.absences = absences;
    this.standIns = standIns;
    this.files = files;
    this.tasks = tasks;
    this.due = due;
  }

  /** Families, duties and tasks until the last day away. */
  public Plan of(Viewer viewer, AbsenceSeen absence) {
    if (!viewer.may(CaseFiles.READ)) {
      return new Plan(List.of(), List.of(), Optional.empty(), List.of());
    }
    boolean given = absence.confirmedOn() != null;
    StandIns.Split split =
        given
            ? new StandIns.Split(absences.given(viewer, absence.id()), List.of())
            : standIns.split(
                viewer, absence.staff(), absence.deputy(), absence.since(), absence.until());
    List<CaseFileId> without =
        given && !viewer.staff().equals(absence.deputy())
            ? uncovered(viewer, absence, split.can())
            : split.cannot();
    Set<CaseFileId> all = new HashSet<>(split.can());
    all.addAll(without);
    return new Plan(
        headers(viewer, split.can()),
        headers(viewer, without),
        due.of(viewer, all)
            .map(
                lines ->
                    lines.stream().filter(line -> DueLines.by(line, absence.until())).toList()),
        tasks(viewer, absence.staff(), absence.until()));
  }

  /** Families of the time that the deputy has not been given. */
  private List<CaseFileId> uncovered(
      Viewer viewer, AbsenceSeen absence, Collection<CaseFileId> given) {
    StandIns.Split now =
        standIns.split(viewer, absence.staff(), absence.deputy(), absence.since(), absence.until());
    List<CaseFileId> rest = new ArrayList<>(now.can());
    rest.addAll(now.cannot());
    rest.removeAll(given);
    return rest;
  }

  private List<CaseFiles.Header> headers(Viewer viewer, List<CaseFileId> keys) {
    Map<CaseFileId, CaseFiles.Header> headers = files.headers(viewer, keys);
    return keys.stream().filter(headers::containsKey).map(headers::get).toList();
  }

  private List<TaskLine> tasks(Viewer viewer, StaffId absent, LocalDate until) {
    List<TaskLine> found = new ArrayList<>();
    if (!viewer.may(Tasks.READ)) {
      return found;
    }
    String after = null;
    do {
      Page<TaskLine> page = tasks.list(viewer, absent, false, after, PAGE);
      page.items().stream()
          .filter(task -> task.due() != null && !task.due().isAfter(until))
          .forEach(found::add);
      // They come by their last day, those without one at the end.
      boolean beyond =
          page.items().stream().anyMatch(task -> task.due() == null || task.due().isAfter(until));
      after = beyond ? null : page.next();
    } while (after != null);
    return found;
  }

  /**
   * @param covered families that the deputy takes or has
   * @param uncovered families that somebody else has to look after
   * @param duties empty when nothing can be said
   * @param tasks open tasks of whoever is away, due by the last day
   */
  public record Plan(
      List<CaseFiles.Header> covered,
      List<CaseFiles.Header> uncovered,
      Optional<List<Duties.Line>> duties,
      List<TaskLine> tasks) {}
}
