package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.application.Addresses.Address;
import org.opora.registry.people.application.Reaching.Way;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.domain.Period;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** What is known of a person over time, on pages: real handlers, use cases and templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonRecordDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(register);
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  @AfterAll
  void close() {
    register.close();
  }

  private static String page(PersonId person) {
    return "/people/" + person;
  }

  /** From the element with this id to the end of its section. */
  private static String part(String page, String id) {
    String from = page.substring(page.indexOf("id=\"" + id + "\""));
    return from.substring(0, from.indexOf("</section>"));
  }

  @Test
  void aFormerNameStandsOnThePageAndInTheLists() {
    PersonId child = register.family(director, worker, "Dnešní").child();
    String add = page(child) + "/names/new";
    doors.open(worker, add);
    String refused = doors.refused(worker, 422, add, "kind", "", "family", "Včerejší");
    assertTrue(refused.contains("e-kind") && refused.contains("value=\"Včerejší\""), refused);
    assertEquals(
        page(child) + "#facts",
        doors.post(worker, add, "kind", "FORMER", "family", "Včerejší", "until", "30. 6. 2025"));
    String facts = part(doors.open(worker, page(child)), "facts");
    assertTrue(
        facts.contains("Včerejší") && facts.contains("dřívější jméno, do 30. 6. 2025"), facts);
    String found = doors.open(worker, doors.post(worker, "/search", "text", "vcerej"));
    assertTrue(found.contains("Dnešní Ema") && found.contains("dříve nebo jinak: Včerejší"), found);
    assertTrue(doors.open(worker, "/people").contains("dříve nebo jinak: Včerejší"));
    Asked taken = doors.knock(worker, "/people/export", Map.of()).asking("format", "csv");
    String csv = new String(doors.take(taken, new HashSet<>()), StandardCharsets.UTF_8);
    assertTrue(csv.contains(";Včerejší"), csv);
    String one = page(child) + "/names/" + register.record.names().of(worker, child).get(0).id();
    assertTrue(doors.open(worker, one + "/edit").contains("value=\"2025-06-30\""));
    String stale =
        doors.refused(
            worker, 422, one + "/edit", "version", "9", "kind", "ALSO", "family", "Jinak");
    assertTrue(stale.contains("Co je zapsáno nyní") && stale.contains("value=\"Jinak\""), stale);
    doors.post(worker, one + "/edit", "version", "1", "kind", "ALSO", "given", "Emilka");
    assertTrue(doors.open(worker, page(child)).contains("Emilka"));
    assertTrue(doors.refused(worker, 422, one + "/remove", "version", "1").contains("Emilka"));
    doors.post(worker, one + "/remove", "version", "2");
    assertFalse(doors.open(worker, page(child)).contains("Emilka"));
  }

  @Test
  void aMoveIsWrittenDownAndTheFormerAddressStays() {
    PersonId carer = register.family(director, worker, "Přestěhovaná").carer();
    String add = page(carer) + "/addresses/new";
    doors.open(worker, add);
    doors.post(
        worker, add, "kind", "LIVES", "street", "Stará 1", "town", "Brno", "from", "1. 1. 2024");
    String when = doors.refused(worker, 422, add, "kind", "LIVES", "town", "Olomouc");
    assertTrue(when.contains("e-from"), when);
    doors.post(worker, add, "kind", "LIVES", "town", "Olomouc", "from", "1. 10. 2026");
    doors.post(worker, add, "kind", "POST", "town", "Praha 1", "street", "P. O. BOX 5");
    String reach = part(doors.open(worker, page(carer)), "reach");
    String now = reach.substring(0, reach.indexOf("<details"));
    assertTrue(now.contains("Olomouc") && now.contains("od 1. 10. 2026"), now);
    assertTrue(now.contains("P. O. BOX 5") && !now.contains("Stará 1"), now);
    assertTrue(
        reach.contains("Dřívější adresy a telefony (1)") && reach.contains("30. 9. 2026"), reach);
    String present = page(carer) + "/addresses/now";
    assertTrue(doors.open(worker, present).contains("Olomouc"));
    long version = register.people.view(worker, carer).version();
    String stale = doors.refused(worker, 422, present, "version", "99", "town", "Olomučany");
    assertTrue(stale.contains("Co je zapsáno nyní"), stale);
    doors.post(
        worker, present, "version", "" + version, "town", "Olomučany", "from", "2. 10. 2026");
    assertTrue(doors.open(worker, page(carer)).contains("Olomučany"));
    Address post =
        register.record.addresses().of(worker, carer).stream()
            .filter(one -> one.id() != null && !one.former())
            .findFirst()
            .orElseThrow();
    String one = page(carer) + "/addresses/" + post.id();
    doors.open(worker, one + "/edit");
    doors.post(
        worker,
        one + "/edit",
        "version",
        "1",
        "kind",
        "POST",
        "town",
        "Praha 2",
        "until",
        "1. 11. 2026");
    assertTrue(doors.open(worker, page(carer)).contains("Dřívější adresy a telefony (2)"));
    doors.post(worker, one + "/remove", "version", "2");
    assertFalse(doors.open(worker, page(carer)).contains("Praha 2"));
    String edit = doors.open(worker, page(carer) + "/edit");
    assertTrue(edit.contains("Olomučany") && edit.contains("/addresses/now"), edit);
    assertFalse(edit.contains("name=\"street\""), "one place to say since when: " + edit);
    doors.post(
        worker,
        page(carer) + "/edit",
        "version",
        "" + register.people.view(worker, carer).version(),
        "family",
        "Přestěhovaná",
        "reachable",
        "shown",
        "phone",
        "600 000 001");
    Address home = register.record.addresses().of(worker, carer).get(0);
    assertEquals("Olomučany", home.lines().town());
    assertEquals(LocalDate.of(2026, 10, 2), home.period().from());
  }

  /** What was not in the form is not written, and what is not written is not promised. */
  @Test
  void aFormWithoutWhereaboutsLeavesThemAsTheyAre() {
    PersonId person =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Jana", "Zamaskovaná"),
                null,
                null,
                "600 100 300",
                "z@example.org",
                new NewPerson.Address("Dlouhá 3", "Zlín", ""),
                true));
    Viewer clerk =
        register.house.viewer(
            director.staff(), Map.of("registry.read", Reach.ALL, "registry.write", Reach.ALL));
    String edit = page(person) + "/edit";
    String masked = doors.open(clerk, edit);
    assertTrue(masked.contains("Je zaškrtnuto, že se adresa nesmí sdělovat"), masked);
    assertFalse(masked.contains("name=\"undisclosed\"") || masked.contains("reachable"), masked);
    // The same form, sent by somebody to whom it is shown by now.
    doors.open(director, edit);
    doors.post(
        director,
        edit,
        "version",
        "" + register.people.view(director, person).version(),
        "given",
        "Jana",
        "family",
        "Opravená");
    PersonView now = register.people.view(director, person);
    assertEquals("600 100 300", now.phone());
    assertEquals("z@example.org", now.email());
    assertEquals("Zlín", now.address().town());
    assertTrue(now.undisclosedHere());
    String late =
        doors.refused(
            clerk,
            422,
            edit,
            "version",
            "" + now.version(),
            "given",
            "Jana",
            "family",
            "Pozdní",
            "reachable",
            "shown",
            "phone",
            "700 700 700");
    assertTrue(late.contains("Co je zapsáno nyní") && !late.contains("Dlouhá"), late);
    assertEquals("Opravená", register.people.view(director, person).name().family());
  }

  @Test
  void twoHomesOfOnePersonAreSaidToBeTwo() {
    PersonId one = register.person(director, "Dvě", "Bydliště", null);
    PersonId two = register.person(director, "Dve", "Bydliste", null);
    for (PersonId person : List.of(one, two)) {
      doors.open(director, page(person) + "/addresses/new");
      doors.post(
          director,
          page(person) + "/addresses/new",
          "kind",
          "LIVES",
          "town",
          "Brno",
          "from",
          "1. 1. 2024");
    }
    assertFalse(doors.open(director, page(one)).contains("U dvou záznamů"));
    register.same.declare(director, two, one);
    assertTrue(doors.open(director, page(one)).contains("U dvou záznamů"));
  }

  @Test
  void aPhoneThatIsNotToBeCalledIsNoLink() {
    PersonId carer = register.family(director, worker, "Volaná").carer();
    String add = page(carer) + "/reach/new";
    doors.open(worker, add);
    String refused =
        doors.refused(worker, 422, add, "kind", "PHONE", "whose", "NEIGHBOUR", "detail", "nevím");
    assertTrue(refused.contains("e-detail") && refused.contains("value=\"nevím\""), refused);
    doors.post(
        worker,
        add,
        "kind",
        "PHONE",
        "whose",
        "NEIGHBOUR",
        "detail",
        "600 100 200",
        "note",
        "paní Nová",
        "preferred",
        "on");
    doors.post(
        worker,
        add,
        "kind",
        "PHONE",
        "whose",
        "WORK",
        "detail",
        "700 800 900",
        "notToBeUsed",
        "on");
    String reach = part(doors.open(worker, page(carer)), "reach");
    assertTrue(reach.contains("href=\"tel:600100200\"") && reach.contains("paní Nová"), reach);
    assertTrue(reach.contains("700 800 900") && !reach.contains("tel:700"), reach);
    assertTrue(reach.contains("nevolat, nepsat") && reach.contains("(soused)"), reach);
    Way first = register.record.reaching().of(worker, carer).all().get(0);
    String one = page(carer) + "/reach/" + first.id();
    assertTrue(doors.open(worker, one + "/edit").contains("600 100 200"));
    String stale =
        doors.refused(
            worker,
            422,
            one + "/edit",
            "version",
            "9",
            "kind",
            "PHONE",
            "whose",
            "OWN",
            "detail",
            "1234");
    assertTrue(stale.contains("Co je zapsáno nyní") && stale.contains("600 100 200"), stale);
    doors.post(worker, one + "/remove", "version", "" + first.version());
    assertFalse(doors.open(worker, page(carer)).contains("600 100 200"));
  }

  @Test
  void theFirstPhoneIsOpenedForMore() {
    String person =
        doors.post(
            director, "/people/new", "given", "Telefonní", "family", "Ústředna", "phone", "601");
    PersonId id = PersonId.parse(Doors.last(person));
    String version = "" + register.people.view(director, id).version();
    assertTrue(doors.open(director, person).contains("Upřesnit"));
    String form =
        doors.post(director, person + "/reach/aside", "version", version, "kind", "PHONE");
    assertTrue(doors.open(director, form).contains("value=\"601\""));
    assertEquals(
        person + "#reach",
        doors.post(director, person + "/reach/aside", "version", version, "kind", "EMAIL"),
        "somebody else was faster");
  }

  @Test
  void whoMustNotKnowIsOfferedFromTheRegisterAndWarnedOfOnBothPages() {
    Family family = register.family(director, worker, "Skrytá");
    PersonId father = register.person(director, "Radek", "Hrozivý", LocalDate.of(1985, 2, 3));
    String child = page(family.child());
    String add = child + "/secrecy/new";
    assertTrue(doors.open(director, add).contains("budou vedeny jako utajené"));
    String asked =
        doors.refused(
            director,
            422,
            add,
            "who",
            "Radek Hrozivý",
            "reason",
            "12 P 1/2026",
            "from",
            "1. 11. 2026");
    assertTrue(asked.contains(father.toString()) && asked.contains("e-whom"), asked);
    assertTrue(asked.contains("narozen(a) 3. 2. 1985"), asked);
    doors.post(
        director,
        add,
        "who",
        "Radek Hrozivý",
        "reason",
        "12 P 1/2026",
        "from",
        "1. 11. 2026",
        "whom",
        father.toString());
    String shown = doors.open(director, child);
    assertTrue(
        shown.contains("Utajená adresa")
            && shown.contains("href=\"/people/" + father + "\"")
            && shown.contains("12 P 1/2026"),
        shown);
    assertTrue(doors.open(director, "/files/" + family.file()).contains("Utajená adresa"));
    String his = doors.open(director, page(father));
    assertTrue(his.contains("Nesmí se dozvědět, kde žije:") && his.contains("Ema Skrytá"), his);
    String workers = doors.open(worker, child);
    assertTrue(workers.contains("Radek Hrozivý"), "the warning is for everybody who works here");
    assertFalse(workers.contains(father.toString()), workers);
    UUID entry = register.record.secrecy().of(director, family.child()).get(0).id();
    String one = child + "/secrecy/" + entry + "/edit";
    assertTrue(doors.open(director, one).contains(father.toString()));
    String still =
        doors.refused(
            director,
            422,
            child + "/edit",
            "version",
            "" + register.people.view(director, family.child()).version(),
            "reachable",
            "shown",
            "family",
            "Skrytá");
    assertTrue(still.contains("e-undisclosed"), still);
    doors.post(
        director,
        one,
        "version",
        "1",
        "who",
        "Radek Hrozivý",
        "from",
        "1. 10. 2026",
        "until",
        "31. 10. 2026",
        "whom",
        father.toString());
    assertFalse(doors.open(director, page(father)).contains("Nesmí se dozvědět"));
    assertTrue(doors.open(director, child).contains("Dříve se to nesměl(a) dozvědět"));
    doors.post(director, add, "who", "rodina otce", "from", "1. 11. 2026", "whom", "nobody");
  }

  @Test
  void whatIsNotToBeToldIsNotPrintedUnlessSomebodyAsks() {
    PersonId carer = register.family(director, worker, "Netištěná").carer();
    String person = page(carer);
    String[] lives = {"kind", "LIVES", "street", "Tajná 9", "town", "Zlín", "from", "1. 1. 2026"};
    doors.post(worker, person + "/addresses/new", lives);
    doors.post(
        worker, person + "/reach/new", "kind", "PHONE", "whose", "OWN", "detail", "605 605 605");
    assertFalse(doors.open(worker, person).contains("Vytisknout i s nimi"));
    doors.post(worker, person + "/secrecy/new", "who", "bývalý muž", "from", "1. 11. 2026");
    String shown = part(doors.open(worker, person), "reach");
    assertTrue(shown.contains("<span class=\"screen-only\">Tajná 9"), shown);
    assertTrue(shown.contains("utajeno, nevytištěno") && shown.contains("nesdělovat"), shown);
    assertTrue(shown.contains("table stacked screen-only"), "phones are not printed either");
    Asked asking = doors.knock(worker, person, Map.of()).asking("whereabouts", "paper");
    String paper = doors.show(worker, doors.ask(Route.Method.GET, asking), 200);
    assertTrue(paper.contains("<span>Tajná 9") && !paper.contains("nevytištěno"), paper);
    Viewer clerk =
        register.house.viewer(
            worker.staff(), Map.of(People.READ, Reach.OWN, People.WRITE, Reach.OWN));
    Asked refused = doors.knock(clerk, person, Map.of()).asking("whereabouts", "paper");
    String masked = doors.show(clerk, doors.ask(Route.Method.GET, refused), 200);
    assertFalse(masked.contains("Tajná 9") || masked.contains("605 605 605"), masked);
    assertTrue(masked.contains("Není vám zobrazeno"), masked);
    assertThrows(NotFound.class, () -> doors.open(clerk, person + "/addresses/now"));
    assertFalse(doors.open(worker, "/people").contains("Tajná 9"));
  }

  /** The file of a family is read on paper by those who are in it. */
  @Test
  void thePageOfWhoeverMustNotKnowDoesNotPrintIt() {
    Family family = register.family(director, worker, "Tichá");
    PersonId father = register.person(director, "Radim", "Čtoucí", null);
    String add = page(family.child()) + "/secrecy/new";
    doors.post(
        director,
        add,
        "who",
        "Radim Čtoucí",
        "reason",
        "12 P 7/2026",
        "from",
        "9. 11. 2026",
        "whom",
        father.toString());
    String his = doors.open(director, page(father));
    int at = his.indexOf("Nesmí se dozvědět, kde žije:");
    assertTrue(
        his.startsWith("class=\"safety screen-only\"", his.lastIndexOf("class=\"safety", at)), his);
    assertTrue(his.contains("Ema Tichá</a> (od 9. 11. 2026)"), his);
    String hers = doors.open(director, page(family.child()));
    String named = hers.substring(hers.indexOf("Nesmí se to dozvědět") - 60);
    assertTrue(named.substring(0, 60).contains("screen-only"), named);
    assertTrue(hers.contains("(12 P 7/2026), od 9. 11. 2026"), hers);
    assertFalse(hers.contains("Dříve se to nesměl(a) dozvědět"), "it is no ban of the past");
  }

  @Test
  void noFormOfSomebodyHiddenPrintsWhereTheyAre() {
    PersonId carer = register.family(director, worker, "Nevytištěná").carer();
    String person = page(carer);
    String[] lives = {"kind", "LIVES", "street", "Tajná 8", "town", "Zlín", "from", "1. 1. 2026"};
    doors.post(worker, person + "/addresses/new", lives);
    doors.post(worker, person + "/addresses/new", "kind", "POST", "town", "Vsetín");
    doors.post(
        worker, person + "/reach/new", "kind", "PHONE", "whose", "OWN", "detail", "605 605 606");
    doors.post(worker, person + "/secrecy/new", "who", "bývalý muž", "from", "1. 11. 2026");
    String address =
        register.record.addresses().of(worker, carer).stream()
            .filter(one -> one.id() != null)
            .findFirst()
            .orElseThrow()
            .id()
            .toString();
    String way = register.record.reaching().of(worker, carer).all().get(0).id().toString();
    for (Map.Entry<String, String> form :
        Map.of(
                "/edit",
                "Tajná 8",
                "/addresses/now",
                "Tajná 8",
                "/addresses/" + address + "/edit",
                "Vsetín",
                "/reach/" + way + "/edit",
                "605 605 606")
            .entrySet()) {
      String shown = doors.open(worker, person + form.getKey());
      int guarded = shown.indexOf("<div class=\"screen-only\">");
      assertTrue(guarded > 0 && guarded < shown.indexOf(form.getValue()), shown);
      assertTrue(shown.contains("utajeno, nevytištěno"), form.getKey());
    }
    PersonId other = register.person(director, "Marie", "Nevytištěná", null);
    register.people.amend(
        director,
        carer,
        register.people.view(director, carer).version(),
        new NewPerson(
            new PersonName("Marie", "Nevytištěná"), null, null, "605 000 111", null, null, true));
    String beside = doors.open(director, person + "/beside/" + other);
    assertTrue(beside.contains("<span class=\"screen-only\">605 000 111"), beside);
  }

  /** Whoever may only know where a child is keeps it from nobody. */
  @Test
  void whoWritesNothingIsGivenNoFormOfSecrecy() {
    Family family = register.family(director, worker, "Nezapisovaná");
    String child = page(family.child());
    doors.post(director, child + "/secrecy/new", "who", "otec", "from", "1. 11. 2026");
    UUID entry = register.record.secrecy().of(director, family.child()).get(0).id();
    String edit = child + "/secrecy/" + entry + "/edit";
    Viewer inspector = register.viewer("inspector");
    register
        .access
        .relations()
        .lend(
            inspector.staff(),
            Subject.of(family.child()),
            RelationKind.INSPECTOR,
            Register.TODAY,
            Register.TODAY,
            inspector.now().plusSeconds(3600),
            "case-registry:" + family.file());
    assertTrue(doors.open(director, child).contains(edit));
    String shown = doors.open(inspector, child);
    assertTrue(shown.contains("otec"), shown);
    assertFalse(shown.contains("/secrecy/"), shown);
    for (Route route : doors.routes()) {
      if (route.pattern().contains("/secrecy/")) {
        assertFalse(inspector.may(route.permission()), route.pattern());
      }
    }
  }

  @Test
  void theLinkToTheRegisterIsAskedForAgainWhenItIsCorrected() {
    Family family = register.family(director, worker, "Propojená");
    PersonId namesake = register.person(director, "Jan", "Novotný", LocalDate.of(1960, 1, 2));
    String child = page(family.child());
    String add = child + "/secrecy/new";
    doors.post(
        director, add, "who", "Jan Novotný", "from", "1. 11. 2026", "whom", namesake.toString());
    UUID entry = register.record.secrecy().of(director, family.child()).get(0).id();
    String one = child + "/secrecy/" + entry;
    String form = doors.open(director, one + "/edit");
    assertTrue(form.contains("value=\"" + namesake + "\" checked"), form);
    String again =
        doors.refused(
            director,
            422,
            one + "/edit",
            "version",
            "1",
            "who",
            "strýc Jan",
            "asked",
            "Jan Novotný",
            "from",
            "1. 11. 2026",
            "whom",
            namesake.toString());
    assertTrue(again.contains("e-whom"), "words and link do not drift apart: " + again);
    doors.post(
        director,
        one + "/edit",
        "version",
        "1",
        "who",
        "strýc Jan",
        "asked",
        "strýc Jan",
        "from",
        "1. 11. 2026",
        "whom",
        "nobody");
    assertFalse(doors.open(director, page(namesake)).contains("Nesmí se dozvědět"));
    PersonId last = null;
    for (int year = 1970; year < 1980; year++) {
      last = register.person(director, "Jan", "Častý", LocalDate.of(year, 1, 2));
    }
    String many =
        doors.refused(
            director, 422, add, "who", "Jan Častý", "from", "1. 11. 2026", "reason", "12 P 1/2026");
    assertTrue(many.contains("f-born") && !many.contains(last.toString()), many);
    String born =
        doors.refused(
            director, 422, add, "who", "Jan Častý", "from", "1. 11. 2026", "born", "2. 1. 1979");
    assertTrue(born.contains(last.toString()), born);
    assertTrue(doors.refused(director, 422, one + "/remove", "version", "9").contains("strýc Jan"));
    doors.post(director, one + "/remove", "version", "2");
    assertFalse(doors.open(director, child).contains("strýc Jan"));
  }

  @Test
  void theFormOfOneEntrySaysThatTheSecretIsWrittenElsewhere() {
    Family family = register.family(director, worker, "Domácí");
    register
        .record
        .secrecy()
        .add(
            director,
            family.child(),
            new NewEntry(null, "otec", null, new Period(Register.TODAY, null)));
    String carer = page(family.carer());
    assertTrue(doors.open(worker, carer).contains("Utajená adresa"), "the carer is warned of");
    String form = doors.open(worker, carer + "/edit");
    assertTrue(form.contains("je to zapsáno u jiného záznamu"), form);
    assertFalse(form.contains("name=\"undisclosed\" value=\"on\" checked"), form);
  }

  @Test
  void languagesAreNamedInTheReadersLanguage() {
    PersonId child = register.family(director, worker, "Mluvící").child();
    String form = page(child) + "/languages";
    String blank = doors.open(worker, form);
    assertTrue(blank.contains(">ukrajinština<") && blank.contains(">romština<"), blank);
    assertTrue(blank.indexOf(">němčina<") < blank.indexOf(">afrikánština<"), "near ones first");
    doors.post(
        worker,
        form,
        "version",
        "0",
        "motherTongue",
        "uk",
        "understands2",
        "cs",
        "interpreter",
        "on");
    String facts = part(doors.open(worker, page(child)), "facts");
    assertTrue(
        facts.contains("ukrajinština")
            && facts.contains("čeština")
            && facts.contains("Je potřeba tlumočník"),
        facts);
    assertTrue(doors.open(worker, form).contains("value=\"cs\" selected"));
    String stale = doors.refused(worker, 422, form, "version", "0", "motherTongue", "sk");
    assertTrue(stale.contains("Co je zapsáno nyní"), stale);
  }

  @Test
  void aRowOfSomebodyElseIsNotFoundUnderThisPerson() {
    Family family = register.family(director, worker, "Zaměněná");
    doors.post(worker, page(family.carer()) + "/names/new", "kind", "MAIDEN", "family", "Původní");
    UUID name = register.record.names().of(worker, family.carer()).get(0).id();
    assertThrows(
        NotFound.class,
        () -> doors.open(worker, page(family.child()) + "/names/" + name + "/edit"));
  }

  @Test
  void outsidersTheWalledAndTheItPersonFindNothing() {
    Family family = register.family(director, worker, "Nedobytná");
    String child = page(family.child());
    doors.post(worker, child + "/names/new", "kind", "MAIDEN", "family", "Utajenka");
    doors.post(worker, child + "/reach/new", "kind", "PHONE", "whose", "OWN", "detail", "606 606");
    doors.post(worker, child + "/secrecy/new", "who", "strýc", "from", "1. 11. 2026");
    doors.post(worker, child + "/addresses/new", "kind", "POST", "town", "Cheb");
    Map<String, String> keys =
        Map.of(
            "{name}", "" + register.record.names().of(worker, family.child()).get(0).id(),
            "{way}", "" + register.record.reaching().of(worker, family.child()).all().get(0).id(),
            "{entry}", "" + register.record.secrecy().of(worker, family.child()).get(0).id(),
            "{address}", "" + register.record.addresses().of(worker, family.child()).get(0).id());
    Viewer walled = register.viewer("key-worker");
    register.files.assign(
        director, family.file(), worker.staff(), walled.staff(), LocalDate.of(2026, 1, 10));
    assertTrue(doors.open(walled, child).contains("Utajenka"));
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    int tried = 0;
    for (Route route : doors.routes()) {
      String path = route.pattern().replace("{person}", family.child().toString());
      for (Map.Entry<String, String> key : keys.entrySet()) {
        path = path.replace(key.getKey(), key.getValue());
      }
      boolean about =
          Set.of("names", "addresses", "reach", "secrecy", "languages").stream()
              .anyMatch(part -> route.pattern().startsWith("/people/{person}/" + part));
      if (about) {
        for (Viewer viewer : List.of(walled, register.viewer("key-worker"))) {
          Asked knock = doors.knock(viewer, path, Doors.fields("kind", "PHONE", "version", "1"));
          assertThrows(
              NotFound.class, () -> doors.ask(route.method(), knock), route.method() + path(route));
        }
        Viewer it = register.viewer("it-administrator");
        assertFalse(it.may(route.permission()), "the gate lets nobody in: " + path(route));
        tried++;
      }
    }
    assertEquals(25, tried);
  }

  private static String path(Route route) {
    return " " + route.pattern();
  }
}
