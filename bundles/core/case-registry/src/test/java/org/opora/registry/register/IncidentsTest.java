package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.incidents.application.IncidentLine;
import org.opora.registry.incidents.application.IncidentView;
import org.opora.registry.incidents.application.NewIncident;
import org.opora.registry.incidents.application.NewStep;
import org.opora.registry.incidents.application.Wording;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.incidents.domain.State;
import org.opora.registry.incidents.domain.Told;
import org.opora.registry.incidents.persistence.Wanted;
import org.opora.registry.incidents.persistence.Wanted.Show;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What went wrong is read by few, closed only with measures, and never rewritten afterwards. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentsTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private IncidentRoom room;
  private Office office;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new IncidentRoom(register);
    office = new Office(register);
    director = office.director();
    worker = office.colleague("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  static NewIncident happened(Kind kind, LocalDate on, Map<PersonId, Part> people) {
    return new NewIncident(
        kind, on, LocalTime.of(8, 30), "herna", "Spadl z prolézačky.", "soused", people, Set.of());
  }

  private UUID injury(Family family) {
    return room.desk.open(
        worker, family.file(), happened(Kind.INJURY, TODAY, Map.of(family.child(), Part.HURT)));
  }

  private UUID suspicion(Family family) {
    return room.desk.open(
        worker,
        family.file(),
        happened(
            Kind.SUSPECTED_HARM,
            TODAY.minusDays(1),
            Map.of(family.child(), Part.HURT, family.carer(), Part.SUSPECT)));
  }

  static NewStep did(StaffId doer, Told told) {
    return new NewStep(
        TODAY,
        LocalTime.of(8, 45),
        doer,
        "Zavoláno.",
        told,
        told == null ? null : "Mgr. Úřední",
        told == null ? null : How.PHONE);
  }

  private void measures(UUID incident, String measures, String answer) {
    room.desk.measures(
        worker,
        incident,
        room.desk.view(worker, incident).version(),
        measures,
        answer,
        answer == null ? null : TODAY);
  }

  private void close(Viewer viewer, UUID incident) {
    room.desk.close(viewer, incident, room.desk.view(viewer, incident).version());
  }

  private static void refused(String field, Executable act) {
    assertEquals(field, assertThrows(Refused.class, act).field());
  }

  private List<UUID> seen(Viewer viewer, Wanted wanted, int limit) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<IncidentLine> page = room.desk.list(viewer, wanted, after, limit);
      page.items().forEach(line -> all.add(line.id()));
      after = page.next();
    } while (after != null);
    return all;
  }

  private Wanted of(Family family) {
    return new Wanted(Show.ALL, null, null, family.file());
  }

  @Test
  void anIncidentGoesFromWhatHappenedToItsEnd() {
    Family family = register.family(director, worker, "Úrazová");
    UUID incident = injury(family);
    IncidentView first = room.desk.view(worker, incident);
    assertEquals(State.OPEN, first.state());
    assertEquals("Spadl z prolézačky.", first.words().what());
    assertEquals("Ema Úrazová", first.people().get(0).name());
    assertTrue(first.whole());
    refused(null, () -> close(worker, incident));
    room.desk.step(worker, incident, did(worker.staff(), Told.CARER));
    room.desk.step(worker, incident, did(worker.staff(), null));
    refused(null, () -> close(director, incident));
    measures(incident, "Prolézačka se opraví.", null);
    IncidentView then = room.desk.view(director, incident);
    assertEquals(State.MEASURES, then.state());
    assertNull(then.hindrance());
    assertEquals(2, then.steps().size());
    assertEquals(Told.CARER, then.steps().get(0).told());
    assertEquals("Mgr. Úřední", then.steps().get(0).toldName());
    close(director, incident);
    IncidentView closed = room.desk.view(worker, incident);
    assertEquals(State.CLOSED, closed.state());
    assertEquals(TODAY, closed.closedOn());
    refused(null, () -> measures(incident, "jinak", null));
    refused(null, () -> room.desk.step(worker, incident, did(worker.staff(), null)));
    refused(
        null,
        () ->
            room.desk.amend(
                worker, incident, closed.version(), happened(Kind.OTHER, TODAY, Map.of())));
    refused(null, () -> room.desk.withdrawStep(worker, incident, closed.steps().get(0).id()));
  }

  private static NewIncident nobody(Kind kind) {
    return new NewIncident(kind, TODAY, null, "dům", "Prasklo potrubí.", null, Map.of(), Set.of());
  }

  private boolean inTheChronology(Viewer viewer, Family family) {
    return register.timeline.of(viewer, family.file(), null, 50).items().stream()
        .anyMatch(entry -> entry.kind().equals("incident"));
  }

  @Test
  void noIncidentStandsInAChronology() {
    Family family = register.family(director, worker, "Nejmenovaná");
    Viewer colleague = related(family, RelationKind.CO_WORKER);
    List<NewIncident> all =
        List.of(
            happened(Kind.INJURY, TODAY, Map.of(family.child(), Part.HURT)),
            nobody(Kind.SUSPECTED_HARM),
            nobody(Kind.VIOLENCE),
            nobody(Kind.DAMAGE));
    for (NewIncident one : all) {
      UUID incident = room.desk.open(worker, family.file(), one);
      long version = room.desk.view(worker, incident).version();
      room.desk.amend(worker, incident, version, nobody(Kind.DAMAGE));
      for (Viewer viewer : List.of(director, worker, colleague)) {
        assertFalse(inTheChronology(viewer, family), one.toString());
        assertTrue(
            register.timeline.recent(viewer, 50).stream()
                .noneMatch(recent -> ("/incidents/" + incident).equals(recent.entry().href())),
            one.toString());
      }
      assertThrows(NotFound.class, () -> room.desk.view(colleague, incident));
    }
  }

  /** Somebody who is this to the family from today on. */
  private Viewer related(Family family, RelationKind kind) {
    return related(family, kind, TODAY, null);
  }

  private Viewer related(Family family, RelationKind kind, LocalDate since, LocalDate until) {
    Viewer viewer = office.colleague("key-worker");
    for (Subject subject :
        List.of(
            Subject.of(family.file()), Subject.of(family.child()), Subject.of(family.carer()))) {
      register
          .access
          .relations()
          .grant(
              viewer.staff(), subject, kind, since, until, "test:" + viewer.staff() + subject.id());
    }
    return viewer;
  }

  @Test
  void whoeverStandsInDoesWhatTheKeyWorkerDoesForItsDays() {
    Family family = register.family(director, worker, "Zastupovaná");
    UUID incident = suspicion(family);
    Viewer deputy = related(family, RelationKind.STAND_IN);
    assertTrue(room.desk.leads(deputy, family.file()));
    assertEquals(List.of(incident), seen(deputy, of(family), 10));
    assertTrue(room.desk.view(deputy, incident).whole());
    room.desk.step(deputy, incident, did(deputy.staff(), Told.AUTHORITY));
    room.desk.measures(
        deputy, incident, room.desk.view(deputy, incident).version(), "Dohled.", null, null);
    close(deputy, incident);
    UUID second =
        room.desk.open(
            deputy,
            family.file(),
            happened(Kind.SUSPECTED_HARM, TODAY, Map.of(family.child(), Part.HURT)));
    assertEquals(2, seen(worker, of(family), 10).size());
    Viewer back = related(family, RelationKind.STAND_IN, TODAY.minusDays(9), TODAY.minusDays(1));
    assertEquals(List.of(), seen(back, of(family), 10), "not a day longer");
    assertThrows(NotFound.class, () -> room.desk.view(back, second));
    assertThrows(
        NotFound.class,
        () -> room.desk.open(back, family.file(), happened(Kind.OTHER, TODAY, Map.of())));
    assertFalse(room.desk.leads(back, family.file()) || room.desk.works(back, family.file()));
  }

  @Test
  void whoeverWorksWithTheFamilyWritesOneDownAndFollowsIt() {
    Family family = register.family(director, worker, "Spolupracovní");
    UUID other = suspicion(family);
    Viewer colleague = related(family, RelationKind.CO_WORKER);
    assertFalse(room.desk.leads(colleague, family.file()));
    assertTrue(room.desk.works(colleague, family.file()));
    UUID own =
        room.desk.open(
            colleague,
            family.file(),
            happened(Kind.SUSPECTED_HARM, TODAY, Map.of(family.child(), Part.HURT)));
    assertEquals(List.of(own), seen(colleague, of(family), 10));
    assertFalse(room.desk.view(colleague, own).whole());
    room.desk.step(colleague, own, did(colleague.staff(), Told.AUTHORITY));
    assertThrows(NotFound.class, () -> room.desk.view(colleague, other));
    assertThrows(
        NotFound.class, () -> room.desk.measures(colleague, own, 1, "Dohled.", null, null));
    assertThrows(NotFound.class, () -> room.desk.close(colleague, own, 1));
    assertTrue(room.desk.view(worker, own).whole(), "the key worker goes on with it");
    Viewer facilitator = related(family, RelationKind.FACILITATOR);
    assertFalse(room.desk.works(facilitator, family.file()));
    assertThrows(
        NotFound.class,
        () -> room.desk.open(facilitator, family.file(), happened(Kind.OTHER, TODAY, Map.of())));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.carer()), Ground.CONFLICT_OF_INTEREST);
    assertFalse(
        room.desk.leads(worker, family.file()), "what names the carer is not among what is seen");
    register.access.walls().lift(director, worker.staff(), Subject.of(family.carer()));
  }

  @Test
  void whoOnlyActedFollowsItForSomeTimeAfterItsEndAndNoLonger() {
    Family family = register.family(director, worker, "Dozněná");
    Viewer helper = office.colleague("key-worker");
    Viewer author = related(family, RelationKind.CO_WORKER);
    UUID incident =
        room.desk.open(
            author, family.file(), happened(Kind.INJURY, TODAY, Map.of(family.child(), Part.HURT)));
    room.desk.step(worker, incident, did(helper.staff(), null));
    measures(incident, "Oprava.", null);
    close(worker, incident);
    for (Viewer viewer : List.of(helper, author)) {
      ended(incident, TODAY.minusDays(30));
      assertFalse(room.desk.view(viewer, incident).whole());
      assertEquals(List.of(incident), seen(viewer, of(family), 10));
      ended(incident, TODAY.minusDays(31));
      assertThrows(NotFound.class, () -> room.desk.view(viewer, incident));
      assertEquals(List.of(), seen(viewer, of(family), 10));
    }
    assertTrue(room.desk.view(worker, incident).whole(), "by assignment it stays open");
  }

  private void ended(UUID incident, LocalDate day) {
    register.tx.run(
        em ->
            em.createQuery("UPDATE Incident i SET i.closedOn = :day WHERE i.id = :id")
                .setParameter("day", day)
                .setParameter("id", incident)
                .executeUpdate());
  }

  @Test
  void aStepNamedByMistakeTakesItsMessageBack() {
    Family family = register.family(director, worker, "Přehmátlá");
    UUID incident = suspicion(family);
    Viewer wrong = office.colleague("key-worker");
    UUID first = room.desk.step(worker, incident, did(wrong.staff(), null));
    UUID second = room.desk.step(worker, incident, did(wrong.staff(), Told.RESCUE));
    long told = register.inbox.unread(wrong);
    assertTrue(told > 0);
    room.desk.withdrawStep(worker, incident, first);
    assertEquals(told, register.inbox.unread(wrong), "another step names them still");
    room.desk.withdrawStep(worker, incident, second);
    assertEquals(0, register.inbox.unread(wrong));
    assertThrows(NotFound.class, () -> room.desk.view(wrong, incident));
  }

  @Test
  void aColleagueIsToldOnlyOfWhatWouldOpenToThem() {
    Family family = register.family(director, worker, "Nesdělená");
    UUID incident = suspicion(family);
    Viewer cousin = office.colleague("key-worker");
    register
        .access
        .walls()
        .raise(director, cousin.staff(), Subject.of(family.carer()), Ground.CONFLICT_OF_INTEREST);
    Viewer barred = office.colleague("key-worker");
    register
        .access
        .walls()
        .raise(director, barred.staff(), Subject.of(family.file()), Ground.CONFLICT_OF_INTEREST);
    Viewer it = office.colleague("it-administrator");
    Viewer gone = register.viewer("key-worker");
    for (Viewer one : List.of(cousin, barred, it, gone)) {
      room.desk.step(worker, incident, did(one.staff(), null));
      assertEquals(0, register.inbox.unread(one));
    }
    assertEquals(4, room.desk.view(worker, incident).steps().size(), "what was done is kept");
    UUID injury = injury(family);
    room.desk.step(worker, injury, did(cousin.staff(), null));
    assertEquals(1, register.inbox.unread(cousin));
    room.desk.amend(
        worker,
        injury,
        room.desk.view(worker, injury).version(),
        happened(
            Kind.INJURY, TODAY, Map.of(family.child(), Part.HURT, family.carer(), Part.PRESENT)));
    assertThrows(NotFound.class, () -> room.desk.view(cousin, injury));
    assertEquals(0, register.inbox.unread(cousin), "the message is taken back");
  }

  @Test
  void aSuspicionIsClosedOnlyOnceTheAuthorityWasTold() {
    Family family = register.family(director, worker, "Oznámená");
    UUID incident = suspicion(family);
    measures(incident, "Zvýšený dohled.", null);
    room.desk.step(worker, incident, did(worker.staff(), Told.DIRECTOR));
    Refused untold = assertThrows(Refused.class, () -> close(worker, incident));
    assertEquals("refused.incident-NOT_TOLD", untold.text().key());
    room.desk.step(worker, incident, did(worker.staff(), Told.AUTHORITY));
    measures(incident, null, null);
    Refused bare = assertThrows(Refused.class, () -> close(worker, incident));
    assertEquals("refused.incident-NO_MEASURES", bare.text().key());
    measures(incident, null, "Úřad prošetří.");
    Refused answered = assertThrows(Refused.class, () -> close(worker, incident));
    assertEquals(
        "refused.incident-NO_MEASURES",
        answered.text().key(),
        "what the authority does is no measure of the centre");
    measures(incident, "Zvýšený dohled.", "Úřad prošetří.");
    close(worker, incident);
    assertEquals(State.CLOSED, room.desk.view(worker, incident).state());
  }

  @Test
  void whatIsAmendedAfterTheEndKeepsBothWordings() {
    Family family = register.family(director, worker, "Doplněná");
    UUID incident = injury(family);
    Wording words = new Wording("dvůr", "Spadl ze stromu.", null, "Strom se ořeže.", null);
    refused(
        null,
        () ->
            room.desk.amendClosed(
                worker,
                incident,
                room.desk.view(worker, incident).version(),
                words,
                null,
                "proto"));
    measures(incident, "Prolézačka se opraví.", null);
    close(worker, incident);
    long version = room.desk.view(worker, incident).version();
    refused("why", () -> room.desk.amendClosed(worker, incident, version, words, null, " "));
    refused(
        "measures",
        () ->
            room.desk.amendClosed(
                worker,
                incident,
                version,
                new Wording("dvůr", "x", null, null, null),
                null,
                "proto"));
    room.desk.amendClosed(worker, incident, version, words, null, "spletli jsme místo");
    assertThrows(
        Stale.class,
        () -> room.desk.amendClosed(worker, incident, version, words, null, "ještě jednou"));
    IncidentView now = room.desk.view(director, incident);
    assertEquals(words, now.words());
    assertEquals(State.CLOSED, now.state());
    assertEquals(1, now.versions().size());
    IncidentView.Former before = now.versions().get(0);
    assertEquals("Spadl z prolézačky.", before.words().what());
    assertEquals("herna", before.words().place());
    assertEquals("Prolézačka se opraví.", before.words().measures());
    assertEquals("spletli jsme místo", before.why());
  }

  @Test
  void anAnswerThatComesAfterTheEndKeepsItsDay() {
    Family family = register.family(director, worker, "Pozdní");
    UUID incident = injury(family);
    measures(incident, "Oprava.", null);
    close(worker, incident);
    Wording words = new Wording("herna", "Spadl.", null, "Oprava.", "Bez závad.");
    long closed = room.desk.view(worker, incident).version();
    refused(
        "answeredOn",
        () -> room.desk.amendClosed(worker, incident, closed, words, null, "úřad odpověděl"));
    refused(
        "answeredOn",
        () ->
            room.desk.amendClosed(
                worker, incident, closed, words, TODAY.plusDays(1), "úřad odpověděl"));
    room.desk.amendClosed(worker, incident, closed, words, TODAY.minusDays(2), "úřad odpověděl");
    IncidentView first = room.desk.view(worker, incident);
    assertEquals(TODAY.minusDays(2), first.answeredOn());
    assertNull(first.versions().get(0).answeredOn());
    room.desk.amendClosed(worker, incident, first.version(), words, TODAY, "jiný den");
    IncidentView second = room.desk.view(worker, incident);
    assertEquals(TODAY, second.answeredOn());
    assertEquals(TODAY.minusDays(2), second.versions().get(0).answeredOn());
  }

  @Test
  void onlyThoseWhoHaveToDoWithItReadIt() {
    Family family = register.family(director, worker, "Tajená");
    UUID incident = injury(family);
    Viewer deputy = register.viewer("key-worker");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    assertTrue(room.desk.view(deputy, incident).whole());
    Viewer stranger = office.colleague("key-worker");
    Viewer it = register.viewer("it-administrator");
    List<Executable> doors =
        List.of(
            () -> room.desk.view(stranger, incident),
            () -> room.desk.measures(stranger, incident, 1, "x", null, null),
            () -> room.desk.step(stranger, incident, did(stranger.staff(), null)),
            () -> room.desk.close(stranger, incident, 1),
            () -> room.desk.open(stranger, family.file(), happened(Kind.OTHER, TODAY, Map.of())));
    doors.forEach(door -> assertThrows(NotFound.class, door));
    assertThrows(NotAllowed.class, () -> room.desk.view(it, incident));
    assertThrows(NotAllowed.class, () -> room.desk.list(it, of(family), null, 10));
    register
        .access
        .relations()
        .grant(
            stranger.staff(),
            Subject.of(family.file()),
            RelationKind.FACILITATOR,
            TODAY,
            null,
            "test:" + incident);
    assertThrows(NotFound.class, () -> room.desk.view(stranger, incident));
    assertEquals(List.of(), seen(stranger, of(family), 10), "another relation opens nothing");
    room.desk.step(worker, incident, did(stranger.staff(), Told.RESCUE));
    assertEquals(1, register.inbox.unread(stranger));
    IncidentView helped = room.desk.view(stranger, incident);
    assertFalse(helped.whole());
    assertEquals("Ema Tajená", helped.people().get(0).name());
    assertEquals(List.of(incident), seen(stranger, of(family), 10));
    room.desk.step(stranger, incident, did(stranger.staff(), null));
    refused("doer", () -> room.desk.step(stranger, incident, did(it.staff(), null)));
    assertThrows(
        NotFound.class,
        () -> room.desk.close(stranger, incident, room.desk.view(stranger, incident).version()));
    assertThrows(NotFound.class, () -> room.desk.measures(stranger, incident, 1, "x", null, null));
  }

  @Test
  void aWallAtTheFileOrAtAnybodyInvolvedClosesItToAllOfThem() {
    Family family = register.family(director, worker, "Zazděná");
    UUID incident = suspicion(family);
    Viewer helper = register.viewer("key-worker");
    Viewer second = register.viewer("director");
    room.desk.step(worker, incident, did(helper.staff(), null));
    Subject childFile = Subject.of(register.files.childFile(family.child()));
    List<Subject> places =
        List.of(
            Subject.of(family.file()),
            Subject.of(family.child()),
            Subject.of(family.carer()),
            childFile);
    for (Viewer viewer : List.of(worker, helper, second)) {
      for (Subject place : places) {
        assertEquals(List.of(incident), seen(viewer, of(family), 10));
        register.access.walls().raise(director, viewer.staff(), place, Ground.CONFLICT_OF_INTEREST);
        assertThrows(NotFound.class, () -> room.desk.view(viewer, incident));
        assertEquals(List.of(), seen(viewer, of(family), 10), place.toString());
        register.access.walls().lift(director, viewer.staff(), place);
      }
    }
    PersonId twin = register.person(director, "Ema", "Zazděná", LocalDate.of(2018, 3, 4));
    register.same.declare(director, twin, family.child());
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(twin), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> room.desk.view(worker, incident), "under another key");
    assertEquals(List.of(), seen(worker, of(family), 10));
  }

  @Test
  void listsArePagedByKeyAndNarrowed() {
    Viewer own = register.viewer("key-worker");
    Family family = register.family(director, own, "Seznamová");
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Kind kind = i % 2 == 0 ? Kind.INJURY : Kind.MISSING;
      made.add(
          room.desk.open(own, family.file(), happened(kind, TODAY.minusDays(20L * i), Map.of())));
    }
    UUID sameDay = room.desk.open(own, family.file(), happened(Kind.INJURY, TODAY, Map.of()));
    room.desk.step(own, sameDay, did(own.staff(), null));
    Wanted all = new Wanted(Show.ALL, null, null, null);
    for (Viewer viewer : List.of(own, director)) {
      List<UUID> paged = seen(viewer, of(family), 3);
      assertEquals(8, paged.size());
      assertEquals(8, Set.copyOf(paged).size(), "nothing twice");
      assertEquals(paged, seen(viewer, of(family), 100));
      assertEquals(made.get(6), paged.get(7), "the newest first");
      assertEquals(Set.of(made.get(0), sameDay), Set.copyOf(paged.subList(0, 2)));
    }
    assertEquals(8, seen(own, all, 3).size(), "one's own only");
    room.desk.measures(
        own, made.get(1), room.desk.view(own, made.get(1)).version(), "x", null, null);
    room.desk.close(own, made.get(1), room.desk.view(own, made.get(1)).version());
    assertEquals(List.of(made.get(1)), seen(own, new Wanted(Show.CLOSED, null, null, null), 3));
    assertEquals(7, seen(own, Wanted.open(), 3).size());
    assertEquals(3, seen(own, new Wanted(Show.ALL, null, Kind.MISSING, null), 2).size());
    assertEquals(
        List.of(made.get(1)),
        seen(own, new Wanted(Show.ALL, YearMonth.of(2026, 10), null, null), 2),
        "13 October only; the next is 23 September");
    IncidentLine line = room.desk.list(own, of(family), null, 1).items().get(0);
    assertEquals("Seznamová", line.label().familyName());
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    Family family = register.family(director, worker, "Neúplná");
    Family other = register.family(director, worker, "Jiná");
    refused("kind", () -> room.desk.open(worker, family.file(), happened(null, TODAY, Map.of())));
    refused(
        "on", () -> room.desk.open(worker, family.file(), happened(Kind.OTHER, null, Map.of())));
    refused(
        "on",
        () ->
            room.desk.open(
                worker, family.file(), happened(Kind.OTHER, TODAY.plusDays(1), Map.of())));
    refused(
        "people",
        () ->
            room.desk.open(
                worker,
                family.file(),
                happened(Kind.OTHER, TODAY, Map.of(other.child(), Part.PRESENT))));
    refused(
        "staff",
        () ->
            room.desk.open(
                worker,
                family.file(),
                new NewIncident(
                    Kind.OTHER, TODAY, null, "x", "x", null, Map.of(), Set.of(StaffId.next()))));
    refused(
        "on",
        () ->
            room.desk.open(
                worker,
                family.file(),
                new NewIncident(
                    Kind.OTHER, TODAY, LocalTime.of(23, 0), "x", "x", null, Map.of(), Set.of())));
    assertEquals(List.of(), seen(worker, of(family), 10));
    UUID incident = injury(family);
    long version = room.desk.view(worker, incident).version();
    refused(
        "answeredOn", () -> room.desk.measures(worker, incident, version, "x", "odpověď", null));
    refused("answer", () -> room.desk.measures(worker, incident, version, "x", null, TODAY));
    refused(
        "stepOn",
        () ->
            room.desk.step(
                worker,
                incident,
                new NewStep(TODAY.minusDays(1), null, worker.staff(), "x", null, null, null)));
    refused(
        "how",
        () ->
            room.desk.step(
                worker,
                incident,
                new NewStep(TODAY, null, worker.staff(), "x", Told.POLICE, null, null)));
    refused(
        "told",
        () ->
            room.desk.step(
                worker,
                incident,
                new NewStep(TODAY, null, worker.staff(), "x", null, "Novák", null)));
    refused(
        "doer",
        () ->
            room.desk.step(
                worker, incident, new NewStep(TODAY, null, StaffId.next(), "x", null, null, null)));
    room.desk.amend(
        worker,
        incident,
        version,
        happened(Kind.SUSPECTED_HARM, TODAY, Map.of(family.carer(), Part.SUSPECT)));
    assertThrows(
        Stale.class,
        () -> room.desk.amend(worker, incident, version, happened(Kind.OTHER, TODAY, Map.of())));
    IncidentView now = room.desk.view(worker, incident);
    assertEquals(Part.SUSPECT, now.people().get(0).part());
    assertEquals(1, now.people().size());
    assertNotEquals(version, now.version());
    UUID step = room.desk.step(worker, incident, did(worker.staff(), null));
    room.desk.withdrawStep(worker, incident, step);
    assertEquals(List.of(), room.desk.view(worker, incident).steps());
  }

  @Test
  void nothingOfAnIncidentIsInAnExtractAndEachIsNamedForReview() {
    Family family = register.family(director, worker, "Podezřelá");
    Set<PersonId> carer = Set.of(family.carer());
    Set<PersonId> child = Set.of(family.child());
    assertTrue(register.arrivals.untouched(director, family.file()));
    UUID harm = suspicion(family);
    UUID injury = injury(family);
    UUID stranger =
        room.desk.open(
            worker,
            family.file(),
            happened(Kind.VIOLENCE, TODAY, Map.of(family.child(), Part.HURT)));
    UUID unnamed =
        room.desk.open(worker, family.file(), happened(Kind.SUSPECTED_HARM, TODAY, Map.of()));
    assertFalse(register.arrivals.untouched(director, family.file()));
    for (Set<PersonId> person : List.of(carer, child)) {
      assertTrue(
          register.own.export(person).stream()
              .noneMatch(
                  fact ->
                      fact.label().key().contains("incident")
                          || fact.value().contains("Spadl")
                          || fact.value().contains("soused")),
          "who is suspected may stand only in the words");
    }
    assertEquals(Set.of(harm, injury, stranger), review(child));
    assertEquals(
        Set.of(harm, injury, stranger, unnamed),
        review(carer),
        "everything in the family of a carer, although it does not name them");
    long before = register.own.count(carer);
    register.own.erase(carer);
    assertEquals(before - 1, register.own.count(carer));
    assertEquals(1, room.desk.view(worker, harm).people().size());
    assertEquals(1, room.desk.view(worker, injury).people().size());
  }

  private Set<UUID> review(Set<PersonId> person) {
    List<UUID> records =
        register.own.review(person).stream()
            .filter(one -> one.label().key().startsWith("incident.kind."))
            .map(Review::record)
            .toList();
    assertEquals(Set.copyOf(records).size(), records.size(), "none twice");
    return Set.copyOf(records);
  }
}
