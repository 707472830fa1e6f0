package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.house.application.House;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.testkit.Asked;

/** Mandate and settings through their pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseDoorsTest {
  private final HouseBench bench = new HouseBench(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(bench.register, bench.routes());
  private final Viewer director = bench.director;
  private final Viewer worker = bench.worker;

  @AfterAll
  void close() {
    bench.close();
  }

  private void inEveryLanguage(Viewer viewer, String... paths) {
    for (String language : List.of("cs", "pl", "en")) {
      for (String path : paths) {
        doors.open(DirectoryDoorsTest.in(language, viewer), path);
      }
    }
  }

  @Test
  void everyDoorAsksForItsPermission() {
    for (Route route : bench.routes().routes()) {
      boolean form =
          route.method() == Route.Method.POST
              || route
                  .pattern()
                  .matches(".*(new|edit|notified|sent|centre|\\{service\\}|\\{from\\})$");
      assertEquals(
          form ? House.WRITE : House.READ,
          route.permission(),
          route.method() + " " + route.pattern());
    }
  }

  @Test
  void theMandateIsWrittenDownChangedAndNotified() {
    inEveryLanguage(director, "/house", "/house/mandate/new");
    assertFalse(doors.open(worker, "/house").contains("/new"), "nothing to change");
    assertTrue(doors.open(director, "/house").contains("/house/roles"));
    assertFalse(doors.open(worker, "/house").contains("/house/roles"), "nor who may do what");
    String wrong =
        doors.refused(director, 422, "/house/mandate/new", "number", "KU <7>", "capacity", "mnoho");
    for (String field : List.of("region", "decidedOn", "inForceFrom", "activities", "capacity")) {
      assertTrue(wrong.contains("e-" + field), field);
    }
    assertTrue(wrong.contains("KU &lt;7&gt;"), "what was typed stays");
    String path =
        doors.post(
            director,
            "/house/mandate/new",
            "number",
            "KU 7/2026",
            "region",
            "Kraj Dolní",
            "decidedOn",
            "5. 1. 2026",
            "inForceFrom",
            "1. 2. 2026",
            "activities",
            "xx.accompany",
            "places",
            "Náves 1\r\nHorní 2",
            "capacity",
            "40");
    inEveryLanguage(director, path, path + "/edit", path + "/states/new");
    String page = doors.open(worker, path);
    assertTrue(page.contains("KU 7/2026") && page.contains("Horní 2"), page);
    assertFalse(page.contains("/states/new") || page.contains("/edit"), "nothing to change");
    String unsaid =
        doors.refused(director, 422, path + "/states/new", "activities", "xx.accompany");
    assertTrue(unsaid.contains("e-what") && unsaid.contains("e-from"), unsaid);
    assertEquals(
        path,
        doors.post(
            director,
            path + "/states/new",
            "from",
            "1. 11. 2026",
            "what",
            "Druhé místo",
            "activities",
            "xx.advise",
            "capacity",
            "45"));
    page = doors.open(director, path);
    assertTrue(page.contains("15. 12. 2026"), "until when to notify");
    String state =
        path
            + "/states/"
            + bench.mandates.all(director).stream()
                .filter(one -> path.endsWith(one.id().toString()))
                .findFirst()
                .orElseThrow()
                .now()
                .id();
    inEveryLanguage(director, state + "/edit", state + "/notified");
    String late =
        doors.refused(
            director,
            422,
            state + "/edit",
            "version",
            "7",
            "from",
            "1. 11. 2026",
            "what",
            "Pozdě",
            "activities",
            "xx.advise");
    assertTrue(late.contains("Druhé místo") && late.contains("Pozdě"), late);
    assertTrue(
        doors
            .refused(director, 422, state + "/notified", "version", "1", "day", "")
            .contains("e-day"));
    assertEquals(
        path, doors.post(director, state + "/notified", "version", "1", "day", "2. 11. 2026"));
    assertTrue(
        doors.open(director, path).contains(state + "/notified"), "a wrong day can be mended");
    inEveryLanguage(director, state + "/notified");
    assertEquals(path, doors.post(director, state + "/notified", "version", "2", "day", ""));
    assertEquals(
        path, doors.post(director, state + "/notified", "version", "3", "day", "1. 11. 2026"));
    assertEquals(
        path,
        doors.post(
            director,
            state + "/edit",
            "version",
            "4",
            "from",
            "1. 11. 2026",
            "what",
            "Druhé místo a víc dohod",
            "activities",
            "xx.advise",
            "capacity",
            "46"));
    inEveryLanguage(director, path);
    page = doors.open(worker, path);
    assertTrue(page.contains("Druhé místo a víc dohod"), page);
    assertTrue(page.contains("45 dohod"), "what was notified stays readable");

    inEveryLanguage(director, "/house/insurance/new", "/house/services/tutoring");
    assertEquals(
        "/house/mandate",
        doors.post(
            director,
            "/house/insurance/new",
            "insurer",
            "Pojišťovna <A>",
            "concludedOn",
            "1. 11. 2026",
            "since",
            "1. 11. 2026"));
    assertEquals(
        "/house/mandate",
        doors.post(
            director, "/house/services/tutoring", "version", "0", "activity", "xx.accompany"));
    page = doors.open(director, "/house");
    assertTrue(page.contains("Pojišťovna &lt;A&gt;") && page.contains("16. 11. 2026"), page);
    String insurance =
        "/house/insurance/"
            + bench.mandates.insurances(director).stream()
                .filter(one -> one.text().insurer().equals("Pojišťovna <A>"))
                .findFirst()
                .orElseThrow()
                .id();
    inEveryLanguage(director, insurance + "/edit", insurance + "/sent");
    assertEquals(
        "/house/mandate",
        doors.post(director, insurance + "/sent", "version", "1", "day", "2. 11. 2026"));
  }

  @Test
  void aRegionKeepsTheNameOfTheDayAndAChoiceCoversWhatWasTyped() {
    String then = "Krajský úřad Zlínského kraje";
    BodyId zlin = bench.bodies.add(director, DirectoryTest.body(Kind.REGION, then, "Zlín"));
    String path = doors.post(director, "/house/mandate/new", region(then, then, zlin, null));
    bench.bodies.amend(
        director,
        zlin,
        1,
        DirectoryTest.body(Kind.REGION, "Zlínský kraj", "Zlín"),
        HouseBench.TODAY);
    assertEquals(path, doors.post(director, path + "/edit", region(then, then, zlin, "1")));
    NewMandate stored = mandate(path);
    assertEquals(then, stored.regionName(), "as it was called when it was written down");
    assertEquals(zlin, stored.region());
    assertEquals(
        path, doors.post(director, path + "/edit", region("Olomoucký kraj", then, zlin, "2")));
    assertEquals("Olomoucký kraj", mandate(path).regionName(), "what was typed last");
    assertNull(mandate(path).region());
  }

  private NewMandate mandate(String path) {
    return bench.mandates.view(director, UUID.fromString(Doors.last(path))).text();
  }

  private static String[] region(String typed, String chosenFor, BodyId body, String version) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "number",
                "KU 8/2026",
                "region",
                typed,
                "region-asked",
                "yes",
                "region-for",
                chosenFor,
                "region-body",
                body.toString(),
                "decidedOn",
                "5. 1. 2026",
                "inForceFrom",
                version == null ? "1. 2. 2026" : version + ". 3. 2026",
                "activities",
                "xx.accompany"));
    if (version != null) {
      fields.addAll(List.of("version", version));
    }
    return fields.toArray(String[]::new);
  }

  @Test
  void theCentreIsShownBeforeItIsChanged() {
    inEveryLanguage(director, "/house/settings", "/house/settings/centre");
    assertTrue(
        doors
            .open(director, "/house/settings/centre")
            .contains("name=\"opened-street\" value=\"\""),
        "a draft can also say that there was nothing");
    String shown =
        doors.refused(
            director,
            200,
            "/house/settings/centre",
            "version",
            "1",
            "name",
            "Středisko <Nové>",
            "town",
            "Lhota",
            "from",
            "2. 11. 2026",
            "why",
            "Stěhování");
    assertTrue(shown.contains("Středisko &lt;Nové&gt;") && shown.contains("Lhota"), shown);
    assertFalse(bench.name.name().contains("Nové"), "only shown");
    assertTrue(
        shown.contains("name=\"draft-key\" value=\"settings-centre\""),
        "the confirmed change drops its draft");
    String again =
        doors.refused(
            director,
            200,
            "/house/settings/centre",
            "version",
            "1",
            "name",
            "Středisko Nové",
            "from",
            "2. 11. 2026",
            "why",
            "Stěhování",
            "confirmed",
            "yes",
            "back",
            "yes");
    assertTrue(again.contains("value=\"Středisko Nové\""), "what was typed is still there");
    assertEquals(
        "/house/settings",
        doors.post(
            director,
            "/house/settings/centre",
            "version",
            "1",
            "name",
            "Středisko Nové",
            "town",
            "Lhota",
            "from",
            "2. 11. 2026",
            "why",
            "Stěhování",
            "confirmed",
            "yes"));
    assertEquals("Středisko Nové", bench.name.name());
    String late =
        doors.refused(
            director,
            422,
            "/house/settings/centre",
            "version",
            "1",
            "name",
            "Středisko Pozdní",
            "from",
            "2. 11. 2026",
            "why",
            "Pozdě",
            "confirmed",
            "yes");
    assertTrue(late.contains("Středisko Nové") && late.contains("Středisko Pozdní"), late);
    inEveryLanguage(worker, "/house/settings");
    assertFalse(
        doors.open(worker, "/house/settings").contains("/house/settings/centre"), "not theirs");

    doors.post(
        director,
        "/house/settings/centre",
        "version",
        Long.toString(bench.centre.view(director).version()),
        "opened",
        "yes",
        "opened-name",
        "Středisko Nové",
        "name",
        "Středisko Nové",
        "street",
        "Nová <5>",
        "from",
        "1. 1. 2027",
        "why",
        "Stěhování",
        "confirmed",
        "yes");
    String back = "/house/settings/later/street/2027-01-01";
    String settings = doors.open(director, "/house/settings");
    assertTrue(settings.contains(back) && settings.contains("Nová &lt;5&gt;"), settings);
    assertFalse(doors.open(worker, "/house/settings").contains(back), "not theirs");
    inEveryLanguage(director, "/house/settings", back);
    assertTrue(doors.refused(director, 422, back, "version", "1", "why", "").contains("e-why"));
    assertEquals(
        "/house/settings",
        doors.post(
            director,
            back,
            "version",
            Long.toString(bench.centre.view(director).version()),
            "why",
            "Nestěhujeme se"));
    assertFalse(doors.open(director, "/house/settings").contains(back));
    assertThrows(NotFound.class, () -> doors.open(director, back));
    assertThrows(
        NotFound.class, () -> doors.open(director, "/house/settings/later/street/yesterday"));
  }

  @Test
  void aDecisionListsTheFamiliesItWouldMoveAndSaysSoInTheTrail() {
    CaseFileId file = CaseFileId.next();
    bench.clock.moves =
        List.of(
            new Reading.Moved(
                file, "001/2026", "Horákovi", "Ema <Horáková>", HouseBench.TODAY, null));
    String path = "/house/settings/readings/child-clock";
    inEveryLanguage(director, path);
    inEveryLanguage(worker, path);
    String version = Long.toString(bench.readings.one(director, "child-clock").version());
    Asked asked =
        doors.knock(
            director,
            path,
            Doors.fields(
                "version", version, "option", "restarts", "from", "1. 12. 2026", "why", "Rada"));
    String shown = doors.refused(200, asked);
    assertTrue(shown.contains("Ema &lt;Horáková&gt;") && shown.contains("001/2026"), shown);
    assertEquals(Set.of(Subject.of(file)), asked.shown());
    assertTrue(shown.contains("name=\"draft-key\" value=\"reading-child-clock\""), shown);
    assertTrue(bench.settings.chosen("child-clock", HouseBench.TODAY.plusYears(1)).isEmpty());
    String unsaid = doors.refused(director, 422, path, "version", version);
    assertTrue(unsaid.contains("e-option") && unsaid.contains("e-why"), unsaid);
    assertEquals(
        path,
        doors.post(
            director,
            path,
            "version",
            version,
            "option",
            "restarts",
            "from",
            "1. 12. 2026",
            "why",
            "Rada",
            "confirmed",
            "yes"));
    assertTrue(doors.open(worker, path).contains("Rada"));
    inEveryLanguage(worker, "/house/settings");
  }

  @Test
  void howLongFilesAreKeptIsDecidedOnItsPage() {
    String path = "/house/settings/keeping/cz.families";
    CaseFileId file =
        bench.register.files.open(
            director,
            new NewFile(
                FileKind.FOSTER_FAMILY, null, "Plánovaní <5>", HouseBench.TODAY.minusYears(1)));
    bench.register.files.close(
        director,
        file,
        bench.register.files.cover(director, file).version(),
        HouseBench.TODAY.minusDays(1));
    inEveryLanguage(director, "/house/settings", path);
    inEveryLanguage(worker, "/house/settings", path);
    assertFalse(doors.open(worker, path).contains("name=\"years\""), "nothing to change");
    String since = HouseBench.TODAY.minusDays(2).toString();
    String wrong =
        doors.refused(
            director, 422, path, "version", "1", "years", "14", "from", since, "why", "Plán");
    assertTrue(wrong.contains("e-years") && wrong.contains("nejméně 15 let"), wrong);
    assertTrue(
        wrong.contains("value=\"14\"") && wrong.contains("value=\"Plán\""), "what was typed");
    String version = Long.toString(bench.keeping.one(director, "cz.families").version());
    Asked asked =
        doors.knock(
            director,
            path,
            Doors.fields("version", version, "years", "20", "from", since, "why", "Plán 2026"));
    String shown = doors.refused(200, asked);
    int year = HouseBench.TODAY.minusDays(1).getYear();
    assertTrue(shown.contains("Plánovaní &lt;5&gt;"), shown);
    assertTrue(shown.contains(">" + (year + 16) + "<") && shown.contains(">" + (year + 21) + "<"));
    assertEquals(Set.of(Subject.of(file)), asked.shown());
    assertEquals(15, bench.keeping.one(director, "cz.families").years(), "nothing has changed yet");
    assertEquals(
        path,
        doors.post(
            director,
            path,
            "version",
            version,
            "years",
            "20",
            "from",
            since,
            "why",
            "Plán 2026",
            "confirmed",
            "yes"));
    assertTrue(doors.open(worker, path).contains("Plán 2026"), "the history");
    inEveryLanguage(worker, "/house/settings", path);
  }

  @Test
  void whoSeesNoFamiliesDecidesWithoutTheList() {
    String version = Long.toString(bench.readings.one(director, "child-clock").version());
    bench.clock.closed = true;
    try {
      for (String language : List.of("cs", "pl", "en")) {
        String shown =
            doors.refused(
                DirectoryDoorsTest.in(language, director),
                200,
                "/house/settings/readings/child-clock",
                "version",
                version,
                "option",
                "restarts",
                "from",
                "20. 11. 2026",
                "why",
                "Rada");
        assertTrue(shown.contains("name=\"confirmed\" value=\"yes\""), shown);
        assertFalse(shown.contains("reading-moves"), "no number that was not counted");
      }
    } finally {
      bench.clock.closed = false;
    }
  }

  @Test
  void anInsuranceWithoutADayHasItsDoor() {
    bench.pack.known = false;
    try {
      UUID id =
          bench.mandates.addInsurance(
              director,
              new NewInsurance("Bez dne", null, HouseBench.TODAY, HouseBench.TODAY, null));
      inEveryLanguage(director, "/house");
      String page = doors.open(director, "/house");
      assertTrue(page.contains("/house/insurance/" + id + "/sent"), page);
      assertTrue(page.contains("den, dokdy, není známý"), page);
    } finally {
      bench.pack.known = true;
    }
  }

  @Test
  void figuresAreConfirmedByName() {
    inEveryLanguage(worker, "/house/law");
    String path = "/house/law/xx.visit.period/2013-01-01";
    inEveryLanguage(director, "/house/law", path);
    assertTrue(
        doors.open(director, path).contains("law-confirm-xx.visit.period-2013-01-01"),
        "each figure has a draft of its own");
    assertFalse(doors.open(worker, "/house/law").contains(path), "not theirs");
    String wrong = doors.refused(director, 422, path, "wording", "x", "by", "", "on", "zítra");
    assertTrue(wrong.contains("e-by") && wrong.contains("e-on"), wrong);
    String wording = bench.law.all(director).get(0).wording();
    assertEquals(
        "/house/law",
        doors.post(
            director,
            path,
            "wording",
            wording,
            "by",
            "JUDr. <Právná>",
            "on",
            "1. 11. 2026",
            "note",
            "č. 5"));
    String page = doors.open(worker, "/house/law");
    assertTrue(page.contains("JUDr. &lt;Právná&gt;"), page);
    assertTrue(page.contains("Potvrdil právník"), "no longer a reading nobody confirmed");
    bench.pack.months = 4;
    inEveryLanguage(director, "/house/law");
    bench.pack.months = 2;
    assertEquals(
        "/house/law",
        doors.post(
            director,
            "/house/law/withdraw/" + bench.law.all(director).get(0).confirmations().get(0).id()));
    assertFalse(doors.open(worker, "/house/law").contains("JUDr. &lt;Právná&gt;"));
  }

  @Test
  void anUnknownFigureIsNotFound() {
    Map<String, List<String>> nothing = Map.of();
    for (String path :
        List.of("/house/law/xx.visit.period/yesterday", "/house/law/xx.none/2013-01-01")) {
      assertThrows(
          NotFound.class, () -> doors.ask(Route.Method.GET, doors.knock(director, path, nothing)));
    }
  }

  @Test
  void aNumberIsDecidedFromADayOnAndKeepsItsHistory() {
    String path = "/house/settings/numbers/emergency.hours";
    inEveryLanguage(director, "/house/settings", path, "/house/settings/numbers/opening.days");
    assertTrue(doors.open(director, "/house/settings").contains(path));
    assertFalse(doors.open(worker, path).contains("<form class=\"form\""), "nothing to decide");
    String wrong = doors.refused(director, 422, path, "hours", "13", "from", "2026-11-02");
    assertTrue(wrong.contains("e-hours") && wrong.contains("e-why"), wrong);
    assertTrue(wrong.contains("value=\"13\""), "what was typed stays");
    assertTrue(doors.refused(director, 422, path).contains("e-hours"));
    assertEquals(
        path,
        doors.post(
            director,
            path,
            "version",
            Long.toString(bench.numbers.one(director, "emergency.hours").version()),
            "hours",
            "6",
            "from",
            HouseBench.TODAY.plusYears(30).toString(),
            "why",
            "Dál do hor."));
    inEveryLanguage(director, path);
    String page = doors.open(worker, path);
    assertTrue(page.contains("6 hodin") && page.contains("Dál do hor."), page);
    assertTrue(page.contains("4 hodiny"), "until then it stays as it is");
    assertThrows(
        NotFound.class, () -> doors.open(director, "/house/settings/numbers/nobody.knows"));
  }
}
