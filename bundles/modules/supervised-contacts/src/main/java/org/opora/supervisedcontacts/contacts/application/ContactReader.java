package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactView.Expected;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts as pages show them. */
@Component(service = ContactReader.class)
public final class ContactReader {
  private static final int LAST_OF_FILE = 50;
  private static final int MOST_OF_A_PERIOD = 1_000;

  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;
  private final Safety safety;
  private final Choices choices;

  @Activate
  public ContactReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Safety safety,
      @Reference Choices choices) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
    this.safety = safety;
    this.choices = choices;
  }

  /** A line of a list. {@code childName} is null when the viewer may not see the name. */
  public record Line(ContactRow row, PersonName childName, String facilitatorName) {}

  /**
   * Contacts to come, the nearest first, or past ones, the latest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<Line> list(Viewer viewer, boolean past, UUID after, int limit) {
    return transactions.read(
        em -> {
          Contact last = after == null ? null : em.find(Contact.class, after);
          Instant startOfDay = viewer.today().atStartOfDay(viewer.zone()).toInstant();
          List<ContactRow> rows =
              ContactQueries.around(
                  em,
                  access.scope(viewer, SupervisedContactsModule.READ),
                  past,
                  startOfDay,
                  last,
                  limit + 1);
          boolean more = rows.size() > limit;
          List<ContactRow> shown = more ? rows.subList(0, limit) : rows;
          String next = more ? shown.get(shown.size() - 1).id().toString() : null;
          return new Page<>(lines(viewer, shown), next);
        });
  }

  /** The last contacts of these children, newest first. */
  public List<Line> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em ->
            lines(
                viewer,
                ContactQueries.contactsOf(
                    em,
                    access.scope(viewer, SupervisedContactsModule.READ),
                    childFiles.stream().map(ChildFileId::value).toList(),
                    LAST_OF_FILE)));
  }

  /** Those of these contacts that the viewer may see, in no order. */
  public List<Line> these(Viewer viewer, Collection<UUID> contacts) {
    return transactions.read(
        em ->
            lines(
                viewer,
                ContactQueries.these(
                    em, access.scope(viewer, SupervisedContactsModule.READ), contacts)));
  }

  /**
   * What became of the contacts of a child in one family.
   *
   * @param cancelled by whom, and how many
   * @param held to which somebody came
   * @param nobody to how many nobody came
   */
  public record Tally(int planned, int held, Map<CancelledBy, Integer> cancelled, int nobody) {}

  /** From the first of these days to the last; what is to come yet counts as planned. */
  public Tally tally(
      Viewer viewer, CaseFileId file, ChildFileId child, LocalDate from, LocalDate until) {
    return transactions.read(
        em -> {
          List<ContactRow> rows =
              ContactQueries.contactsOf(
                      em,
                      access.scope(viewer, SupervisedContactsModule.READ),
                      List.of(child.value()),
                      MOST_OF_A_PERIOD)
                  .stream()
                  .filter(row -> row.caseFile().equals(file.value()))
                  .filter(row -> within(viewer, row, from, until))
                  .toList();
          Map<CancelledBy, Integer> cancelled = new EnumMap<>(CancelledBy.class);
          rows.stream()
              .filter(row -> row.state() == ContactState.CANCELLED && row.cancelledBy() != null)
              .forEach(row -> cancelled.merge(row.cancelledBy(), 1, Integer::sum));
          List<ContactRow> held =
              rows.stream().filter(row -> row.state() == ContactState.HELD).toList();
          long nobody =
              held.stream()
                  .filter(
                      row ->
                          ContactQueries.attendance(em, row.id()).stream()
                              .noneMatch(one -> Boolean.TRUE.equals(one.came())))
                  .count();
          return new Tally(rows.size(), held.size() - (int) nobody, cancelled, (int) nobody);
        });
  }

  private static boolean within(Viewer viewer, ContactRow row, LocalDate from, LocalDate until) {
    LocalDate day = LocalDate.ofInstant(row.start(), viewer.zone());
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** One contact; what was observed only for those who may read it. */
  public ContactView view(Viewer viewer, ContactId id) {
    return transactions.read(
        em -> {
          ContactRow row = ContactQueries.contact(em, id.value());
          if (row == null) {
            throw new NotFound();
          }
          ChildFileId file = new ChildFileId(row.childFile());
          door.require(
              viewer,
              SupervisedContactsModule.READ,
              new CaseFileId(row.caseFile()),
              file,
              new PersonId(row.child()));
          boolean mayRead = mayReadRecord(viewer, file);
          Contact contact = em.find(Contact.class, id.value());
          Line line = lines(viewer, List.of(row)).get(0);
          PersonId child = new PersonId(row.child());
          return new ContactView(
              row,
              line.childName(),
              safety.alerts(viewer, List.of(child)).getOrDefault(child, List.of()),
              line.facilitatorName(),
              expected(em, row, file),
              mayRead ? sealed.open(file, SealedTexts.REASON, row.id(), contact.reason()) : null,
              mayRead ? observed(em, row.id(), file) : null);
        });
  }

  /**
   * Whoever may write it down reads it, and so does whoever the file was opened to for an
   * inspection: they hold the permission and only write nothing. An emergency opens no record.
   */
  private boolean mayReadRecord(Viewer viewer, ChildFileId file) {
    Subject subject = Subject.of(file);
    Decision decision = access.decide(viewer, SupervisedContactsModule.RECORD, subject);
    return decision.allowed()
        || decision.reason().equals(Decision.READS_ONLY)
            && Decision.by(RelationKind.INSPECTOR)
                .equals(access.decide(viewer, SupervisedContactsModule.READ, subject));
  }

  private List<Line> lines(Viewer viewer, List<ContactRow> rows) {
    Map<PersonId, PersonName> children =
        people.names(viewer, rows.stream().map(row -> new PersonId(row.child())).toList());
    Map<StaffId, String> facilitators =
        staff.names(rows.stream().map(row -> new StaffId(row.facilitator())).toList());
    return rows.stream()
        .map(
            row ->
                new Line(
                    row,
                    children.get(new PersonId(row.child())),
                    facilitators.get(new StaffId(row.facilitator()))))
        .toList();
  }

  private List<Expected> expected(EntityManager em, ContactRow row, ChildFileId file) {
    Choices.Spoken kin = choices.all(Kin.LIST);
    Map<PlanPersonId, PlanPerson> named =
        PlanQueries.people(em, List.of(row.plan())).stream()
            .collect(Collectors.toMap(PlanPerson::id, person -> person));
    return ContactQueries.attendance(em, row.id()).stream()
        .map(
            attendance -> {
              PlanPerson person = named.get(attendance.planPerson());
              String name = sealed.open(file, SealedTexts.NAME, person.id().value(), person.name());
              return new Expected(
                  person.id(), name, kin.term(person.kin()), person.standing(), attendance.came());
            })
        .sorted(
            Comparator.comparingInt((Expected person) -> kin.place(person.kin().code()))
                .thenComparing(Expected::name))
        .toList();
  }

  private ContactView.Observed observed(EntityManager em, UUID contact, ChildFileId file) {
    ContactRecord record = em.find(ContactRecord.class, contact);
    if (record == null) {
      return null;
    }
    return new ContactView.Observed(
        record.version(),
        sealed.open(file, SealedTexts.BEFORE, contact, record.before()),
        sealed.open(file, SealedTexts.DURING, contact, record.during()),
        sealed.open(file, SealedTexts.AFTER, contact, record.after()),
        staff.names(List.of(record.writtenBy())).get(record.writtenBy()),
        record.writtenAt());
  }
}
