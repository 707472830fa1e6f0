package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Accounts.NewAccount;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.kin.Role;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.application.KnownPeople.Found;
import org.opora.registry.people.domain.Likeness.Band;
import org.opora.registry.people.domain.Likeness.Reason;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Nobody is written down twice unseen, and nobody learns from the question what they may not. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownPeopleTest {
  private static final LocalDate BORN = LocalDate.of(2015, 5, 16);
  private static final String TASK = "Posoudit, zda dva záznamy nejsou jeden člověk";

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
    director = register.viewer("director");
    account(director, "director", "Mgr. Iva Ředitelová");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whoMayBeSeenStandsBesideWhatWasTyped() {
    Viewer worker = colleague("Mgr. Klára Vlastní");
    Family family = family(worker, "Šťastná", "Anežka");
    Found found = register.known.search(worker, named("Anezka", "Stasnta", BORN));
    assertEquals(List.of(family.child()), people(found));
    assertFalse(found.elsewhere());
    assertEquals(Band.SAME, found.matches().get(0).likeness().band());
    assertEquals(
        List.of(Reason.NAME_SLIP, Reason.SAME_BIRTH_DATE),
        found.matches().get(0).likeness().reasons());
    String number = register.files.header(director, family.file()).number();
    assertEquals(number, found.matches().get(0).person().fileNumber());

    Asked knock =
        doors.knock(
            worker,
            "/people/new",
            Doors.fields("given", "Anezka", "family", "Stasnta", "birthDate", "2015-05-16"));
    String page = doors.show(worker, doors.ask(Route.Method.POST, knock), 422);
    for (String there :
        List.of(
            "Anezka Stasnta",
            "Anežka Šťastná",
            "16. 5. 2015",
            "spis " + number,
            "ve jménu se liší jen pár písmen",
            "value=\"Stasnta\"")) {
      assertTrue(page.contains(there), there + " in " + page);
    }
    assertEquals(Set.of(Subject.of(family.child())), knock.shown(), "it is recorded who was shown");
    assertEquals(
        "/people/" + family.child(),
        doors.post(
            worker,
            "/people/new",
            "given",
            "Anezka",
            "family",
            "Stasnta",
            "birthDate",
            "2015-05-16",
            "known",
            family.child().toString()));
    assertEquals(2, register.found(director, "stastna").size(), "carer and child, as before");
    assertTrue(register.found(director, "stasnta").isEmpty());
  }

  @Test
  void aRelativeWhomAnotherFamilyKnowsIsPutBeforeTheDirector() {
    Viewer theirs = colleague("Mgr. Jiří Cizí");
    Viewer worker = colleague("Mgr. Klára Zastupující");
    Family other = family(theirs, "Cizí", "Ema");
    Family mine = family(worker, "Moje", "Jan");
    PersonId mother = register.person(theirs, "Jana", "Cizí", LocalDate.of(1990, 1, 1));
    tie(theirs, other.child(), Role.PARENT, mother, other.file());
    assertTrue(oversight(mother).isEmpty(), "her own family knows her");
    // For a week only: a stand-in sees her and would let themselves in for good.
    register.tx.run(
        em ->
            em.persist(
                new Assignment(
                    Ids.next(),
                    other.file(),
                    worker.staff(),
                    RelationKind.STAND_IN,
                    TODAY,
                    TODAY.plusDays(7))));
    register.files.assign(director, other.file(), theirs.staff(), null, TODAY);
    UUID tie = tie(worker, mine.child(), Role.CLOSE, mother, mine.file());
    TaskLine task = oversight(mother).get(0);
    assertEquals(director.staff(), task.doer());
    assertEquals("/people/" + mother + "/kin", task.href());
    assertThrows(NotFound.class, () -> register.desk.view(worker, task.id()));
    register.kin.strike(director, mine.child(), tie, 1, "Nezná se s ní.");
    assertTrue(oversight(mother).isEmpty(), "nothing to look at any more");

    // Whoever works with both for good writes down what they know.
    register.files.assign(director, mine.file(), theirs.staff(), null, TODAY);
    tie(theirs, mine.child(), Role.CLOSE, mother, mine.file());
    assertTrue(oversight(mother).isEmpty());
  }

  private UUID tie(Viewer viewer, PersonId person, Role role, PersonId relative, CaseFileId file) {
    return register.kin.tie(
        viewer,
        person,
        new NewTie(
            role, relative, null, file, new Terms(new Days(null, null), "známá", null, null)));
  }

  private List<TaskLine> oversight(PersonId person) {
    return register.desk.list(director, null, false, null, 100).items().stream()
        .filter(task -> person.equals(task.about().person()))
        .filter(task -> task.title() != null && task.title().cs().startsWith("Posoudit příbuzného"))
        .toList();
  }

  @Test
  void goingOnIsATaskForTheDirectorWhoDecides() {
    Viewer worker = colleague("Mgr. Klára Jistá");
    Family family = family(worker, "Jistá", "Dorota");
    String[] typed = {"given", "Dorota", "family", "Jistá", "birthDate", "2015-05-16"};
    PersonId fresh = goOn(worker, typed);
    TaskLine task = task(family.child());
    assertEquals(director.staff(), task.doer());
    assertEquals(TASK, task.title().cs());
    assertEquals("/people/" + family.child() + "/beside/" + fresh, task.href());
    assertEquals(1, register.inbox.of(director, null, 1).items().size());

    String beside = doors.open(director, task.href());
    assertTrue(beside.contains("Starší záznam") && beside.contains("Novější záznam"), beside);
    assertThrows(
        NotFound.class, () -> doors.open(colleague("Mgr. Cizí"), task.href()), "a stranger");
    assertEquals("/people/" + family.child(), doors.post(director, task.href() + "/one"));
    assertEquals(Set.of(family.child(), fresh), register.people.idsOf(fresh));
    assertTrue(tasks(family.child()).isEmpty(), "it is done");
    assertTrue(doors.open(director, task.href()).contains("už vedou jako jeden člověk"));

    PersonId third = goOn(worker, typed);
    TaskLine again = task(family.child());
    assertEquals("/people/" + third, doors.post(director, again.href() + "/two"));
    assertTrue(tasks(family.child()).isEmpty());
    assertEquals(Set.of(third), register.people.idsOf(third));
  }

  @Test
  void whoOnlyMayBeTheSameIsNoTask() {
    Viewer worker = colleague("Mgr. Klára Možná");
    Family family = family(worker, "Možná", "Blanka");
    Found found = register.known.search(worker, named("Blanka", "Jiráskova", BORN));
    assertEquals(List.of(Band.MAYBE), bands(found));
    goOn(worker, "given", "Blanka", "family", "Jiráskova", "birthDate", "2015-05-16");
    assertTrue(tasks(family.child()).isEmpty());
  }

  @Test
  void ofThoseElsewhereOnlyWhomToAskIsSaidAndAlwaysInTheSameWords() {
    Viewer keeper = colleague("Mgr. Hana Strážná");
    Family family = family(keeper, "Střežená", "Cecílie");
    Viewer worker = colleague("Mgr. Klára Zvědavá");
    Found found = register.known.search(worker, named("Cecilie", "Strezena", BORN));
    assertEquals(List.of(), found.matches());
    assertTrue(found.elsewhere());
    assertEquals(List.of("Mgr. Hana Strážná"), found.ask());

    assertEquals(1, denials(family.child(), "no-relation"), "the trail knows");

    String sentence =
        "Tento člověk už je možná v evidenci. Než ho zapíšete, zeptejte se: Mgr. Hana Strážná.";
    String same =
        refused(worker, "given", "Cecílie", "family", "Střežená", "birthDate", "2015-05-16");
    String maybe = refused(worker, "given", "Cecilie", "family", "Strezena");
    String married =
        refused(worker, "given", "Cecilie", "family", "Veselá", "birthDate", "2015-05-16");
    String number = register.files.header(director, family.file()).number();
    for (String page : List.of(same, maybe, married)) {
      assertTrue(page.contains(sentence), page);
      assertFalse(page.contains(family.child().toString()), "no key");
      assertFalse(page.contains(number), "no file");
      assertFalse(page.contains("stejné"), "not what agrees");
    }
    assertEquals(around(same, sentence), around(maybe, sentence), "the rate does not show");
    assertTrue(same.contains("potvrďte to"), "the fault speaks of nobody who is shown");
    assertEquals(around(same, sentence), around(married, sentence));
    assertFalse(maybe.contains("16. 5. 2015"), "nor does the birth date");
    Asked knock =
        doors.knock(worker, "/people/new", Doors.fields("given", "Cecilie", "family", "Strezena"));
    doors.ask(Route.Method.POST, knock);
    assertEquals(Set.of(), knock.shown());

    PersonId fresh =
        goOn(worker, "given", "Cecílie", "family", "Střežená", "birthDate", "2015-05-16");
    TaskLine task = task(family.child());
    assertEquals("/people/" + family.child() + "/beside/" + fresh, task.href());
    assertTrue(all(worker).isEmpty(), "who wrote does not see the task");
    assertThrows(NotFound.class, () -> doors.open(worker, task.href()));
    assertThrows(NotFound.class, () -> register.desk.view(worker, task.id()));
    assertEquals(1, register.found(worker, "strezena").size(), "only their own entry");
  }

  @Test
  void withoutAKeyWorkerTheDirectorIsNamed() {
    Family family = family(null, "Ničí", "Gréta");
    Viewer worker = colleague("Mgr. Klára Nová");
    Found found = register.known.search(worker, named("Gréta", "Ničí", BORN));
    assertEquals(List.of("Mgr. Iva Ředitelová"), found.ask());
    assertEquals(List.of(), found.matches());
    assertEquals(
        List.of(family.child()),
        people(register.known.search(director, named("Gréta", "Ničí", BORN))));
  }

  @Test
  void behindAWallNothingIsSaidAndTheDirectorLooksIntoIt() {
    Viewer worker = colleague("Mgr. Klára Vyloučená");
    Viewer keeper = colleague("Mgr. Hana Vlastní");
    Family atPerson = family(keeper, "Zděná", "Irena");
    Family atFile = family(keeper, "Hrazená", "Julie");
    Family own = family(worker, "Ohrazená", "Kamila");
    wall(worker, Subject.of(atPerson.child()));
    wall(worker, Subject.of(atFile.file()));
    wall(worker, Subject.of(own.child()));
    String[][] typed = {
      {"given", "Irena", "family", "Zděná", "birthDate", "2015-05-16"},
      {"given", "Julie", "family", "Hrazena", "birthDate", "2015-05-16"},
      {"given", "Kamila", "family", "Ohrazená", "birthDate", "1915-05-16"}
    };
    List<Family> families = List.of(atPerson, atFile, own);
    for (int i = 0; i < typed.length; i++) {
      NewPerson person = named(typed[i][1], typed[i][3], LocalDate.parse(typed[i][5]));
      assertTrue(register.known.search(worker, person).nobody(), typed[i][1]);
      assertEquals(1, denials(families.get(i).child(), "wall"));
      String page = doors.post(worker, "/people/new", typed[i]);
      PersonId child = families.get(i).child();
      TaskLine task = task(child);
      assertEquals("/people/" + child + "/beside/" + Doors.last(page), task.href());
      assertThrows(NotFound.class, () -> register.desk.view(worker, task.id()));
      assertThrows(NotFound.class, () -> doors.open(worker, task.href()));
    }
    assertTrue(all(worker).isEmpty());
    assertEquals(0, register.inbox.unread(worker));
    // Also who only may be the same: nobody else can be asked.
    Family maybe = family(keeper, "Zazděná", "Libuše");
    wall(worker, Subject.of(maybe.child()));
    doors.post(worker, "/people/new", "given", "Libuše", "family", "Zazděná");
    assertEquals(TASK, task(maybe.child()).title().cs());
  }

  @Test
  void whoOverseesButStandsBehindAWallIsNotGivenTheTask() {
    Viewer second = register.viewer("director");
    account(second, "director", "Mgr. Druhá Ředitelka");
    Map<Viewer, Viewer> others = Map.of(director, second, second, director);
    for (Viewer walled : others.keySet()) {
      String given = walled == director ? "Monika" : "Milena";
      Family family = family(null, "Rodinná", given);
      wall(walled, given.equals("Monika") ? Subject.of(family.child()) : Subject.of(family.file()));
      assertTrue(register.known.search(walled, named(given, "Rodinná", BORN)).nobody());
      register.known.register(walled, named(given, "Rodinná", BORN));
      assertTrue(tasksOf(walled, family.child()).isEmpty(), "not to be seen");
      TaskLine task = tasksOf(others.get(walled), family.child()).get(0);
      assertEquals(others.get(walled).staff(), task.doer());
    }
    register.access.accounts().disable(director, second.staff());
  }

  @Test
  void sentTwiceItIsSavedOnceAndNothingTypedIsLost() {
    Viewer worker = colleague("Mgr. Klára Rychlá");
    String[] typed = {
      "given", "Nora", "family", "Rychlá", "birthDate", "2015-05-16", "phone", "601 222 333"
    };
    String first = doors.post(worker, "/people/new", typed);
    assertTrue(refused(worker, typed).contains(Doors.last(first)), "the same page once more");
    // The answer was about nobody: now there is somebody it was not about.
    String again = refused(worker, with(typed, "known", "new", "asked", ""));
    assertTrue(again.contains("Od minulé otázky se ukázal ještě někdo další"), again);
    for (String kept : List.of("Nora", "Rychlá", "2015-05-16", "601 222 333")) {
      assertTrue(again.contains("value=\"" + kept + "\""), kept);
    }
    assertEquals(1, register.found(director, "rychla nora").size());
  }

  @Test
  void aFamilyOfWhichSomebodyIsKnownIsAskedAboutOnItsPage() {
    Viewer worker = colleague("Mgr. Klára Rodinová");
    Family known = family(worker, "Dřívější", "Olívie");
    family(colleague("Mgr. Hana Jinde"), "Vzdálená", "Patricie");
    String[] typed = {
      "familyName", "Nová",
      "openedOn", "2026-10-01",
      "carer1given", "Ruth",
      "carer1family", "Nová",
      "keyWorker", worker.staff().toString(),
      "child1given", "Olivie",
      "child1family", "Drivejsi",
      "child1birthDate", "2015-05-16",
      "child1from", "2026-10-02",
      "child2given", "Patricie",
      "child2family", "Vzdálená",
      "child2birthDate", "2015-05-16",
      "child2from", "2026-10-02"
    };
    String asked =
        doors.show(
            worker,
            doors.ask(Route.Method.POST, doors.knock(worker, "/files/new", Doors.fields(typed))),
            422);
    assertTrue(asked.contains("Olívie Dřívější"), asked);
    assertTrue(asked.contains("zeptejte se: Mgr. Hana Jinde."), asked);
    assertTrue(asked.contains("value=\"Drivejsi\""), "nothing typed is lost");
    assertTrue(register.found(director, "ruth nova").isEmpty(), "nothing is saved");
    String file =
        doors.post(
            worker,
            "/files/new",
            with(
                typed,
                "child1known",
                known.child().toString(),
                "child2known",
                "new",
                "child2asked",
                asked(asked, "child2")));
    assertTrue(doors.open(worker, file).contains("Olívie Dřívější"));
    assertTrue(register.found(director, "olivie drivejsi").size() == 1);
    assertEquals(2, register.found(director, "patricie vzdalena").size());
  }

  @Test
  void aPhoneFindsWhoMarriedAndAHiddenOneFindsNobody() {
    NewPerson before = reached("Sandra", "Svobodová", "+420 602 333 444", false);
    NewPerson hidden = reached("Tamara", "Utajená", "602 444 555", true);
    PersonId sandra = register.people.register(director, before);
    register.people.register(director, hidden);
    LocalDate slip = LocalDate.of(1990, 4, 13);
    Found found =
        register.known.search(
            director,
            new NewPerson(
                new PersonName("Sandra", "Svobodova"), slip, null, "602333444", null, null, false));
    assertEquals(List.of(sandra), people(found));
    assertTrue(found.matches().get(0).likeness().reasons().contains(Reason.SAME_PHONE));
    Found none =
        register.known.search(
            director,
            new NewPerson(
                new PersonName("Tamara", "Jinudová"), null, null, "602444555", null, null, false));
    assertTrue(none.nobody());
  }

  @Test
  void nobodyBehindAWallChangesWhatIsShown() {
    Viewer worker = colleague("Mgr. Klára Zvídavá");
    Viewer keeper = colleague("Mgr. Hana Další");
    PersonId shown = register.person(worker, "Otylie", "Stejnojmenná", null);
    register.person(keeper, "Otmar", "Stejnojmenný", null);
    NewPerson undated = named("Otylie", "Stejnojmenná", null);
    NewPerson dated = named("Otylie", "Stejnojmenná", BORN);
    NewPerson elsewhere = named("Otmar", "Stejnojmenný", null);
    NewPerson datedElsewhere = named("Otmar", "Stejnojmenný", BORN);
    List<NewPerson> asked = List.of(undated, dated, elsewhere, datedElsewhere);
    List<Found> before =
        asked.stream().map(person -> register.known.search(worker, person)).toList();
    assertEquals(List.of(shown), people(before.get(0)));
    assertTrue(before.get(2).elsewhere());
    String[] typed = {"given", "Otylie", "family", "Stejnojmenná"};
    String page = without(refused(worker, typed));

    for (String given : List.of("Otylie", "Otmar")) {
      for (LocalDate born : new LocalDate[] {null, null, BORN}) {
        String name = given.equals("Otmar") ? "Stejnojmenný" : "Stejnojmenná";
        wall(worker, Subject.of(register.person(director, given, name, born)));
      }
    }
    assertEquals(
        before, asked.stream().map(person -> register.known.search(worker, person)).toList());
    assertEquals(page, without(refused(worker, typed)), "to the letter");
  }

  @Test
  void severalOfOneNameAreShownApartFromThoseWhoMayBe() {
    Viewer worker = colleague("Mgr. Klára Jmenná");
    PersonId first = register.person(worker, "Pavlína", "Častá", LocalDate.of(1980, 5, 6));
    PersonId second = register.person(worker, "Pavlína", "Častá", null);
    Found found = register.known.search(worker, named("Pavlina", "Casta", null));
    assertEquals(List.of(), found.matches());
    assertEquals(
        Set.of(first, second),
        found.namesakes().stream().map(one -> one.person().id()).collect(Collectors.toSet()));
    assertFalse(found.more());
    String page = refused(worker, "given", "Pavlina", "family", "Casta");
    assertTrue(page.contains("Lidí toho jména známe víc"), page);
    assertTrue(page.contains("value=\"" + second + "\""), "each can be chosen");
    assertEquals(
        "/people/" + first,
        doors.post(
            worker,
            "/people/new",
            "given",
            "Pavlina",
            "family",
            "Casta",
            "known",
            first.toString()));
    for (int i = 0; i < 5; i++) {
      register.person(worker, "Pavlína", "Častá", null);
    }
    Found many = register.known.search(worker, named("Pavlina", "Casta", null));
    assertEquals(5, many.namesakes().size());
    assertTrue(many.more());
    assertTrue(refused(worker, "given", "Pavlina", "family", "Casta").contains("než se sem vejde"));
    // Beside somebody who fits with the birth date the name says nothing.
    Found same = register.known.search(worker, named("Pavlina", "Casta", LocalDate.of(1980, 5, 6)));
    assertEquals(List.of(first), people(same));
    assertEquals(List.of(), same.namesakes());
  }

  @Test
  void anAnswerAboutSomebodyElsewhereCountsForThemAlone() {
    Viewer keeper = colleague("Mgr. Hana Daleká");
    Viewer worker = colleague("Mgr. Klára Rozhodná");
    family(keeper, "Daleká", "Radka");
    family(keeper, "Odlehlá", "Renata");
    String[] radka = {"given", "Radka", "family", "Daleká", "birthDate", "2015-05-16"};
    String[] renata = {"given", "Renata", "family", "Odlehlá", "birthDate", "2015-05-16"};
    String about = asked(refused(worker, radka), "");
    assertEquals(about, asked(refused(worker, radka), ""), "the same about the same");
    String again = refused(worker, with(renata, "known", "new", "asked", about));
    assertTrue(again.contains("Od minulé otázky se ukázal ještě někdo další"), again);
    assertTrue(
        refused(worker, with(radka, "known", "new", "asked", "elsewhere elsewhere"))
            .contains("Od minulé otázky"),
        "nor does a word that stands for nobody, even twice");
    // Somebody else elsewhere comes to be known meanwhile.
    family(keeper, "Daleká", "Radka");
    assertTrue(
        refused(worker, with(radka, "known", "new", "asked", about)).contains("Od minulé otázky"));
    goOn(worker, radka);
  }

  @Test
  void aWallAtAFormerFamilyDoesNotHideAChildInOnesOwn() {
    Viewer worker = colleague("Mgr. Klára Nynější");
    Viewer keeper = colleague("Mgr. Hana Dřívější");
    Family former = family(keeper, "Stěhovavá", "Silvie");
    CaseFileId now =
        register.files.open(director, new NewFile(null, "Nynější", LocalDate.of(2026, 1, 10)));
    register.placements.end(
        director,
        register.placements.of(director, former.file()).get(0).id(),
        LocalDate.of(2026, 5, 1));
    register.placements.place(director, now, former.child(), LocalDate.of(2026, 5, 2), null);
    register.files.assign(director, now, worker.staff(), null, LocalDate.of(2026, 1, 10));
    wall(worker, Subject.of(former.file()));
    NewPerson again = named("Silvie", "Stěhovavá", BORN);
    assertEquals(List.of(former.child()), people(register.known.search(worker, again)));
    wall(worker, Subject.of(register.files.childFile(former.child())));
    assertTrue(register.known.search(worker, again).nobody(), "a wall at the child hides it");
  }

  @Test
  void twoEntriesAreAMatterOfThoseWhoOversee() {
    Viewer worker = colleague("Mgr. Klára Píšící");
    Family family = family(worker, "Dozorovaná", "Tereza");
    PersonId fresh =
        goOn(worker, "given", "Tereza", "family", "Dozorovaná", "birthDate", "2015-05-16");
    TaskLine task = task(family.child());
    assertTrue(all(worker).isEmpty(), "though the child is the writer's own");
    assertTrue(
        register
            .desk
            .ofFile(worker, family.file(), List.of(family.child()), false, null, 10)
            .items()
            .isEmpty());
    assertThrows(NotFound.class, () -> register.desk.view(worker, task.id()));
    assertThrows(
        NotFound.class, () -> register.desk.finish(worker, task.id(), task.version(), null));
    assertThrows(
        NotFound.class,
        () -> register.desk.amend(worker, task.id(), task.version(), null, worker.staff(), null));
    int told = register.timeline.of(worker, family.file(), null, 100).items().size();
    register.pairs.two(director, family.child(), fresh);
    assertTrue(tasks(family.child()).isEmpty());
    assertEquals(told, register.timeline.of(worker, family.file(), null, 100).items().size());
  }

  @Test
  void aDecisionCanBeTakenBackWhereItWasMade() {
    Viewer worker = colleague("Mgr. Klára Spojená");
    Family family = family(worker, "Spojená", "Viola");
    PersonId fresh = goOn(worker, "given", "Viola", "family", "Spojená", "birthDate", "2015-05-16");
    String page = task(family.child()).href();
    doors.post(director, page + "/one");
    assertTrue(doors.open(director, page).contains("Nejsou to jeden člověk"));
    assertEquals(page, doors.post(director, page + "/apart"));
    assertEquals(Set.of(fresh), register.people.idsOf(fresh));
    assertTrue(doors.open(director, page).contains("Je to jeden člověk"));
    // Also from the other side, where the earlier entry is the alias.
    register.pairs.one(director, fresh, family.child());
    register.pairs.apart(director, family.child(), fresh);
    assertEquals(Set.of(family.child()), register.people.idsOf(family.child()));
  }

  @Test
  void aSecondGivenNameIsLookedUpWhereTheBirthDateIsMissing() {
    PersonId person = register.person(director, "Xenie Marie", "Dvoujmenná", null);
    assertEquals(
        List.of(person),
        people(register.known.search(director, named("Xenie", "Dvoujmenná", BORN))));
    assertEquals(
        List.of(person),
        people(register.known.search(director, named("Xenie", "Dvoujmenna", null))));
    assertTrue(register.known.search(director, named("Xen", "Dvoujmenná", null)).nobody());
  }

  @Test
  void whatIsLookedIntoDoesNotKeepAnImportFromBeingTakenBack() {
    Viewer worker = colleague("Mgr. Klára Dovozní");
    Family family = family(null, "Dovezená", "Yvona");
    wall(worker, Subject.of(family.file()));
    register.known.register(worker, named("Yvona", "Dovezená", BORN));
    assertEquals(1, tasks(family.child()).size());
    assertTrue(register.arrivals.untouched(director, family.file()));
    register.arrivals.withdraw(director, family.file());
    assertEquals(1, tasks(family.child()).size(), "the person is still there");
    register.arrivals.withdrawPerson(director, family.child());
    assertTrue(tasks(family.child()).isEmpty());
  }

  @Test
  void whereEverybodyWhoOverseesIsWalledTheTaskWaitsAndNobodyIsTold() {
    Viewer worker = colleague("Mgr. Klára Čekající");
    Family family = family(null, "Čekající", "Zita");
    wall(director, Subject.of(family.child()));
    long unread = register.inbox.unread(director);
    register.known.register(worker, named("Zita", "Čekající", BORN));
    assertEquals(unread, register.inbox.unread(director));
    assertTrue(tasks(family.child()).isEmpty(), "a wall always wins");
    register.access.walls().lift(director, director.staff(), Subject.of(family.child()));
    assertEquals(1, tasks(family.child()).size());
  }

  @Test
  void aChildTypedTwiceInOneFormIsRefused() {
    Viewer worker = colleague("Mgr. Klára Dvakrát");
    String page =
        doors.refused(
            worker,
            422,
            "/files/new",
            "familyName",
            "Dvojitá",
            "openedOn",
            "2026-10-01",
            "carer1given",
            "Ida",
            "carer1family",
            "Dvojitá",
            "keyWorker",
            worker.staff().toString(),
            "child1given",
            "Šárka",
            "child1family",
            "Dvojitá",
            "child1birthDate",
            "2015-05-16",
            "child1from",
            "2026-10-02",
            "child2given",
            "Sarka",
            "child2family",
            "Dvojita",
            "child2birthDate",
            "2015-05-16",
            "child2from",
            "2026-10-02");
    assertTrue(page.contains("už jste v tomto formuláři vyplnili"), page);
    assertTrue(register.found(director, "sarka dvojita").isEmpty());
  }

  @Test
  void severalKeysOfOnePersonAreShownOnce() {
    PersonId first = register.person(director, "Uršula", "Dvojí", BORN);
    PersonId second = register.person(director, "Uršula", "Dvojí", BORN);
    register.same.declare(director, second, first);
    assertEquals(
        1, register.known.search(director, named("Uršula", "Dvoji", BORN)).matches().size());
    Found undated = register.known.search(director, named("Uršula", "Dvojí", null));
    assertEquals(1, undated.matches().size(), "two keys are not two namesakes");
    assertEquals(List.of(), undated.namesakes());
  }

  @Test
  void whoWritesNobodyDownSearchesNothing() {
    Viewer administrator = register.viewer("it-administrator");
    assertThrows(
        NotAllowed.class, () -> register.known.search(administrator, named("A", "B", null)));
  }

  private NewPerson reached(String given, String family, String phone, boolean undisclosed) {
    return new NewPerson(
        new PersonName(given, family),
        LocalDate.of(1990, 4, 12),
        null,
        phone,
        null,
        null,
        undisclosed);
  }

  /** A carer whose name is no part of the question, and this child. */
  private Family family(Viewer worker, String name, String given) {
    PersonId child = register.person(director, given, name, BORN);
    CaseFileId file =
        register.files.open(director, new NewFile(null, name, LocalDate.of(2026, 1, 10)));
    PersonId carer = register.person(director, "Zora", name, null);
    register.files.addCarer(director, file, carer, LocalDate.of(2026, 1, 10));
    register.placements.place(director, file, child, LocalDate.of(2026, 1, 15), null);
    if (worker != null) {
      register.files.assign(director, file, worker.staff(), null, LocalDate.of(2026, 1, 10));
    }
    return new Family(file, carer, child);
  }

  private static NewPerson named(String given, String family, LocalDate born) {
    return NewPerson.named(given, family, born);
  }

  private static List<PersonId> people(Found found) {
    return found.matches().stream().map(one -> one.person().id()).toList();
  }

  private static List<Band> bands(Found found) {
    return found.matches().stream().map(one -> one.likeness().band()).toList();
  }

  private String refused(Viewer viewer, String... typed) {
    return doors.refused(viewer, 422, "/people/new", typed);
  }

  /** Answers the question with "somebody else", as the form carries it. */
  private PersonId goOn(Viewer viewer, String... typed) {
    String page = refused(viewer, typed);
    String path =
        doors.post(viewer, "/people/new", with(typed, "known", "new", "asked", asked(page, "")));
    return new PersonId(UUID.fromString(Doors.last(path)));
  }

  private static String asked(String page, String prefix) {
    return page.replaceAll("(?s).*name=\"" + prefix + "asked\" value=\"([^\"]*)\".*", "$1");
  }

  private static String[] with(String[] typed, String... more) {
    return Stream.concat(Stream.of(typed), Stream.of(more)).toArray(String[]::new);
  }

  /** A page without the key of its form. */
  private static String without(String page) {
    return page.replaceAll("name=\"form-key\" value=\"[^\"]*\"", "");
  }

  /** The question without what was typed. */
  private static String around(String page, String sentence) {
    int from = page.indexOf("<fieldset class=\"group known\">");
    String question = page.substring(from, page.indexOf("</fieldset>", page.indexOf(sentence)));
    return question
        .replaceAll("\\s+", " ")
        .replaceAll("name=\"asked\" value=\"[^\"]*\"", "name=\"asked\"");
  }

  private void wall(Viewer viewer, Subject subject) {
    register.access.walls().raise(director, viewer.staff(), subject, Ground.CONFLICT_OF_INTEREST);
  }

  /** Rows of the trail about a question that did not show this person. */
  private int denials(PersonId person, String reason) {
    return register.tx.read(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE ACT = ?1 AND DETAIL = ?2"
                                + " AND SUBJECTS LIKE ?3")
                        .setParameter(1, "person.search-before-create")
                        .setParameter(2, reason)
                        .setParameter(3, "%" + person.toString().replace("-", "") + "%")
                        .getSingleResult())
                .intValue());
  }

  private TaskLine task(PersonId about) {
    List<TaskLine> tasks = tasks(about);
    assertEquals(1, tasks.size(), tasks::toString);
    return tasks.get(0);
  }

  private List<TaskLine> tasks(PersonId about) {
    return tasksOf(director, about);
  }

  private List<TaskLine> tasksOf(Viewer viewer, PersonId about) {
    return all(viewer).stream().filter(task -> about.equals(task.about().person())).toList();
  }

  private List<TaskLine> all(Viewer viewer) {
    return register.desk.list(viewer, null, false, null, 100).items();
  }

  /** Somebody who can sign in. */
  private Viewer colleague(String name) {
    Viewer viewer = register.viewer("key-worker");
    account(viewer, "key-worker", name);
    return viewer;
  }

  private void account(Viewer who, String role, String name) {
    StaffId staff = who.staff();
    String code = register.access.accounts().invite(director, staff, name, Set.of(role));
    accounts++;
    register
        .access
        .accounts()
        .accept(
            code,
            new NewAccount(name, "kolegyne" + accounts, "modrý kámen u řeky".toCharArray(), "cs"));
    register.confirm(staff);
    register.staff.rename(director, staff, version(staff), name);
  }

  private long version(StaffId staff) {
    return register.staff.member(director, staff).version();
  }
}
