package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** The pages of notes over a real register. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoteDoorsTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    doors = new Doors(register);
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

  private static String[] fields(Family family, String content, String... more) {
    String[] all = {
      "on",
      TODAY.toString(),
      "kind",
      "MEETING",
      "start",
      "09:00",
      "end",
      "10:15",
      "outside",
      "Základní škola",
      "spokeWith",
      "Mgr. Nová",
      "people",
      family.child().toString(),
      "words-" + family.child(),
      "Chce doučování.",
      "content",
      content
    };
    return Stream.of(List.of(all), List.of(more)).flatMap(List::stream).toArray(String[]::new);
  }

  @Test
  void aNoteIsChosenBesideTheVisitWrittenDownCorrectedAndPrinted() {
    Family family = register.family(director, worker, "Zapisovaná");
    String file = "/files/" + family.file();
    assertTrue(doors.open(worker, file + "/visits/new").contains(file + "/notes/new"));
    assertTrue(doors.open(worker, file + "/notes/new").contains(file + "/visits/new"));
    String page = doors.post(worker, file + "/notes/new", fields(family, "Plán na pololetí."));
    String open = doors.open(worker, page);
    for (String said :
        List.of(
            "Plán na pololetí.",
            "Chce doučování.",
            "Základní škola",
            "Mgr. Nová",
            "75 minut",
            "Jednání s úřadem")) {
      assertTrue(open.contains(said), open);
    }
    String edit = doors.open(worker, page + "/edit");
    assertTrue(edit.contains("value=\"10:15\""), edit);
    assertFalse(edit.contains("name=\"why\""), edit);
    assertEquals(
        page, doors.post(worker, page + "/edit", fields(family, "Plán na rok.", "version", "1")));
    String stale =
        doors.refused(worker, 422, page + "/edit", fields(family, "Jinak.", "version", "1"));
    assertTrue(stale.contains("Plán na rok.") && stale.contains("Jinak."), stale);
    String paper = doors.open(worker, page + "/print");
    assertTrue(paper.contains("Plán na rok."), paper);
    assertFalse(paper.contains("Chce doučování."), "what a child said is printed only on request");
    assertTrue(doors.open(worker, file + "/notes").contains(page));
    assertTrue(doors.open(worker, file + "/timeline").contains("Záznam: jednání"));
    assertTrue(
        doors.open(worker, file + "/child-notes/" + family.child()).contains("Chce doučování."));
    assertThrows(NotFound.class, () -> doors.open(worker, file + "/child-notes/" + family.carer()));
  }

  @Test
  void whatDoesNotFitTogetherIsSaidBesideTheField() {
    Family family = register.family(director, worker, "Nesedící");
    String add = "/files/" + family.file() + "/notes/new";
    String empty = doors.refused(worker, 422, add, "on", TODAY.toString());
    assertTrue(empty.contains("e-kind") && empty.contains("e-content"), empty);
    String[] time = {"on", TODAY.toString(), "kind", "PHONE", "content", "Klid."};
    assertTrue(
        doors
            .refused(worker, 422, add, with(time, "start", "10:00", "end", "09:00"))
            .contains("e-end"));
    assertTrue(doors.refused(worker, 422, add, with(time, "end", "09:00")).contains("e-start"));
    assertTrue(
        doors
            .refused(worker, 422, add, with(time, "start", "09:00", "end", "10:00", "minutes", "5"))
            .contains("e-minutes"));
    String untold =
        doors.refused(worker, 422, add, with(time, "words-" + family.child(), "O dítěti."));
    assertTrue(untold.contains("e-people") && untold.contains("O dítěti."), untold);
    assertFalse(doors.open(worker, "/files/" + family.file() + "/notes").contains("<table"));
  }

  private static String[] with(String[] fields, String... more) {
    return Stream.of(List.of(fields), List.of(more)).flatMap(List::stream).toArray(String[]::new);
  }

  @Test
  void aLockedNoteAsksForTheReasonAndAMistakeIsWithdrawn() {
    Family family = register.family(director, worker, "Zamčená");
    String page =
        doors.post(worker, "/files/" + family.file() + "/notes/new", fields(family, "Klid."));
    register.house.clock().set(TODAY.plusDays(8));
    assertTrue(
        doors
            .refused(worker, 422, page + "/edit", fields(family, "Ruch.", "version", "1"))
            .contains("e-why"));
    doors.post(
        worker, page + "/edit", fields(family, "Ruch.", "version", "1", "why", "Spletl jsem se."));
    String both = doors.open(worker, page + "/versions");
    assertTrue(both.contains("Klid.") && both.contains("Ruch."), both);
    assertTrue(both.contains("Spletl jsem se."), both);
    assertTrue(
        doors
            .refused(worker, 422, page + "/withdraw", "version", "2", "why", "")
            .contains("e-why"));
    assertTrue(doors.open(worker, page + "/withdraw").contains("Žádný otevřený úkol"));
    doors.post(worker, page + "/withdraw", "version", "2", "why", "Jiná rodina.");
    String gone = doors.open(worker, page);
    assertTrue(gone.contains("Stažený záznam") && gone.contains("Jiná rodina."), gone);
    assertFalse(gone.contains(page + "/edit"), gone);
    assertTrue(doors.refused(worker, 422, page + "/put-back", "version", "2").contains("Mezitím"));
    assertEquals(page, doors.post(worker, page + "/put-back", "version", "3"));
    String task = "/files/" + family.file() + "/tasks/new";
    doors.post(
        worker,
        task,
        "note",
        Doors.last(page),
        "about",
        family.file().toString(),
        "what",
        "Zavolat",
        "doer",
        worker.staff().toString());
    assertTrue(doors.open(worker, page + "/withdraw").contains("otevřený 1 úkol"));
  }

  @Test
  void aNoteInTheWrongFileIsMovedOnThePages() {
    Family wrong = register.family(director, worker, "Omylná");
    Family right = register.family(director, worker, "Náležitá");
    String number = register.files.header(worker, right.file()).number();
    String page =
        doors.post(worker, "/files/" + wrong.file() + "/notes/new", fields(wrong, "Klid."));
    String ask = doors.open(worker, page + "/move");
    assertTrue(ask.contains(number), ask);
    assertTrue(
        doors.refused(worker, 422, page + "/move", "number", "999/1999").contains("e-number"));
    String form = doors.post(worker, page + "/move", "number", number);
    assertEquals(page + "/move/" + right.file(), form);
    String blank = doors.open(worker, form);
    assertTrue(blank.contains("Klid.") && blank.contains("Chce doučování."), blank);
    assertTrue(
        doors.refused(worker, 422, form, fields(right, "Klid.", "version", "1")).contains("e-why"));
    String moved =
        doors.post(worker, form, fields(right, "Klid.", "version", "1", "why", "Jiná rodina."));
    assertTrue(moved.startsWith("/files/" + right.file() + "/notes/"), moved);
    assertTrue(doors.open(worker, moved).contains(page));
    String trace = doors.open(worker, page);
    assertTrue(trace.contains(moved) && trace.contains("Jiná rodina."), trace);
    assertFalse(trace.contains("put-back"), trace);
  }

  @Test
  void aCarerReadsTheNoteOnPaperAndItsScanIsAttached(@TempDir Path folder) {
    Family family = register.family(director, worker, "Čtená");
    String page =
        doors.post(worker, "/files/" + family.file() + "/notes/new", fields(family, "Klid."));
    String paper = doors.open(worker, page + "/print");
    assertTrue(paper.contains("znění 1 tohoto zápisu"), paper);
    assertTrue(doors.open(worker, page).contains("vytištěno k podpisu"));
    String[] answer = {
      "version",
      "1",
      "carer",
      family.carer().toString(),
      "wording",
      "1",
      "on",
      TODAY.toString(),
      "answer",
      "REFUSED"
    };
    assertTrue(doors.refused(worker, 422, page + "/sign", answer).contains("e-reason"));
    String[] reasoned = with(answer, "reason", "Nebylo to tak.");
    assertEquals(page, doors.post(worker, page + "/sign", reasoned));
    assertTrue(doors.refused(worker, 422, page + "/sign", reasoned).contains("Mezitím"));
    assertTrue(doors.open(worker, page).contains("Nebylo to tak."));
    assertTrue(doors.refused(worker, 422, page + "/scans").contains("e-scan"));
    byte[] pdf = "%PDF-1.7 papír".getBytes(StandardCharsets.UTF_8);
    doors.ask(
        Route.Method.POST,
        doors.knock(worker, page + "/scans", Map.of()).uploading(folder, "Novák.html", pdf));
    String with = doors.open(worker, page);
    String scan = with.replaceAll("(?s).*href=\"(" + page + "/scans/[^\"/]*)\".*", "$1");
    Reply.Download taken =
        assertInstanceOf(
            Reply.Download.class, doors.ask(Route.Method.GET, doors.knock(worker, scan, Map.of())));
    assertEquals("scan-" + TODAY + ".pdf", taken.fileName(), "no name of anybody");
    assertEquals(page, doors.post(worker, scan + "/strike", "why", "Patří jinam."));
    assertTrue(doors.open(worker, page).contains("Patří jinam."));
  }

  @Test
  void nobodyOpensANoteThroughAnotherFile() {
    Family family = register.family(director, worker, "Správná");
    Family other = register.family(director, worker, "Nesprávná");
    String page =
        doors.post(worker, "/files/" + family.file() + "/notes/new", fields(family, "Klid."));
    String elsewhere = page.replace(family.file().toString(), other.file().toString());
    for (String door : List.of("", "/edit", "/print", "/versions", "/withdraw", "/sign", "/move")) {
      assertThrows(NotFound.class, () -> doors.open(worker, elsewhere + door), door);
    }
    Viewer stranger = register.viewer("key-worker");
    for (String door : List.of("", "/edit", "/print", "/versions", "/withdraw", "/sign", "/move")) {
      assertThrows(NotFound.class, () -> doors.open(stranger, page + door), door);
    }
  }

  @Test
  void theListIsExportedAsItIsShown() {
    Family family = register.family(director, worker, "Vývozní");
    String list = "/files/" + family.file() + "/notes";
    doors.post(worker, list + "/new", fields(family, "Klid."));
    Set<Subject> shown = new HashSet<>();
    String csv =
        new String(
            doors.take(
                doors.knock(worker, list + "/export", Map.of()).asking("format", "csv"), shown),
            StandardCharsets.UTF_8);
    assertTrue(csv.contains("Jednání s úřadem") && csv.contains("75"), csv);
    assertFalse(csv.contains("Klid."), "a list shows no words");
    assertTrue(shown.contains(Subject.of(family.file())), shown.toString());
  }
}
