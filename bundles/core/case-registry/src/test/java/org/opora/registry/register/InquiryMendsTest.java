package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.InquiryCorrections.Before;
import org.opora.registry.intake.application.InquiryCorrections.Correction;
import org.opora.registry.intake.application.InquiryDesk;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.application.InquiryDesk.Refusal;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.InquiryQueries.Which;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** Inquiries between the first call and the file: reminders, corrections, files that are there. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryMendsTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate ASKED = LocalDate.of(2026, 2, 20);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    rooms = new IntakeRooms(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whoeverSeesToAnInquiryIsRemindedUntilItIsSettled() {
    Viewer anna = office.colleague("key-worker");
    Viewer bara = office.colleague("key-worker");
    UUID inquiry = asked(director, TODAY, anna.staff());
    TaskLine task = task(anna);
    assertEquals("/inquiries/" + inquiry, task.href());
    assertEquals(LocalDate.of(2026, 11, 9), task.due(), "five working days");
    assertEquals("Nováková", rooms.inquiries.view(anna, inquiry).name(), "she can open it");

    rooms.inquiries.amend(
        director,
        inquiry,
        version(inquiry),
        new NewInquiry(TODAY, "Nováková", "600", null, bara.staff()));
    assertEquals(List.of(), tasks(anna), "it is Bára's now");
    assertEquals("/inquiries/" + inquiry, task(bara).href());
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.OFFERED, TODAY);
    assertNull(task(bara).due(), "the family thinks it over");
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.WAITING, TODAY);
    assertEquals(List.of(), tasks(bara), "there is nothing to do while they wait");
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.OFFERED, TODAY);
    assertEquals(1, tasks(bara).size());
    rooms.inquiries.go(director, inquiry, version(inquiry), InquiryState.WITHDRAWN, TODAY);
    assertEquals(List.of(), tasks(bara), "settled");

    UUID accepted = asked(director, TODAY, bara.staff());
    assertEquals(1, tasks(bara).size());
    rooms.inquiries.accept(director, accepted, () -> file("Úkolová"));
    assertEquals(List.of(), tasks(bara));
  }

  @Test
  void whoWaitedKeepsTheirPlace() {
    UUID first = asked(director, ASKED, director.staff());
    UUID second = asked(director, ASKED, director.staff());
    step(first, InquiryState.WAITING, LocalDate.of(2026, 3, 1));
    step(second, InquiryState.WAITING, LocalDate.of(2026, 4, 1));
    int place = place(first);
    assertEquals(place + 1, place(second));
    step(first, InquiryState.OFFERED, LocalDate.of(2026, 6, 2));
    step(first, InquiryState.WAITING, LocalDate.of(2026, 6, 20));
    assertEquals(LocalDate.of(2026, 3, 1), view(first).waitingSince());
    assertEquals(place, place(first), "the authority refused; the place is still theirs");
    step(first, InquiryState.WITHDRAWN, TODAY);
    step(second, InquiryState.WITHDRAWN, TODAY);
  }

  @Test
  void aMistakeIsPutRightWithAReasonUntilTheYearIsFiled() {
    Viewer worker = office.colleague("key-worker");
    UUID inquiry = asked(worker, ASKED, worker.staff());
    rooms.inquiries.refuse(
        worker,
        inquiry,
        version(inquiry),
        new Refusal("cz.out-of-mandate", ASKED.plusDays(3), List.of("Organizace A")));
    Correction right =
        new Correction(
            InquiryState.REFUSED,
            ASKED.plusDays(4),
            null,
            "cz.capacity",
            List.of("Organizace A", "Organizace B"),
            "Překlik");
    assertThrows(NotAllowed.class, () -> correct(worker, inquiry, right));
    assertThrows(
        Stale.class, () -> rooms.corrections.correct(director, inquiry, 9, right), "version");
    assertEquals("reason", refused(() -> correct(director, inquiry, because(right, " "))));
    assertEquals(
        "ground",
        refused(
            () ->
                correct(
                    director,
                    inquiry,
                    new Correction(
                        InquiryState.REFUSED, ASKED, null, null, List.of(), "Překlik"))));
    assertEquals(
        "on",
        refused(
            () ->
                correct(
                    director,
                    inquiry,
                    new Correction(
                        InquiryState.OFFERED,
                        ASKED.minusDays(1),
                        null,
                        null,
                        List.of(),
                        "Překlik"))));
    assertEquals(
        "state",
        refused(
            () ->
                correct(
                    director,
                    inquiry,
                    new Correction(
                        InquiryState.ACCEPTED, ASKED, null, null, List.of(), "Překlik"))));
    correct(director, inquiry, right);
    InquiryLine now = view(inquiry);
    assertEquals("cz.capacity", now.groundCode());
    assertEquals(ASKED.plusDays(4), now.stateOn());
    assertEquals(2, now.othersOffered());
    Before before = rooms.corrections.of(director, inquiry).get(0);
    assertEquals(InquiryState.REFUSED, before.state());
    assertEquals(ASKED.plusDays(3), before.stateOn());
    assertEquals("Překlik", before.reason());
    assertEquals(1, office.acts("inquiry=" + inquiry + ";from=REFUSED;to=REFUSED"));

    correct(
        director,
        inquiry,
        new Correction(
            InquiryState.WAITING,
            ASKED.plusDays(5),
            ASKED.plusDays(1),
            null,
            List.of(),
            "Rodina počká"));
    InquiryLine waits = view(inquiry);
    assertEquals(InquiryState.WAITING, waits.state());
    assertEquals(ASKED.plusDays(1), waits.waitingSince());
    assertNull(waits.groundCode());
    assertNull(waits.othersOffered());
    assertEquals(2, rooms.corrections.of(worker, inquiry).size());
    step(inquiry, InquiryState.WITHDRAWN, TODAY);
  }

  @Test
  void anAgreementIsAcceptedIntoTheFileTheFamilyHas() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Dávná");
    String number = register.files.header(director, family.file()).number();
    UUID inquiry = asked(worker, TODAY, worker.staff());
    assertEquals("number", refused(() -> rooms.openFile.find(worker, "999/1999")));
    assertEquals(family.file(), rooms.openFile.find(worker, number).id());
    Family foreign = register.family(director, null, "Cizí");
    assertEquals(
        "number",
        refused(
            () ->
                rooms.openFile.find(
                    worker, register.files.header(director, foreign.file()).number())));
    assertThrows(
        NotFound.class,
        () ->
            rooms.inquiries.accept(
                worker, inquiry, rooms.openFile.instead(worker, foreign.file())));
    assertEquals(InquiryState.NEW, view(inquiry).state(), "nothing has happened");
    CaseFileId closed = file("Zavřená");
    register.files.close(director, closed, register.files.cover(director, closed).version(), TODAY);
    assertEquals(
        "number",
        refused(
            () ->
                rooms.inquiries.accept(
                    director, inquiry, rooms.openFile.instead(director, closed))));
    rooms.inquiries.acceptInto(worker, inquiry, rooms.openFile.instead(worker, family.file()));
    assertEquals(family.file(), view(inquiry).file());
    assertEquals(InquiryState.ACCEPTED, view(inquiry).state());

    UUID contact = contact(worker, worker.staff(), NextStep.NONE);
    rooms.contacts.opensFile(worker, contact, rooms.openFile.instead(worker, family.file()));
    assertEquals(family.file(), rooms.contacts.view(worker, contact).line().file());
  }

  @Test
  void whatWasSaidFollowsTheFileAndTheRightsOfThePerson() {
    UUID contact = contact(director, director.staff(), NextStep.INQUIRY);
    assertEquals(1, tasks(director).stream().filter(at("/intake/" + contact)).count());
    UUID inquiry =
        rooms.inquiries.record(
            director,
            new NewInquiry(TODAY, "Malá", "600 123 456", "Muž je bije", director.staff()),
            contact);
    assertEquals(
        0, tasks(director).stream().filter(at("/intake/" + contact)).count(), "it asked for this");
    assertEquals(inquiry, rooms.inquiries.of(director, contact));
    assertNull(
        refused(
            () ->
                rooms.inquiries.record(
                    director,
                    new NewInquiry(TODAY, "Malá", "600", null, director.staff()),
                    contact)),
        "only one comes of a contact");
    Viewer stranger = office.colleague("key-worker");
    assertThrows(
        NotFound.class,
        () ->
            rooms.inquiries.record(
                stranger, new NewInquiry(TODAY, "X", "600", null, stranger.staff()), contact));
    assertNull(rooms.inquiries.of(stranger, contact));

    PersonId carer = register.person(director, "Eva", "Malá", LocalDate.of(1980, 1, 1));
    PersonId husband = register.person(director, "Jan", "Malý", LocalDate.of(1979, 1, 1));
    CaseFileId file = file("Malá");
    register.files.addCarer(director, file, carer, TODAY);
    register.files.addCarer(director, file, husband, TODAY);
    rooms.inquiries.acceptInto(director, inquiry, rooms.openFile.instead(director, file));
    InquiryLine line = view(inquiry);
    assertNull(line.name());
    assertNull(line.phone());
    assertEquals("Muž je bije", line.note());
    ContactDesk.Seen seen = rooms.contacts.view(director, contact);
    assertEquals(file, seen.line().file(), "the contact goes with it");
    assertNull(seen.said().name());
    assertNull(seen.said().reachedAt());
    assertEquals("Bojí se", seen.said().says());
    // Sealed with the key of the file: it opens under no other.
    assertEquals(
        "Muž je bije",
        register.tx.read(
            em ->
                register
                    .house
                    .keys()
                    .open(
                        Subject.of(file),
                        "INQUIRY.NOTE",
                        inquiry,
                        em.find(Inquiry.class, inquiry).note())));

    assertEquals(2, rooms.data.count(Set.of(carer)));
    assertTrue(
        rooms.data.export(Set.of(husband)).stream()
            .noneMatch(fact -> fact.value().contains("bije") || fact.value().contains("Bojí")),
        "what she said is not handed out to him");
    assertEquals(
        Set.of(inquiry, contact),
        Set.copyOf(rooms.data.review(Set.of(husband)).stream().map(one -> one.record()).toList()));
    rooms.data.erase(Set.of(husband));
    register.own.erase(Set.of(husband));
    assertEquals("Muž je bije", view(inquiry).note(), "it may be hers");
    rooms.data.erase(Set.of(carer));
    register.own.erase(Set.of(carer));
    assertNull(view(inquiry).note());
    assertNull(rooms.contacts.view(director, contact).said().says());
    assertEquals(List.of(), rooms.data.review(Set.of(carer)));
    assertEquals(InquiryState.ACCEPTED, view(inquiry).state(), "it still counts");
  }

  @Test
  void whatAFirstContactAsksForStaysWithSomebodyWhoMaySeeTheFamily() {
    Viewer leads = office.colleague("key-worker");
    Viewer takesCalls = office.colleague("key-worker");
    Family family = register.family(director, leads, "Schůzková");
    UUID contact = contact(takesCalls, takesCalls.staff(), NextStep.APPOINTMENT);
    UUID inquiry =
        rooms.inquiries.record(
            takesCalls,
            new NewInquiry(TODAY, "Schůzková", "600", null, takesCalls.staff()),
            contact);
    rooms.inquiries.acceptInto(director, inquiry, rooms.openFile.instead(director, family.file()));
    assertEquals(0, tasks(takesCalls).stream().filter(at("/intake/" + contact)).count());
    List<TaskLine> now = tasks(leads).stream().filter(at("/intake/" + contact)).toList();
    assertEquals(1, now.size(), "the appointment is still to come");
    assertEquals(leads.staff(), now.get(0).doer());
    assertEquals(family.file(), now.get(0).about().file());
    assertEquals(TODAY.plusDays(3), now.get(0).due());
    assertEquals(family.file(), rooms.contacts.view(leads, contact).line().file(), "it opens");
  }

  @Test
  void aWallAtTheFileClosesWhatCameOfIt() {
    UUID inquiry = asked(director, TODAY, director.staff());
    CaseFileId file = file("Zděná");
    rooms.inquiries.acceptInto(director, inquiry, rooms.openFile.instead(director, file));
    Viewer walled = office.colleague("director");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(file), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> rooms.corrections.of(walled, inquiry));
    assertThrows(
        NotFound.class,
        () ->
            rooms.corrections.correct(
                walled,
                inquiry,
                version(inquiry),
                new Correction(InquiryState.ACCEPTED, TODAY, null, null, List.of(), "Den")));
  }

  @Test
  void aListAsksAsManyQueriesForManyAsForOne() {
    Statements counted = new Statements(register.tx);
    InquiryDesk desk =
        new InquiryDesk(
            counted,
            register.access.access(),
            register.access.audit(),
            register.access.colleagues(),
            register.staff,
            register.tasks,
            new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS),
            register.house.keys(),
            rooms.law,
            rooms.contacts);
    Viewer worker = office.colleague("key-worker");
    waits(worker);
    waits(worker);
    desk.list(worker, Which.WAITING, null, 100);
    long few = asked(counted, () -> assertEquals(2, size(desk, worker)));
    long keys = keys();
    for (int i = 0; i < 10; i++) {
      waits(worker);
    }
    assertEquals(few, asked(counted, () -> assertEquals(12, size(desk, worker))));
    assertEquals(keys, keys(), "no key of its own for each");
    List<InquiryLine> all = desk.list(worker, Which.WAITING, null, 100).items();
    assertTrue(all.stream().allMatch(line -> line.note() == null), "nobody opens what was said");
    assertNotNull(all.get(0).name());
    all.forEach(line -> step(line.id(), InquiryState.WITHDRAWN, TODAY));
  }

  private static int size(InquiryDesk desk, Viewer viewer) {
    return desk.list(viewer, Which.WAITING, null, 100).items().size();
  }

  private static long asked(Statements counted, Runnable read) {
    long before = counted.asked();
    read.run();
    return counted.asked() - before;
  }

  private long keys() {
    return register.tx.read(
        em ->
            ((Number) em.createNativeQuery("SELECT COUNT(*) FROM HOUSE.DATA_KEY").getSingleResult())
                .longValue());
  }

  private void waits(Viewer worker) {
    UUID one =
        rooms.inquiries.record(
            worker, new NewInquiry(TODAY, "Čekající", "600", "Poznámka", worker.staff()));
    step(one, InquiryState.WAITING, TODAY);
  }

  private UUID asked(Viewer viewer, LocalDate on, StaffId doer) {
    return rooms.inquiries.record(viewer, new NewInquiry(on, "Nováková", "600", null, doer));
  }

  private UUID contact(Viewer viewer, StaffId doer, NextStep next) {
    return rooms.contacts.record(
        viewer,
        new ContactDesk.Entry(
            TODAY,
            LocalTime.of(9, 30),
            Way.PHONE,
            Set.of(Topic.AGREEMENT),
            Pressing.SOON,
            new ContactDesk.Said("Malá", "600 123 456", "Bojí se", null, null, null, null),
            null,
            next,
            next == NextStep.NONE ? null : TODAY.plusDays(3),
            doer,
            8));
  }

  private CaseFileId file(String name) {
    return register.files.open(director, new NewFile(null, name, TODAY));
  }

  private void step(UUID inquiry, InquiryState next, LocalDate on) {
    rooms.inquiries.go(director, inquiry, version(inquiry), next, on);
  }

  private void correct(Viewer viewer, UUID inquiry, Correction now) {
    rooms.corrections.correct(viewer, inquiry, version(inquiry), now);
  }

  private static Correction because(Correction now, String reason) {
    return new Correction(
        now.state(), now.on(), now.waitingSince(), now.ground(), now.others(), reason);
  }

  private InquiryLine view(UUID inquiry) {
    return rooms.inquiries.view(director, inquiry);
  }

  private int place(UUID inquiry) {
    return view(inquiry).place();
  }

  private long version(UUID inquiry) {
    return view(inquiry).version();
  }

  private List<TaskLine> tasks(Viewer viewer) {
    return register.desk.list(viewer, viewer.staff(), false, null, 50).items();
  }

  private TaskLine task(Viewer viewer) {
    List<TaskLine> all = tasks(viewer);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static Predicate<TaskLine> at(String href) {
    return task -> href.equals(task.href());
  }

  private static String refused(Runnable act) {
    return assertThrows(Refused.class, act::run).field();
  }
}
