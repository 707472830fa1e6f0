package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.search.SearchIndex;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.Children;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Findables;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Contact plans are made and changed: whom a child may meet, whom not, on what basis, how. */
@Component(service = Plans.class)
public final class Plans {
  public static final int TEXT = 4000;

  private static final String REVIEW = "plan-review";
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final Children children;
  private final Story story;
  private final Decisions decisions;
  private final CourtGuard court;
  private final TermsCheck terms;
  private final Naming naming;
  private final Wordings wordings;
  private final Apart apart;
  private final Releases releases;
  private final PlanPeople persons;
  private final Reminders reminders;
  private final PlanProof proof;
  private final Findables findables;
  private final List<PlanMade> askers = new CopyOnWriteArrayList<>();

  @Activate
  public Plans(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Timeline timeline,
      @Reference Messages messages,
      @Reference Overrides overrides,
      @Reference Choices choices,
      @Reference KeptApart kept,
      @Reference LegalPosition legal,
      @Reference Tasks tasks,
      @Reference Evidence evidence,
      @Reference Releases releases,
      @Reference SearchIndex search) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.children = new Children(files);
    this.story = new Story(timeline, messages);
    this.terms = new TermsCheck(choices);
    this.decisions = new Decisions(legal);
    this.court = new CourtGuard(overrides, messages, decisions);
    this.naming = new Naming(sealed, people, choices);
    this.wordings = new Wordings(sealed);
    this.apart = new Apart(kept, people);
    this.releases = releases;
    this.persons = new PlanPeople(sealed, people, releases);
    this.reminders = new Reminders(tasks, files, messages);
    this.proof = new PlanProof(evidence);
    this.findables = new Findables(search, files, messages);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addAsker(PlanMade asker) {
    askers.add(asker);
  }

  public void removeAsker(PlanMade asker) {
    askers.remove(asker);
  }

  /**
   * A person as a plan names them.
   *
   * @param line of the form, from one; some lines may be empty
   * @param person in the register; null when it is nobody there
   * @param name as typed; null where the register says it
   * @param kin code of what they are to the child
   * @param together siblings who must be there, too, when the person meets the child
   */
  public record Named(
      int line,
      PersonId person,
      String name,
      String kin,
      Standing standing,
      Set<PersonId> together) {
    public Named {
      together = Set.copyOf(together);
    }

    /** Somebody known by words alone. */
    public Named(int line, String name, String kin, Standing standing) {
      this(line, null, name, kin, standing, Set.of());
    }

    Named called(String now) {
      return new Named(line, person, now, kin, standing, together);
    }
  }

  /** Makes a plan for a child placed in the file, of nobody's asking. */
  public PlanId make(
      Viewer viewer, CaseFileId file, PersonId child, PlanTerms terms, List<Named> named) {
    return make(viewer, file, child, PlanChange.first(terms, named, null), null);
  }

  /**
   * Makes a plan for a child placed in the file.
   *
   * @param first whom the child may meet, at least one, and whom not
   * @param request key of what was asked for; null when nobody did
   * @throws org.opora.api.faults.Refused when the child is not placed there, or the dates or the
   *     people do not make sense
   */
  public PlanId make(
      Viewer viewer, CaseFileId file, PersonId child, PlanChange first, UUID request) {
    ChildOfFile whose = children.of(viewer, file, child);
    door.require(viewer, SupervisedContactsModule.WRITE, whose);
    terms.check(viewer, first.terms(), Set.of());
    decisions.known(viewer, whose, first.terms(), null);
    if (first.added().stream().noneMatch(each -> each.standing() == Standing.ALLOWED)) {
      throw Refusals.refused("name1", "plan.nobody-allowed");
    }
    return transactions.required(
        em -> {
          List<Named> named =
              naming.checked(em, viewer, whose, first.terms(), List.of(), first.added());
          ContactPlan plan = new ContactPlan(PlanId.next(), file, whose.childFile(), whose.child());
          court.first(viewer, plan, first.terms(), first.because());
          settle(plan, first.terms());
          em.persist(plan);
          em.flush();
          PlanQueries.place(em, plan, first.terms().places());
          persons.name(em, viewer, plan, first.terms(), named);
          follow(em, viewer, plan, "supervised-contacts.plan.make");
          if (request != null) {
            askers.forEach(asker -> asker.made(viewer, request, plan));
          }
          return plan.id();
        });
  }

  /** Changes the terms, what people may, and adds people. */
  public void change(
      Viewer viewer,
      PlanId id,
      long version,
      PlanTerms terms,
      Map<PlanPersonId, Standing> standings,
      List<Named> added,
      Because because) {
    change(viewer, id, version, PlanChange.of(terms, standings, added, because));
  }

  /**
   * Changes the terms and what people may, and adds people; how the plan read before is kept.
   * People once named stay, because past contacts point at them; nobody is ever refused to be
   * forbidden. Whoever is to be taken off the forbidden list stays on it until a second person has
   * agreed.
   *
   * @throws org.opora.api.faults.Refused beside the field; also when the change goes beyond what
   *     the court decided and the reason is missing, or lets somebody meet the child whom the court
   *     forbids
   * @throws org.opora.api.faults.Stale when somebody else changed the plan meanwhile
   */
  public void change(Viewer viewer, PlanId id, long version, PlanChange change) {
    transactions.run(
        em -> {
          ContactPlan plan = find(em, id);
          door.require(viewer, SupervisedContactsModule.WRITE, plan.whose());
          Refusals.fresh(plan.version(), version);
          PlanTerms terms = change.terms();
          Set<String> places = placesOf(em, id);
          this.terms.check(viewer, terms, places);
          decisions.known(viewer, plan.whose(), terms, plan.decision());
          // People are rows of their own: whoever changes one of them has changed the plan.
          em.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          List<PlanPerson> there = PlanQueries.people(em, List.of(id.value()));
          List<Named> added =
              naming.checked(em, viewer, plan.whose(), terms, there, change.added());
          List<PlanPerson> asked = PlanPeople.asked(there, change);
          Map<PlanPersonId, TogetherId> groups = persons.groups(em, viewer, plan, there, change);
          court.check(viewer, plan, change, places, PlanPeople.loosened(em, plan, there, groups));
          wordings.keep(em, viewer, plan, there, places);
          boolean same =
              plan.onSameDecision(terms) || !terms.byCourt() && plan.basis() == terms.basis();
          settle(plan, terms);
          PlanQueries.place(em, plan, terms.places());
          persons.stand(em, viewer, plan, there, change, groups, same);
          persons.name(em, viewer, plan, terms, added);
          releases.ask(em, viewer, plan, asked, change.releaseWhy());
          follow(em, viewer, plan, "supervised-contacts.plan.change");
        });
  }

  public static ContactPlan find(EntityManager em, PlanId id) {
    ContactPlan plan = em.find(ContactPlan.class, id.value());
    if (plan == null) {
      throw new NotFound();
    }
    return plan;
  }

  private static Set<String> placesOf(EntityManager em, PlanId id) {
    return PlanQueries.places(em, List.of(id.value())).getOrDefault(id.value(), Set.of());
  }

  private void settle(ContactPlan plan, PlanTerms terms) {
    plan.settle(
        terms,
        seal(plan, SealedTexts.LANGUAGES, terms.languages()),
        seal(plan, SealedTexts.CONDITIONS, terms.conditions()));
  }

  private byte[] seal(ContactPlan plan, String place, String words) {
    return sealed.seal(
        plan.childFile(), place, plan.id().value(), Refusals.optional(null, words, TEXT));
  }

  /** What follows from what the plan says now. */
  private void follow(EntityManager em, Viewer viewer, ContactPlan plan, String act) {
    apart.follow(plan, PlanQueries.people(em, List.of(plan.id().value())));
    reminders.put(
        viewer,
        REVIEW,
        plan.id().value(),
        plan.whose(),
        plan.reviewOn(),
        "plan.task",
        "/plans/" + plan.id());
    proof.of(plan);
    findables.put(
        viewer,
        "contact-plan",
        plan.id().value(),
        plan.whose(),
        plan.basisReference(),
        plan.validFrom(),
        "/plans/" + plan.id());
    story.tell(
        viewer,
        "contact-plan",
        plan.id().value(),
        plan.whose(),
        plan.validFrom(),
        "timeline.plan",
        "/plans/" + plan.id());
    audit.wrote(viewer, act, List.of(Subject.of(plan.childFile())));
  }
}
