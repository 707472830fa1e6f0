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
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Slot;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.Refused;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.CalendarBook;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.calendar.rooms.application.RoomBook;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.rooms.domain.RoomFacts;
import org.opora.documents.DocumentsModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.legal.application.LawBook;
import org.opora.registry.legal.application.LegalDesk;
import org.opora.registry.register.Office;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.registry.safety.application.ApartBook;
import org.opora.registry.staff.application.DaysAwayReader;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.BookingOffers;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.application.ContactData;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.application.FacilitatorReach;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.application.SeriesDesk;
import org.opora.supervisedcontacts.contacts.application.TookPlace;
import org.opora.supervisedcontacts.contacts.contributions.ContactsPersonData;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.FormerRecords;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.evaluations.application.DueReader;
import org.opora.supervisedcontacts.observations.application.ApprovedReports;
import org.opora.supervisedcontacts.observations.application.ReportReader;
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
import org.opora.supervisedcontacts.plans.domain.TogetherChild;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.risks.application.RiskGate;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.supervisedcontacts.ways.web.Ways;
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
          120,
          "Jen v místnosti centra.");
  public static final Plans.Named MOTHER =
      new Plans.Named(1, "Lenka Slavíková", Kin.MOTHER, Standing.ALLOWED);
  public static final Plans.Named FATHER =
      new Plans.Named(2, "Radek Slavík", Kin.FATHER, Standing.FORBIDDEN);
  public static final Because BECAUSE = new Because(Reason.NO_OTHER_WAY, "jiný pracovník není");

  public final Register register;
  public final Transactions tx;
  public final ChoiceBook choices;
  public final LegalDesk legal;
  public final Releases releases;
  public final Plans plans;
  public final PlanHistory history;
  public final PlanReader planReader;
  public final Bookings bookings;
  public final Contacts contacts;
  public final Cancellations cancellations;
  public final ContactReader reader;
  public final ContactViews views;
  public final BookingOffers offers;
  public final SeriesDesk series;
  public final ApartBook apart;
  public final RoomBook rooms;
  public final RoomDesk roomDesk;
  public final Calendar calendar;
  public final SettingsDesk settings;
  public final Viewer director;
  private final Office office;
  private final AtomicInteger number = new AtomicInteger();

  public Centre(Product product) {
    this(new Register(product, new CalendarSchema(), new SupervisedContactsSchema()));
  }

  /** Over a register whose database has the tables of the calendar and of the module. */
  public Centre(Register register) {
    this(register, null);
  }

  /**
   * @param before the same centre before the module went and came back: its people stay; null for a
   *     new one
   */
  public Centre(Register register, Centre before) {
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
    settings =
        new SettingsDesk(
            register.access.access(),
            new SettingsBook(register.tx, register.access.audit(), register.staff));
    Transactions days = register.house.transactions(CalendarModule.ID);
    calendar =
        new CalendarBook(
            days,
            register.people,
            register.staff,
            apart,
            new DaysAwayReader(register.tx),
            register.overrides,
            settings,
            new BundleTexts(CalendarModule.class, CalendarModule.ORIGIN));
    rooms = new RoomBook(days);
    roomDesk = new RoomDesk(days, access(), register.house.audit());
    bookings = bookings(register.timeline);
    contacts = contacts(register.timeline, register.evidence);
    cancellations = cancellations(register.timeline);
    reader = new ContactReader(tx, access(), register.people, register.staff, rooms, choices);
    views =
        new ContactViews(
            tx,
            keys(),
            access(),
            register.people,
            register.staff,
            register.safety,
            rooms,
            choices,
            settings);
    offers =
        new BookingOffers(
            tx,
            access(),
            register.access.colleagues(),
            register.people,
            register.staff,
            rooms,
            choices,
            register.files,
            settings);
    series = new SeriesDesk(tx, bookings).with(new CzechLaw());
    office = before == null ? office(register) : before.office;
    director = office.director();
  }

  private static Office office(Register register) {
    Module[] all = {new SupervisedContactsModule(), new CalendarModule(), new DocumentsModule()};
    for (Module module : all) {
      register.access.grants().add(module);
    }
    return new Office(register, all);
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
        register.evidence,
        releases,
        register.search);
  }

  /** How long facilitators reach the children. */
  public FacilitatorReach reach() {
    return new FacilitatorReach(register.house.relations(), settings, new ApprovedReports(tx));
  }

  public Bookings bookings(Timeline timeline) {
    return new Bookings(
        tx,
        keys(),
        access(),
        register.access.colleagues(),
        register.house.audit(),
        reach(),
        register.people,
        register.staff,
        register.files,
        calendar,
        choices,
        settings,
        register.overrides,
        new RiskGate(tx),
        timeline,
        texts());
  }

  public Contacts contacts(Timeline timeline, Evidence evidence) {
    return new Contacts(tx, access(), register.people, tookPlace(timeline, evidence));
  }

  public TookPlace tookPlace(Timeline timeline, Evidence evidence) {
    return new TookPlace(
        register.house.audit(),
        register.people,
        reach(),
        register.files,
        settings,
        register.overrides,
        register.tasks,
        evidence,
        register.time,
        timeline,
        texts());
  }

  public Cancellations cancellations(Timeline timeline) {
    return new Cancellations(
        tx,
        keys(),
        access(),
        register.house.audit(),
        register.people,
        reach(),
        register.files,
        calendar,
        settings,
        register.overrides,
        register.tasks,
        register.evidence,
        register.time,
        timeline,
        texts());
  }

  /** The ways of the page of the module, over what waits in this centre. */
  public Ways ways() {
    return new Ways(
        new RequestReader(
            tx, keys(), access(), register.people, register.staff, WorkingDays.of(List.of())),
        new RiskReader(tx, keys(), access(), register.people, register.staff),
        new DueReader(tx, access(), register.people, settings),
        new ReportReader(tx, keys(), access(), register.people, register.staff));
  }

  /** What the module tells of a person whose records are looked through. */
  public PersonDataOwner personData() {
    return new OwnersTogether(
        List.of(
            new PlansPersonData(
                new PlanData(
                    tx, keys(), register.timeline, apart, register.evidence, register.search)),
            new ContactsPersonData(new ContactData(tx, register.timeline))));
  }

  /** Somebody new with this role, who can sign in. */
  public Viewer viewer(String role) {
    return office.colleague(role);
  }

  /** A family of its own with a key worker, and a plan by which the child may meet its mother. */
  public Case opened() {
    Viewer worker = viewer("key-worker");
    return opened(
        worker, register.family(director, worker, "Slavíková " + number.incrementAndGet()));
  }

  /** The same with a mother whom the register knows. */
  public Case opened(PersonId mother) {
    Case opened = opened();
    known(opened, mother, null);
    return opened;
  }

  /**
   * Whom the plan allows is this person of the register.
   *
   * @param together siblings with whom she may be only when all are there; null for none
   */
  public void known(Case opened, PersonId mother, TogetherId together) {
    tx.run(
        em ->
            PlanQueries.people(em, List.of(opened.plan().value())).stream()
                .filter(person -> person.standing() == Standing.ALLOWED)
                .forEach(
                    person -> {
                      person.is(mother);
                      person.onlyWith(together);
                    }));
  }

  /** These children may meet somebody only all together. */
  public TogetherId together(PersonId... children) {
    TogetherId group = TogetherId.next();
    tx.run(em -> List.of(children).forEach(child -> em.persist(new TogetherChild(group, child))));
    return group;
  }

  /** A plan for the child of this family. */
  public Case opened(Viewer worker, Family family) {
    PlanId plan = plans.make(worker, family.file(), family.child(), TERMS, List.of(MOTHER, FATHER));
    return new Case(worker, family, register.files.childFile(family.child()), plan);
  }

  public RoomId room() {
    return roomDesk.add(
        director,
        new RoomFacts("Pokoj " + number.incrementAndGet(), RoomFacts.USUAL_SEATS, false, "", true));
  }

  /** A contact of tomorrow afternoon with the mother. */
  public ContactId booked(Case opened, Viewer facilitator) {
    return book(opened, room(), facilitator.staff(), slot(TODAY.plusDays(1), "14:00", "15:00"));
  }

  /** With a reason where the key worker assists. */
  public ContactId book(Case opened, RoomId room, StaffId facilitator, Slot slot) {
    return bookings.book(
        opened.worker(),
        NewContact.of(opened.plan(), slot, Place.in(room), facilitator, allowed(opened)),
        opened.worker().staff().equals(facilitator) || longer(slot) ? BECAUSE : null);
  }

  private static boolean longer(Slot slot) {
    return Duration.between(slot.start(), slot.end()).toMinutes() > TERMS.minutes();
  }

  /** What the contact is for the only child, or the first one, whom the viewer may see. */
  public ContactView.Part part(Viewer viewer, ContactId id) {
    return views.view(viewer, id).children().get(0);
  }

  /** The contact took place as planned with these, and is written down. */
  public void held(Viewer viewer, ContactId id, Set<PlanPersonId> came) {
    held(viewer, id, views.view(viewer, id).row().version(), came);
  }

  /** The same, as somebody writes it down who has seen this version. */
  public void held(Viewer viewer, ContactId id, long version, Set<PlanPersonId> came) {
    Set<ContactChildId> children = new HashSet<>();
    views.view(viewer, id).children().forEach(part -> children.add(part.id()));
    contacts.held(
        viewer,
        id,
        version,
        new Contacts.There(children, came, null),
        Contacts.Lasted.AS_PLANNED,
        null);
  }

  /** What was observed of the first child, as it was written down before there were reports. */
  public void formerly(Viewer writer, ContactId id, String before, String during, String after) {
    ContactChildId child = part(writer, id).id();
    ChildFileId file = new ChildFileId(part(writer, id).row().childFile());
    SealedTexts sealed = new SealedTexts(keys());
    tx.run(
        em ->
            FormerRecords.put(
                em,
                child,
                sealed.seal(file, SealedTexts.BEFORE, child.value(), before),
                sealed.seal(file, SealedTexts.DURING, child.value(), during),
                sealed.seal(file, SealedTexts.AFTER, child.value(), after),
                writer.staff(),
                writer.now()));
  }

  /** It was waited in vain for those whom the children were to meet. */
  public void missed(Viewer viewer, ContactId id) {
    ContactView contact = views.view(viewer, id);
    Set<ContactChildId> children = new HashSet<>();
    contact.children().forEach(part -> children.add(part.id()));
    cancellations.missed(
        viewer,
        id,
        contact.row().version(),
        new Cancellations.NoShow(children, Set.of(), 15, "Nikdo nepřišel.", StaffEffort.NONE));
  }

  public void cancel(
      Viewer viewer, ContactId id, long version, CancelledBy by, Instant told, String reason) {
    cancellations.cancel(
        viewer, id, version, new Cancellations.Cancellation(by, told, reason, StaffEffort.NONE));
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

  public Slot slot(LocalDate day, String from, String to) {
    return new Slot(moment(day, from), moment(day, to));
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
