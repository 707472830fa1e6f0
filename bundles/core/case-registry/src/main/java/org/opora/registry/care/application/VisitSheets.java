package org.opora.registry.care.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildSeen;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.api.tasks.Tasks;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The sheet that a worker takes along to a family: whom to ask what, what was promised last time,
 * what they wish for. Each part is there only for whoever may see it where it is kept.
 */
@Component(service = VisitSheets.class)
public final class VisitSheets {
  private static final int LATEST = 10;
  private static final int MOST = 100;
  private final Access access;
  private final Visits visits;
  private final Evidence evidence;
  private final Safety safety;
  private final DueLines due;
  private final TaskDesk tasks;
  private final RequestDesk requests;

  @Activate
  public VisitSheets(
      @Reference Access access,
      @Reference Visits visits,
      @Reference Evidence evidence,
      @Reference Safety safety,
      @Reference DueLines due,
      @Reference TaskDesk tasks,
      @Reference RequestDesk requests) {
    this.access = access;
    this.visits = visits;
    this.evidence = evidence;
    this.safety = safety;
    this.due = due;
    this.tasks = tasks;
    this.requests = requests;
  }

  /**
   * @param last the last visit that counts; null when there is none
   * @param promises open tasks that were set from a visit of this family
   * @param tasks what else is open about the family as a whole
   * @param people children first
   * @param duties whether the duties answered; otherwise nothing is said of them
   */
  public record Sheet(
      Visits.VisitView last,
      List<TaskLine> promises,
      List<TaskLine> tasks,
      List<Somebody> people,
      boolean duties) {}

  /**
   * Somebody to meet.
   *
   * @param lastMet in this family; null when never
   * @param own the last own words of a child; null for adults, and while nobody learnt them
   * @param wishes what a carer asked the centre for and nobody has answered yet
   */
  public record Somebody(
      PersonId person,
      PersonName name,
      LocalDate birthDate,
      boolean child,
      LocalDate lastMet,
      ChildSeen own,
      List<Safety.Alert> alerts,
      List<Duties.Line> due,
      List<TaskLine> tasks,
      List<RequestLine> wishes) {}

  /**
   * @param header of the file, as the viewer sees it
   */
  public Sheet of(Viewer viewer, Header header) {
    CaseFileId file = header.id();
    access.require(viewer, Visits.READ, Subject.of(file));
    List<PersonId> everybody = new ArrayList<>();
    header.children().forEach(child -> everybody.add(child.person()));
    header.carers().forEach(carer -> everybody.add(carer.person()));
    List<TaskLine> open =
        viewer.may(Tasks.READ)
            ? tasks.ofFile(viewer, file, everybody, false, null, MOST).items()
            : List.of();
    String visitPages = "/files/" + file + "/visits/";
    List<TaskLine> promises =
        open.stream()
            .filter(task -> task.href() != null && task.href().startsWith(visitPages))
            .toList();
    List<TaskLine> others = open.stream().filter(task -> !promises.contains(task)).toList();
    var duties = due.of(viewer, file);
    Parts parts =
        new Parts(
            evidence.last(Visits.EVIDENCE, List.of(file), viewer.today()),
            visits.children(viewer, file).stream()
                .collect(
                    Collectors.toMap(ChildSeen::child, Function.identity(), (one, same) -> one)),
            safety.alerts(viewer, everybody),
            duties.orElse(List.of()),
            others,
            wishes(viewer, file));
    List<Somebody> people = new ArrayList<>();
    header
        .children()
        .forEach(
            one -> people.add(parts.of(file, one.person(), one.name(), one.birthDate(), true)));
    header
        .carers()
        .forEach(
            one -> people.add(parts.of(file, one.person(), one.name(), one.birthDate(), false)));
    return new Sheet(
        last(viewer, file),
        promises,
        others.stream()
            .filter(
                task -> task.about().person() == null || !everybody.contains(task.about().person()))
            .toList(),
        people,
        duties.isPresent());
  }

  private Visits.VisitView last(Viewer viewer, CaseFileId file) {
    return visits.of(viewer, file, null, LATEST).items().stream()
        .filter(Visits.VisitLine::counts)
        .findFirst()
        .map(line -> visits.view(viewer, line.id()))
        .orElse(null);
  }

  private List<RequestLine> wishes(Viewer viewer, CaseFileId file) {
    return viewer.may(Intake.REQUESTS) ? requests.waiting(viewer, file, MOST) : List.of();
  }

  /** What is known of everybody, asked for once. */
  private record Parts(
      Map<Evidence.Key, Evidence.Last> met,
      Map<PersonId, ChildSeen> own,
      Map<PersonId, List<Safety.Alert>> alerts,
      List<Duties.Line> due,
      List<TaskLine> tasks,
      List<RequestLine> wishes) {
    Somebody of(
        CaseFileId file, PersonId person, PersonName name, LocalDate birthDate, boolean child) {
      Evidence.Last last = met.get(new Evidence.Key(file, person));
      return new Somebody(
          person,
          name,
          birthDate,
          child,
          last == null ? null : last.on(),
          own.get(person),
          alerts.getOrDefault(person, List.of()),
          due.stream().filter(line -> person.equals(line.subject())).toList(),
          tasks.stream().filter(task -> person.equals(task.about().person())).toList(),
          wishes.stream().filter(wish -> wish.person().equals(person)).toList());
    }
  }
}
