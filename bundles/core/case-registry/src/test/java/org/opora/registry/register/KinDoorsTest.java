package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.domain.Period;
import org.opora.registry.register.Register.Family;

/** The pages, forms and pictures of families, through their doors, in three languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KinDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(register);
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  @AfterAll
  void close() {
    register.close();
  }

  /** In every language; the Czech one is handed back. */
  private String open(Viewer viewer, String path) {
    for (String language : List.of("pl", "en")) {
      doors.open(in(viewer, language), path);
    }
    return doors.open(in(viewer, "cs"), path);
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

  @Test
  void aMotherIsWrittenDownWithTheRelationship() {
    Family family = register.family(director, worker, "Nová");
    String person = "/people/" + family.child();
    String blank = open(worker, person + "/kin/new");
    assertTrue(
        blank.contains("value=\"" + family.carer() + "\""), "people of the file are offered");
    String found = doors.refused(in(worker, "cs"), 200, person + "/kin/find", "who", "Marie Nov");
    assertTrue(found.contains(family.carer().toString()), found);
    String[] fields = {
      "role",
      "PARENT",
      "other",
      "new",
      "new-given",
      "",
      "new-family",
      "",
      "from",
      "",
      "until",
      "",
      "note",
      "Volá v neděli",
      "file",
      family.file().toString()
    };
    String nameless = doors.refused(in(worker, "cs"), 422, person + "/kin/new", fields);
    assertTrue(nameless.contains("e-new-family") && nameless.contains("Volá v neděli"), nameless);
    fields[5] = "Jana";
    fields[7] = "Nováčková";
    assertEquals(person + "/kin", doors.post(worker, person + "/kin/new", fields));
    String page = open(worker, person + "/kin");
    assertTrue(page.contains("Jana Nováčková") && page.contains("rodič"), page);
    assertTrue(page.contains("Volá v neděli"), page);
    assertTrue(open(worker, person + "/kin/tile").contains("rodič"), "in the tile, too");
    assertTrue(open(worker, "/files/" + family.file() + "/family").contains("Jana Nováčková"));
    PersonId mother =
        register.kin.of(worker, family.child()).stream()
            .filter(one -> one.role() == Role.PARENT)
            .findFirst()
            .map(Relative::person)
            .orElseThrow();
    open(worker, "/people/" + mother + "/kin/sex");
    doors.post(worker, "/people/" + mother + "/kin/sex", "version", "0", "sex", "FEMALE");
    assertTrue(open(worker, person + "/kin").contains("matka"));
    assertTrue(open(worker, "/people/" + mother + "/kin").contains("dítě"));
    byte[] csv =
        doors.take(
            doors.knock(in(worker, "cs"), person + "/kin/export", Map.of()).asking("format", "csv"),
            new HashSet<>());
    String sheet = new String(csv, StandardCharsets.UTF_8);
    assertTrue(sheet.contains("Nováčková Jana") && sheet.contains("matka"), sheet);
  }

  @Test
  void aRelationshipIsCorrectedEndedAndStruckOut() {
    PersonId one = register.person(director, "Jana", "Opravná", null);
    PersonId two = register.person(director, "Petr", "Opravný", null);
    UUID tie = tie(one, Role.SPOUSE, two, PLAIN);
    String path = "/people/" + one + "/kin/" + tie;
    open(director, path + "/edit");
    open(director, path + "/end");
    open(director, path + "/strike");
    doors.post(director, path + "/edit", "version", "1", "from", "2020-05-01", "note", "Brno");
    String stale =
        doors.refused(
            in(director, "cs"), 422, path + "/edit", "version", "1", "from", "2021-05-01");
    assertTrue(stale.contains("Brno") && stale.contains("2021-05-01"), "both texts are shown");
    String early =
        doors.refused(in(director, "cs"), 422, path + "/end", "version", "2", "until", "2019-1-1");
    assertTrue(early.contains("e-until"), early);
    doors.post(director, path + "/end", "version", "2", "until", "2024-12-31");
    assertTrue(open(director, "/people/" + two + "/kin").contains("bývalá manželka nebo manžel"));
    doors.refused(in(director, "cs"), 422, path + "/strike", "version", "3", "reason", "");
    doors.post(director, path + "/strike", "version", "3", "reason", "jiná Jana");
    String page = open(director, "/people/" + one + "/kin");
    assertTrue(page.contains("jiná Jana") && page.contains("1 škrtnutý zápis"), page);
  }

  private static final Terms PLAIN = new Terms(new Days(null, null), null, null, null);

  private UUID tie(PersonId person, Role role, PersonId relative, Terms terms) {
    return register.kin.tie(director, person, new NewTie(role, relative, null, null, terms));
  }

  @Test
  void anUnlikelyRelationshipAsksForItsReasonInTheForm() {
    PersonId child = register.person(director, "Ema", "Starší", LocalDate.of(1990, 1, 1));
    PersonId parent = register.person(director, "Jana", "Mladší", LocalDate.of(1999, 1, 1));
    String[] fields = {
      "role", "PARENT", "other", parent.toString(), "despite", "", "despite-words", ""
    };
    String path = "/people/" + child + "/kin/new";
    String asked = doors.refused(in(director, "cs"), 422, path, fields);
    assertTrue(asked.contains("e-despite") && asked.contains(parent.toString()), asked);
    fields[5] = "AUTHORITY_DECISION";
    fields[7] = "osvojení po svatbě";
    doors.post(director, path, fields);
    String page = open(director, "/people/" + child + "/kin");
    assertTrue(page.contains("rozhodl soud nebo úřad: osvojení po svatbě"), page);
    String tie = register.kin.of(director, child).get(0).tie().toString();
    String edit = open(director, "/people/" + child + "/kin/" + tie + "/edit");
    assertTrue(edit.contains("value=\"AUTHORITY_DECISION\" selected"), edit);
    assertTrue(edit.contains("osvojení po svatbě"), edit);
    String stays =
        doors.refused(
            in(director, "cs"),
            422,
            "/people/" + child + "/kin/" + tie + "/edit",
            "version",
            "1",
            "despite",
            "",
            "despite-words",
            "soud ještě nerozhodl");
    assertTrue(stays.contains("e-despite") && stays.contains("soud ještě nerozhodl"), stays);
  }

  @Test
  void aHouseholdIsWrittenDownAndCorrected() {
    Family family = register.family(director, worker, "Domácí");
    String person = "/people/" + family.child();
    open(worker, person + "/households/new");
    String[] fields = {
      "name", "Dlouhá 5", "from", "2026-02-01", "others", family.carer().toString()
    };
    String refused = doors.refused(in(worker, "cs"), 422, person + "/households/new", fields);
    assertTrue(refused.contains("e-name"), refused);
    fields[1] = "U Domácích";
    assertEquals(
        person + "/kin#households", doors.post(worker, person + "/households/new", fields));
    String page = open(worker, person + "/kin");
    assertTrue(page.contains("U Domácích"), page);
    assertTrue(open(worker, person + "/kin/tile").contains("U Domácích"));
    var home =
        register.households.of(worker, family.child()).stream()
            .filter(one -> !one.derived())
            .findFirst()
            .orElseThrow();
    String one = person + "/households/" + home.household();
    open(worker, one + "/edit");
    doors.post(worker, one + "/edit", "version", "1", "name", "U tety");
    open(worker, one + "/members/new");
    assertTrue(
        doors
            .refused(in(worker, "cs"), 422, one + "/members/new", "who", family.carer().toString())
            .contains("e-from"));
    String member = one + "/members/" + home.lodgers().get(1).member();
    open(worker, member + "/edit");
    doors.post(worker, member + "/edit", "version", "1", "from", "2026-03-01", "until", "");
    open(worker, member + "/strike");
    doors.post(worker, member + "/strike", "version", "2", "reason", "bydlí jinde");
    assertTrue(open(worker, person + "/kin").contains("bydlí jinde"));
  }

  @Test
  void thePicturesSayTheSameInWords() {
    Family family = register.family(director, worker, "Kreslená");
    PersonId mother = register.person(director, "Jana", "Matčina", LocalDate.of(1990, 1, 1));
    Family other = register.family(director, null, "Odjinud");
    register.files.addCarer(director, other.file(), mother, LocalDate.of(2026, 2, 1));
    register.kin.tie(
        director, family.child(), new NewTie(Role.PARENT, mother, null, family.file(), PLAIN));
    String seen = open(director, "/people/" + family.child() + "/genogram");
    assertTrue(seen.contains("href=\"/people/" + mother + "\" aria-label=\"Jana Matčina\""), seen);
    assertTrue(seen.contains("<title id=\"genogram-title\">"), seen);
    assertTrue(seen.contains("rodič (Ema Kreslená)"), seen);
    String hidden = open(worker, "/files/" + family.file() + "/genogram");
    assertFalse(hidden.contains("Matčina") || hidden.contains(mother.toString()), hidden);
    assertTrue(hidden.contains("osoba, kterou nemůžete vidět"), hidden);
    assertTrue(hidden.contains("class=\"who unseen\""), hidden);
    String page = open(worker, "/people/" + family.child() + "/kin");
    assertFalse(page.contains("Matčina") || page.contains(mother.toString()), page);
    String stays = open(worker, "/people/" + family.child() + "/stays");
    assertTrue(stays.contains("Kreslená (") && stays.contains("class=\"today\""), stays);
    assertTrue(open(worker, "/files/" + family.file() + "/stays").contains("Ema Kreslená"));
    open(director, "/people/" + mother + "/stays");
    Viewer stranger = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    for (String path :
        List.of(
            "/people/" + family.child() + "/kin",
            "/people/" + family.child() + "/kin/tile",
            "/people/" + family.child() + "/genogram",
            "/people/" + family.child() + "/stays",
            "/files/" + family.file() + "/family",
            "/files/" + family.file() + "/genogram",
            "/files/" + family.file() + "/stays")) {
      assertThrows(NotFound.class, () -> doors.open(stranger, path), path);
      assertThrows(NotAllowed.class, () -> doors.open(it, path), path);
    }
    Set<Subject> shownPeople = new HashSet<>();
    doors.take(
        doors.knock(worker, "/people/" + family.child() + "/kin/export", Map.of()), shownPeople);
    assertFalse(shownPeople.contains(Subject.of(mother)), "nobody unseen in the trail");
  }

  @Test
  void whatWasTypedAndTheFileStayWhenSomebodyIsLookedFor() {
    Family family = register.family(director, worker, "Hledající");
    Family second = register.family(director, worker, "Druhá");
    register.files.addCarer(director, second.file(), family.carer(), LocalDate.of(2026, 2, 1));
    for (int i = 0; i < 16; i++) {
      register.person(director, "Jan" + i, "Novotný", null);
    }
    String path = "/people/" + family.carer() + "/kin";
    String blank =
        doors.show(
            in(director, "cs"),
            doors.ask(
                Route.Method.GET,
                doors
                    .knock(in(director, "cs"), path + "/new", Map.of())
                    .asking("file", second.file().toString())),
            200);
    assertTrue(blank.contains("value=\"" + second.file() + "\" selected"), blank);
    String found =
        doors.refused(
            in(director, "cs"),
            200,
            path + "/find",
            "who",
            "Novotný",
            "file",
            second.file().toString(),
            "role",
            "SIBLING",
            "note",
            "Volá v neděli",
            "from",
            "2020-05-01");
    assertTrue(found.contains("value=\"" + second.file() + "\" selected"), found);
    assertTrue(found.contains("value=\"SIBLING\" selected"), found);
    assertTrue(found.contains("Volá v neděli") && found.contains("2020-05-01"), found);
    assertTrue(found.contains("Takových je víc"), found);
    String few = doors.refused(in(director, "cs"), 200, path + "/find", "who", "Novotný Jan15");
    assertFalse(few.contains("Takových je víc"), few);
    assertTrue(doors.refused(in(director, "cs"), 422, path + "/find", "who", "").contains("e-who"));
  }

  @Test
  void aFileIsOfferedForRelativesOfItsRelatives() {
    Family family = register.family(director, worker, "Široká");
    PersonId mother = register.person(director, "Jana", "Široká", null);
    register.kin.tie(
        director, family.child(), new NewTie(Role.PARENT, mother, null, family.file(), PLAIN));
    String blank = open(worker, "/people/" + mother + "/kin/new");
    assertTrue(blank.contains("value=\"" + family.file() + "\" selected"), blank);
  }

  @Test
  void emptyListsSayThatOthersMayBeThere() {
    PersonId one = register.person(director, "Jana", "Prázdná", null);
    PersonId two = register.person(director, "Petr", "Prázdný", null);
    String path = "/people/" + one + "/kin";
    assertTrue(open(director, path + "/tile").contains("koho byste mohli vidět"));
    LocalDate before = LocalDate.of(2020, 1, 1);
    tie(one, Role.SPOUSE, two, new Terms(new Days(null, before), null, null, null));
    assertTrue(open(director, path + "/tile").contains("Dřívější vztahy"));
    String stays = open(director, "/people/" + one + "/stays");
    assertTrue(stays.contains("Jsou tu jen rodiny, jejichž spis smíte vidět"), stays);
    assertTrue(stays.contains("které byste mohli vidět"), stays);
    assertFalse(open(director, "/people/" + one + "/genogram").contains("zemřel"));
  }

  private String csv(Viewer viewer, String path) {
    return new String(
        doors.take(
            doors.knock(in(viewer, "cs"), path, Map.of()).asking("format", "csv"), new HashSet<>()),
        StandardCharsets.UTF_8);
  }

  @Test
  void exportsSayWhatTheListsShow() {
    Family family = register.family(director, worker, "Vyvezená");
    String person = "/people/" + family.child();
    PersonId close = register.person(director, "Iva", "Kmotrová", null);
    tie(
        family.child(),
        Role.CLOSE,
        close,
        new Terms(new Days(null, null), "kmotra", "vídají se v létě", null));
    String relatives = csv(director, person + "/kin/export");
    String number = register.files.header(director, family.file()).number();
    assertTrue(relatives.contains("kmotra") && relatives.contains("vídají se v létě"), relatives);
    assertTrue(relatives.contains(number), relatives);
    register.households.found(
        director,
        family.child(),
        "U tety",
        null,
        new Days(LocalDate.of(2025, 1, 1), null),
        List.of(close));
    assertTrue(open(director, person + "/kin").contains(person + "/households/export"));
    String homes = csv(director, person + "/households/export");
    assertTrue(homes.contains("U tety") && homes.contains("Kmotrová Iva"), homes);
    assertTrue(homes.contains(number), "the family by placement, too: " + homes);
    assertTrue(open(director, person + "/stays").contains(person + "/stays/export"));
    assertTrue(csv(director, person + "/stays/export").contains("Vyvezená (" + number));
    String file = "/files/" + family.file() + "/stays";
    assertTrue(open(director, file).contains(file + "/export"));
    assertTrue(csv(director, file + "/export").contains("Ema Vyvezená"));
  }

  @Test
  void withWhomSomebodyHiddenLivesIsNotPrinted() {
    Family family = register.family(director, worker, "Netištěná");
    register.households.found(
        director, family.child(), "U Marie", null, new Days(null, null), List.of());
    String path = "/people/" + family.child() + "/kin";
    assertFalse(open(worker, path).contains("utajeno, nevytištěno"));
    assertFalse(open(worker, path + "/tile").contains("<p class=\"screen-only\"><span"));
    register
        .record
        .secrecy()
        .add(
            director,
            family.child(),
            new NewEntry(null, "otec", null, new Period(Register.TODAY, null)));
    String page = open(worker, path);
    String paper = page.substring(page.indexOf("utajeno, nevytištěno"));
    assertTrue(paper.contains("<div class=\"screen-only\">"), page);
    assertTrue(paper.indexOf("<div class=\"screen-only\">") < paper.indexOf("U Marie"), page);
    assertTrue(open(worker, path + "/tile").contains("<p class=\"screen-only\"><span"));
  }

  @Test
  void theFileOfARelativeIsOfferedForAHousehold() {
    Family family = register.family(director, worker, "Nabídnutá");
    PersonId aunt = register.person(director, "Iva", "Nabídnutá", null);
    register.kin.tie(
        director,
        family.child(),
        new NewTie(
            Role.AUNT_UNCLE,
            aunt,
            null,
            family.file(),
            new Terms(new Days(null, null), null, null, null)));
    String form = open(worker, "/people/" + aunt + "/households/new");
    assertTrue(form.contains("value=\"" + family.file() + "\" selected"), form);
    String refused =
        doors.refused(
            in(director, "cs"),
            422,
            "/people/" + aunt + "/households/new",
            "name",
            "U tety",
            "file",
            "" + register.family(director, null, "Jiná").file());
    assertTrue(refused.contains("e-file") && refused.contains("musí být ve spisu"), refused);
  }

  @Test
  void aNamelessHouseholdIsOfferedAName() {
    PersonId one = register.person(director, "Jana", "Bezejmenná", null);
    PersonId two = register.person(director, "Petr", "Bezejmenný", null);
    UUID home =
        register.households.found(
            director, one, "U Petra", null, new Days(null, null), List.of(two));
    register.kinData.erase(Set.of(two));
    String page = open(director, "/people/" + one + "/kin");
    assertTrue(page.contains("Pojmenovat domácnost"), page);
    open(director, "/people/" + one + "/households/" + home + "/edit");
  }

  /** Last, because it asks what the others have opened. */
  @Test
  @Order(Integer.MAX_VALUE)
  void everyTemplateOfThisRoomWasShown() throws IOException {
    Set<String> there = new TreeSet<>();
    try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
      templates
          .map(template -> template.getFileName().toString().replace(".peb", ""))
          // Words are a part of pages, never a page.
          .filter(name -> name.startsWith("kin-") && !name.equals("kin-words"))
          .forEach(there::add);
    }
    assertFalse(there.isEmpty());
    there.removeAll(doors.shown());
    assertEquals(Set.of(), there, "templates nobody has opened");
  }
}
