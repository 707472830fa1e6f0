package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Overrides;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** A soft stop of the relationships, and the pages on which whoever leads the centre sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverrideDoorsTest {
  private static final String YOUNGER = "case-registry.kin.younger";
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(register);
  private final Viewer director = in(register.viewer("director"), "cs");
  private final Viewer worker = in(register.viewer("key-worker"), "cs");

  @AfterAll
  void close() {
    register.close();
  }

  private static Viewer in(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  /** In every language; the Czech one is handed back. */
  private String open(Viewer viewer, String path) {
    for (String language : List.of("pl", "en")) {
      doors.open(in(viewer, language), path);
    }
    return doors.open(viewer, path);
  }

  private String opened(Viewer viewer, String path, String... query) {
    Asked asked = doors.knock(viewer, path, Map.of());
    for (int i = 0; i < query.length; i += 2) {
      asked.asking(query[i], query[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }

  @Test
  void theReasonOfASoftStopIsChosenWrittenAndSeenByTheDirector() {
    Viewer other = in(register.viewer("director"), "cs");
    assertTrue(open(other, "/overrides").contains("žádná odchylka"));
    assertTrue(open(other, "/overrides/list").contains("nikdo nezapsal"));

    Family family = register.family(director, worker, "Nesouhlasná");
    PersonId younger = register.person(worker, "Jana", "Mladičká", LocalDate.of(2024, 1, 1));
    String path = "/people/" + family.child() + "/kin/new";
    String blank = doors.open(worker, path);
    assertFalse(blank.contains("f-despite"), "nobody is asked before there is a doubt");
    String[] fields = {
      "role",
      "PARENT",
      "other",
      younger.toString(),
      "note",
      "tak to řekla babička",
      "file",
      family.file().toString(),
      "despite",
      "",
      "despite-words",
      ""
    };
    String asked = doors.refused(worker, 422, path, fields);
    assertTrue(asked.contains("id=\"e-despite\""), asked);
    assertTrue(asked.contains("v zájmu dítěte") && asked.contains("jiný důvod"), asked);
    assertTrue(asked.contains("tak to řekla babička"), "nothing typed is lost");
    fields[9] = "OTHER";
    String words = doors.refused(worker, 422, path, fields);
    assertTrue(words.contains("id=\"e-despite-words\""), words);
    fields[11] = "tak to je";
    String more = doors.refused(worker, 422, path, fields);
    assertTrue(more.contains("aspoň 20 znaků") && more.contains("tak to je"), more);
    assertTrue(more.contains("value=\"OTHER\" selected"), "the choice stays");
    assertFalse(doors.open(other, "/overrides").contains("Rodič nebo prarodič"));
    fields[11] = "datum narození matky je z ústního podání";
    doors.post(worker, path, fields);

    String kin = open(worker, "/people/" + family.child() + "/kin");
    assertTrue(
        kin.contains("jiný důvod: datum narození matky je z ústního podání"),
        "beside the relative");
    String table = open(other, "/overrides");
    assertTrue(table.contains("Rodič nebo prarodič je starší než dítě"), table);
    String link = "/overrides/list?rule=" + YOUNGER + "&amp;month=2026-11";
    assertTrue(table.contains(link), table);
    String list = opened(other, "/overrides/list", "rule", YOUNGER, "month", "2026-11");
    for (String said :
        List.of(
            "Mgr. Jana Testová",
            "Nesouhlasná",
            "jiný důvod",
            "datum narození matky je z ústního podání",
            "/overrides/export?rule=" + YOUNGER)) {
      assertTrue(list.contains(said), said + " " + list);
    }
    assertTrue(
        opened(other, "/overrides/list", "month", "2025-11").contains("nikdo nezapsal"),
        "a filter");
    assertTrue(
        opened(other, "/overrides/list", "rule", "<b>", "month", "13").contains("Nesouhlasná"),
        "what is no code asks for nothing");
    assertTrue(
        opened(other, "/overrides/list", "rule", "case-registry.gone").contains("nikdo nezapsal"));

    Asked export = doors.knock(other, "/overrides/export", Map.of());
    export.asking("rule", YOUNGER).asking("format", "csv");
    Set<Subject> shown = new HashSet<>();
    String csv = new String(doors.take(export, shown), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(csv.contains("datum narození matky je z ústního podání"), csv);
    assertTrue(csv.contains("Nesouhlasná") && csv.contains("jiný důvod"), csv);
    assertFalse(shown.isEmpty(), "whoever is in the file is in the trail");

    register
        .access
        .walls()
        .raise(director, other.staff(), Subject.of(family.file()), Ground.CONFLICT_OF_INTEREST);
    assertTrue(open(other, "/overrides").contains("žádná odchylka"), "nor is it counted");
  }

  @Test
  void everyDoorAsksForTheRight() {
    List<Route> routes =
        doors.routes().stream().filter(one -> one.pattern().startsWith("/overrides")).toList();
    assertEquals(3, routes.size());
    routes.forEach(route -> assertEquals(Overrides.READ, route.permission()));
    assertTrue(director.may(Overrides.READ));
    assertFalse(worker.may(Overrides.READ));
    assertFalse(register.viewer("it-administrator").may(Overrides.READ));
  }
}
