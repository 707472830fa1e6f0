package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.RegistrySchema;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.MistakenFiles;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.BundleTexts;

/** The pages of those who have no agreement, through their doors, in three languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CasesDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final CaseRooms rooms = new CaseRooms(register);
  private final Doors doors = new Doors(register, rooms.routes(new PageHouse(TODAY)));
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  @AfterAll
  void close() {
    register.close();
  }

  /** In every language; the Czech one is handed back. */
  private String open(String path) {
    for (String language : List.of("pl", "en")) {
      doors.open(in(language), path);
    }
    return doors.open(in("cs"), path);
  }

  private Viewer in(String language) {
    return new Viewer(
        worker.staff(),
        worker.name(),
        worker.grants(),
        Locale.forLanguageTag(language),
        worker.zone(),
        worker.clock(),
        worker.requestId());
  }

  @Test
  @Order(1)
  void everyKindHasItsForm() {
    String kinds = open("/files/open");
    for (FileKind kind : FileKind.values()) {
      if (kind.agreement()) {
        assertTrue(kinds.contains("href=\"/files/new\""));
        assertThrows(NotFound.class, () -> doors.open(worker, "/files/open/" + kind));
      } else {
        assertTrue(kinds.contains("/files/open/" + kind));
        assertTrue(open("/files/open/" + kind).contains("name=\"familyName\""));
      }
    }
    assertThrows(NotFound.class, () -> doors.open(worker, "/files/open/NONE"));
  }

  @Test
  @Order(2)
  void aFamilyIsOpenedAndWorkedWith() {
    String wrong =
        doors.refused(
            in("cs"),
            422,
            "/files/open/FAMILY",
            "familyName",
            "Nováčkovi",
            "openedOn",
            "2026-10-01",
            "keyWorker",
            worker.staff().toString());
    assertTrue(wrong.contains("e-adult1family"), "the parent is missing");
    String file =
        doors.post(
            worker,
            "/files/open/FAMILY",
            "familyName",
            "Nováčkovi",
            "openedOn",
            "2026-10-01",
            "adult1given",
            "Bára",
            "adult1family",
            "Nováčková",
            "child1given",
            "Vít",
            "child1family",
            "Nováček",
            "child1birthDate",
            "2015-02-03",
            "keyWorker",
            worker.staff().toString());
    String overview = open(file);
    assertTrue(overview.contains("Doprovázená rodina bez dohody"), overview);
    assertTrue(overview.contains(file + "/aims?show=open"));
    assertFalse(overview.contains(file + "/agreement"), "there is no agreement");
    assertFalse(overview.contains(file + "/requests"), "nobody is entitled to services");
    String people = open(file + "/people");
    assertTrue(people.contains("Bára Nováčková") && people.contains("Rodič"), people);
    assertTrue(people.contains("Vít Nováček"));
    assertFalse(people.contains(file + "/carers/new"));
    open(file + "/adults/new");
    doors.refused(in("cs"), 422, file + "/adults/new", "family", "Stará");
    doors.post(
        worker,
        file + "/adults/new",
        "given",
        "Hana",
        "family",
        "Stará",
        "role",
        "OTHER",
        "from",
        "2026-10-02");
    assertTrue(open(file + "/people").contains("Hana Stará"));
    open(file + "/children/new");
    open(file + "/visits/new");
    open(file + "/kind");
    open(file + "/edit");
  }

  @Test
  @Order(3)
  void anAimIsAgreedAndReviewedThroughTheDoors() {
    CaseFileId key =
        register.files.open(worker, new NewFile(FileKind.FAMILY, null, "Cílová", TODAY));
    String aims = "/files/" + key + "/aims";
    assertTrue(open(aims).contains(aims + "/new"));
    open(aims + "/new");
    String wrong = doors.refused(in("cs"), 422, aims + "/new", "aim", "Klid doma.");
    assertTrue(wrong.contains("Klid doma."), "what was typed is still there");
    assertEquals(
        "/files/" + key + "/tab/aims",
        doors.post(
            worker,
            aims + "/new",
            "agreedOn",
            TODAY.toString(),
            "aim",
            "Klid <b>doma</b>.",
            "plan",
            "Schůzky.",
            "reviewOn",
            TODAY.plusDays(30).toString()));
    String shown = open(aims);
    assertTrue(shown.contains("Klid &lt;b&gt;doma"), shown);
    String aim = aims + "/" + rooms.aims.of(worker, key).get(0).id();
    open(aim + "/edit");
    String stale =
        doors.refused(
            in("cs"),
            422,
            aim + "/edit",
            "version",
            "99",
            "agreedOn",
            TODAY.toString(),
            "aim",
            "Moje slova.",
            "reviewOn",
            TODAY.plusDays(30).toString());
    assertTrue(stale.contains("Moje slova.") && stale.contains("Klid"), "both texts are shown");
    open(aim + "/review");
    String asked =
        doors.refused(in("cs"), 422, aim + "/review", "on", TODAY.toString(), "goesOn", "YES");
    assertTrue(asked.contains("e-nextOn") && asked.contains("e-result"), asked);
    doors.post(
        worker,
        aim + "/review",
        "version",
        String.valueOf(rooms.aims.of(worker, key).get(0).version()),
        "on",
        TODAY.toString(),
        "result",
        "MET",
        "words",
        "Povedlo se.",
        "goesOn",
        "NO");
    assertTrue(open(aims).contains("Povedlo se."));
    assertTrue(open(aim + "/review").contains("ukončeno"));
    assertTrue(doors.open(in("cs"), aims).contains("Naplněno"));
  }

  @Test
  @Order(9)
  void goalsStepsAndReasonsGoThroughTheDoors() {
    Family family = register.family(director, worker, "Krokující");
    String aims = "/files/" + family.file() + "/aims";
    String blank = open(aims + "/new");
    assertTrue(blank.contains("why-" + family.child()), blank);
    String[] typed = {
      "agreedOn",
      TODAY.toString(),
      "aim",
      "Klid doma.",
      "reviewOn",
      TODAY.plusDays(30).toString(),
      "goal1",
      "Spí <b>celou</b> noc.",
      "measure1",
      "Pět nocí z sedmi",
      "month1",
      "2027-02",
      "step1",
      "Zavolám lékařce.",
      "whose1",
      "CENTRE",
      "due1",
      TODAY.plusDays(5).toString(),
      "step2",
      "Večer bez telefonu.",
      "whose2",
      "FAMILY",
      "adultView",
      "Jsou unavení.",
      "disagreed",
      "Kdo vstává.",
      "why-" + family.child(),
      "Potřebuje spát."
    };
    String[] wrong = typed.clone();
    wrong[11] = "únor";
    assertTrue(doors.refused(in("cs"), 422, aims + "/new", wrong).contains("e-month1"));
    doors.post(worker, aims + "/new", typed);
    String key = aims + "/" + rooms.aims.of(worker, family.file()).get(0).id();
    for (String page : List.of(aims, key)) {
      String shown = open(page);
      for (String word :
          List.of(
              "Spí &lt;b&gt;celou",
              "Pět nocí",
              "2/2027",
              "Zavolám lékařce.",
              "Vaše kroky",
              "Jsou unavení.",
              "Kdo vstává.",
              "Potřebuje spát.")) {
        assertTrue(shown.contains(word), () -> word + " is missing on " + page + shown);
      }
      assertFalse(shown.contains(key + "/versions"), "it has not been changed yet");
    }
    String step = rooms.aims.of(worker, family.file()).get(0).now().steps().get(0).id().toString();
    assertTrue(open(key).contains(key + "/steps/" + step + "/done"));
    assertEquals(key, doors.post(worker, key + "/steps/" + step + "/done"));
    assertTrue(open(key).contains(key + "/steps/" + step + "/undone"));
    doors.post(worker, key + "/steps/" + step + "/undone");
    String form = open(key + "/edit");
    assertTrue(form.contains("value=\"2027-02\"") && form.contains("Potřebuje spát."), form);
    String[] other = java.util.Arrays.copyOf(typed, typed.length + 2);
    other[7] = "Spí do šesti.";
    other[typed.length] = "version";
    other[typed.length + 1] = String.valueOf(rooms.aims.of(worker, family.file()).get(0).version());
    doors.post(worker, key + "/edit", other);
    assertTrue(open(key).contains(key + "/versions"));
    assertTrue(open(key + "/versions").contains("Spí &lt;b&gt;celou"));
    assertTrue(open(key + "/review").contains("goal-"));
  }

  @Test
  @Order(10)
  void whatAChildSaysGoesThroughTheDoors() {
    Family family = register.family(director, worker, "Mluvící");
    String views = "/files/" + family.file() + "/views";
    String write = views + "/" + family.child() + "/new";
    assertTrue(open(views).contains(write));
    open(write);
    String missing = doors.refused(in("cs"), 422, write, "on", TODAY.toString());
    for (String field : List.of("e-words", "e-learntBy", "e-chosenBy")) {
      assertTrue(missing.contains(field), () -> field + missing);
    }
    assertEquals(
        "/files/" + family.file() + "/tab/aims",
        doors.post(
            worker,
            write,
            "on",
            TODAY.toString(),
            "learntBy",
            "PLAY",
            "words",
            "Chce <b>ježka</b>.",
            "readers",
            "CARERS",
            "chosenBy",
            "CHILD"));
    String shown = open(views);
    assertTrue(shown.contains("Chce &lt;b&gt;ježka"), shown);
    assertTrue(shownTo("CARERS", views).contains("Chce &lt;b&gt;ježka"));
    assertFalse(shownTo("COURT", views).contains("ježka"));
    assertThrows(NotFound.class, () -> shownTo("NEIGHBOURS", views));
    String seen = doors.open(director, views);
    assertFalse(seen.contains("ježka"), "the child lets only its carers read it");
    String view = views + "/" + rooms.views.of(worker, family.file()).get(0).id() + "/readers";
    String narrowing = doors.open(director, view);
    assertFalse(narrowing.contains("ježka"), "who leads may close it without reading it");
    assertTrue(open(view).contains("value=\"CARERS\" checked"), "as the child said before");
    String again = doors.refused(in("cs"), 422, view, "version", "1", "readers", "COURT");
    assertTrue(again.contains("e-chosenBy"), again);
    doors.post(
        worker,
        view,
        "version",
        String.valueOf(rooms.views.of(worker, family.file()).get(0).version()),
        "readers",
        "COURT",
        "chosenBy",
        "WORKER");
    assertTrue(shownTo("COURT", views).contains("ježka"));
    assertFalse(shownTo("CARERS", views).contains("ježka"));
  }

  private String shownTo(String circle, String views) {
    return doors.show(
        worker,
        doors.ask(
            Route.Method.GET,
            doors.knock(in("cs"), views + "/shown", Map.of()).asking("as", circle)),
        200);
  }

  @Test
  @Order(4)
  void applicantsGoTheirWayAndBecomeAdopters() {
    CaseFileId key =
        register.files.open(
            worker,
            new NewFile(FileKind.ADOPTION_APPLICANTS, null, "Čekající", LocalDate.of(2026, 10, 1)));
    String file = "/files/" + key;
    PersonId woman = register.person(worker, "Ela", "Čekající", LocalDate.of(1988, 1, 1));
    register.files.join(worker, key, woman, PartRole.APPLICANT, LocalDate.of(2026, 10, 1));
    assertTrue(open(file).contains(file + "/stages"));
    open(file + "/stages");
    open(file + "/stages/new");
    doors.refused(in("cs"), 422, file + "/stages/new", "on", "2026-10-02");
    doors.post(worker, file + "/stages/new", "on", "2026-10-02", "stage", "APPLIED");
    String stages = open(file + "/stages");
    assertTrue(stages.contains("Žádost podána"), stages);
    doors.post(
        worker, file + "/stages/" + rooms.kinds.stages(worker, key).get(0).id() + "/strike-out");
    assertFalse(open(file + "/stages").contains("Žádost podána"));
    String same =
        doors.refused(
            in("cs"),
            422,
            file + "/kind",
            "version",
            "1",
            "kind",
            "ADOPTION_APPLICANTS",
            "from",
            "2026-10-05");
    assertTrue(same.contains("e-kind") || same.contains("faults"), same);
    doors.post(
        worker,
        file + "/kind",
        "version",
        String.valueOf(register.files.cover(worker, key).version()),
        "kind",
        "ADOPTERS",
        "from",
        "2026-10-05");
    assertTrue(open(file + "/people").contains("Osvojitel"));
  }

  @Test
  @Order(5)
  void somebodyWithoutANameIsClosedWithAReason() {
    String file =
        doors.post(
            worker,
            "/files/open/IN_NEED",
            "familyName",
            "Muž z parku",
            "openedOn",
            "2026-10-01",
            "keyWorker",
            worker.staff().toString());
    assertTrue(open(file).contains("Jméno neuvedeno"));
    open(file + "/people");
    open(file + "/visits/new");
    String close = open(file + "/close");
    assertTrue(close.contains("name=\"why\""), close);
    String missing =
        doors.refused(in("cs"), 422, file + "/close", "version", "1", "closedOn", TODAY.toString());
    assertTrue(missing.contains("e-why"), missing);
    CaseFileId key = new CaseFileId(java.util.UUID.fromString(file.substring(7)));
    String version = String.valueOf(register.files.cover(worker, key).version());
    String[] typed = {"version", version, "closedOn", TODAY.toString(), "why", "NO_CONTACT"};
    String confirm = doors.refused(in("cs"), 200, file + "/close", typed);
    assertTrue(confirm.contains("value=\"NO_CONTACT\""), confirm);
    String[] sure = java.util.Arrays.copyOf(typed, typed.length + 2);
    sure[typed.length] = "confirmed";
    sure[typed.length + 1] = "yes";
    doors.post(worker, file + "/close", sure);
    assertTrue(open(file).contains("Dlouho se neozývá"));
    assertFalse(open(file).contains(file + "/kind"), "nothing is written into a closed file");
    goesOn(file, key);
  }

  private void goesOn(String file, CaseFileId key) {
    assertTrue(open(file).contains(file + "/reopen"));
    assertTrue(open(file + "/reopen").contains("name=\"why\""));
    String version = String.valueOf(register.files.cover(worker, key).version());
    String day = TODAY.toString();
    String missing =
        doors.refused(in("cs"), 422, file + "/reopen", "version", version, "reopenedOn", day);
    assertTrue(missing.contains("e-why"), missing);
    List<String> typed = List.of("version", version, "reopenedOn", day, "why", "CAME_BACK");
    String confirm = doors.refused(in("cs"), 200, file + "/reopen", typed.toArray(String[]::new));
    assertTrue(confirm.contains("value=\"CAME_BACK\""), confirm);
    String changed =
        doors.refused(in("cs"), 200, file + "/reopen", and(typed, "confirmed", "change"));
    assertTrue(changed.contains("value=\"CAME_BACK\" checked"), "what was chosen is still there");
    doors.post(worker, file + "/reopen", and(typed, "confirmed"));
    String open = open(file);
    assertTrue(open.contains("Klient přišel znovu") && open.contains(file + "/close"), open);
    assertThrows(NotFound.class, () -> doors.open(worker, file + "/reopen"));
  }

  @Test
  @Order(8)
  void aFosterFileOpenedByMistakeSaysThatEverybodyComesBack() {
    for (boolean mistaken : List.of(true, false)) {
      CaseFileId key =
          register.files.open(worker, new NewFile(null, "Pěstounská", LocalDate.of(2026, 10, 1)));
      long version = register.files.cover(worker, key).version();
      if (mistaken) {
        new MistakenFiles(
                register.change,
                new FileStory(
                    register.timeline,
                    register.search,
                    new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS)),
                new RegistrySchema())
            .close(worker, key);
      } else {
        register.files.close(worker, key, version, TODAY, null);
      }
      String confirm =
          doors.refused(
              in("cs"),
              200,
              "/files/" + key + "/reopen",
              "version",
              String.valueOf(version + 1),
              "reopenedOn",
              TODAY.toString(),
              "why",
              "MISTAKE");
      assertEquals(mistaken, confirm.contains("bude v něm znovu"), confirm);
      assertEquals(!mistaken, confirm.contains("Ukončené dohody"), confirm);
    }
  }

  private static String[] and(List<String> typed, String... pressed) {
    List<String> all = new java.util.ArrayList<>(typed);
    for (String one : pressed) {
      all.addAll(List.of(one, "yes"));
    }
    return all.toArray(String[]::new);
  }

  @Test
  @Order(6)
  void aYoungPersonGetsAFileOfTheirOwn() {
    Family family = register.family(director, worker, "Osmnáctá");
    PersonId young = register.person(director, "Tom", "Osmnáctý", LocalDate.of(2008, 5, 1));
    register.placements.place(director, family.file(), young, LocalDate.of(2026, 1, 15), null);
    String file = "/files/" + family.file();
    String own = file + "/children/" + young + "/own-file";
    assertTrue(open(file + "/people").contains(own));
    assertFalse(open(file + "/people").contains("/children/" + family.child() + "/own-file"));
    open(own);
    doors.refused(in("cs"), 422, own, "from", "2026-04-30");
    String made = doors.post(worker, own, "from", "2026-05-01");
    String again = doors.refused(in("cs"), 422, own, "from", "2026-05-01");
    assertTrue(again.contains("e-from") && again.contains("Vlastní spis už má"), again);
    assertTrue(open(made).contains("Mladý člověk"));
    assertTrue(open(made + "/people").contains("Tom Osmnáctý"));
    String end =
        doors.open(
            in("cs"),
            made
                + "/placements/"
                + register
                    .placements
                    .of(worker, new CaseFileId(java.util.UUID.fromString(made.substring(7))))
                    .get(0)
                    .id()
                + "/end");
    assertTrue(end.contains("Konec účasti"), end);
  }

  @Test
  @Order(7)
  void theListIsFilteredByKind() {
    String all = open("/files");
    assertTrue(all.contains("name=\"kind\""));
    assertTrue(all.contains("Nováčkovi"));
  }

  @Test
  @Order(9)
  void everyPageOfTheRoomWasShown() {
    assertTrue(
        doors
            .shown()
            .containsAll(
                Set.of(
                    "file-kinds",
                    "case-new",
                    "adult-new",
                    "kind-turn",
                    "own-file",
                    "stages-part",
                    "stage-form",
                    "aims-part",
                    "aim-form",
                    "aim-review")),
        doors.shown().toString());
  }
}
