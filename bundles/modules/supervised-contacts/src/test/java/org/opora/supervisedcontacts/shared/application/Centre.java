package org.opora.supervisedcontacts.shared.application;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.Executable;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.Refused;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.KeptApart;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.legal.application.LawBook;
import org.opora.registry.legal.application.LegalDesk;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.registry.safety.application.ApartBook;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.application.ContactData;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.contributions.ContactsPersonData;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.TimeSlot;
import org.opora.supervisedcontacts.plans.application.PlanData;
import org.opora.supervisedcontacts.plans.application.PlanHistory;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.application.Releases;
import org.opora.supervisedcontacts.plans.contributions.ContactLists;
import org.opora.supervisedcontacts.plans.contributions.PlansPersonData;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.rooms.application.Rooms;
import org.opora.supervisedcontacts.rooms.domain.RoomId;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.testkit.BundleTexts;

/** A centre with the module: the real register beneath it, on a real database. */
public final class Centre implements AutoCloseable {
  public static final LocalDate TODAY = Register.TODAY;
  public static final PlanTerms TERMS =
      new PlanTerms(
          Basis.COURT_DECISION,
          "12 P 34/2026",
          LocalDate.of(2026, 9, 1),
          LocalDate.of(2027, 8, 31),
          ContactForm.SUPERVISED,
          2,
          60,
          "Jen v místnosti centra.");
  public static final Plans.Named MOTHER =
      new Plans.Named(1, "Lenka Slavíková", Kin.MOTHER, Standing.ALLOWED);
  public static final Plans.Named FATHER =
      new Plans.Named(2, "Radek Slavík", Kin.FATHER, Standing.FORBIDDEN);

  public final Register register;
  public final Transactions tx;
  public final ChoiceBook choices;
  public final KeptApart apart;
  public final LegalDesk legal;
  public final Releases releases;
  public final Plans plans;
  public final PlanHistory history;
  public final PlanReader planReader;
  public final Bookings bookings;
  public final Contacts contacts;
  public final ContactReader reader;
  public final Rooms rooms;
  public final Viewer director;
  private final AtomicInteger number = new AtomicInteger();

  public Centre(Product product) {
    this(new Register(product, new SupervisedContactsSchema()));
  }

  /** Over a register whose database has the tables of the module. */
  public Centre(Register register) {
    this.register = register;
    tx = register.house.transactions(SupervisedContactsModule.ID);
    choices = new ChoiceBook(register.tx, texts()).with(new ContactLists(tx));
    apart = new ApartBook(register.tx, register.access.aliases());
    legal =
        new LegalDesk(
            register.tx,
            access(),
            register.house.audit(),
            register.access.aliases(),
            register.people,
            register.staff,
            new LawBook(List.of()),
            Set::of,
            keys());
    releases =
        new Releases(
            tx,
            keys(),
            access(),
            register.house.audit(),
            register.access.colleagues(),
            register.people,
            register.inbox,
            texts(),
            apart);
    plans = plans(register.timeline);
    history =
        new PlanHistory(tx, keys(), access(), register.people, register.staff, choices, legal);
    planReader = new PlanReader(tx, keys(), access(), register.people, register.safety, choices);
    bookings = bookings(register.timeline);
    contacts = contacts(register.timeline, register.evidence);
    reader =
        new ContactReader(
            tx, keys(), access(), register.people, register.staff, register.safety, choices);
    rooms = new Rooms(tx, access(), register.house.audit());
    director = viewer("director");
  }

  public org.opora.api.persistence.Keys keys() {
    return register.house.keys();
  }

  public org.opora.api.access.Access access() {
    return register.house.access();
  }

  public static Messages texts() {
    return new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN);
  }

  /** The same use cases over another timeline, such as one that fails. */
  public Plans plans(Timeline timeline) {
    return new Plans(
        tx,
        keys(),
        access(),
        register.house.audit(),
        register.files,
        register.people,
        timeline,
        texts(),
        register.overrides,
        choices,
        apart,
        legal,
        register.tasks,
        releases);
  }

  public Bookings bookings(Timeline timeline) {
    return new Bookings(
        tx,
        access(),
        register.house.audit(),
        register.house.relations(),
        register.people,
        register.staff,
        timeline,
        texts());
  }

  public Contacts contacts(Timeline timeline, Evidence evidence) {
    return new Contacts(
        tx,
        keys(),
        access(),
        register.house.audit(),
        register.house.relations(),
        register.people,
        evidence,
        timeline,
        texts());
  }

  /** What the module tells of a person whose records are looked through. */
  public PersonDataOwner personData() {
    return new OwnersTogether(
        List.of(
            new PlansPersonData(new PlanData(tx, keys(), register.timeline, apart)),
            new ContactsPersonData(new ContactData(tx, register.timeline))));
  }

  public Viewer viewer(String role) {
    return register.viewer(role, new SupervisedContactsModule());
  }

  /** A family of its own with a key worker, and a plan by which the child may meet its mother. */
  public Case opened() {
    Viewer worker = viewer("key-worker");
    return opened(
        worker, register.family(director, worker, "Slavíková " + number.incrementAndGet()));
  }

  /** A plan for the child of this family. */
  public Case opened(Viewer worker, Family family) {
    PlanId plan = plans.make(worker, family.file(), family.child(), TERMS, List.of(MOTHER, FATHER));
    return new Case(worker, family, register.files.childFile(family.child()), plan);
  }

  public RoomId room() {
    return rooms.add(director, "Pokoj " + number.incrementAndGet());
  }

  /** A contact of tomorrow afternoon with the mother. */
  public ContactId booked(Case opened, Viewer facilitator) {
    return book(opened, room(), facilitator.staff(), slot(TODAY.plusDays(1), "14:00", "15:00"));
  }

  public ContactId book(Case opened, RoomId room, StaffId facilitator, TimeSlot slot) {
    return bookings.book(opened.worker(), opened.plan(), room, facilitator, slot, allowed(opened));
  }

  public Set<PlanPersonId> allowed(Case opened) {
    return ids(planReader.view(director, opened.plan()).allowed());
  }

  public Set<PlanPersonId> forbidden(Case opened) {
    return ids(planReader.view(director, opened.plan()).forbidden());
  }

  private static Set<PlanPersonId> ids(List<PlanView.Person> people) {
    Set<PlanPersonId> ids = new HashSet<>();
    people.forEach(person -> ids.add(person.id()));
    return ids;
  }

  public TimeSlot slot(LocalDate day, String from, String to) {
    return new TimeSlot(moment(day, from), moment(day, to));
  }

  public Instant moment(LocalDate day, String time) {
    return LocalDateTime.of(day, LocalTime.parse(time)).atZone(director.zone()).toInstant();
  }

  public void forward(Duration step) {
    register.house.clock().forward(step);
  }

  /** Somebody who may raise walls does so. */
  public void wall(Viewer against, Subject subject) {
    register
        .house
        .walls()
        .raise(director, against.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  /** The last day of such a wall. */
  public void until(Viewer against, Subject subject, LocalDate lastDay) {
    register.house.walls().until(director, against.staff(), subject, lastDay);
  }

  /** What the timeline of the family says, as the kind of an entry and its Czech title. */
  public List<String> story(Viewer viewer, Case opened) {
    return register.timeline.of(viewer, opened.family().file(), null, 50).items().stream()
        .filter(entry -> entry.origin().equals(SupervisedContactsModule.ID))
        .map(entry -> entry.on() + " " + entry.title().cs())
        .toList();
  }

  /** How many rows of the audit trail name this act and the child's sub-file. */
  public long audited(Viewer viewer, String action, ChildFileId file) {
    return register
        .house
        .transactions("access")
        .read(
            em ->
                ((Number)
                        em.createNativeQuery(
                                "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE act = ?1 AND request"
                                    + " = ?2 AND subjects LIKE ?3")
                            .setParameter(1, action)
                            .setParameter(2, viewer.requestId())
                            .setParameter(3, "%S" + file.value().toString().replace("-", "") + "%")
                            .getSingleResult())
                    .longValue());
  }

  /** What lies in a column, as the database has it. */
  public byte[] contents(jakarta.persistence.EntityManager em, String query, Case opened) {
    return em.createQuery(query, byte[].class)
        .setParameter("plan", opened.plan().value())
        .getResultList()
        .get(0);
  }

  public static String refusal(Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    return refused.field() + ": " + refused.text().key();
  }

  @Override
  public void close() {
    register.close();
  }

  public record Case(Viewer worker, Family family, ChildFileId childFile, PlanId plan) {
    public Subject subject() {
      return Subject.of(childFile);
    }
  }
}
