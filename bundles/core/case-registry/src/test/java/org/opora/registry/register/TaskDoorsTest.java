package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.VisitId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.Asked;

/** Tasks through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskDoorsTest {
  private static final String WHAT = "Zavolat do školy <kvůli> obědům";
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(register);
  private final Viewer director = register.viewer("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aTaskGoesFromTheFileThroughTodayToItsEnd() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Průchozí");
    String file = "/files/" + family.file();
    assertTrue(doors.open(worker, file + "/tasks").contains(file + "/tasks/new"));
    assertTrue(doors.open(worker, file).contains(file + "/tasks?show=open"), "on the overview");
    String blank = doors.open(worker, file + "/tasks/new");
    assertTrue(blank.contains("Celá rodina Průchozí") && blank.contains("Ema Průchozí"), blank);

    String wrong =
        doors.refused(
            worker,
            422,
            file + "/tasks/new",
            "about",
            family.child().toString(),
            "what",
            "",
            "doer",
            worker.staff().toString(),
            "due",
            "31. 2. 2027");
    assertTrue(wrong.contains("e-what") && wrong.contains("e-due"), wrong);
    assertTrue(wrong.contains("31. 2. 2027"), "what was typed stays");
    String stranger =
        doors.refused(
            worker,
            422,
            file + "/tasks/new",
            "about",
            director.staff().toString(),
            "what",
            WHAT,
            "doer",
            worker.staff().toString());
    assertTrue(stranger.contains("e-about"), stranger);

    String tab =
        doors.post(
            worker,
            file + "/tasks/new",
            "about",
            family.child().toString(),
            "what",
            WHAT,
            "doer",
            worker.staff().toString(),
            "due",
            "30. 11. 2026");
    assertEquals(file + "/tab/tasks", tab);
    TaskLine task = register.desk.list(worker, worker.staff(), false, null, 5).items().get(0);
    String path = "/tasks/" + task.id();
    Asked asked = doors.knock(worker, "/tasks/card", Map.of());
    String card = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(card.contains("Zavolat do školy &lt;kvůli&gt; obědům"), card);
    assertTrue(card.contains(path + "/done") && card.contains("Průchozí"), card);
    assertEquals(Set.of(Subject.of(family.child()), Subject.of(family.file())), asked.shown());
    assertTrue(doors.open(worker, "/tasks").contains("Ema Průchozí"));
    assertTrue(doors.open(worker, file + "/tasks").contains(path));
    assertTrue(doors.open(worker, path).contains("30. 11. 2026"));

    doors.open(worker, path + "/edit");
    assertEquals(
        path,
        doors.post(
            worker,
            path + "/edit",
            "version",
            "1",
            "what",
            "Napsat do školy",
            "doer",
            worker.staff().toString(),
            "due",
            ""));
    String both =
        doors.refused(
            worker,
            422,
            path + "/edit",
            "version",
            "1",
            "what",
            "Zajít tam",
            "doer",
            worker.staff().toString());
    assertTrue(both.contains("Napsat do školy") && both.contains("Zajít tam"), both);

    String old = doors.refused(worker, 422, path + "/done", "version", "1", "note", "Zavoláno");
    assertTrue(old.contains("Mezitím údaje změnil") && old.contains(">Zavoláno</textarea>"), old);
    assertTrue(old.contains("name=\"version\" value=\"2\""), "whoever has seen both may save");
    String wordy =
        doors.refused(worker, 422, path + "/done", "version", "1", "note", "x".repeat(2001));
    assertTrue(wordy.contains("e-note"), wordy);
    assertTrue(wordy.contains("name=\"version\" value=\"1\""), "nothing new was shown");
    assertTrue(doors.open(worker, "/tasks").contains("name=\"version\" value=\"2\""));
    assertEquals(
        path, doors.post(worker, path + "/done", "version", "2", "note", "Obědy jsou zařízené"));
    String done = doors.open(worker, path);
    assertTrue(done.contains("Obědy jsou zařízené") && done.contains(path + "/reopen"), done);
    assertFalse(done.contains(path + "/edit"), done);
    String twice = doors.refused(worker, 422, path + "/done", "version", "2", "note", "Vyřízeno");
    assertTrue(twice.contains("Úkol je od") && twice.contains("Co jste napsali"), twice);
    assertTrue(twice.contains("Vyřízeno") && twice.contains("Obědy jsou zařízené"), twice);
    assertFalse(doors.open(worker, "/tasks").contains(path));
    assertTrue(doors.open(worker, file + "/tasks").contains("Nedávno hotové"));
    assertTrue(listed(worker, "whose", "mine", "show", "done").contains("Obědy jsou zařízené"));
    String stale = doors.refused(worker, 422, path + "/reopen", "version", "2");
    assertTrue(stale.contains("Mezitím údaje změnil") && stale.contains("Obědy jsou"), stale);
    assertTrue(stale.contains("name=\"version\" value=\"3\""), stale);
    doors.post(worker, path + "/reopen", "version", "3");
    String open = doors.refused(worker, 422, path + "/reopen", "version", "3");
    assertTrue(open.contains("faults") && open.contains("name=\"version\" value=\"4\""), open);
    assertTrue(doors.open(worker, "/tasks").contains(path));
  }

  @Test
  void aTaskAboutNobodyAsksForNoNames() {
    Viewer worker = register.viewer("key-worker");
    assertTrue(doors.open(worker, "/tasks/new").contains("Nepište sem jména"));
    assertTrue(doors.refused(worker, 422, "/tasks/new", "what", "x").contains("e-doer"));
    assertEquals(
        "/tasks",
        doors.post(
            worker, "/tasks/new", "what", "Objednat čaj", "doer", worker.staff().toString()));
    TaskLine task = register.desk.list(worker, worker.staff(), false, null, 5).items().get(0);
    assertTrue(doors.open(worker, "/tasks/" + task.id()).contains("Nikoho z klientů"));
    assertTrue(doors.open(worker, "/tasks/" + task.id() + "/edit").contains("Nepište sem jména"));
  }

  @Test
  void aDirectorFiltersByColleagueAndStateInTheAddress() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Filtrovaná");
    doors.post(
        worker,
        "/files/" + family.file() + "/tasks/new",
        "about",
        family.file().toString(),
        "what",
        "Rodinná porada",
        "doer",
        worker.staff().toString());
    assertFalse(doors.open(director, "/tasks").contains("Rodinná porada"), "mine by default");
    assertTrue(listed(director, "whose", "all").contains("Rodinná porada"));
    assertTrue(listed(director, "whose", worker.staff().toString()).contains("Rodinná porada"));
    assertFalse(
        listed(director, "whose", worker.staff().toString(), "show", "done")
            .contains("Rodinná porada"));
    String odd = listed(director, "whose", "nonsense", "show", "nonsense", "after", "nonsense");
    assertFalse(odd.contains("Rodinná porada"), "an address that makes no sense shows mine");
    Viewer other = register.viewer("key-worker");
    assertFalse(listed(other, "whose", "all").contains("Rodinná porada"));
    assertFalse(listed(other, "whose", worker.staff().toString()).contains("Rodinná porada"));
  }

  @Test
  void aTaskFromAVisitLeadsBackToIt() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Navštívená");
    Family other = register.family(director, worker, "Jiná");
    VisitId visit =
        register.visits.record(
            worker,
            family.file(),
            new Visits.NewVisit(
                Register.TODAY,
                null,
                null,
                true,
                Visits.Place.HOME,
                Set.of(family.carer()),
                List.of(),
                null));
    String page = "/files/" + family.file() + "/visits/" + visit;
    String form = "/files/" + family.file() + "/tasks/new";
    assertTrue(doors.open(worker, page).contains(form + "?visit=" + visit));
    Asked asked = doors.knock(worker, form, Map.of()).asking("visit", visit.toString());
    String blank = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(blank.contains("name=\"visit\" value=\"" + visit + "\""), blank);
    doors.post(
        worker,
        form,
        "about",
        family.file().toString(),
        "what",
        "Přinést formulář",
        "doer",
        worker.staff().toString(),
        "visit",
        visit.toString());
    TaskLine task = register.desk.list(worker, worker.staff(), false, null, 5).items().get(0);
    assertTrue(doors.open(worker, "/tasks/" + task.id()).contains("href=\"" + page + "\""));
    assertThrows(
        NotFound.class,
        () ->
            doors.post(
                worker,
                "/files/" + other.file() + "/tasks/new",
                "about",
                other.file().toString(),
                "what",
                "Přinést formulář",
                "doer",
                worker.staff().toString(),
                "visit",
                visit.toString()));
  }

  @Test
  void whoMayNotSeeTheTaskFindsNothingBehindAnyDoorOfIt() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Skrytá");
    doors.post(
        worker,
        "/files/" + family.file() + "/tasks/new",
        "about",
        family.file().toString(),
        "what",
        "Skryté",
        "doer",
        worker.staff().toString());
    TaskLine task = register.desk.list(worker, worker.staff(), false, null, 5).items().get(0);
    Viewer stranger = register.viewer("key-worker");
    int tried = 0;
    for (Route route : doors.routes()) {
      if (route.pattern().startsWith("/tasks/{task}")) {
        String path = route.pattern().replace("{task}", task.id().toString());
        Asked knock =
            doors.knock(
                stranger,
                path,
                Doors.fields("version", "1", "what", "x", "doer", stranger.staff().toString()));
        assertThrows(NotFound.class, () -> doors.ask(route.method(), knock), path);
        assertTrue(route.permission().startsWith("registry.task."), path);
        tried++;
      }
    }
    assertEquals(5, tried);
  }

  private String listed(Viewer viewer, String... namesAndValues) {
    Asked asked = doors.knock(viewer, "/tasks", Map.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.asking(namesAndValues[i], namesAndValues[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }
}
