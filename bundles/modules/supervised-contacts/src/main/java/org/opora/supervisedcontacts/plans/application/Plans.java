package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.opora.supervisedcontacts.shared.application.Story;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contact plans are made and changed: whom a child may meet, whom not, on what basis, how. */
@Component(service = Plans.class)
public final class Plans {
  private static final int LEAST_MINUTES = 10;
  private static final int MOST_MINUTES = 720;

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final Story story;
  private final CourtGuard court;
  private final Choices choices;

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
      @Reference Choices choices) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.files = files;
    this.story = new Story(timeline, messages);
    this.choices = choices;
    this.court = new CourtGuard(overrides, messages);
  }

  /**
   * A person as a plan names them.
   *
   * @param line of the form, from one; some lines may be empty
   * @param kin code of what they are to the child
   */
  public record Named(int line, String name, String kin, Standing standing) {}

  /**
   * Makes a plan for a child placed in the file.
   *
   * @param named whom the child may meet, at least one, and whom not
   * @throws org.opora.api.faults.Refused when the child is not placed there, or the dates or the
   *     people do not make sense
   */
  public PlanId make(
      Viewer viewer, CaseFileId file, PersonId child, PlanTerms terms, List<Named> named) {
    CaseFiles.Child placed =
        files.header(viewer, file).children().stream()
            .filter(each -> each.person().equals(child))
            .findFirst()
            .orElseThrow(() -> Refusals.refused("child", "plan.child.not-here"));
    door.require(viewer, SupervisedContactsModule.WRITE, file, placed.file(), child);
    check(terms);
    known(viewer, named);
    if (named.stream().noneMatch(each -> each.standing() == Standing.ALLOWED)) {
      throw Refusals.refused("name1", "plan.nobody-allowed");
    }
    return transactions.required(
        em -> {
          PlanId id = PlanId.next();
          ContactPlan plan = new ContactPlan(id, file, placed.file(), child);
          settle(plan, terms);
          em.persist(plan);
          em.flush();
          name(em, plan, named);
          story.tell(viewer, plan, terms.validFrom());
          audit.wrote(viewer, "supervised-contacts.plan.make", List.of(Subject.of(placed.file())));
          return id;
        });
  }

  /**
   * Changes the terms and what people may, and adds people. People once named stay, because past
   * contacts point at them; nobody is ever refused to be forbidden.
   *
   * @param standings what people of the plan may from now on; who is not in it stays as they are
   * @param because why the plan goes beyond what the court decided; null when none is given
   * @throws org.opora.api.faults.Refused when it does and the reason is missing or lacks something
   * @throws Stale when somebody else changed the plan meanwhile
   */
  public void change(
      Viewer viewer,
      PlanId id,
      long version,
      PlanTerms terms,
      Map<PlanPersonId, Standing> standings,
      List<Named> added,
      Because because) {
    transactions.run(
        em -> {
          ContactPlan plan = find(em, id);
          door.require(
              viewer,
              SupervisedContactsModule.WRITE,
              plan.caseFile(),
              plan.childFile(),
              plan.child());
          if (plan.version() != version) {
            throw new Stale();
          }
          check(terms);
          known(viewer, added);
          // People are rows of their own: whoever changes one of them has changed the plan.
          em.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          List<PlanPerson> people = PlanQueries.people(em, List.of(id.value()));
          court.check(viewer, plan, terms, people, standings, added, because);
          settle(plan, terms);
          for (PlanPerson person : people) {
            person.stands(standings.getOrDefault(person.id(), person.standing()));
          }
          name(em, plan, added);
          story.tell(viewer, plan, terms.validFrom());
          audit.wrote(
              viewer, "supervised-contacts.plan.change", List.of(Subject.of(plan.childFile())));
        });
  }

  public static ContactPlan find(EntityManager em, PlanId id) {
    ContactPlan plan = em.find(ContactPlan.class, id.value());
    if (plan == null) {
      throw new NotFound();
    }
    return plan;
  }

  private static void check(PlanTerms terms) {
    if (terms.validUntil() != null && terms.validUntil().isBefore(terms.validFrom())) {
      throw Refusals.refused("validUntil", "plan.until.before-from");
    }
    if (terms.minutes() < LEAST_MINUTES || terms.minutes() > MOST_MINUTES) {
      throw Refusals.refused("minutes", "plan.minutes.range", terms.minutes());
    }
  }

  private void known(Viewer viewer, List<Named> named) {
    for (Named each : named) {
      if (!choices.fits(Kin.LIST, List.of(each.kin()), viewer.today(), List.of())) {
        throw Refusals.refused("kin" + each.line(), "plan.kin.gone");
      }
    }
  }

  private void settle(ContactPlan plan, PlanTerms terms) {
    plan.settle(
        terms,
        sealed.seal(
            plan.childFile(), SealedTexts.CONDITIONS, plan.id().value(), terms.conditions()));
  }

  private void name(EntityManager em, ContactPlan plan, List<Named> named) {
    for (Named each : named) {
      PlanPersonId id = PlanPersonId.next();
      byte[] name = sealed.seal(plan.childFile(), SealedTexts.NAME, id.value(), each.name());
      em.persist(new PlanPerson(id, plan.id(), name, each.kin(), each.standing()));
    }
  }
}
