package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.Part;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** Incidents through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final IncidentRoom room = new IncidentRoom(register);
  private final Doors doors = new Doors(register, room.routes);
  private final Viewer director = register.viewer("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void anIncidentGoesThroughItsPagesToItsEnd() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Událostní");
    String file = "/files/" + family.file() + "/incidents";
    assertTrue(doors.open(worker, file).contains(file + "/new"));
    assertTrue(doors.open(worker, file + "/new").contains("Ema Událostní"));
    String wrong =
        doors.refused(
            worker,
            422,
            file + "/new",
            "kind",
            "INJURY",
            "on",
            "31. 2. 2026",
            "place",
            "herna <1>",
            "what",
            "");
    assertTrue(wrong.contains("e-on") && wrong.contains("e-what"), wrong);
    assertTrue(wrong.contains("herna &lt;1&gt;"), "what was typed stays");
    String path =
        doors.post(
            worker,
            file + "/new",
            "kind",
            "SUSPECTED_HARM",
            "on",
            "1. 11. 2026",
            "at",
            "14:30",
            "place",
            "doma",
            "what",
            "Modřiny <na zádech>",
            "part-" + family.child(),
            "HURT",
            "part-" + family.carer(),
            "SUSPECT",
            "staff",
            worker.staff().toString());
    Asked asked = doors.knock(worker, path, Map.of());
    String page = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(
        page.contains("Modřiny &lt;na zádech&gt;") && page.contains("Marie Událostní"), page);
    assertFalse(page.contains(path + "/close"), "without measures there is no such button");
    assertEquals(
        Set.of(Subject.of(family.file()), Subject.of(family.child()), Subject.of(family.carer())),
        asked.shown());
    String early = doors.refused(worker, 422, path + "/close", "version", "1");
    assertTrue(early.contains("oznámil úřadu"), early);
    String step = doors.refused(worker, 422, path + "/steps", "stepOn", "2. 11. 2026");
    assertTrue(step.contains("e-stepWhat") && step.contains("e-doer"), step);
    doors.post(
        worker,
        path + "/steps",
        "stepOn",
        "2. 11. 2026",
        "stepAt",
        "08:10",
        "doer",
        worker.staff().toString(),
        "stepWhat",
        "Oznámení",
        "told",
        "AUTHORITY",
        "toldName",
        "Bc. Malá",
        "how",
        "DATA_BOX");
    assertTrue(doors.open(worker, path).contains("Bc. Malá"));
    doors.open(worker, path + "/edit");
    doors.post(worker, path + "/measures", "version", "1", "measures", "Dohled každý týden");
    String both = doors.refused(worker, 422, path + "/measures", "version", "1", "measures", "Nic");
    assertTrue(both.contains("Dohled každý týden") && both.contains(">Nic</textarea>"), both);
    assertTrue(doors.open(worker, path).contains(path + "/close"));
    assertEquals(path, doors.post(worker, path + "/close", "version", "2"));
    assertFalse(doors.open(worker, path).contains(path + "/steps\""));
    doors.open(worker, path + "/amend");
    doors.post(
        worker,
        path + "/amend",
        "version",
        "3",
        "place",
        "doma",
        "what",
        "Modřiny na pažích",
        "measures",
        "Dohled",
        "answer",
        "Bez dalšího postupu",
        "answeredOn",
        "2. 11. 2026",
        "why",
        "upřesnění lékaře");
    String amended = doors.open(worker, path);
    assertTrue(
        amended.contains("Modřiny na pažích") && amended.contains("Modřiny &lt;na zádech&gt;"),
        amended);
    assertTrue(amended.contains("upřesnění lékaře"), amended);
    assertTrue(amended.contains("Odpověď úřadu, 2. 11. 2026"), amended);
  }

  @Test
  void theListTheCardTheFileAndThePaperShowTheSame() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Seznamová");
    UUID open =
        room.desk.open(
            worker, family.file(), IncidentsTest.happened(Kind.MISSING, TODAY, Map.of()));
    for (String path : List.of("/incidents", "/incidents/card", "/incidents/print")) {
      assertTrue(doors.open(worker, path).contains("/incidents/" + open), path);
    }
    assertTrue(doors.open(director, "/incidents/card").contains("/incidents/" + open));
    Asked none = doors.knock(worker, "/incidents", Map.of()).asking("kind", "DAMAGE");
    assertFalse(
        doors.show(worker, doors.ask(Route.Method.GET, none), 200).contains("/incidents/" + open));
    Asked month = doors.knock(worker, "/incidents", Map.of()).asking("month", "2026-11");
    assertTrue(
        doors.show(worker, doors.ask(Route.Method.GET, month), 200).contains("/incidents/" + open));
    Set<Subject> shown = new HashSet<>();
    Asked taken = doors.knock(worker, "/incidents/export", Map.of()).asking("format", "csv");
    String csv = new String(doors.take(taken, shown), StandardCharsets.UTF_8);
    assertEquals(2, csv.lines().count(), csv);
    assertTrue(csv.contains("Seznamová") && csv.contains("Útěk"), csv);
    assertFalse(csv.contains("Spadl"), "no word of what happened");
    assertEquals(Set.of(Subject.of(family.file())), shown);
  }

  @Test
  void whoSeesOnlySomeIsNotToldThatThereAreNone() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Částečná");
    String file = "/files/" + family.file() + "/incidents";
    assertTrue(doors.open(worker, file).contains("není zapsána žádná mimořádná událost"));
    UUID other =
        room.desk.open(worker, family.file(), IncidentsTest.happened(Kind.OTHER, TODAY, Map.of()));
    Viewer colleague = related(family, RelationKind.CO_WORKER);
    Viewer facilitator = related(family, RelationKind.FACILITATOR);
    for (Viewer viewer : List.of(colleague, facilitator)) {
      String part = doors.open(viewer, file);
      assertFalse(part.contains("není zapsána žádná") || part.contains(other.toString()), part);
      assertTrue(part.contains("Mohou být zapsány i další"), part);
      assertEquals(viewer == colleague, part.contains(file + "/new"), "no button to a closed door");
    }
    assertThrows(NotFound.class, () -> doors.open(facilitator, file + "/new"));
    assertTrue(doors.open(colleague, file + "/new").contains("ještě 30 dní"));
    String path =
        doors.post(
            colleague,
            file + "/new",
            "kind",
            "SUSPECTED_HARM",
            "on",
            "2. 11. 2026",
            "place",
            "doma",
            "what",
            "Modřina");
    String part = doors.open(colleague, file);
    assertTrue(part.contains(path) && part.contains("Mohou být zapsány i další"), part);
    assertFalse(doors.open(worker, file).contains("Mohou být zapsány"));
  }

  private Viewer related(Family family, RelationKind kind) {
    Viewer viewer = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(
            viewer.staff(), Subject.of(family.file()), kind, TODAY, null, "test:" + viewer.staff());
    return viewer;
  }

  @Test
  void noDoorOpensForOutsidersBehindAWallOrForTheItPerson() {
    Viewer worker = register.viewer("key-worker");
    Viewer outsider = register.viewer("key-worker");
    Viewer helper = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    Family family = register.family(director, worker, "Střežená");
    UUID incident =
        room.desk.open(
            worker,
            family.file(),
            IncidentsTest.happened(Kind.INJURY, TODAY, Map.of(family.child(), Part.HURT)));
    room.desk.step(worker, incident, IncidentsTest.did(helper.staff(), null));
    String path = "/incidents/" + incident;
    String file = "/files/" + family.file() + "/incidents";
    for (String one : List.of(path, path + "/edit", path + "/amend", file, file + "/new")) {
      doors.open(worker, one);
      assertThrows(NotFound.class, () -> doors.open(outsider, one), one);
      assertThrows(NotAllowed.class, () -> doors.open(it, one), one);
    }
    assertFalse(doors.open(outsider, "/incidents").contains(path));
    assertThrows(NotAllowed.class, () -> doors.open(it, "/incidents"));
    String read = doors.open(helper, path);
    assertTrue(read.contains(path + "/steps") && !read.contains(path + "/edit"), read);
    assertThrows(NotFound.class, () -> doors.open(helper, path + "/edit"));
    assertThrows(NotFound.class, () -> doors.open(helper, path + "/amend"));
    assertTrue(doors.open(helper, "/incidents").contains("kterou nevidíte"));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> doors.open(worker, path));
    assertFalse(doors.open(worker, file).contains(path));
  }
}
