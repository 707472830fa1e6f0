package org.opora.supervisedcontacts.evaluations.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.domain.Scales;
import org.opora.supervisedcontacts.evaluations.persistence.EvaluationQueries;
import org.opora.supervisedcontacts.plans.application.PlanProof;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts are evaluated: what became of them is frozen, and somebody says what is right for the
 * child from now on. The plan is never changed by it.
 */
@Component(service = Evaluations.class)
public final class Evaluations {
  /** Longest text. */
  public static final int TEXT = 4000;

  /** Kind of the evidence that the contacts of a plan were evaluated. */
  public static final String EVIDENCE = "contact-evaluation";

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final ContactReader contacts;
  private final AuditTrail audit;
  private final Evidence evidence;
  private final Story story;
  private final EvaluationCalls calls;
  private final PlanProof proof;

  @Activate
  public Evaluations(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference ContactReader contacts,
      @Reference Settings settings,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.contacts = contacts;
    this.audit = audit;
    this.evidence = evidence;
    this.proof = new PlanProof(evidence);
    this.story = new Story(timeline, messages);
    this.calls =
        new EvaluationCalls(new Reminders(tasks, files, messages), new EvaluationFigures(settings));
  }

  /**
   * Writes the next evaluation of a plan.
   *
   * @param seen number of the last one that the writer has seen; 0 when there was none
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when somebody else has evaluated them meanwhile
   */
  public EvaluationId evaluate(Viewer viewer, PlanId plan, long seen, NewEvaluation now) {
    return transactions.required(
        em -> {
          // Numbers are given one after the other.
          ContactPlan found = Plans.find(em, plan);
          ChildOfFile whose = new ChildOfFile(found.caseFile(), found.childFile(), found.child());
          door.require(viewer, SupervisedContactsModule.WRITE, whose);
          door.require(viewer, SupervisedContactsModule.RECORD, whose);
          check(viewer, now);
          em.lock(found, LockModeType.PESSIMISTIC_WRITE);
          List<ContactEvaluation> before = new EvaluationQueries(em).ofPlan(plan.value());
          int last = before.isEmpty() ? 0 : before.get(0).number();
          Refusals.fresh(last, seen);
          ContactEvaluation row = write(em, viewer, whose, plan, last + 1, now);
          tell(em, viewer, found, row);
          return row.id();
        });
  }

  private static void check(Viewer viewer, NewEvaluation now) {
    Refusals.past(viewer, "from", now.from());
    Refusals.past(viewer, "until", now.until());
    if (now.until().isBefore(now.from())) {
      throw Refusals.refused("until", "evaluation.until.before-from");
    }
    Refusals.chosen("wellbeing", now.wellbeing());
    Refusals.chosen("cooperation", now.cooperation());
    Refusals.chosen("decision", now.decision());
    Refusals.words("why", now.why(), TEXT);
    Refusals.chosen("learnt", now.learnt());
    Refusals.words("view", now.view(), TEXT);
  }

  private ContactEvaluation write(
      EntityManager em,
      Viewer viewer,
      ChildOfFile whose,
      PlanId plan,
      int number,
      NewEvaluation now) {
    Tally tally = contacts.tally(viewer, plan, now.from(), now.until());
    ContactEvaluation row = new ContactEvaluation(EvaluationId.next(), whose, plan, number);
    row.counts(now.from(), now.until(), tally);
    row.finds(
        new Scales(now.wellbeing(), now.cooperation()),
        now.decision(),
        seal(row, EvaluationSeals.WHY, now.why()));
    row.childSays(seal(row, EvaluationSeals.VIEW, now.view()), now.learnt());
    row.writtenBy(viewer.staff(), viewer.now());
    em.persist(row);
    em.flush();
    return row;
  }

  private byte[] seal(ContactEvaluation row, String place, String plain) {
    return sealed.seal(row.childFile(), place, row.key(), plain.strip());
  }

  private void tell(EntityManager em, Viewer viewer, ContactPlan plan, ContactEvaluation row) {
    story.tell(
        viewer,
        "contact-evaluation",
        row.key(),
        row.whose(),
        row.until(),
        "timeline.evaluation." + row.decision(),
        "/evaluations/" + row.id());
    audit.wrote(viewer, "supervised-contacts.evaluate", List.of(Subject.of(row.childFile())));
    evidence.record(
        SupervisedContactsModule.ID,
        row.key(),
        List.of(
            NewFact.of(EVIDENCE, About.person(row.whose().file(), row.whose().child()), row.until())
                .tiedTo(row.plan().toString())));
    lasting(em, plan);
    calls.evaluated(viewer, row);
  }

  /** As long as the last one that stands does not end the contacts, the plan goes on. */
  private void lasting(EntityManager em, ContactPlan plan) {
    new EvaluationQueries(em)
        .ofPlan(plan.id().value()).stream()
            .filter(ContactEvaluation::stands)
            .findFirst()
            .filter(last -> last.decision() == Decision.STOP)
            .ifPresentOrElse(last -> proof.over(plan, last.until()), () -> proof.of(plan));
  }

  /**
   * It was a mistake; it stays to be read, and counts no more.
   *
   * @throws org.opora.api.faults.Refused when it was struck out already, or nobody says why
   * @throws org.opora.api.faults.Stale when somebody else has changed it meanwhile
   */
  public void strike(Viewer viewer, EvaluationId id, long version, String why) {
    String said = Refusals.words("why", why, TEXT);
    transactions.run(
        em -> {
          ContactEvaluation row = EvaluationReader.find(em, id);
          door.require(viewer, SupervisedContactsModule.WRITE, row.whose());
          Refusals.fresh(row.version(), version);
          if (!row.stands()) {
            throw Refusals.refused(null, "evaluation.struck.already");
          }
          row.strike(viewer.staff(), viewer.today(), seal(row, EvaluationSeals.STRUCK, said));
          em.flush();
          story.tell(
              viewer,
              "contact-evaluation",
              row.key(),
              row.whose(),
              row.until(),
              "timeline.evaluation.struck",
              "/evaluations/" + row.id());
          audit.wrote(
              viewer,
              "supervised-contacts.evaluation.strike",
              List.of(Subject.of(row.childFile())));
          evidence.record(SupervisedContactsModule.ID, row.key(), List.of());
          lasting(em, Plans.find(em, row.plan()));
        });
  }
}
