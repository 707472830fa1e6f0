package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.legal.LegalPosition;
import org.opora.api.legal.Role;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** The legal position through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegalDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final LegalRoom room = new LegalRoom(register);
  private final Doors doors = new Doors(register, room.routes);
  private final Viewer director = register.viewer("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void whatIsWrittenDownAnswersWhoSigns() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Podepsaná");
    String home = "/people/" + family.child() + "/legal";
    assertTrue(doors.open(worker, "/people/" + family.child()).contains(home + "/today"));
    assertFalse(doors.open(worker, "/people/" + family.carer()).contains("/legal"), "no child");
    String empty = doors.open(worker, home + "/today");
    assertTrue(empty.contains("není známo") && empty.contains(home), empty);
    assertTrue(
        doors.open(worker, home + "/decisions/new").contains("Marie Podepsaná"), "the carer");
    String wrong =
        doors.refused(
            worker,
            422,
            home + "/decisions/new",
            "kind",
            "CARE",
            "court",
            "Okresní soud <v Liberci>",
            "reference",
            "",
            "decidedOn",
            "31. 2. 2026");
    assertTrue(wrong.contains("e-reference") && wrong.contains("e-decidedOn"), wrong);
    assertTrue(wrong.contains("Okresní soud &lt;v Liberci&gt;"), "what was typed stays");
    assertEquals(
        home,
        doors.post(
            worker,
            home + "/decisions/new",
            "kind",
            "CARE",
            "court",
            "Okresní soud",
            "reference",
            "12 P 34/2025",
            "decidedOn",
            "5. 1. 2026",
            "forceOn",
            "14. 1. 2026",
            "to",
            family.carer().toString(),
            "appeal",
            "NONE"));
    assertEquals(
        home,
        doors.post(
            worker,
            home + "/representatives/new",
            "role",
            "PARENT",
            "name",
            "Petra Nová",
            "extent",
            "LIMITED",
            "matters",
            "MEDICAL",
            "matters",
            "TRAVEL",
            "since",
            "4. 3. 2018",
            "decision",
            room.desk.position(worker, family.child(), TODAY).decisions().get(0).id().toString()));
    Asked asked = doors.knock(worker, home + "/today", Map.of());
    String today = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(today.contains("Marie Podepsaná") && today.contains("Petra Nová"), today);
    assertEquals(Set.of(Subject.of(family.child()), Subject.of(family.carer())), asked.shown());
    String whole = doors.open(worker, home);
    assertTrue(whole.contains("12 P 34/2025") && whole.contains("Léčba nad rámec běžné"), whole);
    Asked then =
        doors.knock(worker, home, Map.of()).asking("day", LocalDate.of(2026, 1, 13).toString());
    assertTrue(
        doors.show(worker, doors.ask(Route.Method.GET, then), 200).contains("ještě neplatí"));
    assertTrue(
        doors.open(worker, "/files/" + family.file() + "/legal").contains("Marie Podepsaná"));
  }

  @Test
  void whoStandsBehindAWallIsOnNoPageAndInNoForm() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Zakrytá");
    String home = "/people/" + family.child() + "/legal";
    UUID decision = room.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    UUID row =
        room.desk.add(
            worker,
            family.child(),
            new NewRepresentative(
                Role.PARENT,
                family.carer(),
                null,
                Extent.FULL,
                Set.of(),
                null,
                TODAY.minusYears(1),
                null,
                null));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.carer()), Ground.CONFLICT_OF_INTEREST);
    for (String path : List.of(home, home + "/today", "/files/" + family.file() + "/legal")) {
      String page = doors.open(worker, path);
      assertTrue(page.contains("osoba, kterou nevidíte"), page);
      assertFalse(page.contains("Marie Zakrytá") || page.contains(family.carer().toString()), page);
    }
    String edit = home + "/representatives/" + row + "/edit";
    for (String path :
        List.of(
            edit,
            home + "/representatives/" + row + "/withdraw",
            home + "/decisions/" + decision + "/edit")) {
      String form = doors.open(worker, path);
      assertTrue(form.contains("kterou nevidíte"), form);
      assertFalse(form.contains("Marie Zakrytá") || form.contains(family.carer().toString()), form);
    }
    doors.post(
        worker, edit, "version", "1", "role", "PARENT", "extent", "UNKNOWN", "since", "1. 1. 2026");
    assertTrue(doors.open(director, home).contains("Marie Zakrytá"));
  }

  @Test
  void oneChildWhoMayNotBeSeenDoesNotCloseTheTab() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Smíšená");
    Viewer reader =
        register.house.viewer(
            worker.staff(), Map.of(CaseFiles.READ, Reach.ALL, LegalPosition.READ, Reach.OWN));
    Family other = register.family(director, null, "Nesmíšená");
    String tab = "/files/" + family.file() + "/legal";
    assertTrue(doors.open(reader, tab).contains("Ema Smíšená"));
    String foreign = doors.open(reader, "/files/" + other.file() + "/legal");
    assertFalse(foreign.contains("Ema Nesmíšená"), foreign);
  }

  @Test
  void whoSupervisesOneContactReadsTheAnswersOnly() {
    Viewer worker = register.viewer("key-worker");
    Viewer facilitator = register.viewer("key-worker");
    Family family = register.family(director, worker, "Kontaktní");
    String home = "/people/" + family.child() + "/legal";
    room.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    register
        .access
        .relations()
        .grant(
            facilitator.staff(),
            Subject.of(family.child()),
            RelationKind.FACILITATOR,
            TODAY,
            null,
            "test:" + family.child());
    String part = doors.open(facilitator, home + "/today");
    assertTrue(part.contains("Marie Kontaktní"), part);
    assertFalse(part.contains(home), "no link that does not open");
    for (String path : List.of(home, home + "/decisions/new", home + "/representatives/new")) {
      doors.open(worker, path);
      assertThrows(NotFound.class, () -> doors.open(facilitator, path));
    }
  }

  @Test
  void aCoWorkerReadsWithoutButtonsThatDoNotWork() {
    Viewer worker = register.viewer("key-worker");
    Viewer colleague = register.viewer("key-worker");
    Family family = register.family(director, worker, "Čtená");
    String home = "/people/" + family.child() + "/legal";
    UUID decision = room.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    register
        .access
        .relations()
        .grant(
            colleague.staff(),
            Subject.of(family.child()),
            RelationKind.CO_WORKER,
            TODAY,
            null,
            "test:" + family.child());
    String page = doors.open(colleague, home);
    assertTrue(page.contains("12 P 34/2025"), page);
    assertFalse(page.contains(home + "/decisions/") || page.contains("/withdraw"), page);
    assertFalse(page.contains(home + "/representatives/"), page);
    assertTrue(page.contains("zapisuje a opravuje"), page);
    assertFalse(doors.open(worker, home).contains("zapisuje a opravuje"));
    for (String path :
        List.of(
            home + "/decisions/new",
            home + "/representatives/new",
            home + "/decisions/" + decision + "/edit",
            home + "/decisions/" + decision + "/withdraw")) {
      doors.open(worker, path);
      assertThrows(NotFound.class, () -> doors.open(colleague, path), path);
    }
  }

  @Test
  void bothTextsAreShownWhenAColleagueWasFaster() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Souběžná");
    String home = "/people/" + family.child() + "/legal";
    room.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    Position.Ruling row = room.desk.position(worker, family.child(), TODAY).decisions().get(0);
    String path = home + "/decisions/" + row.id();
    String[] fields = {
      "version",
      "1",
      "kind",
      "CARE",
      "court",
      "Krajský soud",
      "reference",
      "1 Co 1/2026",
      "decidedOn",
      "5. 1. 2026",
      "appeal",
      "NONE",
      "to",
      family.carer().toString()
    };
    assertTrue(doors.open(worker, path + "/edit").contains("12 P 34/2025"));
    assertEquals(home, doors.post(worker, path + "/edit", fields));
    fields[7] = "2 Co 2/2026";
    String both = doors.refused(worker, 422, path + "/edit", fields);
    assertTrue(both.contains("1 Co 1/2026") && both.contains("2 Co 2/2026"), both);
    doors.open(worker, path + "/withdraw");
    assertTrue(
        doors
            .refused(worker, 422, path + "/withdraw", "version", "2", "reason", "")
            .contains("e-reason"));
    assertEquals(
        home, doors.post(worker, path + "/withdraw", "version", "2", "reason", "jiné dítě"));
    assertTrue(doors.open(worker, home).contains("jiné dítě"));
  }

  @Test
  void noDoorOpensForOutsidersBehindAWallOrForTheItPerson() {
    Viewer worker = register.viewer("key-worker");
    Viewer outsider = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    Family family = register.family(director, worker, "Střežená");
    Family other = register.family(director, worker, "Jiná");
    room.desk.add(worker, family.child(), LegalTest.care(family.carer()));
    Position.Ruling row = room.desk.position(worker, family.child(), TODAY).decisions().get(0);
    String home = "/people/" + family.child() + "/legal";
    List<String> paths =
        List.of(
            home,
            home + "/today",
            home + "/decisions/new",
            home + "/representatives/new",
            home + "/decisions/" + row.id() + "/edit",
            home + "/decisions/" + row.id() + "/withdraw");
    for (String path : paths) {
      doors.open(worker, path);
      assertThrows(NotFound.class, () -> doors.open(outsider, path), path);
      assertThrows(NotAllowed.class, () -> doors.open(it, path), path);
    }
    assertThrows(
        NotFound.class,
        () ->
            doors.open(
                worker, "/people/" + other.child() + "/legal/decisions/" + row.id() + "/edit"),
        "the row of another child");
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    for (String path : paths) {
      assertThrows(NotFound.class, () -> doors.open(worker, path), path);
    }
  }
}
