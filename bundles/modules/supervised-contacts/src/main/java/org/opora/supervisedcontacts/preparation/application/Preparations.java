package org.opora.supervisedcontacts.preparation.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.Preparation;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Child, carer and parent are prepared before they meet. What a child said is read by whom it lets;
 * that it was heard is evidence. Who supervises the contact prepares, too, so it asks for the
 * permission to write what was observed.
 */
@Component(service = Preparations.class)
public final class Preparations {
  public static final int TEXT = 4000;

  private static final int LINE = 200;
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final Voice voice;
  private final AuditTrail audit;
  private final People people;
  private final Evidence evidence;
  private final Timeline timeline;
  private final Story story;

  @Activate
  public Preparations(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.voice = new Voice(access, files);
    this.audit = audit;
    this.people = people;
    this.evidence = evidence;
    this.timeline = timeline;
    this.story = new Story(timeline, messages);
  }

  /**
   * Writes down that somebody was prepared.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public PreparationId write(Viewer viewer, PlanId plan, NewPreparation now) {
    return transactions.required(
        em -> {
          ChildOfFile whose = Plans.find(em, plan).whose();
          door.require(viewer, SupervisedContactsModule.RECORD, whose);
          check(viewer, now);
          Preparation row = new Preparation(PreparationId.next(), whose, plan, now.whom());
          row.named(
              now.whom() == Whom.CHILD ? null : now.person(),
              seal(row, PreparationSeals.NAME, name(viewer, whose, now)));
          row.done(now.on(), viewer.staff(), viewer.staff(), viewer.today());
          say(row, now);
          if (now.whom() == Whom.CHILD) {
            row.letRead(now.readers(), now.chosenBy(), viewer.today());
          }
          em.persist(row);
          em.flush();
          tell(viewer, row);
          audit.wrote(
              viewer,
              "supervised-contacts.preparation.write",
              List.of(Subject.of(row.childFile())));
          return row.id();
        });
  }

  private static void check(Viewer viewer, NewPreparation now) {
    Refusals.chosen("whom", now.whom());
    Refusals.past(viewer, "on", now.on());
    Refusals.optional("wants", now.wants(), TEXT);
    Refusals.optional("fears", now.fears(), TEXT);
    if (now.whom() == Whom.CHILD) {
      Refusals.chosen("chosenBy", now.chosenBy());
    } else {
      Refusals.words("expects", now.expects(), TEXT);
    }
  }

  /** As people call an adult on that day. */
  private String name(Viewer viewer, ChildOfFile whose, NewPreparation now) {
    if (now.whom() == Whom.CHILD) {
      return null;
    }
    if (now.person() == null) {
      return Refusals.words("name", now.name(), LINE);
    }
    PersonName known = people.names(viewer, List.of(now.person())).get(now.person());
    if (known == null) {
      throw Refusals.refused("person", "plan.person.unknown");
    }
    if (people.idsOf(whose.child()).contains(now.person())) {
      throw Refusals.refused("person", "plan.person.is-child");
    }
    return known.spoken();
  }

  private void say(Preparation row, NewPreparation now) {
    boolean child = now.whom() == Whom.CHILD;
    row.said(
        seal(row, PreparationSeals.WANTS, child ? now.wants() : null),
        seal(row, PreparationSeals.FEARS, child ? now.fears() : null),
        seal(row, PreparationSeals.EXPECTS, child ? null : now.expects()));
  }

  private byte[] seal(Preparation row, String place, String words) {
    String plain = Refusals.optional(null, words, TEXT);
    return sealed.seal(row.childFile(), place, row.key(), plain);
  }

  private void tell(Viewer viewer, Preparation row) {
    if (row.heard()) {
      evidence.record(
          SupervisedContactsModule.ID,
          row.key(),
          List.of(
              NewFact.of(
                  Kinds.CHILD_VIEW,
                  About.person(row.whose().file(), row.whose().child()),
                  row.day())));
    }
    story.tell(
        viewer,
        "contact-preparation",
        row.key(),
        row.whose(),
        row.day(),
        "timeline.preparation." + row.whom(),
        "/preparations/" + row.id());
  }

  /**
   * The child has changed its mind about who reads what it said, or the worker for it. Whoever does
   * not read the words may only take them away, and nobody opens them to themselves.
   *
   * @throws org.opora.api.faults.Stale when somebody else changed it meanwhile
   * @throws NotFound when the viewer reads no words and somebody else is to
   */
  public void letRead(
      Viewer viewer, PreparationId id, long version, Set<Circle> readers, Chooser chosenBy) {
    transactions.run(
        em -> {
          Preparation row = find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          boolean reads = voice.reads(viewer, row);
          if (row.whom() != Whom.CHILD
              || !reads && !voice.narrows(viewer, row)
              || !reads && !row.readers().containsAll(readers)) {
            throw new NotFound();
          }
          Refusals.fresh(row.version(), version);
          row.letRead(readers, Refusals.chosen("chosenBy", chosenBy), viewer.today());
          audit.wrote(
              viewer,
              "supervised-contacts.preparation.readers",
              List.of(Subject.of(row.childFile())));
        });
  }

  /**
   * It was written down by mistake: it stays with who struck it out, and proves nothing.
   *
   * @throws org.opora.api.faults.Stale when somebody else changed it meanwhile
   */
  public void strike(Viewer viewer, PreparationId id, long version) {
    transactions.run(
        em -> {
          Preparation row = find(em, id);
          door.require(viewer, SupervisedContactsModule.RECORD, row.whose());
          Refusals.fresh(row.version(), version);
          if (row.struckOn() == null) {
            row.strike(viewer.today(), viewer.staff());
            evidence.record(SupervisedContactsModule.ID, row.key(), List.of());
            timeline.withdraw(SupervisedContactsModule.ID, row.key());
            audit.wrote(
                viewer,
                "supervised-contacts.preparation.strike",
                List.of(Subject.of(row.childFile())));
          }
        });
  }

  static Preparation find(EntityManager em, PreparationId id) {
    Preparation row = em.find(Preparation.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }
}
