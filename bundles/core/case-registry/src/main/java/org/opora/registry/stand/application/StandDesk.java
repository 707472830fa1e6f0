package org.opora.registry.stand.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.PlanKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is handed to one carer: how their own hours and days stand, when somebody comes next, and
 * what was promised. Deny by default: of the other carer's account, of other families, of tasks and
 * of what staff wrote for themselves nothing is on it. Children are those who are with the family
 * today.
 */
@Component(service = StandDesk.class)
public final class StandDesk {
  private static final int REQUESTS = 100;
  private static final Map<Whose, Stand.Whose> WHOSE =
      Map.of(
          Whose.CENTRE, Stand.Whose.OURS,
          Whose.FAMILY, Stand.Whose.YOURS,
          Whose.BOTH, Stand.Whose.TOGETHER);
  private final Access access;
  private final Aliases aliases;
  private final CaseFiles files;
  private final Staff staff;
  private final DueLines due;
  private final LawBook law;
  private final RequestDesk requests;
  private final AimsDesk aims;
  private final PlanDesk plans;

  @Activate
  public StandDesk(
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference DueLines due,
      @Reference LawBook law,
      @Reference RequestDesk requests,
      @Reference AimsDesk aims,
      @Reference PlanDesk plans) {
    this.access = access;
    this.aliases = aliases;
    this.files = files;
    this.staff = staff;
    this.due = due;
    this.law = law;
    this.requests = requests;
    this.aims = aims;
    this.plans = plans;
  }

  /**
   * @throws NotFound when the viewer sees no such carer in the file
   */
  public Stand of(Viewer viewer, CaseFileId file, PersonId carer) {
    access.require(viewer, Ledger.READ, Subject.of(file));
    CaseFiles.Header header = files.header(viewer, file);
    PersonName name =
        header.carers().stream()
            .filter(one -> one.role() == PartRole.CARER && one.person().equals(carer))
            .map(CaseFiles.Carer::name)
            .findFirst()
            .orElseThrow(NotFound::new);
    Map<StaffId, String> names =
        staff.names(
            Stream.of(header.keyWorker(), header.deputy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Optional<List<Duties.Line>> lines =
        sees(viewer, Duties.READ, file)
            ? due.all(viewer, file).map(all -> told(header, carer, all))
            : Optional.empty();
    List<AimView> agreed = sees(viewer, Visits.READ, file) ? lasting(viewer, file) : null;
    return new Stand(
        file,
        carer,
        name,
        header.keyWorker() == null ? null : names.get(header.keyWorker()),
        header.deputy() == null ? null : names.get(header.deputy()),
        lines.map(StandDesk::accounts).orElse(null),
        lines.map(this::visits).orElse(null),
        sees(viewer, Intake.REQUESTS, file) ? waiting(viewer, file, carer) : null,
        agreed == null ? null : steps(agreed),
        agreed == null ? null : reviews(viewer, header, carer, agreed));
  }

  /** Somebody may see one part of a family and not another. */
  private boolean sees(Viewer viewer, String permission, CaseFileId file) {
    return access.decide(viewer, permission, Subject.of(file)).allowed();
  }

  /** Lines about this carer and about the children who are here. */
  private static List<Duties.Line> told(
      CaseFiles.Header header, PersonId carer, List<Duties.Line> all) {
    Set<PersonId> told = new HashSet<>();
    told.add(carer);
    header.children().forEach(child -> told.add(child.person()));
    return all.stream()
        .filter(line -> line.subject() != null && told.contains(line.subject()))
        .toList();
  }

  private static List<Duties.Line> accounts(List<Duties.Line> lines) {
    return lines.stream()
        .filter(
            line ->
                line.detail() instanceof Duties.Account || line.detail() instanceof Duties.Ledger)
        .toList();
  }

  private List<Duties.Line> visits(List<Duties.Line> lines) {
    Set<String> rules = law.visitRules();
    return lines.stream()
        .filter(line -> line.due() != null && rules.contains(line.rule()))
        .sorted(Comparator.comparing(Duties.Line::due))
        .toList();
  }

  private List<Stand.Request> waiting(Viewer viewer, CaseFileId file, PersonId carer) {
    Set<PersonId> keys = aliases.idsOf(carer);
    return requests.list(viewer, file, false, null, REQUESTS).items().stream()
        .filter(line -> keys.contains(line.person()))
        .map(line -> new Stand.Request(line.askedOn(), line.rightWords(), line.answerBy()))
        .toList();
  }

  private List<AimView> lasting(Viewer viewer, CaseFileId file) {
    return aims.of(viewer, file).stream().filter(aim -> !aim.ended()).toList();
  }

  private static List<Stand.Step> steps(List<AimView> agreed) {
    return agreed.stream()
        .flatMap(aim -> aim.now().steps().stream())
        .filter(step -> step.doneOn() == null)
        .map(step -> new Stand.Step(WHOSE.get(step.whose()), step.words(), step.due()))
        .sorted(
            Comparator.comparing(
                Stand.Step::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
        .toList();
  }

  private List<Stand.Review> reviews(
      Viewer viewer, CaseFiles.Header header, PersonId carer, List<AimView> agreed) {
    List<Stand.Review> reviews = new ArrayList<>();
    agreed.stream()
        .filter(aim -> aim.reviewOn() != null)
        .forEach(aim -> reviews.add(new Stand.Review(Stand.Looked.AIM, null, aim.reviewOn())));
    Map<PersonId, PersonName> children =
        header.children().stream()
            .collect(
                Collectors.toMap(
                    CaseFiles.Child::person, CaseFiles.Child::name, (one, same) -> one));
    for (PlanView plan : plans.of(viewer, header.id())) {
      LocalDate on = plan.now().terms().reviewOn();
      boolean theirs =
          plan.kind() == PlanKind.EDUCATION
              ? plan.whose().equals(carer)
              : children.containsKey(plan.whose());
      if (on != null && theirs) {
        reviews.add(
            plan.kind() == PlanKind.EDUCATION
                ? new Stand.Review(Stand.Looked.EDUCATION_PLAN, null, on)
                : new Stand.Review(Stand.Looked.PLAN_OF_STAY, children.get(plan.whose()), on));
      }
    }
    reviews.sort(Comparator.comparing(Stand.Review::on));
    return reviews;
  }
}
