package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.NewTask;
import org.opora.registry.tasks.domain.About;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** The pages of visits over a real register. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitDoorsTest {
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

  /** Posted fields of a visit with the carer alone. */
  private static String[] fields(Family family, String note, String... more) {
    String[] all = {
      "on",
      TODAY.toString(),
      "announced",
      "NO",
      "place",
      "HOME",
      "minutes",
      "60",
      "travelMinutes",
      "40",
      "kilometres",
      "27",
      "present",
      family.carer().toString(),
      "note",
      note
    };
    return java.util.stream.Stream.of(List.of(all), List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  @Test
  void aLockedEntryAsksForTheReasonAndShowsBothVersions() {
    Family family = register.family(director, worker, "Dveřní");
    String list = "/files/" + family.file() + "/visits";
    String page = doors.post(worker, list + "/new", fields(family, "Klid."));
    String open = doors.open(worker, page);
    assertTrue(open.contains("27 km") && open.contains("bez důvodu"), open);
    assertFalse(doors.open(worker, page + "/edit").contains("name=\"why\""));
    register.house.clock().set(TODAY.plusDays(8));
    assertTrue(doors.open(worker, page).contains("Zápis je uzamčen"));
    assertTrue(doors.open(worker, page + "/edit").contains("name=\"why\""));
    String refused =
        doors.refused(worker, 422, page + "/edit", fields(family, "Ruch.", "version", "1"));
    assertTrue(refused.contains("id=\"e-why\"") && refused.contains("Ruch."), refused);
    assertEquals(
        page,
        doors.post(
            worker,
            page + "/edit",
            fields(family, "Ruch.", "version", "1", "why", "Spletl jsem si rodiny.")));
    String stale =
        doors.refused(
            worker, 422, page + "/edit", fields(family, "Křik.", "version", "1", "why", "Znovu."));
    assertTrue(stale.contains("Ruch.") && stale.contains("Křik."), stale);
    assertTrue(doors.open(worker, page).contains(page + "/versions"));
    String both = doors.open(worker, page + "/versions");
    assertTrue(both.contains("Klid.") && both.contains("Ruch."), both);
    assertTrue(both.contains("Spletl jsem si rodiny."), both);
    String elsewhere = page.replace(family.file().toString(), other().toString());
    assertThrows(NotFound.class, () -> doors.open(worker, elsewhere + "/versions"));
  }

  @Test
  void aMistakeIsWithdrawnAndPutBackOnThePages() {
    Family family = register.family(director, worker, "Stažená");
    String list = "/files/" + family.file() + "/visits";
    String page = doors.post(worker, list + "/new", fields(family, "Klid."));
    String ask = doors.open(worker, page + "/withdraw");
    assertTrue(ask.contains("1 člověk") && ask.contains("Žádný otevřený úkol"), ask);
    assertTrue(
        doors
            .refused(worker, 422, page + "/withdraw", "version", "1", "why", "")
            .contains("e-why"));
    assertEquals(
        page, doors.post(worker, page + "/withdraw", "version", "1", "why", "Nebyl jsem tam."));
    String gone = doors.open(worker, page);
    assertTrue(gone.contains("Stažený zápis") && gone.contains("Nebyl jsem tam."), gone);
    assertFalse(gone.contains(page + "/edit"), gone);
    assertTrue(doors.open(worker, list).contains("staženo nebo přesunuto"));
    String stale = doors.refused(worker, 422, page + "/put-back", "version", "1");
    assertTrue(stale.contains("Mezitím"), stale);
    doors.post(worker, page + "/put-back", "version", "2");
    assertTrue(doors.open(worker, page).contains(page + "/edit"));
    assertTrue(doors.refused(worker, 422, page + "/put-back", "version", "3").contains("faults"));
  }

  @Test
  void anEntryMovesByTheNumberOrByOneOfOnesOwnFamilies() {
    Family wrong = register.family(director, worker, "Omylová");
    Family right = register.family(director, worker, "Správná");
    String page =
        doors.post(worker, "/files/" + wrong.file() + "/visits/new", fields(wrong, "Klid."));
    String ask = doors.open(worker, page + "/move");
    assertTrue(ask.contains("value=\"" + right.file() + "\""), ask);
    assertFalse(doors.open(director, page + "/move").contains("name=\"to\""), "all are too many");
    assertTrue(doors.refused(worker, 422, page + "/move").contains("e-number"));
    assertTrue(doors.refused(worker, 422, page + "/move", "number", "nic").contains("e-number"));
    assertTrue(
        doors
            .refused(worker, 422, page + "/move", "to", wrong.file().toString())
            .contains("e-number"));
    String step = page + "/move/" + right.file();
    assertEquals(step, doors.post(worker, page + "/move", "to", right.file().toString()));
    String number = register.files.header(worker, right.file()).number();
    assertEquals(step, doors.post(director, page + "/move", "number", number));
    String form = doors.open(worker, step);
    assertTrue(form.contains("Omylová") && form.contains("Klid.") && form.contains("27"), form);
    assertFalse(form.contains("value=\"" + wrong.carer() + "\""), "only the right family");
    assertTrue(
        doors
            .refused(worker, 422, step, fields(right, "Klid.", "version", "1"))
            .contains("id=\"e-why\""));
    String there =
        doors.post(worker, step, fields(right, "Klid.", "version", "1", "why", "Spletené."));
    assertTrue(there.startsWith("/files/" + right.file() + "/visits/"), there);
    String arrived = doors.open(worker, there);
    assertTrue(arrived.contains("Klid.") && arrived.contains(page), arrived);
    String trace = doors.open(worker, page);
    assertFalse(trace.contains("Klid."), trace);
    assertTrue(trace.contains(there) && trace.contains("Spletené."), trace);
    Viewer stranger = register.viewer("key-worker");
    for (String door : List.of("/move", "/withdraw", "/versions", "/edit")) {
      assertThrows(NotFound.class, () -> doors.open(stranger, there + door), door);
    }
  }

  @Test
  void theCarerReadsThePaperSignsOrRefusesAndTheScanIsAttached(@TempDir Path folder) {
    Family family = register.family(director, worker, "Podepsaná");
    String child = family.child().toString();
    String page =
        doors.post(
            worker,
            "/files/" + family.file() + "/visits/new",
            fields(
                family,
                "Klid.",
                "present",
                child,
                "alone-" + child,
                "YES",
                "view-" + child,
                "Chce psa.",
                "learntBy-" + child,
                "PLAY"));
    String paper = doors.open(worker, page + "/print");
    assertTrue(paper.contains("Klid.") && paper.contains("Marie Podepsaná"), paper);
    assertTrue(paper.contains("že jsem četl(a) znění 1 tohoto zápisu"), paper);
    assertTrue(doors.open(worker, page).contains("vytištěno k podpisu"));
    assertFalse(paper.contains("Chce psa."), "a child speaks in confidence");
    Asked whole = doors.knock(worker, page + "/print", Map.of()).asking("children", "yes");
    assertTrue(doors.show(worker, doors.ask(Route.Method.GET, whole), 200).contains("Chce psa."));
    assertTrue(doors.open(worker, page + "/sign").contains("name=\"carer\""));
    String[] refusal = {
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
    assertTrue(doors.refused(worker, 422, page + "/sign", refusal).contains("e-reason"));
    String[] reasoned = java.util.Arrays.copyOf(refusal, refusal.length + 2);
    reasoned[refusal.length] = "reason";
    reasoned[refusal.length + 1] = "Nebylo to tak.";
    assertEquals(page, doors.post(worker, page + "/sign", reasoned));
    assertTrue(doors.refused(worker, 422, page + "/sign", reasoned).contains("Mezitím"));
    String answered = doors.open(worker, page);
    assertTrue(
        answered.contains("Odmítla podepsat") && answered.contains("Nebylo to tak."), answered);
    var signature = register.care.signing.of(worker, UUID.fromString(Doors.last(page))).get(0);
    doors.post(worker, page + "/signatures/" + signature.id() + "/strike");
    assertTrue(doors.open(worker, page).contains("zapsáno omylem"));

    assertTrue(doors.refused(worker, 422, page + "/scans").contains("e-scan"));
    Asked html =
        doors
            .knock(worker, page + "/scans", Map.of())
            .uploading(folder, "sken.pdf", "<script>".getBytes(StandardCharsets.UTF_8));
    assertTrue(
        doors.show(worker, doors.ask(Route.Method.POST, html), 422).contains("PDF, JPEG ani PNG"));
    byte[] pdf = "%PDF-1.7 podpis".getBytes(StandardCharsets.UTF_8);
    doors.ask(
        Route.Method.POST,
        doors.knock(worker, page + "/scans", Map.of()).uploading(folder, "Novák.html", pdf));
    String with = doors.open(worker, page);
    String scan = with.replaceAll("(?s).*href=\"(" + page + "/scans/[^\"/]*)\".*", "$1");
    Asked take = doors.knock(worker, scan, Map.of());
    Reply.Download file = assertInstanceOf(Reply.Download.class, doors.ask(Route.Method.GET, take));
    assertEquals("application/pdf", file.contentType());
    assertEquals("scan-" + TODAY + ".pdf", file.fileName(), "no name of anybody");
    assertArrayEquals(pdf, file.content());
    assertTrue(take.shown().contains(Subject.of(family.file())), "the audit names the file");
    assertThrows(
        NotFound.class,
        () ->
            doors.ask(
                Route.Method.GET, doors.knock(register.viewer("key-worker"), scan, Map.of())));
    Viewer reader =
        new Viewer(
            register.viewer("key-worker").staff(),
            "Čtenářka",
            Map.of(CaseFiles.READ, Reach.ALL, Visits.READ, Reach.ALL),
            worker.locale(),
            worker.zone(),
            register.house.clock(),
            "reader");
    doors.ask(Route.Method.GET, doors.knock(reader, scan, Map.of()));
    register.tx.run(em -> em.find(CaseFile.class, family.file().value()).archive(TODAY));
    assertThrows(
        NotFound.class,
        () -> doors.ask(Route.Method.GET, doors.knock(reader, scan, Map.of())),
        "papers of an archived file are closed with it");
    register.tx.run(em -> em.find(CaseFile.class, family.file().value()).takeBack());
    assertTrue(doors.open(worker, page).contains("href=\"" + scan + "/strike\""));
    String ask = doors.open(worker, scan + "/strike");
    assertTrue(ask.contains("name=\"why\""), ask);
    assertTrue(doors.refused(worker, 422, scan + "/strike", "why", " ").contains("e-why"));
    assertTrue(doors.open(worker, page).contains("href=\"" + scan + "\""), "nothing happened");
    assertEquals(page, doors.post(worker, scan + "/strike", "why", "Patří jinam."));
    String struck = doors.open(worker, page);
    assertFalse(struck.contains("href=\"" + scan + "\""));
    assertTrue(struck.contains("Patří jinam."), struck);
    assertThrows(NotFound.class, () -> doors.open(worker, scan + "/strike"));
  }

  @Test
  void theSheetForAVisitIsReadBeforehandAndPrinted() {
    Family family = register.family(director, worker, "Podkladová");
    String path = "/files/" + family.file() + "/visits/sheet";
    assertTrue(doors.open(worker, path).contains("Zatím žádný není zapsán"));
    doors.post(worker, "/files/" + family.file() + "/visits/new", fields(family, "Klid."));
    Asked asked = doors.knock(worker, path, Map.of());
    String sheet = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(sheet.contains("Klid.") && sheet.contains("Ema Podkladová"), sheet);
    assertTrue(asked.shown().contains(Subject.of(family.child())), "the audit names everybody");
    assertTrue(
        doors.open(worker, "/files/" + family.file() + "/visits").contains("href=\"" + path));
    assertThrows(NotFound.class, () -> doors.open(register.viewer("key-worker"), path));
  }

  @Test
  void theFormAsksNothingOfAChildWhoLeft() {
    Family family = register.family(director, worker, "Odchozí");
    String child = family.child().toString();
    String page =
        doors.post(
            worker,
            "/files/" + family.file() + "/visits/new",
            fields(family, "Klid.", "present", child, "alone-" + child, "YES"));
    assertTrue(doors.open(worker, page + "/edit").contains("alone-" + child));
    var stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY);
    register.house.clock().set(TODAY.plusDays(1));
    String form = doors.open(worker, page + "/edit");
    assertFalse(form.contains("alone-" + child), form);
    assertTrue(form.contains("v jeho vlastním spisu"), form);
    String[] now = fields(family, "Ruch.", "present", child, "version", "1");
    assertEquals(page, doors.post(worker, page + "/edit", now));
    for (String door : List.of("", "/edit", "/print", "/move")) {
      assertTrue(doors.open(director, page + door).contains("Odchozí"), door);
    }
  }

  /** A task on the sheet names somebody outside the family: that is a read of them. */
  @Test
  void theSheetLeavesATraceOfEverybodyItNames() {
    Family family = register.family(director, worker, "Stopová");
    var gone = register.person(director, "Petr", "Stopový", TODAY.minusYears(50));
    register.files.addCarer(director, family.file(), gone, TODAY.minusDays(30));
    register.desk.add(
        director,
        new NewTask(
            About.person(gone, family.file()),
            null,
            "Zavolat kvůli penězům",
            director.staff(),
            null));
    register.files.endCarer(director, family.file(), gone, Leaving.otherwise(TODAY));
    register.house.clock().set(TODAY.plusDays(1));
    Asked asked = doors.knock(director, "/files/" + family.file() + "/visits/sheet", Map.of());
    String sheet = doors.show(director, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(sheet.contains("Zavolat kvůli penězům"), sheet);
    assertTrue(asked.shown().contains(Subject.of(gone)), asked.shown().toString());
  }

  private org.opora.api.ids.CaseFileId other() {
    return register.family(director, worker, "Jiná").file();
  }
}
