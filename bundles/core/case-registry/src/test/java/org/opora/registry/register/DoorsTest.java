package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.Directory.Connection;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareKind;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** A newcomer's way through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(register);
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  /** Only who can sign in can lead a family. */
  @BeforeAll
  void invite() {
    register.access.grants().add(new CaseRegistryModule());
    String code =
        register
            .access
            .accounts()
            .invite(director, worker.staff(), "Mgr. Jana Testová", Set.of("key-worker"));
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(
                "Mgr. Jana Testová", "pracovnice", "modrý kámen u řeky".toCharArray(), "cs"));
  }

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aFamilyComesInOnOnePage() {
    String file = opened("Malá", "Eva", "Malá");
    String overview = doors.open(director, file);
    assertTrue(overview.contains("Eva Malá"), overview);
    assertTrue(overview.contains("Tom Malý"), overview);
    assertTrue(overview.contains("osobní kontakt zatím není zapsán".substring(1)), overview);
    for (String tab : List.of("/timeline", "/people", "/agreement", "/visits")) {
      doors.open(director, file + tab);
    }
    assertTrue(doors.open(director, "/files").contains("Malá"));
    assertTrue(doors.open(director, "/people").contains("Malý Tom"));
    assertTrue(doors.open(worker, "/files/cards/families").contains("Malá"));
    assertTrue(doors.open(director, file + "/tab/gone").contains("není k dispozici"));
  }

  @Test
  void whomANoticeNamesIsLookedUpInTheRegister() {
    Family family = register.family(director, worker, "Hledající");
    PersonId father = register.person(director, "Jan", "Nalezený", null);
    String person = "/people/" + family.child();
    String add = person + "/safety/new";
    assertTrue(
        doors.open(worker, add).contains("value=\"" + family.carer() + "\""),
        "people of the file are offered");
    String[] fields = {
      "kind",
      "MUST_NOT_MEET",
      "what",
      "rozsudek 4 T 5",
      "from",
      "2026-11-01",
      "who",
      "",
      "find",
      "on"
    };
    assertTrue(doors.refused(director, 422, add, fields).contains("e-who"));
    fields[7] = "Nalez";
    String found = doors.refused(director, 200, add, fields);
    assertTrue(found.contains(father.toString()) && found.contains("rozsudek 4 T 5"), found);
    String nobody = doors.refused(worker, 200, add, fields);
    assertFalse(nobody.contains(father.toString()), "none of the worker's");
    assertTrue(nobody.contains("Napište slovy"), nobody);
    fields[8] = "whomPerson";
    fields[9] = father.toString();
    assertEquals(person + "#safety", doors.post(director, add, fields));
    String named = doors.open(director, person);
    assertTrue(named.contains("/people/" + father) && named.contains("Jan Nalezený"), named);
    String hidden = doors.open(worker, person);
    assertFalse(hidden.contains(father.toString()) || hidden.contains("Nalezený"), hidden);
    assertTrue(hidden.contains("Člověk, kterého nesmíte vidět"), hidden);
    String one =
        person
            + "/safety/"
            + register.safety.of(director, family.child()).orElseThrow().get(0).id()
            + "/edit";
    assertTrue(doors.open(director, one).contains("value=\"" + father + "\" selected"));
    String kept = doors.open(worker, one);
    assertTrue(kept.contains("Zůstane v něm") && !kept.contains("Nalezený"), kept);
  }

  @Test
  void aSafetyNoticeStandsAtTheHeadOfEveryPageOfTheFile() {
    Family family = register.family(director, worker, "Upozorněná");
    String person = "/people/" + family.child();
    doors.open(worker, person + "/safety/new");
    String[] fields = {
      "kind", "PICK_UP_BAN", "what", "Rozhodnutí soudu", "from", "2026-11-01", "whom", ""
    };
    String refused = doors.refused(worker, 422, person + "/safety/new", fields);
    assertTrue(refused.contains("e-whom") && refused.contains("Rozhodnutí soudu"), refused);
    fields[7] = "Jan Upozorněný";
    assertEquals(person + "#safety", doors.post(worker, person + "/safety/new", fields));
    for (String page : List.of(person, "/files/" + family.file() + "/timeline")) {
      String shown = doors.open(worker, page);
      assertTrue(shown.contains("Zákaz vyzvednutí") && shown.contains("Jan Upozorněný"), shown);
    }
    String one =
        person + "/safety/" + register.safety.of(worker, family.child()).orElseThrow().get(0).id();
    assertTrue(doors.open(worker, one + "/edit").contains("Rozhodnutí soudu"));
    doors.open(worker, one + "/withdraw");
    doors.post(worker, one + "/withdraw", "version", "1", "reason", "soud rozhodl jinak");
    assertFalse(doors.open(worker, "/files/" + family.file()).contains("Jan Upozorněný"));
    assertTrue(doors.open(worker, person).contains("soud rozhodl jinak"));
    doors.post(worker, one + "/reinstate", "version", "2");
    assertTrue(doors.open(worker, "/files/" + family.file()).contains("Jan Upozorněný"));
    String other = "/people/" + family.carer() + one.substring(person.length());
    assertThrows(NotFound.class, () -> doors.open(worker, other + "/edit"));
  }

  @Test
  void aRefusalInTheMiddleLeavesNothingBehind() {
    long before = register.files.count(director, null);
    String page =
        doors.refused(
            director,
            422,
            "/files/new",
            "familyName",
            "Nehotová",
            "openedOn",
            "2026-10-01",
            "carer1given",
            "Iva",
            "carer1family",
            "Nehotová",
            "carer1birthDate",
            "2090-01-01",
            "kind",
            "KINSHIP",
            "mediated",
            "NO",
            "concludedOn",
            "2026-10-01");
    assertTrue(page.contains("value=\"Nehotová\""), "what was typed is still there");
    assertTrue(page.contains("e-carer1birthDate"), "the error stands beside the field");
    assertEquals(before, register.files.count(director, null));
    assertTrue(register.found(director, "nehotova").isEmpty());
  }

  @Test
  void aChildWhoIsKnownIsOfferedAndNotWrittenDownTwice() {
    Family family = register.family(director, worker, "Dvojí");
    Family other = register.family(director, worker, "Jiná");
    String add = "/files/" + other.file() + "/children/new";
    String[] fields = {
      "given", "Ema", "family", "Dvojí", "birthDate", "2018-03-04", "from", "2026-10-01"
    };
    String asked = doors.refused(director, 422, add, fields);
    assertTrue(asked.contains(family.child().toString()), asked);
    String[] chosen = java.util.Arrays.copyOf(fields, fields.length + 2);
    chosen[fields.length] = "known";
    chosen[fields.length + 1] = family.child().toString();
    String file = doors.post(director, add, chosen);
    assertEquals(2, register.found(director, "dvoji").size(), "carer and child, no second child");
    String overview = doors.open(director, file);
    assertTrue(overview.contains("ve dvou rodinách"), "the doubt is said");
  }

  @Test
  void aVisitIsWrittenDownWithOneBoxForEverybody() {
    Family family = register.family(director, worker, "Krátká");
    String file = "/files/" + family.file();
    doors.open(worker, file + "/visits/new");
    String wrong =
        doors.refused(worker, 422, file + "/visits/new", "on", "2026-10-30", "note", "Zápis.");
    assertTrue(wrong.contains("Zápis."), "nothing is lost");
    assertTrue(wrong.contains("e-present"), wrong);
    String nobodySaid =
        doors.refused(
            worker,
            422,
            file + "/visits/new",
            "on",
            "30. 10. 2026",
            "announced",
            "YES",
            "place",
            "HOME",
            "everybody",
            "on");
    assertTrue(nobodySaid.contains("e-alone-" + family.child()), nobodySaid);
    String visit =
        doors.post(
            worker,
            file + "/visits/new",
            "on",
            "30. 10. 2026",
            "start",
            "14:30",
            "minutes",
            "60",
            "announced",
            "NO",
            "place",
            "OUTDOORS",
            "everybody",
            "on",
            "alone-" + family.child(),
            "NO",
            "notAlone-" + family.child(),
            "nechtěla",
            "view-" + family.child(),
            "Chci k babičce.",
            "learntBy-" + family.child(),
            "DRAWING",
            "note",
            "Byli jsme venku.");
    String shown = doors.open(worker, visit);
    assertTrue(shown.contains("Chci k babičce.") && shown.contains("nechtěla"), shown);
    assertTrue(shown.contains("pátek 30. 10. 2026"), shown);
    String overview = doors.open(worker, file);
    assertTrue(overview.contains("Chci k babičce."), "the child's own words come first");
    assertTrue(
        doors.open(worker, file + "/visits/new").contains("value=\"OUTDOORS\" selected"),
        "the last place");
    String edit = doors.open(worker, visit + "/edit");
    assertTrue(edit.contains("Byli jsme venku."), edit);
    doors.post(
        worker,
        visit + "/edit",
        "version",
        ""
            + register
                .visits
                .view(worker, org.opora.api.ids.VisitId.parse(Doors.last(visit)))
                .version(),
        "on",
        "2026-10-29",
        "announced",
        "NO",
        "place",
        "HOME",
        "present",
        family.carer().toString());
    assertTrue(doors.open(worker, visit).contains("čtvrtek 29. 10. 2026"));
    String stale =
        doors.refused(
            worker,
            422,
            visit + "/edit",
            "version",
            "77",
            "on",
            "2026-10-28",
            "announced",
            "NO",
            "place",
            "HOME",
            "present",
            family.carer().toString());
    assertTrue(stale.contains("změnil někdo jiný"), stale);
  }

  @Test
  void anEndIsShownBeforeItHappens() {
    Family family = register.family(director, worker, "Končí");
    String file = "/files/" + family.file();
    var stay = register.placements.of(director, family.file()).get(0);
    var agreement = register.agreements.of(director, family.file()).get(0);
    String endStay = file + "/placements/" + stay.id() + "/end";
    String endAgreement = file + "/agreements/" + agreement.id() + "/end/agreed";
    for (String path :
        List.of(
            endStay,
            file + "/agreements/" + agreement.id() + "/end",
            endAgreement,
            file + "/carers/" + family.carer() + "/end",
            file + "/close")) {
      doors.open(director, path);
    }
    String asked =
        doors.refused(
            director,
            200,
            endAgreement,
            "on",
            "2026-10-31",
            "lastDay",
            "2026-10-31",
            "version",
            "" + agreement.version());
    assertTrue(asked.contains("sobota 31. 10. 2026") && asked.contains("Svěření 1 dítěte"), asked);
    assertEquals(null, register.agreements.of(director, family.file()).get(0).endedOn());
    doors.post(
        director,
        endAgreement,
        "on",
        "2026-10-31",
        "lastDay",
        "2026-10-31",
        "version",
        "" + agreement.version(),
        "confirmed",
        "yes");
    assertEquals(
        LocalDate.of(2026, 10, 31),
        register.agreements.of(director, family.file()).get(0).endedOn());
    String tooEarly =
        doors.refused(
            director,
            422,
            file + "/close",
            "closedOn",
            "2026-11-01",
            "confirmed",
            "yes",
            "version",
            version(family));
    assertTrue(tooEarly.contains("konec svěření"), tooEarly);
    doors.post(director, endStay, "until", "2026-10-30", "confirmed", "yes");
    doors.post(
        director,
        file + "/close",
        "closedOn",
        "2026-11-01",
        "confirmed",
        "yes",
        "version",
        version(family));
    assertTrue(doors.open(director, file).contains("Uzavřený"));
  }

  private String version(Family family) {
    return String.valueOf(register.files.cover(director, family.file()).version());
  }

  @Test
  void formsOfAFileOpenAndSave() {
    Family family = register.family(director, worker, "Úřední");
    String file = "/files/" + family.file();
    var stay = register.placements.of(director, family.file()).get(0);
    var agreement = register.agreements.of(director, family.file()).get(0);
    for (String form :
        List.of(
            "/edit",
            "/carers/new",
            "/children/new",
            "/workers",
            "/agreements/new",
            "/agreements/" + agreement.id() + "/edit",
            "/placements/" + stay.id() + "/edit")) {
      doors.open(director, file + form);
    }
    doors.post(
        director,
        file + "/edit",
        "version",
        version(family),
        "familyName",
        "Úřední-Nová",
        "number",
        "777/2026",
        "openedOn",
        "2026-01-10");
    doors.post(
        director,
        file + "/carers/new",
        "given",
        "Petr",
        "family",
        "Úřední",
        "birthDate",
        "1979-01-02",
        "from",
        "2026-02-01");
    doors.post(
        director, file + "/workers", "keyWorker", worker.staff().toString(), "from", "2026-11-02");
    doors.post(
        director,
        file + "/agreements/" + agreement.id() + "/edit",
        "version",
        "" + agreement.version(),
        "kind",
        "KINSHIP",
        "mediated",
        "NO",
        "concludedOn",
        "2026-01-09");
    doors.post(
        director,
        file + "/placements/" + stay.id() + "/edit",
        "version",
        "" + stay.version(),
        "from",
        "2026-01-16",
        "courtReference",
        "1 P 1/2026");
    String people = doors.open(director, file + "/people");
    assertTrue(people.contains("Petr Úřední") && people.contains("777/2026"), people);
    assertTrue(doors.open(director, file + "/agreement").contains("1 P 1/2026"));
    String same =
        doors.refused(
            director,
            422,
            file + "/workers",
            "keyWorker",
            worker.staff().toString(),
            "deputy",
            worker.staff().toString(),
            "from",
            "2026-11-02");
    assertTrue(same.contains("e-deputy"), same);
  }

  @Test
  void aSearchKeepsItsWordsHereAndOnlyForWhoSearched() {
    Family family = register.family(director, worker, "Žížalová");
    String path = doors.post(director, "/search", "text", "zizal");
    assertFalse(path.contains("zizal"), path);
    String found = doors.open(director, path);
    assertTrue(found.contains("Žížalová Ema"), found);
    assertTrue(doors.open(worker, path).contains("už není uloženo"));
    Asked typing = doors.knock(director, "/search", Doors.fields("text", "ziz")).forPart();
    String part = doors.show(director, doors.ask(Route.Method.POST, typing), 200);
    assertTrue(part.contains("Žížalová") && !part.contains("<html"), part);
    assertEquals(
        Set.of(Subject.of(family.file()), Subject.of(family.carer()), Subject.of(family.child())),
        typing.shown(),
        "recorded as shown");
    String number = register.files.header(director, family.file()).number();
    Asked byNumber = doors.knock(director, "/search", Doors.fields("text", number)).forPart();
    doors.show(director, doors.ask(Route.Method.POST, byNumber), 200);
    assertEquals(Set.of(Subject.of(family.file())), byNumber.shown(), "recorded without people");
    assertTrue(
        doors
            .open(director, doors.post(director, "/search", "text", "qqqqq"))
            .contains("jsme nenašli"));
    doors.open(director, "/search");
  }

  @Test
  void aPersonIsWrittenDownOnceAndAmended() {
    doors.open(director, "/people/new");
    String person =
        doors.post(
            director,
            "/people/new",
            "given",
            "Olga",
            "family",
            "Jedinečná",
            "birthDate",
            "1988-02-29",
            "phone",
            "600 111 222");
    assertTrue(doors.open(director, person).contains("29. 2. 1988 (38 let)"));
    String asked =
        doors.refused(director, 422, "/people/new", "given", "Olga", "family", "Jedinecna");
    assertTrue(asked.contains(Doors.last(person)), asked);
    assertEquals(
        person,
        doors.post(
            director,
            "/people/new",
            "given",
            "Olga",
            "family",
            "Jedinecna",
            "known",
            Doors.last(person)));
    doors.open(director, person + "/edit");
    doors.post(
        director,
        person + "/edit",
        "version",
        "" + version(person),
        "given",
        "Olga",
        "family",
        "Jedinečná",
        "birthDate",
        "1988-03-01",
        "reachable",
        "shown",
        "town",
        "Brno",
        "undisclosed",
        "on");
    String shown = doors.open(director, person);
    assertTrue(shown.contains("Brno") && shown.contains("Utajená adresa"), shown);
    String stale =
        doors.refused(
            director, 422, person + "/edit", "version", "99", "given", "Olga", "family", "Jiná");
    assertTrue(stale.contains("Co je zapsáno nyní") && stale.contains("value=\"Jiná\""), stale);
    assertTrue(
        stale.contains(carried(version(person))), "whoever has seen both may save: " + stale);
    String mistaken =
        doors.refused(
            director,
            422,
            person + "/edit",
            "version",
            "99",
            "family",
            "Jiná",
            "birthDate",
            "31. 2. 2015");
    assertTrue(mistaken.contains(carried(99)), "a mistake is no leave to write over: " + mistaken);
  }

  private static String carried(long version) {
    return "name=\"version\" value=\"" + version + "\"";
  }

  private long version(String person) {
    return register
        .people
        .view(director, org.opora.api.ids.PersonId.parse(Doors.last(person)))
        .version();
  }

  @Test
  void aColleagueIsInvited() {
    doors.open(director, "/staff");
    doors.open(director, "/staff/new");
    String colleague = doors.post(director, "/staff/new", "name", "Bc. Nová Kolegyně");
    doors.open(director, colleague);
    String noRole = doors.refused(director, 422, colleague + "/invite");
    assertTrue(noRole.contains("e-roles"), noRole);
    String mixed =
        doors.refused(
            director, 422, colleague + "/invite", "roles", "director", "roles", "it-administrator");
    assertTrue(mixed.contains("e-roles"), mixed);
    String invited = doors.refused(director, 200, colleague + "/invite", "roles", "key-worker");
    assertTrue(invited.contains("Jednorázový kód"), invited);
    String nowhere =
        doors.refused(
            director, 422, colleague + "/invite", "roles", "key-worker", "directory", "on");
    assertTrue(nowhere.contains("Adresář centra není připojený"), nowhere);
    assertTrue(doors.open(director, "/staff").contains("Pozván(a)"));
    doors.open(director, colleague + "/disable");
    doors.post(director, colleague + "/disable");
    String renamed =
        doors.post(
            director,
            colleague,
            "version",
            ""
                + register
                    .staff
                    .member(director, org.opora.api.ids.StaffId.parse(Doors.last(colleague)))
                    .version(),
            "name",
            "Mgr. Nová Kolegyně");
    assertTrue(doors.open(director, renamed).contains("Mgr. Nová Kolegyně"));
  }

  @Test
  void aColleagueIsInvitedToThePasswordOfTheDirectory() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=centre");
    config.addAdditionalBindCredentials("cn=opora", "secret");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "plain", InetAddress.getByName("127.0.0.1"), 0, null));
    InMemoryDirectoryServer there = new InMemoryDirectoryServer(config);
    there.startListening();
    try {
      there.add("dn: dc=centre", "objectClass: domain", "dc: centre");
      there.add(
          "dn: uid=hana.adresar,dc=centre",
          "objectClass: inetOrgPerson",
          "cn: Hana",
          "sn: Hana",
          "uid: hana.adresar",
          "userPassword: heslo k pocitacum");
      register
          .access
          .directory()
          .connect(
              new Connection(
                  "ldap://127.0.0.1:" + there.getListenPort(),
                  true,
                  "cn=opora",
                  "dc=centre",
                  "uid",
                  null),
              "secret".toCharArray(),
              null);
      String colleague = doors.post(director, "/staff/new", "name", "Hana Adresářová");
      assertTrue(doors.open(director, colleague).contains("name=\"directory\""));
      String invited =
          doors.refused(
              director, 200, colleague + "/invite", "roles", "key-worker", "directory", "on");
      assertTrue(invited.contains("Opora heslo neuchovává"), invited);
      Matcher code = Pattern.compile("<code>([^<]+)</code>").matcher(invited);
      assertTrue(code.find());
      register
          .access
          .accounts()
          .accept(
              code.group(1),
              new NewAccount("", "hana.adresar", "heslo k pocitacum".toCharArray(), "cs"));
      String open = doors.open(director, colleague);
      assertTrue(open.contains("Přihlašuje se jménem a heslem k počítačům centra"), open);
      assertTrue(open.contains("Pozvat k heslu Opory"), open);
      assertTrue(open.contains("name=\"roles\" value=\"key-worker\""), open);
    } finally {
      register.access.directory().disconnect();
      there.shutDown(true);
    }
  }

  @Test
  void whoIsNotOfTheCaseFindsNothingBehindAnyDoorOfIt() {
    Family family = register.family(director, register.viewer("key-worker"), "Cizí");
    var stay = register.placements.of(director, family.file()).get(0);
    var agreement = register.agreements.of(director, family.file()).get(0);
    var proposal =
        register.proposals.begin(
            director,
            family.file(),
            new NewProposal(CareKind.LONG_TERM, true, null, Register.TODAY, null));
    Map<String, String> keys =
        Map.of(
            "{file}", family.file().toString(),
            "{person}", family.carer().toString(),
            "{placement}", stay.id().toString(),
            "{agreement}", agreement.id().toString(),
            "{proposal}", proposal.toString(),
            "{amendment}", family.file().toString(),
            "{tab}", "x",
            "{visit}", family.file().toString(),
            "{note}", family.file().toString(),
            "{doubt}", family.file().toString());
    int tried = 0;
    for (Route route : doors.routes()) {
      boolean about =
          route.pattern().startsWith("/files/{file}")
              || route.pattern().startsWith("/people/{person}");
      if (about) {
        String path = route.pattern();
        path =
            path.replace("{way}", "carer-notice")
                .replace("{step}", "request")
                .replace("{how}", "separated");
        for (Map.Entry<String, String> key : keys.entrySet()) {
          path = path.replace(key.getKey(), key.getValue());
        }
        Asked knock = doors.knock(worker, path, Map.of());
        // Who does not hold the permission hears so of every file, there or not.
        Class<? extends RuntimeException> fault =
            worker.may(route.permission()) ? NotFound.class : NotAllowed.class;
        assertThrows(
            fault, () -> doors.ask(route.method(), knock), route.method() + " " + route.pattern());
        tried++;
      }
    }
    assertTrue(tried > 25, "only " + tried + " doors");
  }

  @Test
  void noDoorThatShowsPeopleIsLeftUnrecorded() {
    for (Route route : doors.routes()) {
      boolean about = route.pattern().contains("{file}") || route.pattern().contains("{person}");
      assertFalse(about && route.audit() == Route.Audit.NONE, route.pattern());
      assertTrue(route.permission() != null, route.pattern());
    }
  }

  private String opened(String family, String given, String name) {
    doors.open(director, "/files/new");
    String path =
        doors.post(
            director,
            "/files/new",
            "familyName",
            family,
            "openedOn",
            "2026-09-01",
            "carer1given",
            given,
            "carer1family",
            name,
            "carer1birthDate",
            "1. 5. 1980",
            "kind",
            "LONG_TERM",
            "mediated",
            "YES",
            "concludedOn",
            "2026-09-01",
            "authority",
            "Praha 4",
            "keyWorker",
            worker.staff().toString(),
            "child1given",
            "Tom",
            "child1family",
            "Malý",
            "child1birthDate",
            "2026-02-01",
            "child1from",
            "2026-09-02");
    assertTrue(path.startsWith("/files/"), path);
    return path;
  }

  /** Kept so that a reply other than a page or a way on is noticed here first. */
  @Test
  void everyPageIsAPage() {
    assertTrue(
        doors.ask(Route.Method.GET, doors.knock(director, "/files/new", Map.of()))
            instanceof Reply.Page);
  }
}
