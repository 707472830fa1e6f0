package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.care.Visits;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.notes.application.NoteView;
import org.opora.registry.notes.application.NoteWording;
import org.opora.registry.notes.contributions.DemoNotes;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.notes.domain.NoteScan;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.OnEveryDatabase;

/** What was dealt with otherwise than at a visit. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private NoteBook notes;
  private NotePapers papers;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    notes = register.care.notes;
    papers = register.care.notePapers;
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  private static NewNote call(Family family, LocalDate on, String content) {
    return new NewNote(
        NoteKind.PHONE,
        on,
        LocalTime.of(9, 0),
        20,
        Set.of(family.carer(), family.child()),
        Map.of(family.child(), "Ve škole pláče."),
        null,
        "ZŠ Zlín",
        "Mgr. Nová",
        content);
  }

  private static NewNote bare(LocalDate on, String content) {
    return new NewNote(
        NoteKind.OFFICE, on, null, null, Set.of(), Map.of(), null, null, null, content);
  }

  private NoteView view(UUID note) {
    return notes.view(worker, note);
  }

  private List<String> story(Family family) {
    return register.timeline.of(worker, family.file(), null, 50).items().stream()
        .map(Timeline.Entry::kind)
        .toList();
  }

  @Test
  void aNoteStandsInTheChronologyAndTheTimeSheetAndProvesNoContact() {
    Family family = register.family(director, worker, "Telefonní");
    YearMonth month = YearMonth.from(TODAY);
    int before = register.room.times.of(worker, worker.staff(), month).minutes();
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Domluvili jsme schůzku."));
    NoteWording text = view(id).text();
    assertEquals(NoteKind.PHONE, text.kind());
    assertEquals(LocalTime.of(9, 20), text.end());
    assertEquals("ZŠ Zlín", text.outside());
    assertEquals("Mgr. Nová", text.spokeWith());
    assertEquals("Domluvili jsme schůzku.", text.content());
    assertEquals(
        List.of("Ve škole pláče."),
        text.people().stream().filter(NoteWording.About::child).map(one -> one.words()).toList());
    assertEquals(2, text.people().size());
    assertTrue(story(family).contains("note"));
    assertEquals(before + 20, register.room.times.of(worker, worker.staff(), month).minutes());
    assertTrue(
        register.evidence.last(Visits.EVIDENCE, List.of(family.file()), TODAY).isEmpty(),
        "only a visit in person is one");
    var line = notes.of(worker, family.file(), null, 10).items().get(0);
    assertEquals(id, line.id());
    assertTrue(line.counts());
    assertEquals("Mgr. Jana Testová", line.by());
  }

  @Test
  void whatCannotBeIsRefusedBesideTheField() {
    Family family = register.family(director, worker, "Odmítaná");
    assertEquals("content", refused(family, bare(TODAY, " ")));
    assertEquals("on", refused(family, bare(TODAY.plusDays(1), "Zítra.")));
    NewNote good = call(family, TODAY, "Klid.");
    assertEquals(
        "minutes",
        refused(
            family,
            new NewNote(
                NoteKind.PHONE, TODAY, null, 0, Set.of(), Map.of(), null, null, null, "Klid.")));
    assertEquals(
        "kind",
        refused(
            family,
            new NewNote(null, TODAY, null, null, Set.of(), Map.of(), null, null, null, "Klid.")));
    assertEquals(
        "people",
        refused(
            family,
            new NewNote(
                NoteKind.PHONE,
                TODAY,
                null,
                null,
                Set.of(family.carer()),
                Map.of(family.carer(), "Slova o dospělém."),
                null,
                null,
                null,
                "Klid.")),
        "only a child has a sub-file");
    Family other = register.family(director, null, "Cizí");
    assertEquals(
        "people",
        refused(
            family,
            new NewNote(
                NoteKind.PHONE,
                TODAY,
                null,
                null,
                Set.of(other.carer()),
                Map.of(),
                null,
                null,
                null,
                "Klid.")));
    assertEquals(0, notes.of(worker, family.file(), null, 10).items().size());
    notes.record(worker, family.file(), good);
  }

  private String refused(Family family, NewNote note) {
    return assertThrows(Refused.class, () -> notes.record(worker, family.file(), note)).field();
  }

  @Test
  void aSlipIsCorrectedWithoutATraceAndALockedNoteKeepsBothVersions() {
    Family family = register.family(director, worker, "Opravná");
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    notes.amend(worker, id, view(id).version(), call(family, TODAY, "Ruch."), null);
    assertEquals("Ruch.", view(id).text().content());
    assertEquals(List.of(), notes.versions(worker, id));
    assertFalse(view(id).locked());
    long seen = view(id).version();
    notes.amend(worker, id, seen, call(family, TODAY, "Hluk."), null);
    assertThrows(
        Stale.class, () -> notes.amend(worker, id, seen, call(family, TODAY, "Nic."), null));

    register.house.clock().set(TODAY.plusDays(8));
    assertTrue(view(id).locked());
    long version = view(id).version();
    NewNote now = bare(TODAY.minusDays(1), "Byla to schůzka.");
    Refused why = assertThrows(Refused.class, () -> notes.amend(worker, id, version, now, " "));
    assertEquals("why", why.field());
    notes.amend(worker, id, version, now, "Spletl jsem si den.");
    NoteWording.Change change = notes.versions(worker, id).get(0);
    assertEquals("Spletl jsem si den.", change.why());
    assertEquals("Hluk.", change.before().content());
    assertEquals("Byla to schůzka.", change.after().content());
    assertEquals(
        Set.of("kind", "on", "start", "minutes", "outside", "spokeWith", "people", "content"),
        change.changed());
    assertEquals(
        "Ve škole pláče.",
        change.before().people().stream()
            .filter(NoteWording.About::child)
            .findFirst()
            .orElseThrow()
            .words());
    assertEquals(1, view(id).amendments());
  }

  @Test
  void aWithdrawnNoteStaysReadableAndCountsNoMore() {
    Family family = register.family(director, worker, "Stahovaná");
    ChildFileId child = register.files.childFile(family.child());
    YearMonth month = YearMonth.from(TODAY);
    int before = register.room.times.of(worker, worker.staff(), month).minutes();
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    assertEquals(1, notes.ofChild(worker, child, null, 10).items().size());
    assertThrows(Refused.class, () -> notes.withdraw(worker, id, view(id).version(), " "));
    notes.withdraw(worker, id, view(id).version(), "Jiná rodina.");
    NoteView gone = view(id);
    assertFalse(gone.counts());
    assertEquals("Jiná rodina.", gone.goneWhy());
    assertEquals("Klid.", gone.text().content());
    assertEquals(before, register.room.times.of(worker, worker.staff(), month).minutes());
    assertEquals(List.of(), notes.ofChild(worker, child, null, 10).items());
    assertTrue(story(family).contains("note-withdrawn"));
    assertFalse(notes.of(worker, family.file(), null, 10).items().get(0).counts());
    assertThrows(
        Refused.class,
        () -> notes.amend(worker, id, gone.version(), call(family, TODAY, "Nic."), null));
    notes.putBack(worker, id, gone.version());
    assertTrue(view(id).counts());
    assertNull(view(id).goneWhy());
    assertTrue(story(family).contains("note"));
    assertThrows(Refused.class, () -> notes.putBack(worker, id, view(id).version()));
  }

  @Test
  void whatIsSaidOfAChildGoesWithItAndTheRestStays() {
    Family family = register.family(director, worker, "Odcházející");
    UUID id = notes.record(worker, family.file(), call(family, TODAY.minusDays(3), "O rodičích."));
    Viewer next = register.viewer("key-worker");
    Family other = register.family(director, next, "Přijímající");
    ChildFileId child = register.files.childFile(family.child());
    assertThrows(NotFound.class, () -> notes.ofChild(next, child, null, 10));
    var stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY.minusDays(2));
    register.placements.place(
        director, other.file(), family.child(), TODAY.minusDays(1), "1 P 1/2026");
    var said = notes.ofChild(next, child, null, 10).items();
    assertEquals(List.of("Ve škole pláče."), said.stream().map(one -> one.words()).toList());
    assertThrows(NotFound.class, () -> notes.view(next, id), "the former carers' part");

    NoteWording.About moved =
        view(id).text().people().stream()
            .filter(NoteWording.About::child)
            .findFirst()
            .orElseThrow();
    assertFalse(moved.open());
    assertNull(moved.words());
    Refused untick =
        assertThrows(
            Refused.class,
            () -> notes.amend(worker, id, view(id).version(), bare(TODAY, "Jinak."), null));
    assertEquals("people", untick.field());
    NewNote kept =
        new NewNote(
            NoteKind.PHONE,
            TODAY,
            null,
            null,
            Set.of(family.child()),
            Map.of(),
            null,
            null,
            null,
            "Jinak.");
    notes.amend(worker, id, view(id).version(), kept, null);
    assertEquals(
        List.of("Ve škole pláče."),
        notes.ofChild(next, child, null, 10).items().stream().map(one -> one.words()).toList(),
        "nobody wrote over what they do not see");
  }

  @Test
  void nobodySeesWhoStandsBehindTheirWallAndACorrectionKeepsThem() {
    Family family = register.family(director, worker, "Zazděná");
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    Viewer deputy = register.viewer("key-worker");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    register
        .access
        .walls()
        .raise(director, deputy.staff(), Subject.of(family.carer()), Ground.CONFLICT_OF_INTEREST);
    List<PersonId> seen =
        notes.view(deputy, id).text().people().stream().map(NoteWording.About::person).toList();
    assertEquals(List.of(family.child()), seen);
    notes.amend(
        deputy,
        id,
        view(id).version(),
        new NewNote(
            NoteKind.PHONE,
            TODAY,
            null,
            null,
            Set.of(family.child()),
            Map.of(),
            null,
            null,
            null,
            "Oprava."),
        null);
    assertEquals(2, view(id).text().people().size(), "whom one does not see stays");
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> notes.view(stranger, id));
    assertThrows(NotFound.class, () -> notes.versions(stranger, id));
    assertThrows(NotFound.class, () -> notes.of(stranger, family.file(), null, 5));
    assertThrows(NotFound.class, () -> notes.record(stranger, family.file(), bare(TODAY, "Nic.")));
    assertThrows(NotFound.class, () -> notes.withdraw(stranger, id, 1, "Nic."));
  }

  @Test
  void aNoteInTheWrongFileMovesWithItsWordsAndLeavesATrace() {
    Family wrong = register.family(director, worker, "Mylná");
    Family right = register.family(director, worker, "Pravá");
    UUID id = notes.record(worker, wrong.file(), call(wrong, TODAY, "První."));
    register.house.clock().set(TODAY.plusDays(8));
    notes.amend(worker, id, view(id).version(), call(wrong, TODAY, "Druhé."), "Překlep.");
    register.desk.add(
        worker, new NewTask(About.file(wrong.file()), null, id, "Zavolat", worker.staff(), null));
    NewNote there = call(right, TODAY, "Třetí.");
    assertThrows(Refused.class, () -> move(id, wrong, there), "it stands there already");
    assertEquals(
        "people",
        assertThrows(Refused.class, () -> move(id, right, call(wrong, TODAY, "Třetí."))).field(),
        "what is written of a child names one of that family");
    UUID moved = move(id, right, there);

    NoteView old = view(id);
    assertFalse(old.counts());
    assertTrue(old.trace().moved());
    assertEquals(new NoteView.Place(right.file(), moved), old.trace().to());
    assertEquals("Jiná rodina.", old.goneWhy());
    assertNull(old.text().content());
    assertNull(old.text().outside());
    assertEquals(
        List.of("Ve škole pláče."),
        old.text().people().stream().map(NoteWording.About::words).toList(),
        "what is said of a child of this family stays on the key of its sub-file");
    assertThrows(Refused.class, () -> notes.putBack(worker, id, old.version()));
    assertTrue(story(wrong).contains("note-moved"));

    NoteView now = view(moved);
    assertEquals("Třetí.", now.text().content());
    assertTrue(now.locked(), "a move opens nothing");
    assertEquals(new NoteView.Place(wrong.file(), id), now.trace().from());
    assertEquals(1, now.openTasks());
    List<NoteWording.Change> versions = notes.versions(worker, moved);
    assertEquals(
        List.of("Druhé.", "První."), versions.stream().map(one -> one.before().content()).toList());
    assertEquals(List.of(), versions.get(0).before().people(), "nobody of the wrong family");
    assertEquals(List.of(), versions.get(1).before().people());
    assertEquals(
        List.of("Ve škole pláče."),
        notes.versions(worker, id).stream()
            .flatMap(one -> one.before().people().stream())
            .map(NoteWording.About::words)
            .toList());
    assertNull(notes.versions(worker, id).get(0).before().content());
  }

  @Test
  void wordsOfAChildWhoLivedThereOnceStayWithTheTrace() {
    Family wrong = register.family(director, worker, "Nynější");
    Family right = register.family(director, worker, "Někdejší");
    LocalDate from = LocalDate.of(2026, 2, 1);
    register.placements.place(director, right.file(), wrong.child(), from, null);
    register.placements.end(
        director,
        register.placements.of(director, right.file()).stream()
            .filter(stay -> stay.child().equals(wrong.child()))
            .findFirst()
            .orElseThrow()
            .id(),
        from.plusDays(30));
    UUID id = notes.record(worker, wrong.file(), call(wrong, TODAY, "První."));
    UUID moved = move(id, right, call(right, TODAY, "Druhé."));
    assertEquals(
        List.of("Ve škole pláče."),
        view(id).text().people().stream().map(NoteWording.About::words).toList());
    assertEquals(2, view(moved).text().people().size());
    assertTrue(
        notes.versions(worker, moved).stream().allMatch(one -> one.before().people().isEmpty()),
        "nobody of the wrong family goes along");
  }

  private UUID move(UUID note, Family to, NewNote there) {
    return move(note, to, there, Set.of());
  }

  private UUID move(UUID note, Family to, NewNote there, Set<UUID> along) {
    return register.care.noteMoves.move(
        worker, note, view(note).version(), to.file(), there, along, "Jiná rodina.");
  }

  @Test
  void nobodyMovesWordsThatTheyMayNotSeeOrIntoAFileOfOthers() {
    Family wrong = register.family(director, worker, "Nevidět");
    Family right = register.family(director, worker, "Vidět");
    Family others = register.family(director, null, "Cizí spis");
    UUID id = notes.record(worker, wrong.file(), call(wrong, TODAY, "Klid."));
    NewNote there = bare(TODAY, "Klid.");
    assertThrows(NotFound.class, () -> move(id, others, there));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(wrong.carer()), Ground.CONFLICT_OF_INTEREST);
    Refused unseen = assertThrows(Refused.class, () -> move(id, right, there));
    assertEquals("people", unseen.field());
    assertTrue(view(id).counts());
    assertEquals(List.of(), notes.of(worker, right.file(), null, 5).items());
  }

  @Test
  void aTaskComesFromANote() {
    Family family = register.family(director, worker, "Úkolová");
    UUID id = notes.record(worker, family.file(), bare(TODAY, "Zavolat do školy."));
    register.desk.add(
        worker,
        new NewTask(
            About.file(family.file()), null, id, "Zavolat", worker.staff(), TODAY.plusDays(2)));
    assertEquals(1, view(id).openTasks());
    Family other = register.family(director, worker, "Neúkolová");
    assertThrows(
        NotFound.class,
        () ->
            register.desk.add(
                worker,
                new NewTask(About.file(other.file()), null, id, "Zavolat", worker.staff(), null)),
        "the note stands in another file");
  }

  @Test
  void thePagesAreReadOneAfterTheOther() {
    Family family = register.family(director, worker, "Stránkovaná");
    for (int day = 0; day < 5; day++) {
      notes.record(worker, family.file(), call(family, TODAY.minusDays(day / 2), "Den " + day));
    }
    List<UUID> whole =
        notes.of(worker, family.file(), null, 10).items().stream().map(one -> one.id()).toList();
    assertEquals(5, whole.size());
    var first = notes.of(worker, family.file(), null, 2);
    var second = notes.of(worker, family.file(), first.next(), 2);
    var third = notes.of(worker, family.file(), second.next(), 2);
    assertNull(third.next());
    assertEquals(
        whole,
        java.util.stream.Stream.of(first, second, third)
            .flatMap(page -> page.items().stream())
            .map(one -> one.id())
            .toList());
    ChildFileId child = register.files.childFile(family.child());
    var said = notes.ofChild(worker, child, null, 3);
    assertEquals(3, said.items().size());
    assertEquals(2, notes.ofChild(worker, child, said.next(), 3).items().size());
  }

  // ---------------------------------------------------------------------------------------------
  // Read and signed

  private static final byte[] PDF = "%PDF-1.7 podepsáno".getBytes(StandardCharsets.UTF_8);

  private UUID sign(UUID note, Family family, int wording, LocalDate on, String refusal) {
    return papers
        .signing()
        .note(
            worker,
            note,
            view(note).version(),
            new NewSignature(family.carer(), wording, on, refusal != null, refusal));
  }

  @Test
  void whatACarerReadOnPaperStaysAsItWasAndASignatureLocksTheNote() {
    Family family = register.family(director, worker, "Podepsaná");
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    assertEquals(1, papers.prints().print(worker, id, view(id).version()).number());
    notes.amend(worker, id, view(id).version(), call(family, TODAY, "Ruch."), null);
    notes.amend(worker, id, view(id).version(), call(family, TODAY, "Hluk."), null);
    List<NoteWording.Change> changes = notes.versions(worker, id);
    assertEquals(1, changes.size(), "what nobody printed is corrected without a trace");
    assertEquals("Klid.", changes.get(0).before().content());
    assertNull(changes.get(0).why());
    assertEquals(
        List.of(1, 3), List.of(changes.get(0).before().number(), changes.get(0).after().number()));
    assertFalse(view(id).locked());
    sign(id, family, 1, TODAY, null);
    assertTrue(view(id).locked(), "on the same day");
    assertEquals(
        "why",
        assertThrows(
                Refused.class,
                () ->
                    notes.amend(
                        worker, id, view(id).version(), call(family, TODAY, "Ticho."), null))
            .field());
    assertTrue(papers.signing().of(worker, id).get(0).former());
    UUID refusal = sign(id, family, 3, TODAY, "Nebylo to tak.");
    assertEquals("Nebylo to tak.", papers.signing().of(worker, id).get(1).reason());
    assertEquals(
        "carer",
        assertThrows(Refused.class, () -> sign(id, family, 3, TODAY, null)).field(),
        "one answer to one wording");
    assertEquals(
        List.of("field.note-signed", "field.note-refused"),
        register.own.export(Set.of(family.carer())).stream()
            .map(fact -> fact.label().key())
            .filter(key -> key.matches("field.note-(signed|refused)"))
            .toList(),
        "whoever asks for their data gets it");
    assertEquals(
        List.of("/files/" + family.file() + "/notes/" + id),
        register.own.review(Set.of(family.carer())).stream()
            .filter(one -> one.label().key().equals("field.note-papers"))
            .map(one -> one.href())
            .toList(),
        "why she refused and what read before is looked at first");
    papers.signing().strike(worker, id, refusal);
    assertEquals(TODAY, papers.signing().of(worker, id).get(1).struckOn());
    assertTrue(view(id).locked(), "nobody opens a note by a slip");
  }

  @Test
  void onlyACarerOfTheFamilySignsAndOnlyWhatHasBeenWritten() {
    Family family = register.family(director, worker, "Přísná");
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    assertEquals(
        "wording", assertThrows(Refused.class, () -> sign(id, family, 2, TODAY, null)).field());
    assertEquals(
        "on",
        assertThrows(Refused.class, () -> sign(id, family, 1, TODAY.minusDays(1), null)).field());
    assertEquals(
        "reason", assertThrows(Refused.class, () -> sign(id, family, 1, TODAY, " ")).field());
    Family other = register.family(director, worker, "Vedlejší");
    assertEquals(
        "carer", assertThrows(Refused.class, () -> sign(id, other, 1, TODAY, null)).field());
    assertFalse(view(id).locked());
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> papers.signing().of(stranger, id));
    assertThrows(NotFound.class, () -> papers.prints().print(stranger, id, 1));
    assertThrows(NotFound.class, () -> papers.scans().add(stranger, id, PDF));
    notes.withdraw(worker, id, view(id).version(), "Omyl.");
    assertThrows(Refused.class, () -> sign(id, family, 1, TODAY, null));
    assertThrows(Refused.class, () -> papers.scans().add(worker, id, PDF));
  }

  @Test
  void aScanOfANoteIsSealedAndPapersStayWithTheTraceUnlessTheyAreChosen() {
    Family wrong = register.family(director, worker, "Papírová");
    Family right = register.family(director, worker, "Pravá");
    UUID id = notes.record(worker, wrong.file(), call(wrong, TODAY, "Klid."));
    UUID answered = papers.scans().add(worker, id, PDF);
    byte[] stored = register.tx.read(em -> em.find(NoteScan.class, answered).content());
    assertFalse(
        new String(stored, StandardCharsets.ISO_8859_1).contains("%PDF-1.7"), "sealed at rest");
    assertArrayEquals(PDF, papers.scans().take(worker, id, answered).bytes());
    register.house.clock().set(TODAY.plusDays(1));
    sign(id, wrong, 1, TODAY, "To nejsme my.");
    register.house.clock().set(TODAY.plusDays(2));
    UUID left = papers.scans().add(worker, id, PDF);
    UUID chosen = papers.scans().add(worker, id, PDF);
    NewNote there = call(right, TODAY, "Klid.");
    assertEquals(
        "scans",
        assertThrows(Refused.class, () -> move(id, right, there, Set.of(answered))).field());
    UUID moved = move(id, right, there, Set.of(chosen));
    assertEquals(
        List.of(answered, left),
        papers.scans().of(worker, id).stream().map(Scans.Scan::id).toList());
    UUID scan = papers.scans().of(worker, moved).get(0).id();
    assertArrayEquals(PDF, papers.scans().take(worker, moved, scan).bytes());
    assertThrows(NotFound.class, () -> papers.scans().take(worker, id, scan));
    assertEquals("To nejsme my.", papers.signing().of(worker, id).get(0).reason());
    assertTrue(papers.signing().of(worker, moved).isEmpty());
    assertTrue(view(moved).locked(), "what was read once does not open again");
    assertEquals(
        List.of(2),
        papers.prints().of(worker, moved).stream().map(Prints.Read::number).toList(),
        "papers of the other family are not read here");
  }

  @Test
  void whatIsWrittenOfAChildAloneIsNamedForWhoeverPreparesItsExtract() {
    Family family = register.family(director, worker, "Vypisovaná");
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    notes.record(worker, family.file(), bare(TODAY, "O rodičích."));
    String file = "/files/" + family.file();
    assertEquals(List.of(file + "/notes/" + id), named(family.child(), "field.note-child"));
    assertEquals(List.of(), named(family.carer(), "field.note-child"));
    for (PersonId person : List.of(family.child(), family.carer())) {
      assertEquals(List.of(file + "/notes"), named(person, "field.words.NOTES"), "the file once");
      assertEquals(List.of(), named(person, "field.words.VISITS"), "nothing is written there");
    }
  }

  private List<String> named(PersonId person, String label) {
    return register.own.review(Set.of(person)).stream()
        .filter(one -> one.label().key().equals(label))
        .map(one -> one.href())
        .toList();
  }

  @Test
  void theWayIsCountedInTheTimeSheet() {
    Family family = register.family(director, worker, "Vzdálená");
    YearMonth month = YearMonth.from(TODAY);
    var before = register.room.times.of(worker, worker.staff(), month);
    UUID id = notes.record(worker, family.file(), far(50, 34));
    assertEquals(
        List.of(50, 34), List.of(view(id).text().travelMinutes(), view(id).text().kilometres()));
    var after = register.room.times.of(worker, worker.staff(), month);
    assertEquals(before.travel() + 50, after.travel());
    assertEquals(before.kilometres() + 34, after.kilometres());
    var sum =
        register.room.times.all(director, month).stream()
            .filter(one -> one.staff().equals(worker.staff()))
            .findFirst()
            .orElseThrow();
    assertEquals(after.kilometres(), sum.kilometres());
    assertEquals(after.travel(), sum.travel());
    assertEquals("travelMinutes", refused(family, far(-1, 3)));
    assertEquals("kilometres", refused(family, far(10, 2_001)));
    register.house.clock().set(TODAY.plusDays(8));
    notes.amend(worker, id, view(id).version(), far(60, 34), "Přepočet.");
    assertEquals(Set.of("travel"), notes.versions(worker, id).get(0).changed());
  }

  private static NewNote far(Integer travel, Integer kilometres) {
    return new NewNote(
        NoteKind.MEETING,
        TODAY,
        null,
        30,
        Set.of(),
        Map.of(),
        null,
        null,
        null,
        "Na úřadě.",
        travel,
        kilometres);
  }

  @Test
  void theDemoTellsOfNotesReadOnPaper() {
    Viewer lone = register.viewer("key-worker");
    Family family = register.family(director, lone, "Ukázková");
    new DemoNotes(notes, papers)
        .write(
            new DemoCast(
                director,
                List.of(lone),
                register.facts.inForce(director, CaseFiles.READ, TODAY, family.file())));
    var lines = notes.of(lone, family.file(), null, 20).items();
    assertEquals(4, lines.size());
    assertEquals(
        List.of(false, true),
        lines.stream()
            .flatMap(one -> papers.signing().of(lone, one.id()).stream())
            .map(one -> one.refused())
            .sorted()
            .toList());
  }

  @Test
  void noReadAsksMoreWhenThereIsMore() {
    Statements counted = new Statements(register.tx);
    NoteBook book = register.care.notesOver(counted);
    Family family = register.family(director, worker, "Počítaná");
    ChildFileId child = register.files.childFile(family.child());
    UUID id = notes.record(worker, family.file(), call(family, TODAY, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    notes.amend(worker, id, view(id).version(), call(family, TODAY, "Ruch."), "Omyl.");
    long view = asked(counted, () -> book.view(worker, id));
    long versions = asked(counted, () -> book.versions(worker, id));
    long list = asked(counted, () -> book.of(worker, family.file(), null, 10));
    long said = asked(counted, () -> book.ofChild(worker, child, null, 10));
    NotePapers over =
        new NotePapers(
            counted,
            register.access.access(),
            register.access.audit(),
            register.staff,
            register.house.keys());
    sign(id, family, 2, TODAY.plusDays(8), null);
    papers.scans().add(worker, id, PDF);
    long wordings = asked(counted, () -> over.prints().of(worker, id));
    long signatures = asked(counted, () -> over.signing().of(worker, id));
    long scans = asked(counted, () -> over.scans().of(worker, id));
    for (int more = 0; more < 3; more++) {
      notes.amend(worker, id, view(id).version(), call(family, TODAY, "Více " + more), "Omyl.");
      sign(id, family, 3 + more, TODAY.plusDays(8), null);
      papers.scans().add(worker, id, PDF);
      notes.record(worker, family.file(), call(family, TODAY, "Další."));
    }
    assertEquals(view, asked(counted, () -> book.view(worker, id)));
    assertEquals(versions, asked(counted, () -> book.versions(worker, id)));
    assertEquals(list, asked(counted, () -> book.of(worker, family.file(), null, 10)));
    assertEquals(said, asked(counted, () -> book.ofChild(worker, child, null, 10)));
    assertEquals(wordings, asked(counted, () -> over.prints().of(worker, id)));
    assertEquals(signatures, asked(counted, () -> over.signing().of(worker, id)));
    assertEquals(scans, asked(counted, () -> over.scans().of(worker, id)));
    assertTrue(list > 0 && versions > list && scans > 0, "it counts");
  }

  private static long asked(Statements counted, Runnable reading) {
    long before = counted.asked();
    reading.run();
    return counted.asked() - before;
  }
}
