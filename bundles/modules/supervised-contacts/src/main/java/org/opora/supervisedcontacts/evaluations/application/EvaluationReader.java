package org.opora.supervisedcontacts.evaluations.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Due;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.persistence.EvaluationQueries;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Evaluations as pages show them, and when the next one is due. */
@Component(service = EvaluationReader.class)
public final class EvaluationReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;
  private final EvaluationFigures figures;

  @Activate
  public EvaluationReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
    this.figures = new EvaluationFigures(settings);
  }

  /**
   * @param evaluations the last one first
   * @param due null for a plan that is over, or whose contacts are to stop
   */
  public record OfPlan(List<EvaluationView> evaluations, Due due) {
    public OfPlan {
      evaluations = List.copyOf(evaluations);
    }

    /** Number of the last one; 0 when there is none. */
    public int last() {
      return evaluations.isEmpty() ? 0 : evaluations.get(0).number();
    }
  }

  /**
   * @throws NotFound when the viewer may not know of the child's contacts
   */
  public OfPlan of(Viewer viewer, PlanId plan) {
    return transactions.read(
        em -> {
          ContactPlan found = Plans.find(em, plan);
          door.require(
              viewer,
              SupervisedContactsModule.READ,
              found.caseFile(),
              found.childFile(),
              found.child());
          List<ContactEvaluation> rows = new EvaluationQueries(em).ofPlan(plan.value());
          return new OfPlan(views(viewer, rows), due(em, viewer, found, rows));
        });
  }

  private Due due(EntityManager em, Viewer viewer, ContactPlan plan, List<ContactEvaluation> rows) {
    boolean over = plan.validUntil() != null && plan.validUntil().isBefore(viewer.today());
    return over || stopped(rows) ? null : due(em, plan, rows);
  }

  /** Whether the last one that stands ended the contacts. */
  private static boolean stopped(List<ContactEvaluation> rows) {
    return rows.stream()
        .filter(ContactEvaluation::stands)
        .findFirst()
        .filter(last -> last.decision() == Decision.STOP)
        .isPresent();
  }

  private Due due(EntityManager em, ContactPlan plan, List<ContactEvaluation> rows) {
    Due.From from =
        Due.From.of(
            plan.validFrom(),
            rows.stream().filter(ContactEvaluation::stands).map(ContactEvaluation::until).toList());
    return figures.due(
        from.since(), new EvaluationQueries(em).heldFrom(plan.id().value(), from.first()));
  }

  /**
   * @throws NotFound when the viewer may not know of it
   */
  public EvaluationView view(Viewer viewer, EvaluationId id) {
    return transactions.read(
        em -> {
          ContactEvaluation row = find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          return views(viewer, List.of(row)).get(0);
        });
  }

  static ContactEvaluation find(EntityManager em, EvaluationId id) {
    ContactEvaluation row = em.find(ContactEvaluation.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  /** Those that stand, of a child in one family, whose last day lies between these. */
  public List<EvaluationView> between(
      Viewer viewer, CaseFileId file, ChildFileId child, LocalDate from, LocalDate until) {
    return transactions.read(
        em ->
            views(
                viewer,
                new EvaluationQueries(em)
                        .between(
                            access.scope(viewer, SupervisedContactsModule.READ),
                            child.value(),
                            file.value(),
                            from,
                            until)
                        .stream()
                        .filter(ContactEvaluation::stands)
                        .toList()));
  }

  private List<EvaluationView> views(Viewer viewer, List<ContactEvaluation> rows) {
    Map<PersonId, PersonName> children =
        people.names(viewer, rows.stream().map(row -> row.whose().child()).distinct().toList());
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.writtenBy(), row.struckBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                view(
                    row,
                    children.get(row.whose().child()),
                    names,
                    door.readsWords(viewer, row.childFile())))
        .toList();
  }

  private EvaluationView view(
      ContactEvaluation row, PersonName child, Map<StaffId, String> names, boolean opened) {
    return new EvaluationView(
        row.id(),
        row.version(),
        row.whose(),
        child,
        row.plan(),
        row.number(),
        row.from(),
        row.until(),
        row.tally(),
        row.scales(),
        row.decision(),
        opened ? open(row, EvaluationSeals.WHY, row.why()) : null,
        opened ? open(row, EvaluationSeals.VIEW, row.view()) : null,
        row.learnt(),
        names.get(row.writtenBy()),
        row.writtenAt(),
        row.stands()
            ? null
            : new EvaluationView.Struck(
                names.get(row.struckBy()),
                row.struckOn(),
                opened ? open(row, EvaluationSeals.STRUCK, row.struck()) : null),
        opened);
  }

  private String open(ContactEvaluation row, String place, byte[] words) {
    return sealed.open(row.childFile(), place, row.key(), words);
  }
}
