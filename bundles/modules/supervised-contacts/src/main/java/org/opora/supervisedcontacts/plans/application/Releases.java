package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.inbox.Inbox;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.ReleaseId;
import org.opora.supervisedcontacts.plans.domain.ReleaseState;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Somebody whom a plan forbids to meet the child is let meet it: one proposes, another one decides,
 * and there is no other way. Whom a court forbids is not let at all, until the plan rests on
 * another decision.
 */
@Component(service = Releases.class)
public final class Releases {
  static final String WHY = "PLAN_RELEASE.WHY_S";
  static final String DECIDED = "PLAN_RELEASE.DECIDED_S";
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;
  private final Wordings wordings;
  private final Apart apart;

  @Activate
  public Releases(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Colleagues colleagues,
      @Reference People people,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference KeptApart kept) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
    this.wordings = new Wordings(sealed);
    this.apart = new Apart(kept, people);
  }

  /**
   * In the transaction that changes the plan; whoever is proposed already is not proposed twice.
   */
  void ask(EntityManager em, Viewer viewer, ContactPlan plan, List<PlanPerson> asked, String why) {
    Set<PlanPersonId> waiting = waiting(em, plan.id());
    List<PlanPerson> anew =
        asked.stream().filter(person -> !waiting.contains(person.id())).toList();
    for (PlanPerson person : anew) {
      ReleaseId id = ReleaseId.next();
      byte[] words = sealed.seal(plan.childFile(), WHY, id.value(), why.strip());
      em.persist(new PlanRelease(id, person, words, viewer.staff(), viewer.now()));
    }
    if (!anew.isEmpty()) {
      em.flush();
      audit.wrote(viewer, "supervised-contacts.release.ask", List.of(Subject.of(plan.childFile())));
      colleagues
          .able(
              SupervisedContactsModule.APPROVE,
              Subject.of(plan.childFile()),
              door.around(plan.whose()),
              viewer.today())
          .stream()
          .filter(one -> !one.equals(viewer.staff()))
          .forEach(one -> inbox.tell(one, messages.title("release.inbox"), page(plan)));
    }
  }

  private static String page(ContactPlan plan) {
    return SupervisedContactsModule.HOME + "/plans/" + plan.id();
  }

  /** People of the plan about whom somebody else has to decide. */
  Set<PlanPersonId> waiting(EntityManager em, PlanId plan) {
    return PlanQueries.releases(em, List.of(plan.value())).stream()
        .filter(PlanRelease::open)
        .map(PlanRelease::person)
        .collect(Collectors.toSet());
  }

  /**
   * A second person decides.
   *
   * @param words required when it is refused
   * @throws org.opora.api.faults.Refused when it was asked by the viewer, is decided already, or a
   *     court forbids it by now
   * @throws org.opora.api.faults.Stale when somebody else has decided meanwhile
   */
  public PlanId decide(Viewer viewer, ReleaseId id, long version, boolean approved, String words) {
    return transactions.required(
        em -> {
          PlanRelease release = find(em, id);
          ContactPlan plan = Plans.find(em, release.plan());
          door.require(viewer, SupervisedContactsModule.APPROVE, plan.whose());
          Refusals.fresh(release.version(), version);
          open(release);
          if (release.askedBy().equals(viewer.staff())) {
            throw Refusals.refused(null, "release.own");
          }
          String said =
              approved
                  ? Refusals.optional("words", words, Plans.TEXT)
                  : Refusals.words("words", words, Plans.TEXT);
          if (approved) {
            let(em, viewer, plan, release);
          }
          release.decide(
              approved ? ReleaseState.APPROVED : ReleaseState.REFUSED,
              sealed.seal(plan.childFile(), DECIDED, id.value(), said),
              viewer.staff(),
              viewer.now());
          audit.wrote(
              viewer,
              approved
                  ? "supervised-contacts.release.approve"
                  : "supervised-contacts.release.refuse",
              List.of(Subject.of(plan.childFile())));
          inbox.tell(release.askedBy(), messages.title("release.inbox.decided"), page(plan));
          return plan.id();
        });
  }

  /** From now on the plan lets the person meet the child; how it read before is kept. */
  private void let(EntityManager em, Viewer viewer, ContactPlan plan, PlanRelease release) {
    PlanPerson person = em.find(PlanPerson.class, release.person().value());
    if (!person.releasable(terms(plan))) {
      throw Refusals.refused(null, "plan.court-forbids");
    }
    em.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    List<PlanPerson> there = PlanQueries.people(em, List.of(plan.id().value()));
    wordings.keep(
        em,
        viewer,
        plan,
        there,
        PlanQueries.places(em, List.of(plan.id().value()))
            .getOrDefault(plan.id().value(), Set.of()));
    person.allow();
    em.flush();
    apart.follow(plan, List.of(person));
  }

  /** On what the plan rests now. */
  private static PlanTerms terms(ContactPlan plan) {
    return new PlanTerms(
        plan.basis(),
        plan.basisReference(),
        plan.decision(),
        plan.validFrom(),
        plan.validUntil(),
        plan.form(),
        plan.everyWeeks(),
        plan.minutes(),
        Set.of(),
        null,
        null,
        plan.reviewOn());
  }

  /**
   * Whoever asked does not ask any more.
   *
   * @throws org.opora.api.faults.Refused when somebody else asked, or it is decided already
   */
  public PlanId withdraw(Viewer viewer, ReleaseId id, long version) {
    return transactions.required(
        em -> {
          PlanRelease release = find(em, id);
          ContactPlan plan = Plans.find(em, release.plan());
          door.require(viewer, SupervisedContactsModule.WRITE, plan.whose());
          Refusals.fresh(release.version(), version);
          open(release);
          if (!release.askedBy().equals(viewer.staff())) {
            throw Refusals.refused(null, "release.not-own");
          }
          release.decide(ReleaseState.WITHDRAWN, null, viewer.staff(), viewer.now());
          audit.wrote(
              viewer,
              "supervised-contacts.release.withdraw",
              List.of(Subject.of(plan.childFile())));
          return plan.id();
        });
  }

  private static void open(PlanRelease release) {
    if (!release.open()) {
      throw Refusals.refused(null, "release.decided");
    }
  }

  private static PlanRelease find(EntityManager em, ReleaseId id) {
    PlanRelease release = em.find(PlanRelease.class, id.value());
    if (release == null) {
      throw new NotFound();
    }
    return release;
  }
}
