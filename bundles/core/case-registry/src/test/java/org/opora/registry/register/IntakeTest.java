package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ContactDesk;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.ContactQueries.Which;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Requests of carers, inquiries and first contacts: who sees which, and what becomes of them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aRequestRemindsUntilItIsAnswered() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Žádající");
    UUID request = ask(director, family);
    RequestLine line = rooms.requests.view(worker, family.file(), request);
    assertEquals("Týden o prázdninách", line.wish());
    assertEquals(LocalDate.of(2026, 11, 11), line.answerBy(), "ten working days");
    assertEquals("§ 47a", line.paragraph());
    Page<RequestLine> mine = rooms.requests.list(worker, null, false, null, 50);
    assertTrue(ids(mine).contains(request));
    assertTrue(
        mine.items().stream().allMatch(one -> one.wish() == null), "no list opens what was said");
    assertTrue(ids(rooms.requests.list(director, null, false, null, 50)).contains(request));
    TaskLine task = task(worker);
    assertEquals(LocalDate.of(2026, 11, 11), task.due(), "the key worker is reminded");
    assertEquals("/files/" + family.file() + "/requests/" + request, task.href());
    assertEquals(1, evidence(family, RequestDesk.ASKED));
    assertEquals(0, evidence(family, RequestDesk.ANSWERED));

    answer(worker, family, request, new Answer("Víkend", TODAY, null, null, null));
    assertTrue(rooms.requests.view(worker, family.file(), request).open(), "an offer is no answer");
    answer(worker, family, request, new Answer("Víkend", TODAY, Outcome.PROVIDED, TODAY, null));
    RequestLine closed = rooms.requests.view(worker, family.file(), request);
    assertEquals(Outcome.PROVIDED, closed.outcome());
    assertFalse(ids(rooms.requests.list(worker, null, false, null, 50)).contains(request));
    assertEquals(List.of(request), ids(rooms.requests.list(worker, family.file(), true, null, 50)));
    assertEquals(List.of(), register.desk.list(worker, worker.staff(), false, null, 5).items());
    assertEquals(1, evidence(family, RequestDesk.ANSWERED));
    List<String> story =
        register.timeline.of(worker, family.file(), null, 20).items().stream()
            .map(entry -> entry.kind())
            .toList();
    assertTrue(story.contains(RequestDesk.ASKED) && story.contains(RequestDesk.ANSWERED));
    assertEquals(
        "outcome",
        refused(() -> answer(worker, family, request, new Answer("x", TODAY, null, null, null))),
        "what is answered is never open again");
  }

  @Test
  void aRequestIsNeverPlainlyRefused() {
    Family family = register.family(director, null, "Odmítaná");
    UUID request = ask(director, family);
    Answer plain = new Answer(null, null, Outcome.NOT_POSSIBLE, TODAY, null);
    assertEquals("reason", refused(() -> answer(director, family, request, plain)));
    Answer nothing = new Answer(null, null, Outcome.NOT_POSSIBLE, TODAY, "Není místo");
    assertEquals("offer", refused(() -> answer(director, family, request, nothing)));
    Answer future = new Answer("Jindy", TODAY.plusDays(1), Outcome.PROVIDED, TODAY, null);
    assertEquals("offeredOn", refused(() -> answer(director, family, request, future)));
    Answer before = new Answer(null, null, Outcome.NOT_NEEDED, TODAY.minusDays(40), null);
    assertEquals("decidedOn", refused(() -> answer(director, family, request, before)));
    Answer empty = new Answer(" ", null, null, null, null);
    assertEquals("outcome", refused(() -> answer(director, family, request, empty)));
    assertThrows(
        Stale.class,
        () ->
            rooms.requests.answer(
                director, request, 0, new Answer(null, null, Outcome.NOT_NEEDED, TODAY, null)));
    answer(
        director,
        family,
        request,
        new Answer("Hlídání doma", TODAY, Outcome.NOT_POSSIBLE, TODAY, "Není místo"));
    RequestLine line = rooms.requests.view(director, family.file(), request);
    assertEquals("Není místo", line.reason());
    assertEquals("Hlídání doma", line.offer());
  }

  @Test
  void onlyACarerAsksForWhatTheLawKnowsOnThatDay() {
    Family family = register.family(director, null, "Nároková");
    assertEquals(
        "askedBy", refused(() -> ask(director, family, family.child(), TODAY, "cz.47a.a")));
    assertEquals("right", refused(() -> ask(director, family, family.carer(), TODAY, "cz.47a.z")));
    assertEquals(
        "right",
        refused(() -> ask(director, family, family.carer(), LocalDate.of(2012, 1, 1), "cz.47a.a")));
    assertEquals(
        "askedOn",
        refused(() -> ask(director, family, family.carer(), TODAY.plusDays(1), "cz.47a.a")));
  }

  @Test
  void aFileIsNotClosedOverAnOpenRequest() {
    CaseFileId file =
        register.files.open(director, new NewFile(null, "Uzavíraná", LocalDate.of(2026, 1, 10)));
    PersonId carer = register.person(director, "Petr", "Uzavíraný", LocalDate.of(1980, 1, 1));
    register.files.addCarer(director, file, carer, LocalDate.of(2026, 1, 10));
    AgreementId agreement =
        register.agreements.conclude(
            director,
            file,
            new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2026, 1, 10), "Město"));
    UUID request =
        rooms.requests.record(
            director, file, new Asked(TODAY.minusDays(7), carer, "cz.47a.a", "Hlídání"));
    register.agreements.end(director, agreement, TODAY.minusDays(1));
    Refused waits =
        assertThrows(
            Refused.class,
            () ->
                register.files.close(
                    director, file, register.files.cover(director, file).version(), TODAY));
    assertEquals("refused.close-request", waits.text().key());
    rooms.requests.answer(
        director,
        request,
        rooms.requests.view(director, file, request).version(),
        new Answer(null, null, Outcome.NOT_NEEDED, TODAY, "Hlídá babička"));
    register.files.close(director, file, register.files.cover(director, file).version(), TODAY);
    assertThrows(
        Refused.class,
        () -> rooms.requests.record(director, file, new Asked(TODAY, carer, "cz.47a.a", "Znovu")));
    assertEquals(
        1,
        register.own.export(Set.of(carer)).stream()
            .filter(fact -> fact.label().key().equals("field.service-request"))
            .count());
  }

  @Test
  void aRequestIsSeenWithTheFileOnly() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Viděná");
    UUID request = ask(worker, family);
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> rooms.requests.view(stranger, family.file(), request));
    assertThrows(NotFound.class, () -> ask(stranger, family));
    assertThrows(
        NotFound.class, () -> rooms.requests.list(stranger, family.file(), false, null, 5));
    assertEquals(List.of(), ids(rooms.requests.list(stranger, null, false, null, 50)));
    Viewer walled = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(family.file()), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> rooms.requests.view(walled, family.file(), request));
    assertFalse(ids(rooms.requests.list(walled, null, false, null, 100)).contains(request));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> rooms.requests.list(it, null, false, null, 5));
    assertThrows(NotAllowed.class, () -> rooms.requests.view(it, family.file(), request));
    Family other = register.family(director, worker, "Jiná");
    assertThrows(NotFound.class, () -> rooms.requests.view(worker, other.file(), request));
  }

  @Test
  void listsOfRequestsArePagedByKey() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Stránková");
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(ask(worker, family, family.carer(), TODAY.minusDays(30 - i * 2), "cz.47a.b"));
    }
    List<UUID> found = new ArrayList<>();
    String after = null;
    do {
      Page<RequestLine> page = rooms.requests.list(worker, null, false, after, 2);
      found.addAll(ids(page));
      after = page.next();
    } while (after != null);
    assertEquals(all, found, "the first to be answered comes first");
  }

  @Test
  void anInquiryFollowsTheFileThatCameOfIt() {
    Viewer writer = register.viewer("key-worker");
    Viewer other = register.viewer("key-worker");
    UUID inquiry =
        rooms.inquiries.record(
            writer, new NewInquiry(TODAY, "Nováková", "600 111 222", "Ptá se", writer.staff()));
    assertEquals("Nováková", rooms.inquiries.view(writer, inquiry).name());
    assertEquals("Ptá se", rooms.inquiries.view(director, inquiry).note());
    assertThrows(NotFound.class, () -> rooms.inquiries.view(other, inquiry));
    assertFalse(inquiries(other).contains(inquiry));
    assertTrue(inquiries(writer).contains(inquiry));
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> rooms.inquiries.view(it, inquiry));
    assertThrows(NotAllowed.class, () -> inquiries(it));

    CaseFileId file =
        rooms.inquiries.accept(
            director,
            inquiry,
            () -> {
              CaseFileId opened =
                  register.files.open(director, new NewFile(null, "Nováková", TODAY));
              register.files.assign(director, opened, other.staff(), null, TODAY);
              return opened;
            });
    InquiryLine accepted = rooms.inquiries.view(director, inquiry);
    assertEquals(InquiryState.ACCEPTED, accepted.state());
    assertEquals(file, accepted.file());
    InquiryLine theirs = rooms.inquiries.view(other, inquiry);
    assertEquals("Ptá se", theirs.note(), "the key worker now");
    assertNull(theirs.name(), "with the person");
    assertNull(theirs.phone(), "with the person, under the rules of whereabouts");
    assertTrue(inquiries(other).contains(inquiry));
    assertThrows(NotFound.class, () -> rooms.inquiries.view(writer, inquiry));
    assertFalse(inquiries(writer).contains(inquiry), "who took the call does not see the file");
    assertThrows(
        Refused.class, () -> rooms.inquiries.accept(director, inquiry, () -> file), "once only");
    Viewer walled = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(file), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> rooms.inquiries.view(walled, inquiry));
    assertFalse(inquiries(walled).contains(inquiry));
  }

  @Test
  void theWaitingListKeepsItsOrder() {
    List<UUID> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      UUID one =
          rooms.inquiries.record(
              director,
              new NewInquiry(TODAY.minusDays(20), "Č" + i, "600", null, director.staff()));
      // The one who asked last waits longest.
      rooms.inquiries.go(
          director, one, version(one), InquiryState.WAITING, TODAY.minusDays(10 + i));
      waiting.add(0, one);
    }
    Page<InquiryLine> list = rooms.inquiries.list(director, InquiryQueries.Which.WAITING, null, 50);
    assertEquals(waiting, list.items().stream().map(InquiryLine::id).toList());
    assertEquals(List.of(1, 2, 3), list.items().stream().map(InquiryLine::place).toList());
    UUID first = waiting.get(0);
    assertEquals(
        "on",
        refused(
            () ->
                rooms.inquiries.go(
                    director, first, version(first), InquiryState.OFFERED, TODAY.minusDays(15))));
    rooms.inquiries.go(director, first, version(first), InquiryState.OFFERED, TODAY);
    assertEquals(1, rooms.inquiries.view(director, waiting.get(1)).place(), "the next moves up");
    assertEquals(
        "next",
        refused(
            () ->
                rooms.inquiries.go(director, first, version(first), InquiryState.REFUSED, TODAY)));
    rooms.inquiries.go(director, first, version(first), InquiryState.WITHDRAWN, TODAY);
    assertFalse(rooms.inquiries.view(director, first).open());
    assertEquals(
        "doer",
        refused(
            () ->
                rooms.inquiries.record(
                    director, new NewInquiry(TODAY, "X", "600", null, StaffId.next()))));
    assertEquals(
        "phone",
        refused(
            () ->
                rooms.inquiries.record(
                    director, new NewInquiry(TODAY, "X", " ", null, director.staff()))));
  }

  @Test
  void theClockOfTheFirstAnswerRunsByUrgency() {
    LocalDate friday = LocalDate.of(2026, 10, 30);
    UUID urgent = come(director, friday, Pressing.URGENT, null, NextStep.NONE);
    UUID soon = come(director, friday, Pressing.SOON, null, NextStep.CALL_BACK);
    UUID calm = come(director, friday, Pressing.CALM, friday, NextStep.NONE);
    assertEquals(friday, rooms.contacts.view(director, urgent).line().respondBy());
    assertTrue(rooms.contacts.view(director, urgent).line().late());
    assertEquals(LocalDate.of(2026, 11, 3), rooms.contacts.view(director, soon).line().respondBy());
    assertFalse(rooms.contacts.view(director, calm).line().open(), "answered at once");
    List<UUID> open =
        rooms.contacts.list(director, new Which(true, true, null, null), null, 50).items().stream()
            .map(line -> line.id())
            .toList();
    assertEquals(List.of(urgent, soon), open, "the overdue one first");
    assertEquals(
        3,
        rooms
            .contacts
            .list(director, new Which(false, true, YearMonth.of(2026, 10), null), null, 50)
            .items()
            .size());
    assertEquals(
        List.of(calm),
        rooms
            .contacts
            .list(director, new Which(false, true, YearMonth.of(2026, 10), Pressing.CALM), null, 50)
            .items()
            .stream()
            .map(line -> line.id())
            .toList());
    rooms.figures.set(director, FigureKind.URGENT_DAYS, 1, LocalDate.of(2026, 11, 1));
    UUID now = come(director, TODAY, Pressing.URGENT, TODAY, NextStep.NONE);
    assertEquals(TODAY.plusDays(1), rooms.contacts.view(director, now).line().respondBy());
    assertEquals(
        friday,
        rooms.contacts.view(director, urgent).line().respondBy(),
        "what was reckoned stays");
  }

  @Test
  void aFirstContactNeedsNoNameAndMakesNoPerson() {
    Viewer worker = register.viewer("key-worker");
    Viewer other = register.viewer("key-worker");
    UUID contact = come(worker, TODAY, Pressing.CALM, null, NextStep.CALL_BACK);
    ContactDesk.Seen seen = rooms.contacts.view(worker, contact);
    assertNull(seen.said().name());
    assertEquals("Bojí se o dítě", seen.said().says());
    assertEquals(TODAY.plusDays(3), task(worker).due(), "calling back is a task");
    assertThrows(NotFound.class, () -> rooms.contacts.view(other, contact));
    assertEquals(
        List.of(),
        rooms.contacts.list(other, new Which(false, false, null, null), null, 50).items());
    assertThrows(
        NotAllowed.class, () -> rooms.contacts.view(register.viewer("it-administrator"), contact));
    assertThrows(
        Stale.class,
        () ->
            rooms.contacts.amend(
                worker, contact, 9, entry(worker, TODAY, Pressing.CALM, TODAY, NextStep.NONE)));
    rooms.contacts.amend(
        worker, contact, seen.version(), entry(worker, TODAY, Pressing.CALM, TODAY, NextStep.NONE));
    assertEquals(List.of(), register.desk.list(worker, worker.staff(), false, null, 5).items());

    CaseFileId file =
        rooms.contacts.opensFile(
            director,
            contact,
            () -> register.files.open(director, new NewFile(null, "Vzniklá", TODAY)));
    assertEquals(file, rooms.contacts.view(director, contact).line().file());
    assertThrows(NotFound.class, () -> rooms.contacts.view(worker, contact));
    register.files.assign(director, file, other.staff(), null, TODAY);
    assertEquals(contact, rooms.contacts.view(other, contact).line().id());
  }

  private UUID come(
      Viewer viewer, LocalDate on, Pressing urgency, LocalDate answered, NextStep next) {
    return rooms.contacts.record(viewer, entry(viewer, on, urgency, answered, next));
  }

  private static ContactDesk.Entry entry(
      Viewer viewer, LocalDate on, Pressing urgency, LocalDate answered, NextStep next) {
    return new ContactDesk.Entry(
        on,
        LocalTime.of(9, 30),
        Way.PHONE,
        Set.of(Topic.CHILD),
        urgency,
        new ContactDesk.Said(null, null, "Bojí se o dítě", null, null, null, null),
        answered,
        next,
        next == NextStep.NONE ? null : on.plusDays(3),
        viewer.staff(),
        8);
  }

  private UUID ask(Viewer viewer, Family family) {
    return ask(viewer, family, family.carer(), LocalDate.of(2026, 10, 28), "cz.47a.b");
  }

  private UUID ask(Viewer viewer, Family family, PersonId by, LocalDate on, String right) {
    return rooms.requests.record(
        viewer, family.file(), new Asked(on, by, right, "Týden o prázdninách"));
  }

  private void answer(Viewer viewer, Family family, UUID request, Answer answer) {
    rooms.requests.answer(
        viewer, request, rooms.requests.view(viewer, family.file(), request).version(), answer);
  }

  private long version(UUID inquiry) {
    return rooms.inquiries.view(director, inquiry).version();
  }

  private List<UUID> inquiries(Viewer viewer) {
    return rooms.inquiries.list(viewer, InquiryQueries.Which.ALL, null, 100).items().stream()
        .map(InquiryLine::id)
        .toList();
  }

  private TaskLine task(Viewer viewer) {
    return register.desk.list(viewer, viewer.staff(), false, null, 5).items().get(0);
  }

  private int evidence(Family family, String kind) {
    return register.evidence.of(director, family.file(), family.carer(), kind, 10).size();
  }

  private static List<UUID> ids(Page<RequestLine> page) {
    return page.items().stream().map(RequestLine::id).toList();
  }

  private static String refused(Runnable act) {
    return assertThrows(Refused.class, act::run).field();
  }
}
