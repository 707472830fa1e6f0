package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.Placements;
import org.opora.api.files.ReopeningReason;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.InquiryBack.Back;
import org.opora.registry.intake.application.InquiryCorrections.Before;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** An inquiry that was accepted by mistake is turned back, unless something was built upon it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryBackTest {
  private static final String MIGRATION = "/db/V274__contacts_of_inquiries_before.sql";
  private static final LocalDate TODAY = Register.TODAY;
  private static final LocalDate ASKED = TODAY.minusDays(20);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Office office;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    office = new Office(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aFileThatWasOpenedForItIsClosedAsOpenedByMistake() {
    UUID contact = contact();
    UUID inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(TODAY, "Malá", "600 1", "Ptá se", director.staff()), contact);
    CaseFileId file = rooms.inquiries.accept(director, inquiry, this::family);
    assertEquals(file, rooms.contacts.view(director, contact).line().file());
    assertEquals(0, reminders(inquiry));

    back(inquiry, InquiryState.NEW, TODAY);
    InquiryLine line = view(inquiry);
    assertEquals(InquiryState.NEW, line.state());
    assertNull(line.file());
    assertEquals(
        List.of("Malá", "600 2", "Ptá se"), List.of(line.name(), line.phone(), line.note()));
    assertEquals(1, reminders(inquiry), "somebody sees to it again");
    assertEquals(0, at("/intake/" + contact), "the inquiry the contact asked for is there");
    Before before = rooms.corrections.of(director, inquiry).get(0);
    assertEquals(InquiryState.ACCEPTED, before.state());
    assertEquals("Spletl jsem si řádek.", before.reason());
    ContactDesk.Seen seen = rooms.contacts.view(director, contact);
    assertNull(seen.line().file(), "the contact comes back with it");
    assertEquals(List.of("Malá", "Bojí se"), List.of(seen.said().name(), seen.said().says()));

    var cover = register.files.cover(director, file);
    assertEquals(TODAY, cover.closedOn());
    assertEquals(ClosingReason.MISTAKE, cover.closedFor().code());
    assertTrue(
        register.files.history(director, file).carers().stream()
            .allMatch(carer -> TODAY.equals(carer.until())),
        "whoever was in it is not any more");
    assertTrue(
        register.timeline.of(director, file, null, 20).items().stream()
            .anyMatch(entry -> entry.kind().equals("file-closed")));
    assertEquals(1, office.acts("inquiry=" + inquiry + ";to=NEW"));
    CaseFileId again = rooms.inquiries.accept(director, inquiry, this::family);
    assertEquals(again, view(inquiry).file(), "and it can be accepted, this time rightly");
  }

  @Test
  void whoWasToComeLaterHindersNothingAndComesBackWithTheFile() {
    UUID inquiry = asked();
    CaseFileId file = rooms.inquiries.accept(director, inquiry, this::family);
    PersonId second = register.person(director, "Jan", "Omylný", LocalDate.of(1981, 1, 1));
    PersonId here = register.person(director, "Ema", "Omylná", LocalDate.of(2018, 1, 1));
    PersonId coming = register.person(director, "Ota", "Omylný", LocalDate.of(2019, 1, 1));
    LocalDate monday = TODAY.plusDays(4);
    register.files.addCarer(director, file, second, monday);
    register.placements.place(director, file, here, TODAY, null);
    register.placements.place(director, file, coming, monday, null);
    back(inquiry, InquiryState.NEW, TODAY);
    assertEquals(TODAY, register.files.cover(director, file).closedOn());
    assertEquals(
        Set.of(TODAY, monday),
        register.placements.of(director, file).stream()
            .map(stay -> stay.until())
            .collect(Collectors.toSet()),
        "no longer than the first day");
    // It was no mistake: everybody is in it again, though it is a file with an agreement.
    LocalDate day = TODAY.plusDays(2);
    register.house.clock().set(day);
    register.files.reopen(
        director,
        file,
        register.files.cover(director, file).version(),
        day,
        ReopeningReason.MISTAKE);
    assertEquals(
        Map.of(here, day, coming, monday),
        register.placements.of(director, file).stream()
            .filter(stay -> stay.until() == null)
            .collect(Collectors.toMap(Placements.Stay::child, Placements.Stay::from)));
    assertEquals(
        2,
        register.files.history(director, file).carers().stream()
            .filter(carer -> carer.until() == null)
            .count());
    register.house.clock().set(TODAY);
  }

  @Test
  void aFileInWhichSomebodyHasWorkedIsNotTakenBack() {
    UUID inquiry = asked();
    CaseFileId file = rooms.inquiries.accept(director, inquiry, this::family);
    register.desk.add(
        director,
        new NewTask(About.file(file), null, "Zavolat", director.staff(), TODAY.plusDays(1)));
    assertEquals("refused.file-used", refused(inquiry, InquiryState.NEW, TODAY));
    assertEquals(InquiryState.ACCEPTED, view(inquiry).state(), "nothing has happened");
    assertEquals(file, view(inquiry).file());
    assertNull(register.files.cover(director, file).closedOn());

    UUID agreed = asked();
    CaseFileId other = rooms.inquiries.accept(director, agreed, this::family);
    register.agreements.conclude(
        director, other, new NewAgreement(CareKind.LONG_TERM, true, TODAY, "Zlín"));
    assertEquals("refused.file-used", refused(agreed, InquiryState.NEW, TODAY));
  }

  @Test
  void aFileTheFamilyHadBeforeStaysAsItIs() {
    Family family = register.family(director, null, "Měla spis");
    UUID inquiry = asked();
    rooms.inquiries.go(
        director, inquiry, version(inquiry), InquiryState.WAITING, TODAY.minusDays(9));
    into(inquiry, family.file());
    back(inquiry, InquiryState.WAITING, TODAY.minusDays(2));
    assertEquals(InquiryState.WAITING, view(inquiry).state());
    assertEquals(TODAY.minusDays(9), view(inquiry).waitingSince(), "the place on the list is kept");
    assertNull(register.files.cover(director, family.file()).closedOn());
    assertEquals(1, register.files.header(director, family.file()).carers().size());
    assertNull(rooms.corrections.of(director, inquiry).get(0).founded(), "nothing was opened");
  }

  @Test
  void whoMaySeeTheFileThatHadBeenOpenedForItStillFindsIt() {
    Viewer worker = office.colleague("key-worker");
    Viewer second = office.colleague("director");
    UUID inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(ASKED, "Malá", "600 1", null, worker.staff()));
    CaseFileId file = rooms.inquiries.accept(director, inquiry, this::family);
    back(inquiry, InquiryState.NEW, TODAY);
    register
        .access
        .walls()
        .raise(director, second.staff(), Subject.of(file), Ground.CONFLICT_OF_INTEREST);
    String number = register.files.cover(director, file).header().number();
    assertEquals(number, rooms.corrections.of(director, inquiry).get(0).founded().number());
    Doors doors = rooms.doors();
    for (Viewer viewer : List.of(director, worker, second)) {
      boolean sees = viewer == director;
      assertEquals(sees, rooms.corrections.of(viewer, inquiry).get(0).founded() != null);
      Asked asked = doors.knock(viewer, "/inquiries/" + inquiry, Map.of());
      String page = doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
      assertTrue(page.contains("Spletl jsem si řádek."), page);
      assertEquals(sees, page.contains("/files/" + file), page);
      assertEquals(sees, page.contains(number), page);
      assertEquals(sees, asked.shown().contains(Subject.of(file)), "it is recorded who saw it");
    }
  }

  @Test
  void theContactOfAnInquiryAcceptedLongAgoComesBackToo() throws IOException {
    UUID contact = contact();
    UUID old = ofContact(contact);
    rooms.inquiries.accept(director, old, this::family);
    UUID known = ofContact(contact());
    rooms.inquiries.accept(director, known, this::family);
    UUID open = ofContact(contact());
    CaseFileId family = family();
    UUID theirs = ofContact(contact());
    into(theirs, family);
    wrote(theirs, false);
    wrote(old, false);
    wrote(known, true);
    String migration;
    try (InputStream in = getClass().getResourceAsStream(MIGRATION)) {
      migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String update = migration.substring(migration.indexOf("UPDATE"), migration.lastIndexOf(';'));
    register.tx.run(em -> em.createNativeQuery(update).executeUpdate());
    assertTrue(withContact(old));
    assertFalse(withContact(known), "what was written down of it holds");
    assertFalse(withContact(open), "it has not gone anywhere");
    assertFalse(withContact(theirs), "no file was opened by mistake");

    back(old, InquiryState.NEW, TODAY);
    ContactDesk.Seen seen = rooms.contacts.view(director, contact);
    assertNull(seen.line().file(), "it does not stay behind");
    assertEquals(List.of("Malá", "Bojí se"), List.of(seen.said().name(), seen.said().says()));
  }

  private UUID ofContact(UUID contact) {
    return rooms.inquiries.record(
        director, new NewInquiry(TODAY, "Malá", "600 1", null, director.staff()), contact);
  }

  /** As it stood when less was written down. */
  private void wrote(UUID inquiry, boolean founded) {
    register.tx.run(em -> em.find(Inquiry.class, inquiry).brought(founded, false, false));
  }

  private boolean withContact(UUID inquiry) {
    return register.tx.read(
        em ->
            em.createQuery("SELECT i.withContact FROM Inquiry i WHERE i.id = :id", Boolean.class)
                .setParameter("id", inquiry)
                .getSingleResult());
  }

  @Test
  void anAgreementInPreparationThereWasBeforeGoesOnByItself() {
    CaseFileId file = family();
    AgreementId prepared = propose(file);
    UUID inquiry = asked();
    into(inquiry, file);
    assertEquals(inquiry, inquiryOf(prepared));
    back(inquiry, InquiryState.OFFERED, TODAY);
    assertNull(inquiryOf(prepared));

    CaseFileId empty = family();
    UUID built = asked();
    into(built, empty);
    AgreementId later = propose(empty);
    assertEquals(built, inquiryOf(later));
    assertEquals("refused.inquiry-built", refused(built, InquiryState.NEW, TODAY));
    assertEquals(built, inquiryOf(later));
  }

  @Test
  void onlyWhoAnswersForTheReturnWithAReasonAndWhatIsTrue() {
    UUID inquiry = asked();
    assertEquals("refused.inquiry-not-accepted", refused(inquiry, InquiryState.NEW, TODAY));
    rooms.inquiries.accept(director, inquiry, this::family);
    Viewer worker = office.colleague("key-worker");
    assertThrows(
        NotAllowed.class,
        () -> rooms.back.turn(worker, inquiry, version(inquiry), to(InquiryState.NEW, TODAY)));
    assertEquals("refused.required", refused(inquiry, InquiryState.REFUSED, TODAY));
    assertEquals(
        "refused.inquiry-before-asked", refused(inquiry, InquiryState.OFFERED, ASKED.minusDays(1)));
    assertEquals("refused.future", refused(inquiry, InquiryState.OFFERED, TODAY.plusDays(1)));
    Refused noReason =
        assertThrows(
            Refused.class,
            () ->
                rooms.back.turn(
                    director,
                    inquiry,
                    version(inquiry),
                    new Back(InquiryState.NEW, TODAY, "Malá", "600 2", " ")));
    assertEquals("reason", noReason.field());
    assertThrows(
        Stale.class,
        () ->
            rooms.back.turn(director, inquiry, version(inquiry) - 1, to(InquiryState.NEW, TODAY)));
    back(inquiry, InquiryState.NEW, TODAY);
  }

  private CaseFileId family() {
    CaseFileId file = register.files.open(director, new NewFile(null, "Omylná", TODAY));
    PersonId carer = register.person(director, "Eva", "Omylná", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, file, carer, TODAY);
    return file;
  }

  private AgreementId propose(CaseFileId file) {
    return register.proposals.begin(
        director, file, new NewProposal(CareKind.LONG_TERM, true, "Zlín", TODAY, null));
  }

  private UUID inquiryOf(AgreementId proposal) {
    return register.tx.read(
        em ->
            em.createQuery("SELECT p.inquiry FROM Proposal p WHERE p.id = :id", UUID.class)
                .setParameter("id", proposal.value())
                .getSingleResult());
  }

  private UUID asked() {
    return rooms.inquiries.record(
        director, new NewInquiry(ASKED, "Malá", "600 1", null, director.staff()));
  }

  private void into(UUID inquiry, CaseFileId file) {
    rooms.inquiries.acceptInto(director, inquiry, rooms.openFile.instead(director, file));
  }

  private static Back to(InquiryState state, LocalDate on) {
    return new Back(state, on, "Malá", "600 2", "Spletl jsem si řádek.");
  }

  private void back(UUID inquiry, InquiryState state, LocalDate on) {
    rooms.back.turn(director, inquiry, version(inquiry), to(state, on));
  }

  private String refused(UUID inquiry, InquiryState state, LocalDate on) {
    return assertThrows(Refused.class, () -> back(inquiry, state, on)).text().key();
  }

  private InquiryLine view(UUID inquiry) {
    return rooms.inquiries.view(director, inquiry);
  }

  private long version(UUID inquiry) {
    return view(inquiry).version();
  }

  private long reminders(UUID inquiry) {
    return at("/inquiries/" + inquiry);
  }

  private long at(String page) {
    return register.desk.list(director, director.staff(), false, null, 100).items().stream()
        .filter(task -> page.equals(task.href()))
        .count();
  }

  private UUID contact() {
    return rooms.contacts.record(
        director,
        new ContactDesk.Entry(
            TODAY,
            LocalTime.of(9, 30),
            Way.PHONE,
            Set.of(Topic.AGREEMENT),
            Pressing.SOON,
            new ContactDesk.Said("Malá", "600 1", "Bojí se", null, null, null, null),
            null,
            NextStep.INQUIRY,
            TODAY.plusDays(3),
            director.staff(),
            null));
  }
}
