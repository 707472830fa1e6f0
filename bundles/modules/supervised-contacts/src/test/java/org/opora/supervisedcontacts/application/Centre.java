package org.opora.supervisedcontacts.application;

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
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contributions.ContactLists;
import org.opora.supervisedcontacts.contributions.ContactsPersonData;
import org.opora.supervisedcontacts.domain.Basis;
import org.opora.supervisedcontacts.domain.ContactForm;
import org.opora.supervisedcontacts.domain.ContactId;
import org.opora.supervisedcontacts.domain.Kin;
import org.opora.supervisedcontacts.domain.PlanId;
import org.opora.supervisedcontacts.domain.PlanPersonId;
import org.opora.supervisedcontacts.domain.PlanTerms;
import org.opora.supervisedcontacts.domain.RoomId;
import org.opora.supervisedcontacts.domain.Standing;
import org.opora.supervisedcontacts.domain.TimeSlot;
import org.opora.supervisedcontacts.persistence.SupervisedContactsSchema;
import org.opora.testkit.BundleTexts;

/** A centre with the module: the real register beneath it, on a real database. */
final class Centre implements AutoCloseable {
  static final LocalDate TODAY = Register.TODAY;
  static final PlanTerms TERMS =
      new PlanTerms(
          Basis.COURT_DECISION,
          "12 P 34/2026",
          LocalDate.of(2026, 9, 1),
          LocalDate.of(2027, 8, 31),
          ContactForm.SUPERVISED,
          2,
          60,
          "Jen v místnosti centra.");
  static final Plans.Named MOTHER =
      new Plans.Named(1, "Lenka Slavíková", Kin.MOTHER, Standing.ALLOWED);
  static final Plans.Named FATHER =
      new Plans.Named(2, "Radek Slavík", Kin.FATHER, Standing.FORBIDDEN);

  final Register register;
  final Transactions tx;
  final ChoiceBook choices;
  final Plans plans;
  final PlanReader planReader;
  final Bookings bookings;
  final Contacts contacts;
  final ContactReader reader;
  final Rooms rooms;
  final Viewer director;
  private final AtomicInteger number = new AtomicInteger();

  Centre(Product product) {
    this(new Register(product, new SupervisedContactsSchema()));
  }

  /** Over a register whose database has the tables of the module. */
  Centre(Register register) {
    this.register = register;
    tx = register.house.transactions(SupervisedContactsModule.ID);
    choices = new ChoiceBook(register.tx, texts()).with(new ContactLists(tx));
    plans = plans(register.timeline);
    planReader = new PlanReader(tx, keys(), access(), register.people, register.safety, choices);
    bookings = bookings(register.timeline);
    contacts = contacts(register.timeline, register.evidence);
    reader =
        new ContactReader(
            tx, keys(), access(), register.people, register.staff, register.safety, choices);
    rooms = new Rooms(tx, access(), register.house.audit());
    director = viewer("director");
  }

  private org.opora.api.persistence.Keys keys() {
    return register.house.keys();
  }

  private org.opora.api.access.Access access() {
    return register.house.access();
  }

  private static Messages texts() {
    return new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN);
  }

  /** The same use cases over another timeline, such as one that fails. */
  Plans plans(Timeline timeline) {
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
        choices);
  }

  Bookings bookings(Timeline timeline) {
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

  Contacts contacts(Timeline timeline, Evidence evidence) {
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
  ContactsPersonData personData() {
    return new ContactsPersonData(new ChildData(tx, keys(), register.timeline));
  }

  Viewer viewer(String role) {
    return register.viewer(role, new SupervisedContactsModule());
  }

  /** A family of its own with a key worker, and a plan by which the child may meet its mother. */
  Case opened() {
    Viewer worker = viewer("key-worker");
    return opened(
        worker, register.family(director, worker, "Slavíková " + number.incrementAndGet()));
  }

  /** A plan for the child of this family. */
  Case opened(Viewer worker, Family family) {
    PlanId plan = plans.make(worker, family.file(), family.child(), TERMS, List.of(MOTHER, FATHER));
    return new Case(worker, family, register.files.childFile(family.child()), plan);
  }

  RoomId room() {
    return rooms.add(director, "Pokoj " + number.incrementAndGet());
  }

  /** A contact of tomorrow afternoon with the mother. */
  ContactId booked(Case opened, Viewer facilitator) {
    return book(opened, room(), facilitator.staff(), slot(TODAY.plusDays(1), "14:00", "15:00"));
  }

  ContactId book(Case opened, RoomId room, StaffId facilitator, TimeSlot slot) {
    return bookings.book(opened.worker(), opened.plan(), room, facilitator, slot, allowed(opened));
  }

  Set<PlanPersonId> allowed(Case opened) {
    return ids(planReader.view(director, opened.plan()).allowed());
  }

  Set<PlanPersonId> forbidden(Case opened) {
    return ids(planReader.view(director, opened.plan()).forbidden());
  }

  private static Set<PlanPersonId> ids(List<PlanView.Person> people) {
    Set<PlanPersonId> ids = new HashSet<>();
    people.forEach(person -> ids.add(person.id()));
    return ids;
  }

  TimeSlot slot(LocalDate day, String from, String to) {
    return new TimeSlot(moment(day, from), moment(day, to));
  }

  Instant moment(LocalDate day, String time) {
    return LocalDateTime.of(day, LocalTime.parse(time)).atZone(director.zone()).toInstant();
  }

  void forward(Duration step) {
    register.house.clock().forward(step);
  }

  /** Somebody who may raise walls does so. */
  void wall(Viewer against, Subject subject) {
    register
        .house
        .walls()
        .raise(director, against.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  /** The last day of such a wall. */
  void until(Viewer against, Subject subject, LocalDate lastDay) {
    register.house.walls().until(director, against.staff(), subject, lastDay);
  }

  /** What the timeline of the family says, as the kind of an entry and its Czech title. */
  List<String> story(Viewer viewer, Case opened) {
    return register.timeline.of(viewer, opened.family().file(), null, 50).items().stream()
        .filter(entry -> entry.origin().equals(SupervisedContactsModule.ID))
        .map(entry -> entry.on() + " " + entry.title().cs())
        .toList();
  }

  /** How many rows of the audit trail name this act and the child's sub-file. */
  long audited(Viewer viewer, String action, ChildFileId file) {
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
  byte[] contents(jakarta.persistence.EntityManager em, String query, Case opened) {
    return em.createQuery(query, byte[].class)
        .setParameter("plan", opened.plan().value())
        .getResultList()
        .get(0);
  }

  static String refusal(Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    return refused.field() + ": " + refused.text().key();
  }

  @Override
  public void close() {
    register.close();
  }

  record Case(Viewer worker, Family family, ChildFileId childFile, PlanId plan) {
    Subject subject() {
      return Subject.of(childFile);
    }
  }
}
