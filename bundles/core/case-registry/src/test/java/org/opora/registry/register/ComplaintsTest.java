package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintLine;
import org.opora.registry.complaints.application.FormerLine;
import org.opora.registry.complaints.application.NewComplaint;
import org.opora.registry.complaints.application.Outcome;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.FormerComplaint;
import org.opora.registry.complaints.domain.How;
import org.opora.registry.complaints.domain.Missing;
import org.opora.registry.complaints.persistence.ComplaintQueries.Show;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.testkit.OnEveryDatabase;

/** Who writes down, sees, handles and closes which complaint, and who learns nothing of it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintsTest {
  private static final String WHO = "Jana Nová, Dlouhá 1";
  private static final String MATTER = "Pracovnice mi měsíc nevolá zpět.";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void onlyTheDirectorAndTheHandlerReadItNotEvenWhoWroteItDown() {
    Viewer writer = office.colleague("key-worker");
    Viewer handler = office.colleague("key-worker");
    Viewer about = office.colleague("key-worker");
    ComplaintDesk.Entered entered = enter(writer, complaint(handler, about));
    assertFalse(entered.seen(), "whoever wrote it down handed it over");
    UUID id = entered.id();
    for (Viewer viewer : List.of(director, handler)) {
      ComplaintLine line = register.complaints.view(viewer, id);
      assertEquals(MATTER, line.matter());
      assertEquals(WHO, line.complainant());
      assertEquals(List.of(about.staff()), line.about());
      assertTrue(ids(list(viewer)).contains(id));
      assertTrue(ids(register.complaints.pending(viewer, 100)).contains(id));
    }
    assertEquals(1, register.inbox.unread(handler), "the handler is told");
    Viewer other = office.colleague("key-worker");
    for (Viewer viewer : List.of(writer, about, other)) {
      closed(viewer, id);
    }
    Viewer administrator = office.colleague("it-administrator");
    assertThrows(NotAllowed.class, () -> register.complaints.view(administrator, id));
    assertThrows(NotAllowed.class, () -> list(administrator));
    assertThrows(NotAllowed.class, () -> enter(administrator, complaint(handler)));
  }

  @Test
  void aDirectorComplainedAboutLearnsNothingOfIt() {
    Viewer other = office.colleague("director");
    Viewer handler = office.colleague("key-worker");
    UUID id = enter(handler, complaint(handler, other)).id();
    closed(other, id);
    assertEquals(MATTER, register.complaints.view(director, id).matter());
    assertTrue(ids(list(handler)).contains(id));
    assertFalse(enter(other, complaint(handler, other)).seen(), "and may still write it down");

    UUID later = enter(other, complaint(other)).id();
    assertEquals(MATTER, register.complaints.view(other, later).matter());
    ComplaintDesk.Entered moved =
        register.complaints.amend(other, later, version(later), complaint(handler, other));
    assertFalse(moved.seen());
    closed(other, later);
  }

  /** Nothing of it is seen or done. */
  private void closed(Viewer viewer, UUID id) {
    assertThrows(NotFound.class, () -> register.complaints.view(viewer, id));
    assertThrows(
        NotFound.class,
        () -> register.complaints.amend(viewer, id, version(id), complaint(director)));
    assertThrows(
        NotFound.class, () -> register.complaints.assess(viewer, id, version(id), whole(director)));
    assertThrows(NotFound.class, () -> register.complaints.close(viewer, id, version(id)));
    assertThrows(NotFound.class, () -> register.complaints.reopen(viewer, id, version(id)));
    assertThrows(NotFound.class, () -> register.complaints.answerers(viewer, id));
    assertThrows(NotFound.class, () -> register.complaints.former(viewer, id));
    assertThrows(NotFound.class, () -> register.complaints.strikeOut(viewer, id, version(id), "x"));
    assertFalse(ids(list(viewer)).contains(id));
    assertFalse(ids(register.complaints.pending(viewer, 100)).contains(id));
  }

  @Test
  void nobodyHandlesOrAnswersAComplaintAboutThemselves() {
    Viewer about = office.colleague("key-worker");
    assertEquals("handler", refused(() -> enter(director, complaint(about, about))));
    UUID id = enter(director, complaint(director, about)).id();
    assertFalse(register.complaints.answerers(director, id).contains(about.staff()));
    assertEquals(
        "answeredBy",
        refused(() -> register.complaints.assess(director, id, version(id), whole(about))));
    Viewer handler = office.colleague("key-worker");
    UUID other = enter(director, complaint(handler)).id();
    assertEquals(
        "handler",
        refused(
            () ->
                register.complaints.amend(
                    director, other, version(other), complaint(handler, handler))));
    register.complaints.assess(director, other, version(other), whole(handler));
    assertEquals(
        "about",
        refused(
            () ->
                register.complaints.amend(
                    director, other, version(other), complaint(director, handler))));
  }

  @Test
  void whoHandsAComplaintOverDoesNotSeeItAnyMore() {
    Viewer before = office.colleague("key-worker");
    Viewer after = office.colleague("key-worker");
    UUID id = enter(director, complaint(before)).id();
    assertFalse(register.complaints.amend(before, id, version(id), complaint(after)).seen());
    closed(before, id);
    assertEquals(MATTER, register.complaints.view(after, id).matter());
    assertEquals(1, register.inbox.unread(after));
  }

  @Test
  void itIsClosedOnlyWithAFindingAndAnAnswer() {
    Viewer handler = office.colleague("key-worker");
    UUID id = enter(director, complaint(handler)).id();
    assertEquals(Missing.FINDING, register.complaints.view(handler, id).missing());
    assertNull(refused(() -> register.complaints.close(handler, id, version(id))));
    register.complaints.assess(
        handler,
        id,
        version(id),
        new Outcome(Finding.PARTLY, " Nová pravidla ", null, null, null, null, null));
    assertEquals("Nová pravidla", register.complaints.view(director, id).measures());
    assertNull(refused(() -> register.complaints.close(handler, id, version(id))));
    register.complaints.assess(handler, id, version(id), whole(handler));
    ComplaintLine answered = register.complaints.view(handler, id);
    assertEquals(Boolean.TRUE, answered.inTime());
    assertNull(answered.published(), "only an anonymous one is published");
    register.complaints.close(handler, id, version(id));
    ComplaintLine closed = register.complaints.view(director, id);
    assertEquals(TODAY, closed.closedOn());
    assertNull(closed.urgency());
    assertNull(refused(() -> register.complaints.close(handler, id, version(id))));
    assertNull(refused(() -> register.complaints.assess(handler, id, version(id), whole(handler))));
    assertNull(
        refused(() -> register.complaints.amend(handler, id, version(id), complaint(handler))));
    assertFalse(ids(list(handler)).contains(id));
    assertTrue(ids(register.complaints.list(handler, Show.CLOSED, null, 100).items()).contains(id));
    register.complaints.reopen(director, id, version(id));
    assertNull(refused(() -> register.complaints.reopen(director, id, version(id))));
    assertEquals("Omlouváme se.", register.complaints.view(handler, id).answer());
    assertEquals(5, office.acts("complaint=" + id), "what was refused leaves no change");
  }

  @Test
  void oneWrittenDownByMistakeIsStruckOutAndStaysInTheBook() {
    Viewer handler = office.colleague("key-worker");
    UUID id = enter(director, complaint(handler)).id();
    assertEquals("reason", refused(() -> strikeOut(handler, id, " ")));
    Viewer other = office.colleague("key-worker");
    assertThrows(NotFound.class, () -> strikeOut(other, id, "x"));
    register.complaints.assess(handler, id, version(id), whole(handler));
    register.complaints.close(handler, id, version(id));
    assertNull(refused(() -> strikeOut(handler, id, "Omyl")), "a closed one is opened first");
    register.complaints.reopen(handler, id, version(id));
    strikeOut(handler, id, " Zapsáno dvakrát ");
    ComplaintLine line = register.complaints.view(director, id);
    assertEquals("VOID", line.state());
    assertEquals(TODAY, line.voidOn());
    assertEquals("Zapsáno dvakrát", line.reason());
    assertNull(line.urgency());
    for (Viewer viewer : List.of(director, handler)) {
      assertFalse(ids(list(viewer)).contains(id));
      assertFalse(ids(register.complaints.pending(viewer, 100)).contains(id));
      assertFalse(
          ids(register.complaints.list(viewer, Show.CLOSED, null, 100).items()).contains(id));
      assertTrue(ids(register.complaints.list(viewer, Show.ALL, null, 100).items()).contains(id));
    }
    assertNull(refused(() -> strikeOut(handler, id, "znovu")));
    assertNull(refused(() -> register.complaints.close(handler, id, version(id))));
    assertNull(refused(() -> register.complaints.reopen(handler, id, version(id))));
    assertNull(
        refused(() -> register.complaints.amend(handler, id, version(id), complaint(handler))));
    Complaint row = register.tx.read(em -> em.find(Complaint.class, id));
    assertFalse(new String(row.voidReason(), StandardCharsets.UTF_8).contains("dvakr"));
  }

  private void strikeOut(Viewer viewer, UUID id, String reason) {
    register.complaints.strikeOut(viewer, id, version(id), reason);
  }

  @Test
  void whatIsAnsweredIsLateNoMoreHoweverLongItStaysOpen() {
    Viewer handler = office.colleague("key-worker");
    UUID late = enter(director, of(TODAY.minusDays(40), handler)).id();
    UUID answered = enter(director, of(TODAY.minusDays(45), handler)).id();
    register.complaints.assess(handler, answered, version(answered), whole(handler));
    ComplaintLine line = register.complaints.view(handler, answered);
    assertEquals("ANSWERED", line.state());
    assertNull(line.urgency());
    assertEquals(
        List.of(late, answered),
        ids(register.complaints.pending(handler, 100)),
        "what nobody has answered comes first");
    assertEquals("OVERDUE", register.complaints.view(handler, late).state());
    register.complaints.close(handler, answered, version(answered));
    assertEquals("CLOSED", register.complaints.view(handler, answered).state());
  }

  @Test
  void aComplaintIsNeverLeftWithNobodyWhoMaySeeIt() {
    Viewer handler = office.colleague("key-worker");
    Viewer next = office.colleague("key-worker");
    Set<StaffId> all = register.access.colleagues().overseeing(ComplaintDesk.READ, List.of());
    assertTrue(all.contains(director.staff()) && !all.contains(handler.staff()));
    UUID watched = enter(director, complaint(handler)).id();
    assertFalse(register.complaints.view(handler, watched).alone());
    ComplaintDesk.Entered entered = enter(next, aboutThem(all, handler));
    assertTrue(entered.alone());
    assertTrue(register.complaints.view(handler, entered.id()).alone(), "and is told so");

    register.access.accounts().disable(director, handler.staff());
    assertEquals(
        "handler",
        refused(
            () ->
                register.complaints.amend(
                    director, watched, version(watched), aboutThem(all, handler))),
        "whoever handles it has left, and the others may not see it");
    assertEquals(MATTER, register.complaints.view(director, watched).matter());
    register.complaints.amend(director, watched, version(watched), complaint(handler));
    register.complaints.amend(director, watched, version(watched), aboutThem(all, next));
    assertEquals(MATTER, register.complaints.view(next, watched).matter());
  }

  private static NewComplaint aboutThem(Set<StaffId> about, Viewer handler) {
    return new NewComplaint(TODAY, How.IN_PERSON, false, WHO, MATTER, about, handler.staff());
  }

  @Test
  void aCorrectionKeepsWhatWasWrittenBefore() {
    Viewer handler = office.colleague("key-worker");
    Viewer about = office.colleague("key-worker");
    UUID id = enter(director, complaint(handler, about)).id();
    assertEquals(List.of(), register.complaints.former(handler, id));
    register.complaints.amend(handler, id, version(id), complaint(handler, about));
    register.complaints.amend(director, id, version(id), complaint(director, about));
    assertEquals(
        List.of(), register.complaints.former(director, id), "only handed to somebody else");
    register.complaints.amend(
        director,
        id,
        version(id),
        of(TODAY.minusDays(2), How.POST, WHO, "Jinak řečeno", director.staff()));
    register.complaints.amend(
        director,
        id,
        version(id),
        new NewComplaint(
            TODAY.minusDays(2), How.POST, true, null, "Jinak", Set.of(), director.staff()));
    List<FormerLine> former = register.complaints.former(director, id);
    assertEquals(
        List.of(
            new FormerLine(
                TODAY.minusDays(2),
                How.POST,
                WHO,
                "Jinak řečeno",
                List.of(),
                TODAY,
                "Mgr. Jana Testová"),
            new FormerLine(
                TODAY,
                How.IN_PERSON,
                WHO,
                MATTER,
                List.of("Mgr. Jana Testová"),
                TODAY,
                "Mgr. Jana Testová")),
        former);
    assertThrows(NotFound.class, () -> register.complaints.former(handler, id));
    List<FormerComplaint> rows =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT t FROM FormerComplaint t WHERE t.complaint = :id",
                        FormerComplaint.class)
                    .setParameter("id", id)
                    .getResultList());
    assertEquals(2, rows.size());
    for (FormerComplaint row : rows) {
      String text = new String(row.matter(), StandardCharsets.UTF_8);
      assertFalse(text.contains("Jinak") || text.contains("nevol"), text);
    }
  }

  @Test
  void itCannotHaveComeAfterItWasAnswered() {
    UUID id = enter(director, of(TODAY.minusDays(9), director)).id();
    Outcome answered =
        new Outcome(null, null, TODAY.minusDays(5), director.staff(), How.POST, "Odpověď", null);
    register.complaints.assess(director, id, version(id), answered);
    assertEquals(
        "receivedOn",
        refused(
            () ->
                register.complaints.amend(
                    director, id, version(id), of(TODAY.minusDays(4), director))));
    register.complaints.amend(director, id, version(id), of(TODAY.minusDays(5), director));
    assertEquals(TODAY.minusDays(5), register.complaints.view(director, id).receivedOn());
  }

  @Test
  void anAnonymousOneKeepsNoNameAndIsClosedWhenItsAnswerIsPublished() {
    UUID id =
        enter(
                director,
                new NewComplaint(TODAY, How.BOX, true, WHO, MATTER, Set.of(), director.staff()))
            .id();
    ComplaintLine line = register.complaints.view(director, id);
    assertTrue(line.anonymous());
    assertNull(line.complainant());
    register.complaints.assess(director, id, version(id), published(null));
    assertNull(refused(() -> register.complaints.close(director, id, version(id))));
    assertEquals(Missing.PUBLICATION, register.complaints.view(director, id).missing());
    register.complaints.assess(director, id, version(id), published("Na nástěnce v čekárně"));
    assertNull(register.complaints.view(director, id).answeredHow());
    register.complaints.close(director, id, version(id));
    assertEquals("Na nástěnce v čekárně", register.complaints.view(director, id).published());
  }

  @Test
  void theDayOfTheAnswerFollowsTheRuleOfTheCentreOnTheDayOfReceipt() {
    UUID before = enter(director, complaint(director)).id();
    assertEquals(30, register.complaints.view(director, before).days());
    assertEquals(TODAY.plusDays(30), register.complaints.view(director, before).due());
    assertEquals("since", refused(() -> set(TODAY.minusDays(1), 20)));
    assertEquals("days", refused(() -> set(TODAY, 0)));
    assertEquals("days", refused(() -> set(TODAY, 366)));
    assertEquals("days", refused(() -> set(TODAY, null)));
    LocalDate from = TODAY.plusDays(10);
    set(from, 20);
    set(from, 14);
    assertEquals(2, register.terms.all(director).size(), "the same day again changes it");
    assertEquals(14, register.terms.all(director).get(0).days());
    assertEquals("Mgr. Jana Testová", register.terms.all(director).get(0).setBy());
    assertNull(register.terms.all(director).get(1).setBy());
    UUID today = enter(director, complaint(director)).id();
    assertEquals(TODAY.plusDays(30), register.complaints.view(director, today).due());
    register.house.clock().set(from.plusDays(1));
    try {
      UUID later =
          enter(
                  director,
                  new NewComplaint(from, How.PHONE, false, WHO, MATTER, Set.of(), director.staff()))
              .id();
      ComplaintLine line = register.complaints.view(director, later);
      assertEquals(14, line.days());
      assertEquals(from.plusDays(14), line.due());
      register.complaints.amend(director, before, version(before), complaint(director));
      assertEquals(30, register.complaints.view(director, before).days(), "it was promised");
      register.complaints.amend(
          director,
          before,
          version(before),
          new NewComplaint(from, How.PHONE, false, WHO, MATTER, Set.of(), director.staff()));
      assertEquals(from.plusDays(14), register.complaints.view(director, before).due());
    } finally {
      register.house.clock().set(TODAY);
    }
    Viewer worker = office.colleague("key-worker");
    assertThrows(NotAllowed.class, () -> register.terms.all(worker));
    assertThrows(NotAllowed.class, () -> register.terms.set(worker, TODAY, 10));
  }

  private void set(LocalDate since, Integer days) {
    register.terms.set(director, since, days);
  }

  @Test
  void theWordsAreSealed() {
    UUID id = enter(director, complaint(director)).id();
    register.complaints.assess(director, id, version(id), whole(director));
    Complaint row = register.tx.read(em -> em.find(Complaint.class, id));
    for (byte[] stored : List.of(row.complainant(), row.matter(), row.measures(), row.answer())) {
      String text = new String(stored, StandardCharsets.UTF_8);
      assertFalse(
          text.contains("Jana Nová")
              || text.contains("Nová pravidla")
              || text.contains("nevol")
              || text.contains("Omlouv"),
          text);
    }
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    StaffId me = director.staff();
    assertEquals("receivedOn", refused(() -> enter(director, of(null, How.POST, WHO, MATTER, me))));
    assertEquals(
        "receivedOn",
        refused(() -> enter(director, of(TODAY.plusDays(1), How.POST, WHO, MATTER, me))));
    assertEquals("how", refused(() -> enter(director, of(TODAY, null, WHO, MATTER, me))));
    assertEquals(
        "complainant", refused(() -> enter(director, of(TODAY, How.POST, " ", MATTER, me))));
    assertEquals("matter", refused(() -> enter(director, of(TODAY, How.POST, WHO, " ", me))));
    assertEquals(
        "matter", refused(() -> enter(director, of(TODAY, How.POST, WHO, "x".repeat(4001), me))));
    assertEquals("handler", refused(() -> enter(director, of(TODAY, How.POST, WHO, MATTER, null))));
    Viewer administrator = office.colleague("it-administrator");
    assertEquals("handler", refused(() -> enter(director, complaint(administrator))));
    assertEquals(
        "about",
        refused(
            () ->
                enter(
                    director,
                    new NewComplaint(
                        TODAY, How.POST, false, WHO, MATTER, Set.of(StaffId.next()), me))));
    UUID id = enter(director, complaint(director)).id();
    assertEquals(
        "receivedOn",
        refused(
            () ->
                register.complaints.amend(
                    director,
                    id,
                    version(id),
                    of(TODAY.minusYears(1), How.POST, WHO, MATTER, me))));
    for (LocalDate wrong : List.of(TODAY.plusDays(1), TODAY.minusDays(1))) {
      assertEquals(
          "answeredOn",
          refused(
              () ->
                  register.complaints.assess(
                      director,
                      id,
                      version(id),
                      new Outcome(null, null, wrong, null, null, null, null))));
    }
    assertEquals(
        "answeredBy",
        refused(
            () ->
                register.complaints.assess(
                    director,
                    id,
                    version(id),
                    new Outcome(null, null, null, StaffId.next(), null, null, null))));
  }

  @Test
  void nobodyWritesOverWhatSomebodyElseSaved() {
    Viewer handler = office.colleague("key-worker");
    UUID id = enter(director, complaint(handler)).id();
    long seen = version(id);
    register.complaints.assess(director, id, seen, whole(director));
    assertThrows(Stale.class, () -> register.complaints.assess(handler, id, seen, whole(handler)));
    assertThrows(
        Stale.class, () -> register.complaints.amend(handler, id, seen, complaint(handler)));
    assertThrows(Stale.class, () -> register.complaints.close(handler, id, seen));
    register.complaints.close(handler, id, version(id));
    assertThrows(Stale.class, () -> register.complaints.reopen(handler, id, seen));
  }

  @Test
  void theListStandsNewestFirstAndThoseThatWaitByTheirLastDay() {
    Viewer handler = office.colleague("key-worker");
    UUID old = enter(director, of(TODAY.minusDays(31), handler)).id();
    UUID today = enter(director, of(TODAY, handler)).id();
    UUID between = enter(director, of(TODAY.minusDays(3), handler)).id();
    for (int limit : List.of(1, 2, 100)) {
      assertEquals(List.of(today, between, old), paged(handler, limit));
    }
    List<ComplaintLine> pending = register.complaints.pending(handler, 2);
    assertEquals(List.of(old, between), ids(pending));
    assertEquals(Urgency.OVERDUE, pending.get(0).urgency());
    assertTrue(paged(director, 2).containsAll(List.of(today, between, old)));
    register.complaints.assess(handler, old, version(old), whole(handler));
    assertEquals(Boolean.FALSE, register.complaints.view(handler, old).inTime());
  }

  @Test
  void whoeverMayOnlyReadWritesNothing() {
    UUID id = enter(director, complaint(director)).id();
    Viewer reader = register.house.viewer(StaffId.next(), Map.of(ComplaintDesk.READ, Reach.ALL));
    assertEquals(MATTER, register.complaints.view(reader, id).matter());
    assertThrows(NotAllowed.class, () -> enter(reader, complaint(director)));
    assertThrows(NotAllowed.class, () -> register.complaints.close(reader, id, version(id)));
  }

  private ComplaintDesk.Entered enter(Viewer viewer, NewComplaint complaint) {
    return register.complaints.enter(viewer, complaint);
  }

  private long version(UUID id) {
    return register.tx.read(em -> em.find(Complaint.class, id).version());
  }

  private List<ComplaintLine> list(Viewer viewer) {
    return register.complaints.list(viewer, Show.OPEN, null, 100).items();
  }

  private List<UUID> paged(Viewer viewer, int limit) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<ComplaintLine> page = register.complaints.list(viewer, Show.ALL, after, limit);
      all.addAll(ids(page.items()));
      after = page.next();
    } while (after != null);
    return all;
  }

  private static List<UUID> ids(List<ComplaintLine> lines) {
    return lines.stream().map(ComplaintLine::id).toList();
  }

  private static String refused(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private static NewComplaint complaint(Viewer handler, Viewer... about) {
    Set<StaffId> whom = new java.util.HashSet<>();
    for (Viewer one : about) {
      whom.add(one.staff());
    }
    return new NewComplaint(TODAY, How.IN_PERSON, false, WHO, MATTER, whom, handler.staff());
  }

  private static NewComplaint of(LocalDate day, Viewer handler) {
    return of(day, How.EMAIL, WHO, MATTER, handler.staff());
  }

  private static NewComplaint of(
      LocalDate day, How how, String who, String matter, StaffId handler) {
    return new NewComplaint(day, how, false, who, matter, Set.of(), handler);
  }

  private static Outcome whole(Viewer by) {
    return new Outcome(
        Finding.JUSTIFIED,
        "Nová pravidla",
        TODAY,
        by.staff(),
        How.POST,
        "Omlouváme se.",
        "na nástěnce");
  }

  private Outcome published(String where) {
    return new Outcome(
        Finding.UNJUSTIFIED, null, TODAY, director.staff(), How.POST, "Odpověď", where);
  }
}
