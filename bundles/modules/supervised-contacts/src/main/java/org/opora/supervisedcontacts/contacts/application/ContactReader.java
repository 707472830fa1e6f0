package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.contacts.persistence.ContactsAround;
import org.opora.supervisedcontacts.contacts.persistence.Outcomes;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts in lists and in counts. */
@Component(service = ContactReader.class)
public final class ContactReader {
  private static final int LAST_OF_FILE = 50;

  private final Transactions transactions;
  private final Access access;
  private final ContactDoor door;
  private final LineReader lines;

  @Activate
  public ContactReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Rooms rooms,
      @Reference Choices choices) {
    this.transactions = transactions;
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.lines = new LineReader(people, staff, rooms, choices);
  }

  /**
   * Contacts to come, the nearest first, or past ones, the latest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<ContactLine> list(Viewer viewer, boolean past, UUID after, int limit) {
    return transactions.read(
        em -> {
          ContactRow last = after == null ? null : ContactQueries.line(em, after);
          Instant startOfDay = viewer.today().atStartOfDay(viewer.zone()).toInstant();
          List<ContactRow> rows =
              ContactQueries.around(em, scope(viewer), past, startOfDay, last, limit + 1);
          boolean more = rows.size() > limit;
          List<ContactRow> shown = more ? rows.subList(0, limit) : rows;
          String next = more ? shown.get(shown.size() - 1).key().toString() : null;
          return new Page<>(lines.lines(em, viewer, shown), next);
        });
  }

  /**
   * Of the contacts around somebody the next one and the last one.
   *
   * @param next null when none is planned
   * @param last null when there has been none
   */
  public record Nearest(ContactLine next, ContactLine last) {}

  /**
   * Those of a person, as a child or as whom a child meets, and those of these children.
   *
   * @param people every key of the person
   */
  public Nearest nearest(
      Viewer viewer, Collection<PersonId> people, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em -> {
          ContactsAround around =
              new ContactsAround(
                  em,
                  scope(viewer),
                  people.stream().map(PersonId::value).toList(),
                  childFiles.stream().map(ChildFileId::value).toList());
          return new Nearest(
              line(em, viewer, around.next(viewer.now())),
              line(em, viewer, around.last(viewer.now())));
        });
  }

  private ContactLine line(EntityManager em, Viewer viewer, ContactRow row) {
    return row == null ? null : lines.lines(em, viewer, List.of(row)).get(0);
  }

  private Scope scope(Viewer viewer) {
    return access.scope(viewer, SupervisedContactsModule.READ);
  }

  /** The last contacts of these children, newest first. */
  public List<ContactLine> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em -> {
          List<UUID> files = childFiles.stream().map(ChildFileId::value).toList();
          return lines.lines(
              em, viewer, ContactQueries.contactsOf(em, scope(viewer), files, LAST_OF_FILE));
        });
  }

  /** Those of these contacts that the viewer may see, each once for every child they may see. */
  public List<ContactLine> these(Viewer viewer, Collection<UUID> contacts) {
    return transactions.read(
        em -> lines.lines(em, viewer, ContactQueries.these(em, scope(viewer), contacts)));
  }

  /** The contacts of a plan from the first of these days to the last, in the order of the days. */
  public List<ContactLine> ofPlan(Viewer viewer, PlanId plan, LocalDate from, LocalDate until) {
    return transactions.read(
        em ->
            lines.lines(
                em, viewer, ContactQueries.ofPlan(em, scope(viewer), plan.value(), from, until)));
  }

  /**
   * The contact of a plan that starts last, cancelled ones left out: by it the next one is
   * suggested. Null when there is none.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child's contacts
   */
  public ContactRow last(Viewer viewer, PlanId plan) {
    return ofPlan(viewer, plan, ContactQueries::lastOfPlan);
  }

  /** Planned contacts with people whom the plan has come to forbid; otherwise as {@link #last}. */
  public List<ContactRow> against(Viewer viewer, PlanId plan) {
    return ofPlan(viewer, plan, ContactQueries::bookedAgainstPlan);
  }

  private <R> R ofPlan(Viewer viewer, PlanId plan, BiFunction<EntityManager, UUID, R> asked) {
    return transactions.read(
        em -> {
          door.require(viewer, SupervisedContactsModule.READ, Plans.find(em, plan).whose());
          return asked.apply(em, plan.value());
        });
  }

  /**
   * What became of the contacts of a child in one family, from the first of these days to the last;
   * what is to come yet counts as planned. Nothing for whoever may not see them.
   */
  public Tally tally(
      Viewer viewer, CaseFileId file, ChildFileId child, LocalDate from, LocalDate until) {
    return transactions.read(
        em ->
            Tally.of(new Outcomes(em, scope(viewer)).of(child.value(), file.value(), from, until)));
  }

  /** The same of the contacts of one plan. */
  public Tally tally(Viewer viewer, PlanId plan, LocalDate from, LocalDate until) {
    return transactions.read(
        em -> Tally.of(new Outcomes(em, scope(viewer)).ofPlan(plan.value(), from, until)));
  }
}
