package org.opora.supervisedcontacts.evaluations.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Due;
import org.opora.supervisedcontacts.evaluations.persistence.DueQueries;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans whose contacts are to be evaluated soon, or were to be. */
@Component(service = DueReader.class)
public final class DueReader {
  /** What is due within so many days stands here already. */
  private static final int SOON = 14;

  private final Transactions transactions;
  private final Access access;
  private final People people;
  private final EvaluationFigures figures;

  @Activate
  public DueReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference People people,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.access = access;
    this.people = people;
    this.figures = new EvaluationFigures(settings);
  }

  private record Lasting(DueQueries.Plan plan, Due.From from) {}

  private record Waiting(DueQueries.Plan plan, Due due) {}

  /** How many there are of those that the viewer may evaluate. */
  public long count(Viewer viewer) {
    return transactions.read(em -> (long) waiting(em, viewer).size());
  }

  /**
   * Those that the viewer may evaluate, what is overdue first.
   *
   * @param after plan at the end of the page before, or null
   */
  public Page<DueLine> list(Viewer viewer, UUID after, int limit) {
    return transactions.read(
        em -> {
          List<Waiting> all = waiting(em, viewer);
          int from = 1 + all.stream().map(one -> one.plan().id()).toList().indexOf(after);
          List<Waiting> rest = all.subList(from, all.size());
          List<Waiting> shown = rest.subList(0, Math.min(limit, rest.size()));
          boolean more = rest.size() > shown.size();
          return new Page<>(
              lines(viewer, shown),
              more ? shown.get(shown.size() - 1).plan().id().toString() : null);
        });
  }

  private List<Waiting> waiting(EntityManager em, Viewer viewer) {
    Scope scope = access.scope(viewer, SupervisedContactsModule.WRITE);
    if (scope.empty()) {
      return List.of();
    }
    DueQueries rows = new DueQueries(em, scope);
    Map<UUID, List<DueQueries.Looked>> looked = rows.looked();
    List<Lasting> plans =
        rows.plans(viewer.today()).stream()
            .filter(plan -> !stopped(looked.getOrDefault(plan.id(), List.of())))
            .map(plan -> lasting(plan, looked.getOrDefault(plan.id(), List.of())))
            .toList();
    Map<UUID, List<LocalDate>> held =
        plans.stream()
            .map(one -> one.from().first())
            .min(Comparator.naturalOrder())
            .map(rows::heldFrom)
            .orElse(Map.of());
    EvaluationFigures.Numbers numbers = figures.numbers();
    LocalDate soon = viewer.today().plusDays(SOON);
    return plans.stream()
        .map(one -> waiting(one, held.getOrDefault(one.plan().id(), List.of()), numbers))
        .filter(one -> !one.due().by().isAfter(soon))
        .sorted(
            Comparator.comparing((Waiting one) -> one.due().by())
                .thenComparing(one -> one.plan().id()))
        .toList();
  }

  /** Whoever has stopped contacts evaluates them no more. */
  private static boolean stopped(List<DueQueries.Looked> looked) {
    return !looked.isEmpty() && looked.get(0).decision() == Decision.STOP;
  }

  private static Lasting lasting(DueQueries.Plan plan, List<DueQueries.Looked> looked) {
    return new Lasting(
        plan, Due.From.of(plan.from(), looked.stream().map(DueQueries.Looked::until).toList()));
  }

  private static Waiting waiting(
      Lasting one, List<LocalDate> held, EvaluationFigures.Numbers numbers) {
    Due.From from = one.from();
    return new Waiting(
        one.plan(),
        numbers.due(
            from.since(), held.stream().filter(day -> !day.isBefore(from.first())).toList()));
  }

  private List<DueLine> lines(Viewer viewer, List<Waiting> shown) {
    Map<PersonId, PersonName> names =
        people.names(
            viewer,
            shown.stream().map(one -> new PersonId(one.plan().child())).distinct().toList());
    return shown.stream()
        .map(
            one -> {
              PersonId child = new PersonId(one.plan().child());
              return new DueLine(
                  new PlanId(one.plan().id()),
                  new ChildOfFile(
                      new CaseFileId(one.plan().caseFile()),
                      new ChildFileId(one.plan().childFile()),
                      child),
                  names.get(child),
                  one.due(),
                  one.due().overdue(viewer.today()));
            })
        .toList();
  }
}
