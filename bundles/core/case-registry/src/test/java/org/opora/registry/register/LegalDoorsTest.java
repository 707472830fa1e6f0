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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.legal.application.Position;
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
            "4. 3. 2018"));
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
