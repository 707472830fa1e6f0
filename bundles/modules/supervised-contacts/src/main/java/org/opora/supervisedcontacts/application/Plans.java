package org.opora.supervisedcontacts.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.ContactPlan;
import org.opora.supervisedcontacts.domain.Kin;
import org.opora.supervisedcontacts.domain.PlanId;
import org.opora.supervisedcontacts.domain.PlanPerson;
import org.opora.supervisedcontacts.domain.PlanPersonId;
import org.opora.supervisedcontacts.domain.PlanTerms;
import org.opora.supervisedcontacts.domain.Standing;
import org.opora.supervisedcontacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.persistence.PlanRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contact plans: whom a child may meet, whom not, on what basis, how. */
@Component(service = Plans.class)
public final class Plans {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final People people;
  private final Timeline timeline;
  private final Messages messages;

  @Activate
  public Plans(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Timeline timeline,
      @Reference Messages messages) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.audit = audit;
    this.files = files;
    this.people = people;
    this.timeline = timeline;
    this.messages = messages;
  }

  /** A person as a plan names them. */
  public record Named(String name, Kin kin, Standing standing) {}

  /**
   * Makes a plan for a child placed in the file.
   *
   * @throws org.opora.api.faults.Refused when the dates or the people do not make sense
   */
  public PlanId make(
      Viewer viewer, CaseFileId file, PersonId child, PlanTerms terms, List<Named> named) {
    CaseFiles.Child placed =
        files.header(viewer, file).children().stream()
            .filter(each -> each.person().equals(child))
            .findFirst()
            .orElseThrow(() -> Refusals.refused("child", "plan.child.not-here"));
    access.require(viewer, SupervisedContactsModule.WRITE, Subject.of(placed.file()));
    check(terms, named);
    return transactions.required(
        em -> {
          PlanId id = PlanId.next();
          ContactPlan plan = new ContactPlan(id, file, placed.file(), child);
          write(plan, terms);
          em.persist(plan);
          em.flush();
          persistPeople(em, plan, named);
          tell(viewer, plan, terms);
          audit.wrote(viewer, "supervised-contacts.plan.make", List.of(Subject.of(placed.file())));
          return id;
        });
  }

  /**
   * Changes the terms and adds people; people once named stay, because past contacts point at them.
   *
   * @throws Stale when somebody else changed the plan meanwhile
   */
  public void change(Viewer viewer, PlanId id, long version, PlanTerms terms, List<Named> added) {
    check(terms, List.of());
    transactions.run(
        em -> {
          ContactPlan plan = find(em, id);
          access.require(viewer, SupervisedContactsModule.WRITE, Subject.of(plan.childFile()));
          if (plan.version() != version) {
            throw new Stale();
          }
          write(plan, terms);
          persistPeople(em, plan, added);
          tell(viewer, plan, terms);
          audit.wrote(
              viewer, "supervised-contacts.plan.change", List.of(Subject.of(plan.childFile())));
        });
  }

  public PlanView view(Viewer viewer, PlanId id) {
    return transactions.read(
        em -> {
          PlanRow row = ContactQueries.plan(em, id.value());
          if (row == null) {
            throw new NotFound();
          }
          access.require(
              viewer, SupervisedContactsModule.READ, Subject.of(new ChildFileId(row.childFile())));
          return views(em, viewer, List.of(row)).get(0);
        });
  }

  /** Plans of the children placed in the file. */
  public List<PlanView> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em ->
            views(
                em,
                viewer,
                ContactQueries.plans(
                    em,
                    access.scope(viewer, SupervisedContactsModule.READ),
                    childFiles.stream().map(ChildFileId::value).toList())));
  }

  static ContactPlan find(EntityManager em, PlanId id) {
    ContactPlan plan = em.find(ContactPlan.class, id.value());
    if (plan == null) {
      throw new NotFound();
    }
    return plan;
  }

  private List<PlanView> views(EntityManager em, Viewer viewer, List<PlanRow> rows) {
    Map<UUID, PlanRow> byId = rows.stream().collect(Collectors.toMap(PlanRow::id, row -> row));
    Map<UUID, List<PlanView.Person>> named =
        ContactQueries.people(em, byId.keySet()).stream()
            .collect(
                Collectors.groupingBy(
                    person -> person.plan().value(),
                    Collectors.mapping(
                        person -> named(byId.get(person.plan().value()), person),
                        Collectors.toList())));
    Map<PersonId, PersonName> names =
        people.names(viewer, rows.stream().map(row -> new PersonId(row.child())).toList());
    return rows.stream()
        .map(
            row ->
                new PlanView(
                    row,
                    names.get(new PersonId(row.child())),
                    conditions(em, row),
                    named.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private PlanView.Person named(PlanRow plan, PlanPerson person) {
    String name =
        sealed.open(
            new ChildFileId(plan.childFile()),
            SealedTexts.NAME,
            person.id().value(),
            person.name());
    return new PlanView.Person(person.id(), name, person.kin(), person.standing());
  }

  private String conditions(EntityManager em, PlanRow row) {
    return sealed.open(
        new ChildFileId(row.childFile()),
        SealedTexts.CONDITIONS,
        row.id(),
        find(em, new PlanId(row.id())).conditions());
  }

  private static void check(PlanTerms terms, List<Named> named) {
    if (terms.validUntil() != null && terms.validUntil().isBefore(terms.validFrom())) {
      throw Refusals.refused("validUntil", "plan.until.before-from");
    }
    if (terms.minutes() < 10 || terms.minutes() > 720) {
      throw Refusals.refused("minutes", "plan.minutes.range", terms.minutes());
    }
    if (!named.isEmpty() && named.stream().noneMatch(each -> each.standing() == Standing.ALLOWED)) {
      throw Refusals.refused("name1", "plan.nobody-allowed");
    }
  }

  private void write(ContactPlan plan, PlanTerms terms) {
    plan.settle(
        terms,
        sealed.seal(
            plan.childFile(), SealedTexts.CONDITIONS, plan.id().value(), terms.conditions()));
  }

  private void persistPeople(EntityManager em, ContactPlan plan, List<Named> named) {
    for (Named each : named) {
      PlanPersonId id = PlanPersonId.next();
      byte[] name = sealed.seal(plan.childFile(), SealedTexts.NAME, id.value(), each.name());
      em.persist(new PlanPerson(id, plan.id(), name, each.kin(), each.standing()));
    }
  }

  private void tell(Viewer viewer, ContactPlan plan, PlanTerms terms) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            SupervisedContactsModule.ID,
            "contact-plan",
            plan.id().value(),
            Subject.of(plan.childFile()),
            terms.validFrom(),
            SupervisedContactsModule.READ,
            DataClass.CONTACT_FACTS,
            messages.title("timeline.plan"),
            "/m/supervised-contacts/plans/" + plan.id()));
  }
}
