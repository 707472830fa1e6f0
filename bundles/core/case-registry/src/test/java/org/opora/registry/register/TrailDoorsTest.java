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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.access.AccessModule;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.registry.trail.application.TrailDesk;
import org.opora.registry.trail.web.TrailRoutes;
import org.opora.testkit.Asked;
import org.opora.testkit.BundleTexts;

/** The trail through its pages: real handlers, use cases, templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailDoorsTest {
  private Register register;
  private Doors doors;
  private TrailRoutes routes;
  private Viewer director;
  private Viewer worker;
  private Family family;

  @BeforeAll
  void open() {
    register = new Register(TestDatabase.Product.DERBY);
    var access = register.access;
    routes =
        new TrailRoutes(
            new TrailDesk(
                register.tx,
                access.access(),
                access.audit(),
                access.reader(),
                access.export(),
                access.aliases(),
                register.staff,
                register.files,
                register.people,
                new BodiesDesk(register.tx, access.access(), access.audit()),
                access.roles(),
                register.words()),
            new ExtractDesk(
                register.tx,
                access.access(),
                access.audit(),
                access.reader(),
                access.aliases(),
                register.people,
                register.files,
                register.words()),
            register.staff,
            register.files,
            register.people,
            new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS));
    doors = new Doors(register, routes);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    family = register.family(director, worker, "Nováková");
    access
        .audit()
        .read(
            worker,
            "GET /files/{file}",
            List.of(Subject.of(family.file()), Subject.of(family.carer())));
    access.audit().noted(null, "backup.made", "opora.backup 00");
    access.audit().noted(null, "vendor.painted", "colour=blue");
  }

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void onlyThoseWhoWatchOverItComeIn() {
    for (Route route : routes.routes()) {
      assertEquals(
          route.pattern().startsWith("/trail/technical") ? TrailReader.TECHNICAL : AuditTrail.READ,
          route.permission(),
          route.pattern());
      assertEquals(Route.Method.GET, route.method());
      assertEquals(Route.Audit.NONE, route.audit(), "the use case records it");
    }
  }

  @Test
  void theTrailIsReadableInEveryLanguage() {
    String page = inEveryLanguage(director, "/trail");
    assertTrue(page.contains("Spis: nahlédnutí"), page);
    assertTrue(page.contains("soubor opora.backup"), page);
    String table = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    String read = table.replaceAll("<[^>]*>", "");
    assertFalse(read.contains("GET /files"), "no codes: " + read);
    assertFalse(read.contains("="), "no keys: " + read);
    assertFalse(read.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*"), "no keys: " + read);
    assertTrue(read.contains("vendor.painted"), "what has no words says its code");
    assertTrue(page.contains("/trail?from="), page);
    assertTrue(page.contains("file=" + family.file()), page);
    String one = inEveryLanguage(director, "/trail?person=" + family.carer() + "&outcome=READ");
    assertTrue(one.contains("Marie Nováková"), one);
    inEveryLanguage(director, "/trail?file=" + family.file());
    assertTrue(
        inEveryLanguage(director, "/trail?from=2001-01-01&to=2001-01-05").contains("nic takového"));
    assertTrue(open(director, "/trail?from=2020-01-01&to=" + TODAY).contains("nejvýše 92"));
    open(director, "/trail?from=x&to=y&staff=z&outcome=Q&topic=none&file=1&person=2&after=abc");
  }

  /** Addresses hold days, codes and keys. */
  @Test
  void noAddressNamesAnybody() {
    String page = open(director, "/trail");
    for (String part : page.split("href=\"")) {
      String address = part.split("\"", 2)[0];
      assertFalse(address.contains("Nov") || address.contains("Marie"), address);
    }
  }

  @Test
  void theTechnicianReadsOfTheMachineOnly() {
    Viewer technician =
        register.house.viewer("it-administrator", new CaseRegistryModule(), new AccessModule());
    String page = inEveryLanguage(technician, "/trail/technical");
    assertTrue(page.contains("Záloha: vytvoření"), page);
    assertFalse(page.contains("Nováková") || page.contains(family.file().toString()), page);
    assertFalse(page.contains("Spis: nahlédnutí"), page);
    assertTrue(csv(technician, "/trail/technical/export", new HashSet<>()).contains("backup.made"));
  }

  /** An extract begins with finding the person, and the officer sees no client. */
  @Test
  void theOfficerReadsTheTrailAndMakesNoExtract() {
    Viewer officer = register.viewer("data-protection-officer");
    String page = inEveryLanguage(officer, "/trail");
    assertTrue(page.contains("Spis: nahlédnutí"), page);
    assertFalse(page.contains("Nováková") || page.contains(family.file().toString()), page);
    String csv = csv(officer, "/trail/export", new HashSet<>());
    assertTrue(csv.contains("Spis: nahlédnutí"), csv);
    assertFalse(csv.contains("Nováková"), csv);
    for (String address :
        List.of(
            "/people/" + family.child() + "/trail",
            "/trail?person=" + family.carer(),
            "/trail?file=" + family.file())) {
      assertThrows(NotAllowed.class, () -> open(officer, address), address);
    }
    String extract = "/people/" + family.child() + "/trail/export";
    assertThrows(NotAllowed.class, () -> csv(officer, extract, new HashSet<>()));
  }

  @Test
  void theTrailLeavesAsAFile() {
    Set<Subject> shown = new HashSet<>();
    String csv = csv(director, "/trail/export", shown);
    assertTrue(csv.contains("Spis: nahlédnutí"), csv);
    assertTrue(csv.contains("Nováková"), csv);
    assertTrue(shown.contains(Subject.of(family.file())));
  }

  @Test
  void theExtractIsForPaperAndNamesNobodyElse() {
    String address = "/people/" + family.child() + "/trail";
    String page = inEveryLanguage(director, address);
    assertTrue(page.contains("Výpis pro: Ema Nováková"), page);
    assertTrue(page.contains("klíčový pracovník rodiny"), page);
    String table = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    for (String name : List.of("Marie", "Testová", "Nováková")) {
      assertFalse(table.contains(name), table);
    }
    inEveryLanguage(director, address + "?from=2001-01-01&to=2001-01-02");
    String csv = csv(director, address + "/export", new HashSet<>());
    assertTrue(csv.contains("klíčový pracovník rodiny"), csv);
    assertFalse(csv.contains("Marie") || csv.contains("Testová"), csv);
  }

  @Test
  void theSealOfADayIsASheetForTheFolder() {
    String list = inEveryLanguage(director, "/trail/seals");
    assertTrue(list.contains("/trail/seals/" + TODAY), list);
    String sheet = inEveryLanguage(director, "/trail/seals/" + TODAY);
    assertTrue(sheet.contains("Tento den ještě neskončil"), sheet);
    assertTrue(sheet.matches("(?s).*<code>([0-9a-f]{4} ){15}[0-9a-f]{4}</code>.*"), sheet);
  }

  private String inEveryLanguage(Viewer viewer, String path) {
    String made = "";
    for (String language : List.of("pl", "en", "cs")) {
      made = open(DirectoryDoorsTest.in(language, viewer), path);
    }
    return made;
  }

  private String open(Viewer viewer, String address) {
    String[] parts = address.split("[?=&]");
    Asked asked = doors.knock(viewer, parts[0], Map.of());
    for (int i = 1; i + 1 < parts.length; i += 2) {
      asked.asking(parts[i], parts[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }

  private String csv(Viewer viewer, String path, Set<Subject> shown) {
    Asked knock = doors.knock(viewer, path, Map.of()).asking("format", "csv");
    return new String(doors.take(knock, shown), StandardCharsets.UTF_8);
  }
}
