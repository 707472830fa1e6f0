package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** Looks into files through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Office office = new Office(register);
  private final Doors doors = new Doors(register);
  private final Viewer director = office.director();

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aLoanIsSeenInTheFileUntilItIsBack() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Půjčená");
    String tab = "/files/" + family.file() + "/inspections";
    String blank = doors.open(worker, tab);
    assertTrue(blank.contains("Do tohoto spisu zatím nikdo nenahlížel"), blank);
    for (Deed deed : Deed.values()) {
      assertTrue(blank.contains(tab + "/new?deed=" + deed), blank);
      String form = listed(worker, tab + "/new", "deed", deed.name());
      assertEquals(deed == Deed.LENT, form.contains("name=\"returnBy\""), deed.name());
      assertEquals(deed == Deed.REFUSED, form.contains("name=\"reason\""), deed.name());
      assertTrue(form.contains("Půjčená"), "the family stands above");
    }
    assertTrue(
        listed(worker, tab + "/new", "deed", "x").contains("name=\"deed\" value=\"LOOKED\""));
    String wrong =
        doors.refused(
            worker,
            422,
            tab + "/new",
            "deed",
            "LENT",
            "heldOn",
            "31. 2. 2026",
            "who",
            "Soud <v Jičíně>");
    for (String field : new String[] {"heldOn", "asker", "part", "supervisor", "returnBy"}) {
      assertTrue(wrong.contains("e-" + field), field + " " + wrong);
    }
    assertTrue(wrong.contains("Soud &lt;v Jičíně&gt;"), "what was typed stays");

    assertEquals(
        "/files/" + family.file() + "/tab/inspections", lend(worker, family, "Soud <v Jičíně>"));
    String path =
        "/inspections/"
            + register
                .inspections
                .list(worker, null, true, family.file(), null, 5)
                .items()
                .get(0)
                .id();
    Asked asked = doors.knock(worker, tab, Map.of());
    String part = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(part.contains("Půjčeno: Soud &lt;v Jičíně&gt;, vrátit do"), part);
    assertTrue(asked.shown().contains(Subject.of(family.file())));
    assertTrue(doors.open(worker, "/tasks/card").contains("Dostat zpátky zapůjčený spis"));
    assertTrue(doors.open(worker, path).contains(path + "/returned"));
    register.house.clock().set(Register.TODAY.plusDays(30));
    try {
      assertTrue(doors.open(worker, tab).contains("Nevráceno: Soud"));
    } finally {
      register.house.clock().set(Register.TODAY);
    }

    doors.open(worker, path + "/edit");
    assertEquals(
        path,
        doors.post(
            worker,
            path + "/edit",
            "version",
            "1",
            "heldOn",
            "2. 11. 2026",
            "who",
            "Okresní soud",
            "asker",
            "AUTHORITY",
            "title",
            "§ 55",
            "part",
            "Celý spis",
            "supervisor",
            worker.staff().toString(),
            "returnBy",
            "12. 11. 2026"));
    String both =
        doors.refused(
            worker,
            422,
            path + "/edit",
            "version",
            "1",
            "heldOn",
            "2. 11. 2026",
            "who",
            "Krajský soud",
            "asker",
            "AUTHORITY",
            "title",
            "§ 55",
            "part",
            "Celý spis",
            "supervisor",
            worker.staff().toString(),
            "returnBy",
            "12. 11. 2026");
    assertTrue(both.contains("Okresní soud") && both.contains("Krajský soud"), both);
    assertTrue(
        doors
            .refused(worker, 422, path + "/returned", "version", "2", "returnedOn", "1. 11. 2026")
            .contains("e-returnedOn"));
    doors.post(worker, path + "/returned", "version", "2", "returnedOn", "2. 11. 2026");
    assertFalse(doors.open(worker, tab).contains("class=\"safety\""));
    String back = doors.open(worker, path);
    assertTrue(back.contains("Vráceno") && back.contains(path + "/not-returned"), back);
    assertTrue(
        doors
            .refused(worker, 422, path + "/returned", "version", "3", "returnedOn", "2. 11. 2026")
            .contains("Spis už je zpátky"));
    doors.post(worker, path + "/not-returned", "version", "3");
    assertTrue(doors.open(worker, path + "/strike-out").contains("Vrátit to nejde"));
    assertTrue(
        doors
            .refused(worker, 422, path + "/strike-out", "version", "4", "reason", "")
            .contains("e-reason"));
    doors.post(worker, path + "/strike-out", "version", "4", "reason", "Jiný spis");
    String gone = doors.open(worker, path);
    assertTrue(gone.contains("Jiný spis") && !gone.contains(path + "/edit"), gone);
  }

  @Test
  void aLoanIsWarnedOfHoweverMuchWasWrittenDownSince() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Dlouhá");
    lend(worker, family, "Krajský úřad");
    NewInspection looked =
        new NewInspection(
            Register.TODAY,
            Asker.CARER,
            "Pěstounka",
            null,
            "Celý spis",
            null,
            worker.staff(),
            null,
            null,
            null);
    for (int i = 0; i < 100; i++) {
      register.inspections.record(worker, family.file(), Deed.LOOKED, looked);
    }
    String part = doors.open(worker, "/files/" + family.file() + "/inspections");
    assertTrue(part.contains("Půjčeno: Krajský úřad"), part);
  }

  @Test
  void aRefusalIsWrittenDownWithItsReason() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Odmítnutá");
    String form = "/files/" + family.file() + "/inspections/new";
    String wrong =
        doors.refused(
            worker,
            422,
            form,
            "deed",
            "REFUSED",
            "heldOn",
            "2. 11. 2026",
            "who",
            "Otec",
            "asker",
            "PARENT",
            "part",
            "Celý spis");
    assertTrue(wrong.contains("e-reason") && wrong.contains("e-decidedBy"), wrong);
    doors.post(
        worker,
        form,
        "deed",
        "REFUSED",
        "heldOn",
        "2. 11. 2026",
        "who",
        "Otec",
        "asker",
        "PARENT",
        "part",
        "Celý spis",
        "reason",
        "Údaje jiného dítěte",
        "decidedBy",
        director.staff().toString());
    String list = listed(director, "/inspections", "show", "REFUSED");
    assertTrue(list.contains("Otec") && list.contains("Odmítnutá"), list);
    assertFalse(listed(director, "/inspections", "show", "LOOKED").contains("Otec"));
  }

  @Test
  void theDirectorSeesLoansNotReturnedAndTakesTheListAlong() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Seznamová");
    lend(worker, family, "=Úřad");
    assertTrue(listed(director, "/inspections", "show", "OUT").contains("=Úřad"));
    assertTrue(listed(director, "/inspections", "show", "x", "after", "x").contains("=Úřad"));
    String ofFile = listed(worker, "/inspections", "file", family.file().toString());
    assertTrue(ofFile.contains("Seznamová") && ofFile.contains("=Úřad"), ofFile);
    Set<Subject> shown = new HashSet<>();
    Asked knock = doors.knock(worker, "/inspections/export", Map.of()).asking("format", "csv");
    knock.asking("show", "OUT");
    String csv = new String(doors.take(knock, shown), StandardCharsets.UTF_8);
    assertTrue(csv.contains("'=Úřad") && csv.contains("12. 11. 2026"), csv);
    assertEquals(Set.of(Subject.of(family.file())), shown);
    Viewer stranger = office.colleague("key-worker");
    assertFalse(listed(stranger, "/inspections").contains("=Úřad"));
    assertThrows(
        NotFound.class, () -> listed(stranger, "/inspections", "file", family.file().toString()));
  }

  @Test
  void whoMayNotSeeTheFileFindsNothingBehindAnyDoor() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Skrytá");
    lend(worker, family, "Soud");
    String key =
        register.inspections.list(worker, null, true, null, null, 5).items().get(0).id().toString();
    Viewer stranger = office.colleague("key-worker");
    int tried = 0;
    for (Route route : doors.routes()) {
      if (route.pattern().startsWith("/inspections")
          || route.pattern().startsWith("/files/{file}/inspections")) {
        assertTrue(Set.of(InspectionDesk.READ, InspectionDesk.WRITE).contains(route.permission()));
      }
      if (route.pattern().startsWith("/inspections/{inspection}")
          || route.pattern().startsWith("/files/{file}/inspections")) {
        String path =
            route
                .pattern()
                .replace("{inspection}", key)
                .replace("{file}", family.file().toString());
        Asked knock =
            doors.knock(
                stranger,
                path,
                Doors.fields(
                    "version",
                    "1",
                    "deed",
                    "LENT",
                    "heldOn",
                    "2. 11. 2026",
                    "who",
                    "x",
                    "asker",
                    "CHILD",
                    "part",
                    "x",
                    "supervisor",
                    stranger.staff().toString(),
                    "returnBy",
                    "12. 11. 2026",
                    "returnedOn",
                    "2. 11. 2026",
                    "reason",
                    "x"));
        assertThrows(NotFound.class, () -> doors.ask(route.method(), knock), path);
        tried++;
      }
    }
    assertEquals(10, tried);
  }

  private String lend(Viewer worker, Family family, String who) {
    return doors.post(
        worker,
        "/files/" + family.file() + "/inspections/new",
        "deed",
        "LENT",
        "heldOn",
        "2. 11. 2026",
        "who",
        who,
        "asker",
        "AUTHORITY",
        "title",
        "§ 55 zákona",
        "part",
        "Celý spis",
        "supervisor",
        worker.staff().toString(),
        "returnBy",
        "12. 11. 2026");
  }

  private String listed(Viewer viewer, String path, String... namesAndValues) {
    Asked asked = doors.knock(viewer, path, Map.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.asking(namesAndValues[i], namesAndValues[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }
}
