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
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.opora.testkit.Asked;

/** Complaints through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintDoorsTest {
  private static final String MATTER = "Nikdo mi <b>nevolá</b> zpět";
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Office office = new Office(register);
  private final Doors doors = new Doors(register);
  private final Viewer director = office.director();

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aComplaintIsWrittenDownHandledAnsweredAndClosed() {
    Viewer handler = office.colleague("key-worker");
    Viewer about = office.colleague("key-worker");
    String blank = doors.open(director, "/complaints/new");
    assertTrue(blank.contains("do 30 dnů") && blank.contains("value=\"2026-11-02\""), blank);
    String wrong =
        doors.refused(
            director,
            422,
            "/complaints/new",
            "receivedOn",
            "31. 2. 2026",
            "about",
            about.staff().toString(),
            "about",
            "nonsense");
    for (String field : new String[] {"receivedOn", "how", "matter", "handler"}) {
      assertTrue(wrong.contains("e-" + field), field + " " + wrong);
    }
    assertTrue(wrong.contains("value=\"" + about.staff() + "\" checked"), "what was ticked stays");
    String himself =
        doors.refused(
            director,
            422,
            "/complaints/new",
            "receivedOn",
            "2. 11. 2026",
            "how",
            "BOX",
            "complainant",
            "Jana Nová",
            "matter",
            MATTER,
            "about",
            about.staff().toString(),
            "handler",
            about.staff().toString());
    assertTrue(himself.contains("e-handler") && himself.contains("někdo jiný"), himself);

    String path = enter(director, handler, about);
    String page = doors.open(handler, path);
    assertTrue(page.contains("Nikdo mi &lt;b&gt;nevolá&lt;/b&gt; zpět"), page);
    assertTrue(page.contains("2. 12. 2026") && page.contains("Lhůta centra je 30 dnů"), page);
    Asked asked = doors.knock(handler, "/complaints/card", Map.of());
    String card = doors.show(handler, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(card.contains(path), card);
    assertEquals(Set.of(self(path)), asked.shown(), "the trail names the complaint");
    assertTrue(doors.open(handler, "/complaints").contains(path));
    assertFalse(doors.open(about, "/complaints").contains(path));
    assertFalse(doors.open(about, "/complaints/card").contains(path));

    String early = doors.open(handler, path + "/close");
    assertTrue(early.contains("chybí závěr"), early);
    assertFalse(early.contains("name=\"version\""), "nothing to press");
    assertTrue(
        doors.refused(handler, 422, path + "/close", "version", "1").contains("chybí závěr"));
    String form = doors.open(handler, path + "/outcome");
    assertFalse(form.contains(about.staff().toString()), "no answer from whom it is about");
    assertTrue(
        doors
            .refused(handler, 422, path + "/outcome", "version", "1", "answeredOn", "1. 11. 2026")
            .contains("e-answeredOn"));
    assertEquals(
        path,
        doors.post(
            handler,
            path + "/outcome",
            "version",
            "1",
            "finding",
            "PARTLY",
            "measures",
            "Pravidla"));
    String both =
        doors.refused(handler, 422, path + "/outcome", "version", "1", "measures", "Jiná opatření");
    assertTrue(both.contains("Pravidla") && both.contains("Jiná opatření"), both);
    doors.post(
        handler,
        path + "/outcome",
        "version",
        "2",
        "finding",
        "PARTLY",
        "measures",
        "Pravidla",
        "answer",
        "Omlouváme se",
        "answeredOn",
        "2. 11. 2026",
        "answeredBy",
        handler.staff().toString(),
        "answeredHow",
        "POST");
    assertTrue(doors.open(handler, path + "/close").contains("name=\"version\" value=\"3\""));
    assertEquals(path, doors.post(handler, path + "/close", "version", "3"));
    String closed = doors.open(director, path);
    assertTrue(closed.contains("Zčásti důvodná") && closed.contains("Ve lhůtě"), closed);
    assertFalse(closed.contains(path + "/edit"), "it is closed");
    assertTrue(doors.refused(director, 422, path + "/reopen", "version", "3").contains("faults"));
    assertEquals(path, doors.post(director, path + "/reopen", "version", "4"));

    doors.open(handler, path + "/edit");
    assertEquals(
        "/complaints",
        doors.post(
            handler,
            path + "/edit",
            "version",
            "5",
            "receivedOn",
            "2. 11. 2026",
            "how",
            "BOX",
            "complainant",
            "Jana Nová",
            "matter",
            MATTER,
            "handler",
            director.staff().toString()),
        "whoever hands it over does not see it any more");
  }

  @Test
  void aCorrectedOneShowsWhatItSaidBeforeAndAStruckOutOneWhy() {
    Viewer handler = office.colleague("key-worker");
    Viewer about = office.colleague("key-worker");
    String path = enter(director, handler, about);
    doors.post(
        handler,
        path + "/edit",
        "version",
        "1",
        "receivedOn",
        "1. 11. 2026",
        "how",
        "BOX",
        "complainant",
        "Jana Nová",
        "matter",
        "Nevolá",
        "handler",
        handler.staff().toString());
    String corrected = doors.open(handler, path);
    assertTrue(corrected.contains("Dřívější znění"), corrected);
    assertTrue(corrected.contains("Nikdo mi &lt;b&gt;nevolá&lt;/b&gt; zpět"), corrected);
    assertTrue(doors.open(handler, path + "/strike-out").contains("Vrátit to nejde"));
    assertTrue(
        doors
            .refused(handler, 422, path + "/strike-out", "version", "2", "reason", "")
            .contains("e-reason"));
    assertEquals(
        path,
        doors.post(handler, path + "/strike-out", "version", "2", "reason", "Zapsáno <dvakrát>"));
    String gone = doors.open(director, path);
    assertTrue(gone.contains("Zapsáno &lt;dvakrát&gt;") && gone.contains("Škrtnuta"), gone);
    assertFalse(gone.contains(path + "/edit") || gone.contains(path + "/strike-out\""), gone);
    assertFalse(doors.open(director, "/complaints").contains(path));
    assertTrue(listed(director, "/complaints", "show", "all").contains(path));
  }

  private String listed(Viewer viewer, String path, String name, String value) {
    Asked asked = doors.knock(viewer, path, Map.of()).asking(name, value);
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }

  @Test
  void aWorkerWritesDownWhatTheyAreToldAndSeesItNoMore() {
    Viewer worker = office.colleague("key-worker");
    assertEquals(
        "/complaints",
        doors.post(
            worker,
            "/complaints/new",
            "receivedOn",
            "2. 11. 2026",
            "how",
            "PHONE",
            "anonymous",
            "on",
            "matter",
            "Slyšel jsem zajímavou věc",
            "handler",
            director.staff().toString()));
    assertFalse(doors.open(worker, "/complaints").contains("zajímavou věc"));
    String list = doors.open(director, "/complaints");
    assertTrue(list.contains("zajímavou věc") && list.contains("Anonymní"), list);
    assertTrue(list.contains("/complaints/term"), list);
    assertFalse(doors.open(worker, "/complaints").contains("/complaints/term"));
  }

  @Test
  void theFileOfTheListHoldsWhatTheTakerMaySee() {
    Viewer handler = office.colleague("key-worker");
    Viewer about = office.colleague("director");
    String path = enter(director, handler, about);
    Set<Subject> shown = new HashSet<>();
    String csv = csv(handler, shown);
    assertTrue(csv.contains("Nikdo mi <b>nevolá</b> zpět") && csv.contains("Jana Nová"), csv);
    assertEquals(Set.of(self(path)), shown);
    assertTrue(csv(director, new HashSet<>()).contains("nevolá"));
    Set<Subject> seen = new HashSet<>();
    csv(about, seen);
    assertFalse(seen.contains(self(path)));
  }

  private String csv(Viewer viewer, Set<Subject> shown) {
    Asked knock =
        doors
            .knock(viewer, "/complaints/export", Map.of())
            .asking("format", "csv")
            .asking("show", "open");
    return new String(doors.take(knock, shown), StandardCharsets.UTF_8);
  }

  @Test
  void theDirectorSetsTheDaysTheCentreGivesItself() {
    assertTrue(doors.open(director, "/complaints/term").contains("30 dnů"));
    String wrong =
        doors.refused(director, 422, "/complaints/term", "since", "1. 11. 2026", "days", "20");
    assertTrue(wrong.contains("e-since"), wrong);
    String much =
        doors.refused(director, 422, "/complaints/term", "since", "1. 12. 2026", "days", "400");
    assertTrue(much.contains("e-days"), much);
    doors.post(director, "/complaints/term", "since", "1. 1. 2027", "days", "21");
    String now = doors.open(director, "/complaints/term");
    assertTrue(now.contains("21 dnů") && now.contains("30 dnů") && now.contains("1. 1. 2027"), now);
  }

  @Test
  void whomItIsAboutFindsNothingBehindAnyDoorOfIt() {
    Viewer about = office.colleague("director");
    Viewer handler = office.colleague("key-worker");
    Viewer stranger = office.colleague("key-worker");
    String path = enter(director, handler, about);
    for (Viewer viewer : Set.of(about, stranger)) {
      int tried = 0;
      for (Route route : doors.routes()) {
        if (route.pattern().startsWith("/complaints")) {
          assertTrue(
              Set.of(ComplaintDesk.READ, ComplaintDesk.WRITE, ComplaintTerms.MANAGE)
                  .contains(route.permission()));
        }
        if (route.pattern().startsWith("/complaints/{complaint}")) {
          String door = route.pattern().replace("{complaint}", Doors.last(path));
          Asked knock =
              doors.knock(
                  viewer,
                  door,
                  Doors.fields(
                      "version",
                      "1",
                      "receivedOn",
                      "2. 11. 2026",
                      "how",
                      "BOX",
                      "complainant",
                      "x",
                      "matter",
                      "x",
                      "reason",
                      "x",
                      "handler",
                      stranger.staff().toString()));
          assertThrows(NotFound.class, () -> doors.ask(route.method(), knock), door);
          tried++;
        }
      }
      assertEquals(10, tried);
    }
  }

  private String enter(Viewer viewer, Viewer handler, Viewer about) {
    return doors.post(
        viewer,
        "/complaints/new",
        "receivedOn",
        "2. 11. 2026",
        "how",
        "BOX",
        "complainant",
        "Jana Nová",
        "matter",
        MATTER,
        "about",
        about.staff().toString(),
        "handler",
        handler.staff().toString());
  }

  private static Subject self(String path) {
    return new Subject(Subject.Kind.DRAWER, java.util.UUID.fromString(Doors.last(path)));
  }
}
