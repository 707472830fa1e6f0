package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** The pages about staff, as colleagues, the person, the director and strangers find them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffRoomDoorsTest {
  private static final String DAY = TODAY.toString();

  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private int accounts;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    register.access.grants().add(new CaseRegistryModule());
    doors = new Doors(register);
    accounts = 0;
    director = register.viewer("director");
    account(director, "director", "Mgr. Jana Vedoucí");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aPostIsWrittenDownAndMendedOnItsForm() {
    Viewer worker = colleague("Bc. Petra Nová");
    String sheet = "/staff/" + worker.staff();
    String wrong =
        doors.refused(
            director,
            422,
            sheet + "/posts/new",
            "code",
            "KEY_WORKER",
            "kind",
            "EMPLOYMENT",
            "since",
            DAY,
            "share",
            "půl");
    assertTrue(wrong.contains("e-share") && wrong.contains("„půl“"), wrong);
    assertEquals(
        sheet + "#posts",
        doors.post(
            director,
            sheet + "/posts/new",
            "code",
            "KEY_WORKER",
            "kind",
            "EMPLOYMENT",
            "since",
            "2025-01-01",
            "share",
            "0,5",
            "workplace",
            "Pobočka Sever",
            "socialWorker",
            "on"));
    String page = doors.open(director, sheet);
    assertTrue(page.contains("Pobočka Sever") && page.contains("0,5"), page);
    assertTrue(page.contains("Chybí hodiny"), "the account of the year");
    String edit =
        sheet + "/posts/" + register.room.posts.of(director, worker.staff()).get(0).id() + "/edit";
    assertTrue(doors.open(director, edit).contains("value=\"0,5\""));
    String stale =
        doors.refused(
            director,
            422,
            edit,
            "version",
            "7",
            "code",
            "COUNSELLOR",
            "kind",
            "EMPLOYMENT",
            "since",
            "2025-01-01",
            "share",
            "1");
    assertTrue(stale.contains("Mezitím údaje změnil"), stale);
    assertEquals(
        sheet + "#competences",
        doors.post(director, sheet + "/competences/new", "competence", "REPORT", "since", DAY));
    assertTrue(doors.open(director, sheet).contains("Zprávy"));

    // Colleagues see name, post and workplace, the person their own sheet.
    Viewer other = colleague("Iva Jiná");
    String seen = doors.open(other, sheet);
    assertTrue(seen.contains("Klíčový pracovník") && seen.contains("Pobočka Sever"), seen);
    assertFalse(seen.contains("id=\"checks\"") || seen.contains("Pracovní poměr"), seen);
    assertFalse(seen.contains("0,5"), seen);
    String own = doors.open(worker, sheet);
    assertTrue(own.contains("id=\"checks\"") && own.contains(sheet + "/training/new"), own);
    assertFalse(own.contains(sheet + "/posts/new"), own);
    assertTrue(doors.open(other, "/staff").contains("Pobočka Sever"));
    String file = new String(take(other, "/staff/export"), StandardCharsets.UTF_8);
    assertTrue(file.contains("Pobočka Sever"), file);
    assertFalse(file.contains("Pracovní poměr"), file);
    String all = new String(take(director, "/staff/export"), StandardCharsets.UTF_8);
    assertTrue(all.contains("Pracovní poměr") && all.contains("0,5"), all);
  }

  private byte[] take(Viewer viewer, String path) {
    Asked knock = doors.knock(viewer, path, Map.of()).asking("format", "csv");
    return doors.take(knock.asking("show", "ALL"), new HashSet<>());
  }

  @Test
  void nobodyElseOpensASheet() {
    Viewer worker = colleague("Hana Skrytá");
    Viewer other = colleague("Olga Cizí");
    Viewer it = register.viewer("it-administrator");
    String sheet = "/staff/" + worker.staff();
    for (String path :
        new String[] {
          "/training/new", "/absences/new", "/conflicts/new", "/time", "/time/export"
        }) {
      for (Viewer stranger : new Viewer[] {other, it}) {
        Asked knock = doors.knock(stranger, sheet + path, Map.of());
        assertThrows(NotAllowed.class, () -> doors.ask(Route.Method.GET, knock), path);
        if (path.endsWith("/new")) {
          // Nothing is filled in: the form is not shown again either.
          assertThrows(NotAllowed.class, () -> doors.refused(stranger, 422, sheet + path), path);
        }
      }
    }
    for (Route route : doors.routes()) {
      if (route.pattern().startsWith("/staff") || route.pattern().startsWith("/absences")) {
        assertFalse(it.may(route.permission()), route.pattern());
      }
    }
  }

  @Test
  void aFamilyIsHandedOverAndTheTakerConfirms() {
    Viewer giver = colleague("Dana Dávající");
    Viewer taker = colleague("Běla Beroucí");
    Viewer walled = colleague("Zora Zazděná");
    Family family = register.family(director, giver, "Předaná");
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(family.file()), Ground.EXCLUSION);
    String path = "/files/" + family.file();
    String form = doors.open(giver, path + "/handovers/new");
    assertFalse(form.contains("Zora Zazděná"), "who is kept away is named to nobody");
    assertFalse(form.contains(walled.staff().toString()), form);
    String wrong =
        doors.refused(
            giver, 422, path + "/handovers/new", "taker", walled.staff().toString(), "from", DAY);
    assertTrue(wrong.contains("e-taker"), wrong);
    assertEquals(
        "/files",
        doors.post(
            giver,
            path + "/handovers/new",
            "taker",
            taker.staff().toString(),
            "from",
            DAY,
            "promises",
            "Doprovod k soudu"));
    assertThrows(NotFound.class, () -> doors.open(giver, path));
    assertTrue(doors.open(taker, "/staff/card").contains("Předaná"));
    assertTrue(doors.open(taker, "/handovers").contains("Dana Dávající"));
    String paper = path + "/handovers/" + register.room.handovers.waiting(taker).get(0).id();
    String shown = doors.open(taker, paper);
    assertTrue(shown.contains("Doprovod k soudu") && shown.contains("Dana Dávající"), shown);
    assertFalse(doors.open(director, paper).contains("/confirm"), "only the taker confirms");
    assertEquals(paper, doors.post(taker, paper + "/confirm", "version", "1", "remark", "Ano"));
    assertFalse(doors.open(taker, paper).contains("/confirm"));
    assertTrue(doors.open(taker, path + "/team").contains(paper));
    Family other = register.family(director, taker, "Odlišná");
    assertThrows(
        NotFound.class,
        () -> doors.open(taker, paper.replace(family.file().toString(), other.file().toString())));
    assertEquals(
        path + "/team",
        doors.post(taker, path + "/team", "staff", giver.staff().toString(), "from", DAY));
    assertTrue(doors.open(giver, path).contains("Předaná"), "a co-worker sees it again");
    assertEquals(path + "/team", doors.post(taker, path + "/team/weight", "weight", "3"));
    assertTrue(doors.open(director, "/staff/workloads").contains("Běla Beroucí"));
  }

  @Test
  void everyFamilyOfALeavingWorkerIsHandedOverWithOneConfirmation() {
    Viewer leaver = colleague("Lída Odcházející");
    Viewer taker = colleague("Míla Zůstávající");
    Family one = register.family(director, leaver, "Alfa");
    Family two = register.family(director, leaver, "Beta");
    String path = "/staff/" + leaver.staff() + "/hand-over";
    String form = doors.open(director, path);
    assertTrue(form.contains("Alfa") && form.contains("Beta"), form);
    String missing =
        doors.refused(
            director, 422, path, "from", DAY, "taker-" + one.file(), taker.staff().toString());
    assertTrue(missing.contains("e-taker-" + two.file()), missing);
    String[] fields = {
      "from",
      DAY,
      "rest",
      "",
      "taker-" + one.file(),
      taker.staff().toString(),
      "taker-" + two.file(),
      taker.staff().toString()
    };
    String asks = doors.refused(director, 200, path, fields);
    assertTrue(asks.contains("Míla Zůstávající") && asks.contains("confirmed"), asks);
    assertTrue(doors.open(leaver, "/files/" + one.file()).contains("Alfa"), "nothing yet");
    String[] confirmed = Arrays.copyOf(fields, fields.length + 2);
    confirmed[fields.length] = "confirmed";
    confirmed[fields.length + 1] = "yes";
    assertEquals("/staff/" + leaver.staff(), doors.post(director, path, confirmed));
    assertThrows(NotFound.class, () -> doors.open(leaver, "/files/" + one.file()));
    assertThrows(NotFound.class, () -> doors.open(leaver, "/files/" + two.file()));
    assertTrue(doors.open(taker, "/files/" + two.file()).contains("Beta"));
    assertTrue(doors.open(director, path).contains("Žádnou rodinu nevede"));
    assertThrows(NotAllowed.class, () -> doors.open(taker, path));
  }

  @Test
  void anAbsenceIsGivenToTheDeputyAndTakenBack() {
    Viewer away = colleague("Adéla Pryč");
    Viewer deputy = colleague("Eliška Zde");
    Family family = register.family(director, away, "Gama");
    String sheet = "/staff/" + away.staff();
    String wrong =
        doors.refused(
            away,
            422,
            sheet + "/absences/new",
            "kind",
            "HOLIDAY",
            "since",
            DAY,
            "until",
            TODAY.minusDays(1).toString());
    assertTrue(wrong.contains("e-until"), wrong);
    String page =
        doors.post(
            away,
            sheet + "/absences/new",
            "kind",
            "HOLIDAY",
            "since",
            DAY,
            "until",
            TODAY.plusDays(7).toString(),
            "deputy",
            deputy.staff().toString());
    String before = doors.open(away, page);
    assertTrue(before.contains("Gama") && before.contains(page + "/confirm"), before);
    assertThrows(NotFound.class, () -> doors.open(deputy, page));
    assertEquals(page, doors.post(away, page + "/confirm", "version", "1"));
    assertTrue(doors.open(deputy, "/files/" + family.file()).contains("Gama"));
    String seen = doors.open(deputy, page);
    assertTrue(seen.contains("Gama"), seen);
    assertFalse(seen.contains("Dovolená") || seen.contains(page + "/back"), seen);
    assertTrue(doors.open(deputy, "/staff/card").contains("Zastupujete: Adéla Pryč"));
    assertTrue(doors.open(away, "/staff/card").contains("zastupuje Eliška Zde"));
    String stale = doors.refused(away, 422, page + "/back", "version", "1", "firstDay", DAY);
    assertTrue(stale.contains("Mezitím údaje změnil"), stale);
    assertEquals(
        sheet + "#absences", doors.post(away, page + "/back", "version", "2", "firstDay", DAY));
    assertThrows(NotFound.class, () -> doors.open(deputy, "/files/" + family.file()));
  }

  @Test
  void trainingPapersAndConflictsAreWrittenOnTheirForms() {
    Viewer worker = colleague("Jitka Pilná");
    String sheet = "/staff/" + worker.staff();
    String wrong =
        doors.refused(
            worker,
            422,
            sheet + "/training/new",
            "kind",
            "TRAINING",
            "heldOn",
            DAY,
            "topic",
            "",
            "hours",
            "");
    assertTrue(wrong.contains("e-topic") && wrong.contains("e-hours"), wrong);
    assertEquals(
        sheet + "?year=2026#training",
        doors.post(
            worker,
            sheet + "/training/new",
            "kind",
            "TRAINING",
            "heldOn",
            DAY,
            "topic",
            "Krizová intervence",
            "hours",
            "7,5"));
    assertTrue(doors.open(worker, sheet).contains("Krizová intervence"));
    assertEquals(
        sheet + "#checks",
        doors.post(
            director,
            sheet + "/checks/new",
            "kind",
            "CRIMINAL_RECORD",
            "issuedOn",
            DAY,
            "validUntil",
            TODAY.plusDays(30).toString(),
            "document",
            "šanon 3"));
    assertTrue(doors.open(worker, sheet).contains("Brzy vyprší"));
    assertTrue(doors.open(director, "/staff/card").contains("Jitka Pilná"));
    assertTrue(doors.open(worker, "/staff/card").contains("Jitka Pilná"));

    Family family = register.family(director, worker, "Delta");
    assertTrue(
        doors
            .refused(worker, 422, sheet + "/conflicts/new", "whom", "Deltovi", "relation", "")
            .contains("e-relation"));
    doors.post(
        worker, sheet + "/conflicts/new", "whom", "Deltovi", "relation", "bratranec pěstouna");
    String list = doors.open(director, "/staff/conflicts");
    assertTrue(list.contains("bratranec pěstouna"), list);
    String conflict =
        "/staff/conflicts/" + register.room.conflicts.of(director, worker.staff()).get(0).id();
    assertTrue(
        doors
            .refused(director, 422, conflict + "/wall", "version", "1", "number", "9")
            .contains("e-number"));
    String number = register.files.header(director, family.file()).number();
    String leads =
        doors.refused(director, 422, conflict + "/wall", "version", "1", "number", number);
    assertTrue(leads.contains("/files/" + family.file() + "/handovers/new"), leads);
    register.room.handovers.handOver(director, family.file(), director.staff(), TODAY, null);
    register.room.coWorkers.add(director, family.file(), worker.staff(), TODAY, null);
    doors.post(
        director,
        conflict + "/wall",
        "version",
        "1",
        "number",
        register.files.header(director, family.file()).number());
    assertThrows(NotFound.class, () -> doors.open(worker, "/files/" + family.file()));
    String unsaid = doors.refused(director, 422, conflict + "/end", "version", "2");
    assertTrue(unsaid.contains("e-why"), unsaid);
    String stale =
        doors.refused(
            director, 422, conflict + "/end", "version", "1", "why", "Příbuzenství nebylo.");
    assertTrue(stale.contains("Příbuzenství nebylo."), "what was typed stays");
    doors.post(director, conflict + "/end", "version", "2", "why", "Příbuzenství nebylo.");
    assertTrue(doors.open(worker, sheet).contains("Příbuzenství nebylo."));
    register.room.coWorkers.add(director, family.file(), worker.staff(), TODAY, null);
    assertTrue(doors.open(worker, "/files/" + family.file()).contains("Delta"));
    assertTrue(doors.open(worker, sheet + "/time").contains("není zapsáno nic"));
  }

  @Test
  void whoLeadsTheStaffSeesEverybodyAtOnce() {
    Viewer worker = colleague("Alena Seznamová");
    String sheet = "/staff/" + worker.staff();
    doors.post(
        director, sheet + "/checks/new", "kind", "DRIVING", "issuedOn", DAY, "document", "šanon 3");
    doors.post(
        director,
        sheet + "/absences/new",
        "kind",
        "HOLIDAY",
        "since",
        DAY,
        "until",
        TODAY.plusDays(7).toString());
    for (String list : new String[] {"/staff/absences", "/staff/checks", "/staff/training"}) {
      assertTrue(doors.open(director, list).contains("Alena Seznamová"), list);
      String file = new String(take(director, list + "/export"), StandardCharsets.UTF_8);
      assertTrue(file.contains("Alena Seznamová"), file);
      assertFalse(file.contains("šanon"), file);
      assertTrue(doors.open(director, "/staff").contains("href=\"" + list + "\""), list);
      for (Route route : doors.routes()) {
        if (route.pattern().equals(list)) {
          assertFalse(worker.may(route.permission()), list);
        }
      }
    }
    assertTrue(doors.open(director, "/staff/card").contains("Alena Seznamová"), "who is away");
    var check = register.room.checks.of(director, worker.staff()).get(0);
    assertTrue(doors.open(director, sheet + "/checks/" + check.id() + "/edit").contains("/remove"));
    doors.post(
        director,
        sheet + "/checks/" + check.id() + "/remove",
        "version",
        String.valueOf(check.version()));
    assertFalse(doors.open(director, "/staff/checks").contains("Alena Seznamová"));
    doors.post(
        director,
        sheet + "/posts/new",
        "code",
        "OFFICE",
        "kind",
        "EXTERNAL",
        "since",
        "2025-01-01");
    var post = register.room.posts.of(director, worker.staff()).get(0);
    doors.post(
        director,
        sheet + "/posts/" + post.id() + "/remove",
        "version",
        String.valueOf(post.version()));
    assertTrue(register.room.posts.of(director, worker.staff()).isEmpty());
  }

  @Test
  void aDeputyIsNamedWithoutAHandOverAndAKeyWorkerIsNot() {
    Viewer leader = colleague("Vlasta Vedoucí");
    Viewer deputy = colleague("Zita Zástupná");
    Family family = register.family(director, leader, "Zeta");
    String path = "/files/" + family.file();
    String form = doors.open(leader, path + "/workers");
    assertTrue(form.contains(path + "/handovers/new"), form);
    String instead =
        doors.refused(
            leader, 422, path + "/workers", "keyWorker", deputy.staff().toString(), "from", DAY);
    assertTrue(instead.contains("e-keyWorker"), instead);
    assertEquals(
        path,
        doors.post(
            leader,
            path + "/workers",
            "keyWorker",
            leader.staff().toString(),
            "deputy",
            deputy.staff().toString(),
            "from",
            DAY));
    String people = doors.open(deputy, path + "/people");
    assertFalse(people.contains("/handovers/new"), "a deputy passes nobody on");
    assertTrue(doors.open(leader, path + "/people").contains("/handovers/new"));
    assertTrue(doors.open(director, path + "/people").contains("/handovers/new"));
    assertThrows(NotAllowed.class, () -> doors.open(deputy, path + "/handovers/new"));
    assertThrows(NotAllowed.class, () -> doors.open(deputy, path + "/workers"));
    String team = doors.open(deputy, path + "/team");
    assertFalse(team.contains("name=\"staff\""), team);
  }

  private Viewer colleague(String name) {
    Viewer viewer = register.viewer("key-worker");
    account(viewer, "key-worker", name);
    return viewer;
  }

  private void account(Viewer who, String role, String name) {
    String code = register.access.accounts().invite(director, who.staff(), name, Set.of(role));
    accounts++;
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(name, "sestra" + accounts, "modrý kámen u řeky".toCharArray(), "cs"));
    register.confirm(who.staff());
    register.staff.rename(
        director, who.staff(), register.staff.member(director, who.staff()).version(), name);
  }
}
