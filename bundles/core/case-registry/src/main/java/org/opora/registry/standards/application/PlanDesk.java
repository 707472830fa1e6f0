package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.standards.Standards;
import org.opora.api.standards.Standards.NewMeasure;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.standards.domain.AssessedCriterion;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.domain.Improvement;
import org.opora.registry.standards.persistence.RoundQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The plan of improvement. A measure is a task of whoever is to do it, who also says how it went;
 * that goes on after the round was closed.
 */
@Component(service = PlanDesk.class)
public final class PlanDesk {
  private static final int WHAT = 1000;
  private static final int RESULT = 2000;
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final Tasks tasks;
  private final Messages messages;

  @Activate
  public PlanDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Tasks tasks,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Who can be given a measure: colleagues whose account works and who may read assessments. */
  public Set<StaffId> doers(Viewer viewer) {
    return colleagues.holding(viewer, Standards.READ, null, List.of());
  }

  /**
   * @param criterion code of the criterion; null for a measure about the whole
   */
  UUID add(Viewer viewer, UUID round, String criterion, NewMeasure measure) {
    access.require(viewer, Standards.WRITE);
    NewMeasure checked = check(viewer, measure, null);
    return tx.required(
        em -> {
          RoundDesk.open(em, round);
          UUID of =
              criterion == null
                  ? null
                  : new RoundQueries(em)
                      .criterion(round, criterion)
                      .orElseThrow(NotFound::new)
                      .id();
          Improvement row = new Improvement(Ids.next(), round, of);
          row.says(checked.what(), checked.doer(), checked.due());
          em.persist(row);
          task(em, viewer, row, true);
          wrote(viewer, "standards.measure-planned", row);
          return row.id();
        });
  }

  /**
   * In a closed round only who does it and by when can be changed.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID measure, long version, NewMeasure now) {
    access.require(viewer, Standards.WRITE);
    tx.run(
        em -> {
          Improvement row = held(em, measure);
          AssessmentRound round = Held.hold(em, AssessmentRound.class, row.round());
          Refusals.fresh(row.version(), version);
          unfinished(row);
          NewMeasure checked =
              check(
                  viewer,
                  round.closed() ? new NewMeasure(row.what(), now.doer(), now.due()) : now,
                  row);
          boolean anew = !row.doer().equals(checked.doer());
          row.says(checked.what(), checked.doer(), checked.due());
          task(em, viewer, row, anew);
          wrote(viewer, "standards.measure-amended", row);
        });
  }

  /** It was written down by mistake; only while the round is open and it is not done. */
  public void withdraw(Viewer viewer, UUID measure) {
    access.require(viewer, Standards.WRITE);
    tx.run(
        em -> {
          Improvement row = held(em, measure);
          RoundDesk.open(em, row.round());
          unfinished(row);
          if (row.ask() != null) {
            tasks.withdraw(Refusals.BUNDLE, row.ask());
          }
          em.remove(row);
          wrote(viewer, "standards.measure-withdrawn", row);
        });
  }

  /**
   * Says what came of it: whoever was to do it, or whoever assesses.
   *
   * @param version as its form carries it; null when nobody has seen one
   * @throws org.opora.api.faults.NotAllowed for colleagues
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void done(Viewer viewer, UUID measure, Long version, LocalDate on, String result) {
    door(viewer, measure);
    LocalDate day = Refusals.day("on", on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future", day);
    }
    String words = Refusals.line("result", result, RESULT);
    tx.run(
        em -> {
          Improvement row = held(em, measure);
          if (version != null) {
            Refusals.fresh(row.version(), version);
          }
          unfinished(row);
          Refusals.inOrder("on", Held.load(em, AssessmentRound.class, row.round()).begunOn(), day);
          row.done(day, viewer.staff(), words);
          UUID asked = row.ask();
          row.asksUnder(null);
          if (asked != null) {
            tasks.doneBy(viewer, Refusals.BUNDLE, asked);
          }
          wrote(viewer, "standards.measure-done", row);
        });
  }

  private void door(Viewer viewer, UUID measure) {
    access.require(viewer, Standards.READ);
    Improvement row = tx.read(em -> Held.load(em, Improvement.class, measure));
    if (!row.doer().equals(viewer.staff())) {
      access.require(viewer, Standards.WRITE);
    }
  }

  /**
   * @throws NotFound when there is none
   */
  public RoundView.Measure view(Viewer viewer, UUID measure) {
    access.require(viewer, Standards.READ);
    return tx.read(
        em ->
            new RoundReader(em, viewer, staff)
                .measures(List.of(Held.load(em, Improvement.class, measure)))
                .get(0));
  }

  /**
   * Measures of all rounds by their last day.
   *
   * @param open whether those that are not done, or those that are
   */
  public Page<RoundView.Measure> list(Viewer viewer, boolean open, String after, int limit) {
    access.require(viewer, Standards.READ);
    return tx.read(
        em -> {
          Page<Improvement> rows =
              new RoundQueries(em).plan(open, after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(new RoundReader(em, viewer, staff).measures(rows.items()), rows.next());
        });
  }

  /**
   * @param before as it stood; null for a new one
   */
  private NewMeasure check(Viewer viewer, NewMeasure measure, Improvement before) {
    String what = Refusals.line("what", measure.what(), WHAT);
    LocalDate due = Refusals.day("due", measure.due());
    if (due.isBefore(viewer.today()) && (before == null || !due.equals(before.due()))) {
      throw Refusals.refused("due", "refused.standards-due", due);
    }
    if (measure.doer() == null) {
      throw Refusals.refused("doer", "refused.required");
    }
    boolean stays = before != null && measure.doer().equals(before.doer());
    if (!stays && !doers(viewer).contains(measure.doer())) {
      throw Refusals.refused("doer", "refused.standards-doer");
    }
    return new NewMeasure(what, measure.doer(), due);
  }

  private static void unfinished(Improvement row) {
    if (!row.open()) {
      throw Refusals.refused(null, "refused.standards-done", row.doneOn());
    }
  }

  private static Improvement held(EntityManager em, UUID measure) {
    return Held.hold(em, Improvement.class, measure);
  }

  /**
   * The measure keeps its task.
   *
   * @param anew somebody else is to do it now
   */
  private void task(EntityManager em, Viewer viewer, Improvement row, boolean anew) {
    UUID before = row.ask();
    UUID key = anew || before == null ? Ids.next() : before;
    row.asksUnder(key);
    if (before != null && !before.equals(key)) {
      tasks.withdraw(Refusals.BUNDLE, before);
    }
    AssessedCriterion of =
        row.criterion() == null ? null : em.find(AssessedCriterion.class, row.criterion());
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            key,
            null,
            null,
            of == null
                ? messages.title("standards.task.whole")
                : messages.title("standards.task", of.number()),
            row.doer(),
            row.due(),
            "/standards/measures/" + row.id(),
            Tasks.Tie.KEEPS,
            false));
  }

  private void wrote(Viewer viewer, String action, Improvement row) {
    audit.wrote(viewer, action, List.of(), "measure=" + row.id());
  }
}
