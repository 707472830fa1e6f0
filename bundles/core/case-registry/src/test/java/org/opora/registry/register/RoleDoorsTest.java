package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.inbox.Inbox;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.emergency.application.Wanted;
import org.opora.registry.files.application.WhyDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.files.web.WhyRoutes;
import org.opora.registry.house.application.RoleDesk;
import org.opora.registry.house.web.RoleRoutes;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Roles through their pages, and the answer to "why does somebody see this". */
@OnEveryDatabase
class RoleDoorsTest {
  private static final String KEY_WORKER = "/house/roles/key-worker";
  private static final String VISITS = "registry.visit.read";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private Viewer worker;
  private WhyRoutes why;
  private int accounts;

  @BeforeEach
  void open() {
    register = new Register(product);
    register.access.grants().add(new CaseRegistryModule());
    PageHouse pages = new PageHouse(Register.TODAY);
    CaseFrame frame =
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book);
    WhyDesk desk =
        new WhyDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.access.explanations());
    why =
        new WhyRoutes(frame, register.people, desk, register.staff, register.access.roles(), pages);
    doors =
        new Doors(
            register,
            new RoleRoutes(
                register.access.roles(),
                new RoleDesk(
                    register.tx,
                    register.access.roles(),
                    register.access.colleagues(),
                    register.inbox,
                    pages),
                register.staff,
                pages),
            why);
    accounts = 0;
    director = register.viewer("director");
    account(director, "director", "Mgr. Jana Vedoucí");
    worker = register.viewer("key-worker");
    account(worker, "key-worker", "Bc. Petra Nová");
  }

  @AfterEach
  void close() {
    register.close();
  }

  @Test
  void everyDoorIsForThoseAloneWhoManageRoles() {
    for (Route route : doors.routes()) {
      if (route.pattern().startsWith("/house/roles") || route.pattern().endsWith("/why")) {
        assertEquals(Roles.MANAGE, route.permission(), route.pattern());
      }
    }
    Family family = register.family(director, worker, "Tázaná");
    for (String path : List.of("/house/roles", KEY_WORKER, "/house/roles/table")) {
      assertThrows(NotAllowed.class, () -> doors.open(worker, path), path);
    }
    assertThrows(NotAllowed.class, () -> ask(worker, why(family, director)));
  }

  @Test
  void theListAndTheTableAreReadInEveryLanguage() {
    for (String language : List.of("cs", "pl", "en")) {
      Viewer reader = DirectoryDoorsTest.in(language, director);
      for (String path :
          List.of(
              "/house/roles",
              "/house/roles/table",
              "/house/roles/new",
              KEY_WORKER,
              KEY_WORKER + "/retire",
              "/house/roles/volunteer/retire",
              "/house/roles/it-administrator")) {
        doors.open(reader, path);
      }
    }
    assertTrue(doors.open(director, "/house/roles").contains("Má ji 1 kolega"));
    String table = doors.open(director, "/house/roles/table");
    assertTrue(table.contains("Zdravotník pobytu"), table);
  }

  @Test
  void theItAdministratorIsOfferedTechnicalPermissionsOnly() {
    String page = doors.open(director, "/house/roles/it-administrator");
    assertTrue(page.contains("name=\"access.audit-verify\""), page);
    assertFalse(page.contains("name=\"" + VISITS + "\""), page);
    String refused =
        doors.refused(
            director,
            422,
            "/house/roles/it-administrator",
            "version",
            version("it-administrator"),
            VISITS,
            "ALL");
    assertTrue(refused.contains("f-" + VISITS), refused);
    assertFalse(register.access.grants().of(Set.of(Roles.IT_ADMINISTRATOR)).containsKey(VISITS));
  }

  @Test
  void aFormThatIsStaleShowsWhatWasSavedBesideWhatWasChosen() {
    String before = version("key-worker");
    doors.post(director, KEY_WORKER, "version", before, VISITS, "NONE");
    assertFalse(register.access.grants().of(Set.of("key-worker")).containsKey(VISITS));
    String again = doors.refused(director, 422, KEY_WORKER, "version", before, VISITS, "OWN");
    assertTrue(again.contains("Mezitím uloženo: Vůbec"), again);
    assertTrue(again.contains("value=\"OWN\" selected"), again);
    String wrong =
        doors.refused(director, 422, KEY_WORKER, "version", version("key-worker"), VISITS, "SOME");
    assertTrue(wrong.contains("e-" + VISITS), wrong);
    assertFalse(wrong.contains("<details class=\"panel fold screen-only\">"), "nothing is folded");
  }

  @Test
  void aRoleIsFoldedBySubjectWithCountsAndPrintedWhole() {
    doors.post(director, KEY_WORKER, "version", version("key-worker"), VISITS, "NONE");
    String page = doors.open(director, KEY_WORKER);
    assertTrue(page.contains("<details class=\"panel fold screen-only\">"), page);
    assertFalse(page.contains("screen-only\" open"), "folded until somebody looks");
    String visits = page.substring(page.indexOf("Psané záznamy z návštěv"));
    assertTrue(visits.contains("přiděleno 1 z 2"), visits);
    String printed = page.substring(page.indexOf("panel print-only"));
    assertTrue(printed.contains("<td>Jen u svých</td>"), printed);
  }

  @Test
  void whatWidensARoleIsConfirmedByTheSecondDirector() {
    Viewer second = register.viewer("director");
    account(second, "director", "Mgr. Eva Druhá");
    doors.post(director, KEY_WORKER, "version", version("key-worker"), VISITS, "ALL");
    assertEquals(Reach.OWN, register.access.grants().of(Set.of("key-worker")).get(VISITS));
    assertEquals(List.of(KEY_WORKER), told(second), "the second one is told");
    assertEquals(List.of(), told(director));
    String own = doors.open(director, KEY_WORKER);
    assertTrue(own.contains("Vzít zpět") && !own.contains("/confirm"), own);
    assertTrue(doors.open(second, "/house/roles").contains("1 změna čeká na potvrzení"));
    String page = doors.open(second, KEY_WORKER);
    assertTrue(page.contains("Mgr. Jana Vedoucí"), page);
    Roles.Change change = register.access.roles().view(director, "key-worker").waiting().get(0);
    String path = KEY_WORKER + "/changes/" + change.id();
    String alone = doors.refused(director, 422, path + "/confirm");
    assertTrue(alone.contains("Potvrdit to musí někdo jiný"), alone);
    doors.post(second, path + "/confirm");
    assertEquals(Reach.ALL, register.access.grants().of(Set.of("key-worker")).get(VISITS));
    assertEquals(List.of(), told(second), "decided");
    String late = doors.refused(second, 422, path + "/turn-down");
    assertTrue(late.contains("už někdo rozhodl"), late);
  }

  @Test
  void whatNobodyDecidesWithinADayIsOverAndThoseConcernedAreTold() {
    Viewer second = register.viewer("director");
    account(second, "director", "Mgr. Eva Druhá");
    doors.post(director, KEY_WORKER, "version", version("key-worker"), VISITS, "ALL");
    String sheet = "/staff/" + worker.staff();
    doors.post(
        director,
        sheet + "/roles",
        "seen",
        "key-worker",
        "roles",
        "key-worker",
        "roles",
        "director");
    UUID change = register.access.roles().view(director, "key-worker").waiting().get(0).id();
    register.house.clock().forward(Duration.ofHours(24));
    String late = doors.refused(second, 422, KEY_WORKER + "/changes/" + change + "/confirm");
    assertTrue(late.contains("Do jednoho dne o tom nikdo nerozhodl"), late);
    assertFalse(doors.open(second, KEY_WORKER).contains("/confirm"));
    RoleDesk desk =
        new RoleDesk(
            register.tx,
            register.access.roles(),
            register.access.colleagues(),
            register.inbox,
            new PageHouse(Register.TODAY));
    desk.lapse(register.house.clock().instant());
    for (Viewer who : List.of(director, second)) {
      List<String> titles =
          register.inbox.of(who, null, 10).items().stream()
              .map(one -> one.text().cs())
              .filter(title -> title.contains("propadl"))
              .toList();
      assertEquals(2, titles.size(), titles.toString());
      assertEquals(List.of(KEY_WORKER), told(who), "instead of what waited");
      assertEquals(List.of(sheet + "?show=account"), told(who, "/staff/"));
    }
    assertEquals(Set.of("key-worker"), held(worker));
  }

  @Test
  void aRoleIsMadeNamedGivenAndRetired() {
    String empty = doors.refused(director, 422, "/house/roles/new", "like", "minder");
    assertTrue(empty.contains("e-wording"), empty);
    String role =
        doors.post(director, "/house/roles/new", "wording", "Noční služba", "like", "minder");
    String id = Doors.last(role);
    String taken =
        doors.refused(
            director, 422, "/house/roles/new", "wording", "noční služba", "like", "minder");
    assertTrue(taken.contains("jiná role centra"), taken);
    doors.post(director, role + "/name", "version", version(id), "wording", "Noční");
    assertTrue(doors.open(director, "/house/roles").contains(">Noční</a>"));
    String unnamed =
        doors.refused(director, 422, role + "/name", "version", version(id), "wording", "");
    assertTrue(unnamed.contains("e-wording"), unnamed);
    assertTrue(unnamed.contains("value=\"OWN\" selected"), "the permissions stand as they are");
    assertTrue(doors.open(director, "/staff/" + worker.staff()).contains(">Noční</label>"));
    doors.post(director, "/staff/" + worker.staff() + "/roles", "roles", id);
    assertTrue(doors.open(director, "/staff").contains("Noční"));
    String held = doors.open(director, role + "/retire");
    assertTrue(held.contains("Dokud ji někdo má"), held);
    String refused = doors.refused(director, 422, role + "/retire", "version", version(id));
    assertTrue(refused.contains("Tuto roli má 1 kolega"), refused);
    doors.post(director, "/staff/" + worker.staff() + "/roles", "roles", "key-worker");
    doors.post(director, role + "/retire", "version", version(id));
    assertFalse(doors.open(director, "/staff/" + worker.staff()).contains(">Noční</label>"));
    doors.post(director, role + "/offer", "version", version(id));
    assertTrue(doors.open(director, "/staff/" + worker.staff()).contains(">Noční</label>"));
  }

  @Test
  void nobodyGivesThemselvesARoleOnTheirSheet() {
    String sheet = "/staff/" + director.staff();
    String refused =
        doors.refused(director, 422, sheet + "/roles", "roles", "director", "roles", "accountant");
    assertTrue(refused.contains("e-roles") && refused.contains("nedává sám"), refused);
  }

  @Test
  void aRoleThatDecidesOverOthersIsConfirmedByTheSecondDirector() {
    Viewer second = register.viewer("director");
    account(second, "director", "Mgr. Eva Druhá");
    String sheet = "/staff/" + worker.staff();
    String shown = doors.open(director, sheet);
    assertTrue(shown.contains("name=\"seen\" value=\"key-worker\""), shown);
    doors.post(
        director,
        sheet + "/roles",
        "seen",
        "key-worker",
        "roles",
        "key-worker",
        "roles",
        "director");
    assertEquals(Set.of("key-worker"), held(worker));
    assertEquals(List.of(sheet + "?show=account"), told(second, "/staff/"));
    assertEquals(List.of(), told(director, "/staff/"));
    String own = doors.open(director, sheet);
    assertTrue(own.contains("Vzít zpět") && !own.contains("/confirm"), own);
    for (String language : List.of("cs", "pl", "en")) {
      String page = doors.open(DirectoryDoorsTest.in(language, second), sheet);
      assertTrue(page.contains("Mgr. Jana Vedoucí") && page.contains("/confirm"), page);
    }
    UUID grant = register.access.roles().waiting(director, worker.staff()).get(0).id();
    String path = sheet + "/grants/" + grant;
    assertThrows(NotAllowed.class, () -> doors.post(worker, path + "/confirm"));
    String alone = doors.refused(director, 422, path + "/confirm");
    assertTrue(alone.contains("Potvrdit to musí někdo jiný"), alone);
    doors.post(second, path + "/confirm");
    assertEquals(Set.of("key-worker", "director"), held(worker));
    assertEquals(List.of(), told(second, "/staff/"), "decided");
    String late = doors.refused(second, 422, path + "/turn-down");
    assertTrue(late.contains("už někdo rozhodl"), late);

    String colleague = doors.post(director, "/staff/new", "name", "Bc. Nová Kolegyně");
    String invited =
        doors.refused(
            director, 200, colleague + "/invite", "roles", "director", "roles", "key-worker");
    assertTrue(invited.contains("Až to potvrdí druhý člověk"), invited);
    assertTrue(doors.open(second, colleague).contains("/confirm"));
    String again =
        doors.refused(second, 422, sheet + "/roles", "seen", "key-worker", "roles", "accountant");
    assertTrue(again.contains("Mezitím uloženo: "), again);
    assertTrue(again.contains("name=\"seen\" value=\"director key-worker\""), again);
  }

  private Set<String> held(Viewer who) {
    return register.access.roles().of(director, Set.of(who.staff())).get(who.staff());
  }

  @Test
  void whySomebodySeesAFamilyIsSaidWithRoleRelationAndWall() {
    Family family = register.family(director, worker, "Tázaná");
    Viewer stranger = register.viewer("key-worker");
    account(stranger, "key-worker", "Bc. Cizí");
    for (String language : List.of("cs", "pl", "en")) {
      ask(DirectoryDoorsTest.in(language, director), why(family, worker));
      ask(DirectoryDoorsTest.in(language, director), person(family, worker));
    }
    String related = ask(director, why(family, worker));
    assertTrue(related.contains("klíčový pracovník, od"), related);
    assertTrue(related.contains("dnes tu platí vztah: klíčový pracovník"), related);
    assertTrue(related.contains("Není oddělen(a)"), related);
    String unrelated = ask(director, why(family, stranger));
    assertTrue(unrelated.contains("žádný vztah neplatí"), unrelated);
    assertFalse(unrelated.contains("platí vztah"), unrelated);

    register.emergency.desk.open(
        stranger,
        Wanted.numbered(register.files.header(director, family.file()).number()),
        "DANGER",
        "Dítě volalo, že je doma samo a bojí se.");
    String reads = ask(director, why(family, stranger));
    assertTrue(reads.contains("dnes tu platí vztah: nouzový přístup"), reads);
    assertTrue(
        reads.contains("Tady se jen čte, v nouzi nebo při inspekci; měnit se nic nesmí."), reads);

    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    assertTrue(ask(director, person(family, worker)).contains("Je odtud oddělen(a)."));
  }

  @Test
  void aWallIsNotToldToWhoDoesNotLookAfterWalls() {
    Family family = register.family(director, worker, "Tázaná");
    Map<String, Reach> less = new HashMap<>(director.grants());
    less.remove(Walls.MANAGE);
    Viewer unaware = register.house.viewer(director.staff(), less);
    String before = ask(unaware, why(family, worker));
    String personBefore = ask(unaware, person(family, worker));
    for (Subject walled : List.of(Subject.of(family.file()), Subject.of(family.child()))) {
      register.access.walls().raise(director, worker.staff(), walled, Ground.SEAL);
    }
    assertEquals(before, ask(unaware, why(family, worker)));
    assertEquals(personBefore, ask(unaware, person(family, worker)));
    assertTrue(ask(director, why(family, worker)).contains("zapečetěný spis"));
  }

  @Test
  void whoMayNotKnowOfTheFamilyIsToldNothing() {
    Family family = register.family(director, worker, "Tázaná");
    Map<String, Reach> roles = new HashMap<>(worker.grants());
    roles.put(Roles.MANAGE, Reach.ALL);
    Viewer outsider = register.house.viewer(register.viewer("key-worker").staff(), roles);
    assertThrows(NotFound.class, () -> ask(outsider, why(family, worker)));
    assertThrows(NotFound.class, () -> ask(outsider, person(family, worker)));
    register
        .access
        .walls()
        .raise(director, director.staff(), Subject.of(family.file()), Ground.SEAL);
    assertThrows(NotFound.class, () -> ask(director, why(family, worker)));
  }

  private List<String> told(Viewer viewer) {
    return told(viewer, RoleDesk.HOME);
  }

  private List<String> told(Viewer viewer, String home) {
    return register.inbox.of(viewer, null, 10).items().stream()
        .map(Inbox.Message::href)
        .filter(href -> href.startsWith(home))
        .toList();
  }

  private static String why(Family family, Viewer who) {
    return "/files/" + family.file() + "/why?" + who.staff();
  }

  private static String person(Family family, Viewer who) {
    return "/people/" + family.child() + "/why?" + who.staff();
  }

  /** The page with its question, without the key that every form has for itself. */
  private String ask(Viewer viewer, String address) {
    String[] parts = address.split("\\?");
    Asked asked = doors.knock(viewer, parts[0], Map.of()).asking("who", parts[1]);
    String page = doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
    return page.replaceAll("name=\"form-key\" value=\"[^\"]*\"", "");
  }

  private String version(String role) {
    return "" + register.access.roles().view(director, role).version();
  }

  private void account(Viewer who, String role, String name) {
    String code = register.access.accounts().invite(director, who.staff(), name, Set.of(role));
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(name, "ucet" + accounts++, "modrý kámen u řeky".toCharArray(), "cs"));
    register.staff.rename(
        director, who.staff(), register.staff.member(director, who.staff()).version(), name);
  }
}
