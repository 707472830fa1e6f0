package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.BodyId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.web.DirectoryRoutes;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;

/** The directory through its pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final BodiesDesk desk =
      new BodiesDesk(register.tx, register.access.access(), register.access.audit());
  private final Doors doors =
      new Doors(register, new DirectoryRoutes(desk, new PageHouse(Register.TODAY)));
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  @AfterAll
  void close() {
    register.close();
  }

  static Viewer in(String language, Viewer viewer) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void everyDoorAsksForItsPermission() {
    for (Route route : new DirectoryRoutes(desk, new PageHouse(Register.TODAY)).routes()) {
      boolean reads = !route.pattern().matches(".*(new|edit|replace|reinstate|remove)$");
      assertEquals(reads ? Bodies.READ : Bodies.WRITE, route.permission(), route.pattern());
    }
  }

  @Test
  void aBodyIsEnteredMendedAndHandedOn() {
    doors.open(director, "/directory/new");
    String wrong =
        doors.refused(
            director,
            422,
            "/directory/new",
            "kind",
            "COURT",
            "name",
            "Krajský <soud>",
            "dataBox",
            "abc",
            "ico",
            "1");
    assertTrue(wrong.contains("e-dataBox") && wrong.contains("Krajský &lt;soud&gt;"), wrong);
    String path =
        doors.post(
            director,
            "/directory/new",
            "kind",
            "COURT",
            "name",
            "Krajský soud Brána",
            "town",
            "Brána",
            "dataBox",
            "abc1234");
    String successor =
        doors.post(director, "/directory/new", "kind", "COURT", "name", "Městský soud Brána");
    doors.post(
        director,
        path + "/officials/new",
        "name",
        "Mgr. Ivo Úřední",
        "post",
        "tajemník",
        "email",
        "ivo@soud.example");
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reader = in(language, worker);
      String page = doors.open(reader, path);
      assertTrue(page.contains("Mgr. Ivo Úřední") && page.contains("abc1234"), page);
      assertFalse(page.contains("/edit") || page.contains("/replace"), "nothing to change");
      doors.open(reader, "/directory");
      Viewer writer = in(language, director);
      doors.open(writer, path + "/edit");
      doors.open(writer, path + "/replace");
      doors.open(writer, path + "/officials/new");
    }
    String official =
        path + "/officials/" + desk.view(director, id(path)).officials().get(0).id() + "/edit";
    doors.open(director, official);
    assertEquals(path, doors.post(director, official, "version", "1", "name", "Mgr. Ivo Nový"));
    String both = doors.refused(director, 422, official, "version", "1", "name", "Pozdní");
    assertTrue(both.contains("Mgr. Ivo Nový") && both.contains("Pozdní"), both);

    assertEquals(
        path,
        doors.post(
            director,
            path + "/edit",
            "version",
            "1",
            "kind",
            "COURT",
            "name",
            "Soud Brána",
            "renamed",
            "1. 10. 2026"));
    String late =
        doors.refused(
            director,
            422,
            path + "/edit",
            "version",
            "1",
            "kind",
            "COURT",
            "name",
            "Pozdě",
            "corrected",
            "on");
    assertTrue(
        doors
            .refused(
                director, 422, path + "/edit", "version", "2", "kind", "COURT", "name", "Jinak")
            .contains("e-renamed"),
        "since when, or only a slip");
    assertTrue(late.contains("Soud Brána") && late.contains("Pozdě"), late);
    assertTrue(doors.open(worker, path).contains("Krajský soud Brána"), "the former name");

    String asked =
        doors.refused(
            director,
            422,
            path + "/replace",
            "version",
            "2",
            "lastDay",
            "31. 10. 2026",
            "successor",
            "městský soud");
    assertTrue(asked.contains("e-successor") && asked.contains(Doors.last(successor)), asked);
    assertEquals(
        path,
        doors.post(
            director,
            path + "/replace",
            "version",
            "2",
            "lastDay",
            "31. 10. 2026",
            "successor",
            "městský soud",
            "successor-asked",
            "yes",
            "successor-for",
            "městský soud",
            "successor-body",
            Doors.last(successor)));
    assertTrue(doors.open(worker, path).contains(successor));
    assertTrue(doors.open(worker, successor).contains(path));
    String other =
        doors.post(director, "/directory/new", "kind", "COURT", "name", "Okresní soud Brána");
    String anew =
        doors.refused(
            director,
            422,
            path + "/replace",
            "version",
            "3",
            "lastDay",
            "31. 10. 2026",
            "successor",
            "okresní soud",
            "successor-asked",
            "yes",
            "successor-for",
            "městský soud",
            "successor-body",
            Doors.last(successor));
    assertTrue(anew.contains("e-successor") && anew.contains(Doors.last(other)), anew);
    assertFalse(anew.contains(Doors.last(successor)), "chosen for what was typed before");
    doors.open(director, path + "/replace");
    String former = desk.view(director, id(path)).names().get(0).id().toString();
    assertEquals(path, doors.post(director, path + "/names/" + former + "/remove"));
    assertFalse(doors.open(worker, path).contains("Krajský soud Brána"));
    assertEquals(path, doors.post(director, path + "/reinstate", "version", "3"));
    assertEquals(path, doors.post(director, path + "/reinstate", "version", "4"), "says why not");
    assertFalse(doors.open(worker, path).contains(successor));
  }

  private static BodyId id(String path) {
    return BodyId.parse(Doors.last(path));
  }

  @Test
  void whatIsSearchedForStandsInNoAddress() {
    desk.add(director, DirectoryTest.body(Kind.SCHOOL, "Gymnázium Hledané", "Hledov"));
    desk.add(director, DirectoryTest.body(Kind.POLICE, "Policie Hledov", "Hledov"));
    String found = doors.post(worker, "/directory/search", "text", "hledov");
    assertTrue(found.matches("/directory/found/[0-9a-f-]{36}"), found);
    String page = doors.open(worker, found);
    assertTrue(page.contains("Gymnázium Hledané") && page.contains("Policie Hledov"), page);
    Asked schools = doors.knock(worker, found, Map.of()).asking("kind", "SCHOOL");
    String narrowed = doors.show(worker, doors.ask(Route.Method.GET, schools), 200);
    assertTrue(
        narrowed.contains("Gymnázium Hledané") && !narrowed.contains("Policie Hledov"), narrowed);
    String csv =
        new String(
            doors.take(
                doors
                    .knock(worker, found + "/export", Map.of())
                    .asking("kind", "SCHOOL")
                    .asking("format", "csv"),
                new HashSet<>()),
            StandardCharsets.UTF_8);
    assertTrue(csv.contains("Gymnázium Hledané") && !csv.contains("Policie Hledov"), csv);
    assertThrows(
        NotFound.class,
        () -> doors.take(doors.knock(director, found + "/export", Map.of()), new HashSet<>()),
        "somebody else's words");
    assertEquals("/directory", doors.post(worker, "/directory/search", "text", " "));
  }

  @Test
  void aFieldOffersWhatIsFoundWhileOneWrites() {
    desk.add(director, DirectoryTest.body(Kind.DOCTOR, "MUDr. Nabídnutá <dětská>", "Nabídkov"));
    Asked typing =
        doors.knock(worker, "/directory/pick/sender", Doors.fields("sender", "nabid")).forPart();
    String choices = doors.show(worker, doors.ask(Route.Method.POST, typing), 200);
    assertTrue(choices.contains("MUDr. Nabídnutá &lt;dětská&gt;, Nabídkov"), choices);
    assertTrue(choices.contains("name=\"sender-body\""), choices);
    assertThrows(
        NotFound.class,
        () -> doors.ask(Route.Method.POST, doors.knock(worker, "/directory/pick/x\"y", Map.of())),
        "no name of a field");
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> doors.open(it, "/directory"));
  }
}
