package org.opora.supervisedcontacts.risks.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.Ids;
import org.opora.api.inbox.Inbox;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.risks.domain.RiskArea;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.risks.domain.RiskState;
import org.opora.supervisedcontacts.risks.persistence.RiskQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What may go wrong is assessed; a second person approves what is high. */
@Component(service = Risks.class)
public final class Risks {
  public static final int TEXT = 4000;

  private static final String REVIEW = "risk-review";
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;
  private final Story story;
  private final Reminders reminders;

  @Activate
  public Risks(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Timeline timeline,
      @Reference Tasks tasks,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
    this.story = new Story(timeline, messages);
    this.reminders = new Reminders(tasks, files, messages);
  }

  /**
   * Writes the next assessment of a plan, which counts from now on.
   *
   * @param seen number of the last one that the writer has seen; 0 when there was none
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when somebody else has assessed the plan meanwhile
   */
  public RiskId assess(Viewer viewer, PlanId plan, long seen, NewAssessment now) {
    return transactions.required(
        em -> {
          ContactPlan found = Plans.find(em, plan);
          ChildOfFile whose = new ChildOfFile(found.caseFile(), found.childFile(), found.child());
          door.require(viewer, SupervisedContactsModule.WRITE, whose);
          check(viewer, now);
          // Numbers are given one after the other.
          em.lock(found, LockModeType.PESSIMISTIC_WRITE);
          List<RiskAssessment> before = RiskQueries.ofPlans(em, List.of(plan.value()));
          int last = before.isEmpty() ? 0 : before.get(0).number();
          Refusals.fresh(last, seen);
          RiskAssessment row = write(em, viewer, whose, plan, last + 1, now);
          tell(viewer, row);
          return row.id();
        });
  }

  private static void check(Viewer viewer, NewAssessment now) {
    Refusals.past(viewer, "on", now.on());
    Set<RiskKind> missing = EnumSet.allOf(RiskKind.class);
    for (NewAssessment.Area area : now.areas()) {
      missing.remove(area.kind());
      Refusals.chosen(field("level", area.kind()), area.level());
      Refusals.optional(field("words", area.kind()), area.words(), TEXT);
      Refusals.optional(field("measure", area.kind()), area.measure(), TEXT);
      if (area.level() == RiskLevel.HIGH && blank(area.measure())) {
        throw Refusals.refused(field("measure", area.kind()), "risk.measure.missing");
      }
    }
    for (RiskKind kind : missing) {
      Refusals.chosen(field("level", kind), null);
    }
    Refusals.chosen("outcome", now.outcome());
    if (now.level() == RiskLevel.HIGH && now.outcome() == RiskOutcome.CONTACTS) {
      throw Refusals.refused("outcome", "risk.outcome.too-free");
    }
    Refusals.words("words", now.words(), TEXT);
    Refusals.after("reviewOn", now.on(), now.reviewOn());
  }

  /** Name of a field of the form. */
  public static String field(String what, RiskKind kind) {
    return what + "-" + kind;
  }

  private static boolean blank(String words) {
    return words == null || words.isBlank();
  }

  private RiskAssessment write(
      EntityManager em,
      Viewer viewer,
      ChildOfFile whose,
      PlanId plan,
      int number,
      NewAssessment now) {
    RiskAssessment row = new RiskAssessment(RiskId.next(), whose, plan, number);
    row.says(
        now.on(),
        now.level(),
        now.outcome(),
        seal(row, RiskSeals.OUTCOME, row.key(), now.words()),
        now.reviewOn());
    row.writtenBy(viewer.staff(), viewer.now());
    em.persist(row);
    em.flush();
    for (NewAssessment.Area area : now.areas()) {
      UUID key = Ids.next();
      RiskArea line = new RiskArea(key, row.id(), area.kind(), area.level());
      line.says(
          seal(row, RiskSeals.WORDS, key, area.words()),
          seal(row, RiskSeals.MEASURE, key, area.measure()));
      em.persist(line);
    }
    return row;
  }

  private byte[] seal(RiskAssessment row, String place, UUID key, String plain) {
    return sealed.seal(row.childFile(), place, key, blank(plain) ? null : plain.strip());
  }

  private void tell(Viewer viewer, RiskAssessment row) {
    story.tell(
        viewer,
        "contact-risks",
        row.key(),
        row.whose(),
        row.assessedOn(),
        "timeline.risk",
        page(row));
    reminders.put(
        viewer,
        REVIEW,
        row.plan().value(),
        row.whose(),
        row.reviewOn(),
        "risk.task",
        "/plans/" + row.plan());
    audit.wrote(viewer, "supervised-contacts.risk.assess", List.of(Subject.of(row.childFile())));
    if (row.state() == RiskState.WAITING) {
      colleagues
          .able(
              SupervisedContactsModule.APPROVE,
              Subject.of(row.childFile()),
              door.around(row.whose()),
              viewer.today())
          .stream()
          .filter(one -> !one.equals(viewer.staff()))
          .forEach(
              one ->
                  inbox.tell(
                      one,
                      messages.title("risk.inbox"),
                      SupervisedContactsModule.HOME + page(row)));
    }
  }

  private static String page(RiskAssessment row) {
    return "/risks/" + row.id();
  }

  /**
   * A second person approves what was found high, or wants it otherwise.
   *
   * @param words what they say of it; required when it goes back
   * @throws org.opora.api.faults.Refused when the author is asked, it does not wait any more, or
   *     another assessment has taken its place
   * @throws org.opora.api.faults.Stale when somebody else has decided meanwhile
   */
  public void decide(Viewer viewer, RiskId id, long version, boolean approved, String words) {
    transactions.run(
        em -> {
          RiskAssessment row = RiskReader.find(em, id);
          door.require(viewer, SupervisedContactsModule.APPROVE, row.whose());
          Refusals.fresh(row.version(), version);
          if (row.writtenBy().equals(viewer.staff())) {
            throw Refusals.refused(null, "risk.own");
          }
          RiskAssessment last = RiskQueries.ofPlans(em, List.of(row.plan().value())).get(0);
          if (row.state() != RiskState.WAITING || !last.id().equals(id)) {
            throw Refusals.refused(null, "risk.not-waiting");
          }
          String said =
              approved
                  ? Refusals.optional("words", words, TEXT)
                  : Refusals.words("words", words, TEXT);
          row.decide(
              approved,
              seal(row, RiskSeals.DECIDED, row.key(), said),
              viewer.staff(),
              viewer.now());
          audit.wrote(
              viewer,
              approved ? "supervised-contacts.risk.approve" : "supervised-contacts.risk.return",
              List.of(Subject.of(row.childFile())));
          inbox.tell(
              row.writtenBy(),
              messages.title(approved ? "risk.inbox.approved" : "risk.inbox.returned"),
              SupervisedContactsModule.HOME + page(row));
        });
  }
}
