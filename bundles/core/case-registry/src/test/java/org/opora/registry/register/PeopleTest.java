package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** People are found by the beginnings of their words, and only by those who may know of them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private PersonId add(String given, String family) {
    return register.person(director, given, family, LocalDate.of(2000, 1, 1));
  }

  @Test
  void marksOrderAndSecondNamesDoNotMatter() {
    add("Žofie Anežka", "Čápová-Řehořová");
    String listed = "Čápová-Řehořová Žofie Anežka";
    for (String words :
        List.of(
            "capova",
            "Čápová",
            "zofie",
            "rehor",
            "anezka",
            "zofie cap",
            "cap zof",
            "rehor anez",
            "anezka capova",
            "capova rehorova",
            "anezka zofie cap",
            "ŽOFIE  ŘEHOŘOVÁ")) {
      assertEquals(List.of(listed), register.found(director, words), words);
    }
    for (String words : List.of("apova", "capova jana", "zofie zofka", "rehorx")) {
      assertEquals(List.of(), register.found(director, words), words);
    }
  }

  @Test
  void familyNamesComeBeforeGivenNamesAndNobodyTwice() {
    add("Vavřinec", "Zeman");
    add("Petr", "Vavřinec");
    add("Vavřinec", "Vavřinec");
    assertEquals(
        List.of("Vavřinec Petr", "Vavřinec Vavřinec", "Zeman Vavřinec"),
        register.found(director, "vavrin"));
    assertEquals(
        List.of("Vavřinec Vavřinec"),
        register.found(director, "vavrinec vavrin"),
        "each word has its own name");
  }

  @Test
  void everyPageGoesOnWhereTheLastOneEndedAndNamesNobodyInTheAddress() {
    Set<PersonId> added = new HashSet<>();
    for (int i = 0; i < 11; i++) {
      added.add(add("Stránka" + (char) ('a' + i % 3), "Listová"));
      added.add(add("Listová", "Stránka" + (char) ('a' + i % 4)));
      added.add(add("Jan Listová", "Xaver"));
    }
    for (int limit : List.of(1, 4, 7, 100)) {
      List<PersonHit> all = register.everything(director, "listova", limit);
      assertEquals(33, all.size(), "limit " + limit);
      assertEquals(added, new HashSet<>(all.stream().map(PersonHit::id).toList()));
    }
    Page<PersonHit> page = register.people.search(director, "listova", null, 3);
    assertTrue(page.next().matches("[0-9]:[0-9a-f-]{36}"), page.next());
    assertTrue(register.everything(director, "", 50).size() >= 33);
  }

  @Test
  void wholeNamesComeFirstAndEverybodyWhoFitsIsThereOnce() {
    List<String> names = List.of("Yan", "Yana", "Yanek", "Qova", "Qovak", "Qovakova");
    for (String given : names) {
      for (String family : names) {
        add(given, family);
      }
    }
    for (String words :
        List.of("yan qova", "yana qova", "yan qovak", "qovak yan", "yan yana", "yane qovakov")) {
      String[] two = words.split(" ");
      Set<String> fitting =
          names.stream()
              .flatMap(given -> names.stream().map(family -> family + " " + given))
              .filter(name -> fits(name, two[0], two[1]) || fits(name, two[1], two[0]))
              .collect(Collectors.toSet());
      for (int limit : List.of(1, 2, 5, 100)) {
        List<String> found =
            register.everything(director, words, limit).stream()
                .map(hit -> hit.name().family() + " " + hit.name().given())
                .toList();
        assertEquals(fitting.size(), found.size(), words);
        assertEquals(fitting, new HashSet<>(found), words);
      }
    }
    assertEquals("Qova Yan", register.found(director, "yan qova").get(0));
    assertEquals(
        List.of("Qovak Yan", "Qovak Yana", "Qovak Yanek", "Yan Qovak"),
        register.found(director, "yan qovak").subList(0, 4),
        "those of whom one word is a whole name");
  }

  private static boolean fits(String name, String family, String given) {
    String[] parts = name.toLowerCase(Locale.ROOT).split(" ");
    return parts[0].startsWith(family) && parts[1].startsWith(given);
  }

  @Test
  void aKeyWorkerFindsTheirOwnPeopleOnly() {
    Viewer worker = register.viewer("key-worker");
    Family mine = register.family(director, worker, "Kouzelná");
    register.family(director, register.viewer("key-worker"), "Kouzelná");
    assertEquals(4, register.found(director, "kouzelna").size());
    assertEquals(2, register.found(worker, "kouzelna").size());
    assertEquals(List.of("Kouzelná Ema"), register.found(worker, "ema kouz"));
    PersonHit hit = register.people.search(worker, "ema kouz", null, 5).items().get(0);
    assertEquals(mine.file(), hit.file());
    assertNotNull(hit.fileNumber());
    assertEquals(2, register.everything(worker, "kouzelna", 1).size());
    assertEquals(1, register.people.search(worker, "kouzelna", null, 1).items().size());
  }

  @Test
  void aWallHidesThePersonFromListsToo() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Zazděná");
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.child()), Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of("Zazděná Marie"), register.found(worker, "zazdena"));
    assertTrue(register.files.header(worker, family.file()).children().isEmpty());
    assertThrows(NotFound.class, () -> register.people.view(worker, family.child()));
    assertFalse(register.people.names(worker, List.of(family.child())).containsKey(family.child()));
    assertTrue(
        register
            .facts
            .inForce(worker, "registry.read", Register.TODAY, family.file())
            .get(0)
            .children()
            .isEmpty());
  }

  @Test
  void ownPeopleAreFoundAlikeByARareNameAndByOneThatMostBear() {
    Viewer worker = register.viewer("key-worker");
    Family mine = register.family(director, worker, "Vzácná");
    Family walled = register.family(director, worker, "Vzácná");
    PersonId entered = add("Ema", "Vzácná");
    register.same.declare(director, entered, walled.child());
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(entered), Ground.CONFLICT_OF_INTEREST);
    register.family(director, register.viewer("key-worker"), "Vzácná");
    Set<PersonId> children = Set.of(mine.child());
    Set<PersonId> all = Set.of(mine.child(), mine.carer(), walled.carer());
    ownPeopleAre(worker, all, children);
    for (int i = 0; i < 40; i++) {
      add("Hojná", "Vzácná");
    }
    assertTrue(register.found(director, "vzacna").size() > 40);
    ownPeopleAre(worker, all, children);
  }

  @Test
  void whoIsOnesOwnIsToldWithoutAFileThatIsNot() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Oddělená");
    assertEquals(
        Set.of(family.file()),
        register.everything(worker, "oddelena", 5).stream()
            .map(PersonHit::file)
            .collect(Collectors.toSet()));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(family.file()), Ground.CONFLICT_OF_INTEREST);
    List<PersonHit> found = register.everything(worker, "oddelena", 5);
    assertEquals(2, found.size());
    found.forEach(hit -> assertNull(hit.file()));
  }

  private void ownPeopleAre(Viewer worker, Set<PersonId> all, Set<PersonId> children) {
    List<PersonHit> everybody = register.everything(director, "vzacna", 50);
    for (int limit : List.of(1, 2, 50)) {
      List<PersonHit> found = register.everything(worker, "vzacna", limit);
      assertEquals(all.size(), found.size(), "nobody twice");
      assertEquals(all, new HashSet<>(found.stream().map(PersonHit::id).toList()));
      assertEquals(
          everybody.stream().filter(hit -> all.contains(hit.id())).toList(),
          found,
          "told as to whoever sees everybody, and in their order");
    }
    assertEquals(
        children,
        new HashSet<>(
            register.everything(worker, "ema vzac", 5).stream().map(PersonHit::id).toList()));
    assertEquals(List.of(), register.found(worker, "hojna"));
    assertEquals(List.of(), register.found(worker, "nikdo"));
  }

  @Test
  void anIdentifierIsFoundExactlyHoweverItWasWritten() {
    PersonId person =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Božena", "Rodná"), null, "805304/1237", null, null, null, false));
    assertEquals(List.of("Rodná Božena"), register.found(director, "8053041237"));
    assertEquals(List.of("Rodná Božena"), register.found(director, "805304 / 1237"));
    assertEquals(List.of(), register.found(director, "8053041238"));
    assertEquals(List.of(person), register.duplicates.byNationalId(director, "8053041237"));
    assertEquals(List.of(), register.duplicates.byNationalId(director, ""));
    assertEquals(
        person,
        register
            .known
            .search(
                director,
                new NewPerson(
                    new PersonName("Jiná", "Osoba"), null, "8053041237", null, null, null, false))
            .matches()
            .get(0)
            .person()
            .id());
  }

  @Test
  void whoCouldBeTheSameIsShownAndNotMerged() {
    PersonId first = register.person(director, "Adéla", "Stejná", LocalDate.of(2010, 2, 3));
    NewPerson again = NewPerson.named("Adela", "STEJNÁ", LocalDate.of(2010, 2, 3));
    assertEquals(first, register.known.search(director, again).matches().get(0).person().id());
    assertTrue(
        register
            .known
            .search(director, NewPerson.named("Adela", "Stejná", LocalDate.of(2003, 7, 30)))
            .nobody());
    PersonId second = register.people.register(director, again);
    assertEquals(Set.of(first), register.people.idsOf(first));
    register.same.declare(director, second, first);
    assertEquals(Set.of(first, second), register.people.idsOf(first));
    assertEquals(Set.of(first, second), register.people.idsOf(second));
    register.same.undo(director, second);
    assertEquals(Set.of(second), register.people.idsOf(second));
    assertThrows(Refused.class, () -> register.same.declare(director, first, first));
  }

  @Test
  void whereaboutsThatMustNotBeToldAreMaskedAndStayAsTheyAre() {
    NewPerson hidden =
        new NewPerson(
            new PersonName("Utajená", "Adresa"),
            LocalDate.of(1985, 5, 5),
            null,
            "+420 600 100 200",
            "u@example.org",
            new Address("Tichá 5", "Brno", "602 00"),
            true);
    PersonId person = register.people.register(director, hidden);
    PersonView open = register.people.view(director, person);
    assertEquals("Tichá 5", open.address().street());
    assertTrue(open.masked().isEmpty());
    Viewer clerk =
        register.house.viewer(
            director.staff(),
            java.util.Map.of(
                "registry.read",
                org.opora.api.access.Reach.ALL,
                "registry.write",
                org.opora.api.access.Reach.ALL));
    PersonView masked = register.people.view(clerk, person);
    assertNull(masked.address());
    assertNull(masked.phone());
    assertNull(masked.email());
    assertEquals(Set.of("phone", "email", "address"), masked.masked());
    register.people.amend(
        clerk,
        person,
        masked.version(),
        NewPerson.named("Utajená", "Nová", LocalDate.of(1985, 5, 5)));
    PersonView after = register.people.view(director, person);
    assertEquals("Nová", after.name().family());
    assertEquals("Tichá 5", after.address().street());
    assertEquals("+420 600 100 200", after.phone());
    assertTrue(after.undisclosed());
    assertEquals(List.of("Nová Utajená"), register.found(director, "nova utaj"));
    assertThrows(
        Stale.class, () -> register.people.amend(director, person, open.version(), hidden));
  }

  @Test
  void whatIsSealedCannotBeReadInTheTable() throws SQLException {
    PersonId person =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Zapečetěný", "Muž"),
                null,
                "710319/2745",
                "777123456",
                "zapeceteny@example.org",
                new Address("Skrytá ulice 7", "Olomouc", "77900"),
                false));
    assertEquals("710319/2745", register.people.view(director, person).nationalId());
    try (Connection raw =
            new HouseDatabase(register.house.database().foundation().database()).connection();
        Statement statement = raw.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM CASE_REGISTRY.PERSON WHERE FAMILY_N = 'muz'")) {
      assertTrue(row.next());
      StringBuilder all = new StringBuilder();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        byte[] bytes =
            row.getObject(i) instanceof byte[] b
                ? b
                : String.valueOf(row.getObject(i)).getBytes(StandardCharsets.UTF_8);
        all.append(new String(bytes, StandardCharsets.UTF_8))
            .append('|')
            .append(new String(bytes, StandardCharsets.ISO_8859_1));
      }
      for (String secret :
          List.of(
              "710319", "7103192745", "777123456", "zapeceteny@", "Skryt", "Olomouc", "77900")) {
        assertFalse(all.toString().contains(secret), secret);
      }
    }
  }

  @Test
  void whoWritesAPersonDownMayGoOnWithThem() {
    Viewer worker = register.viewer("key-worker");
    PersonId person = register.person(worker, "Čerstvě", "Zapsaná", null);
    assertEquals("Čerstvě", register.people.view(worker, person).name().given());
    assertThrows(NotFound.class, () -> register.people.view(register.viewer("key-worker"), person));
    register.house.clock().set(Register.TODAY.plusDays(31));
    try {
      assertThrows(NotFound.class, () -> register.people.view(worker, person));
    } finally {
      register.house.clock().set(Register.TODAY);
    }
  }

  @Test
  void whatCannotBeRightIsRefusedBesideItsField() {
    assertEquals("family", field(NewPerson.named(" ", null, null)));
    assertEquals("birthDate", field(NewPerson.named("A", "B", Register.TODAY.plusDays(1))));
    assertEquals(
        "email",
        field(new NewPerson(new PersonName("A", "B"), null, null, null, "nikde", null, false)));
  }

  private String field(NewPerson person) {
    return assertThrows(Refused.class, () -> register.people.register(director, person)).field();
  }

  @Test
  void theExtractHoldsEveryFactAndErasureLeavesNone() {
    Family family = register.family(director, null, "Výpisová");
    Set<PersonId> carer = Set.of(family.carer());
    assertEquals(1, register.own.count(carer));
    List<String> values = register.own.export(carer).stream().map(fact -> fact.value()).toList();
    assertTrue(values.contains("Výpisová"), values.toString());
    assertTrue(
        values.contains(register.files.header(director, family.file()).number()),
        values.toString());
    register.own.erase(carer);
    assertEquals("", register.people.view(director, family.carer()).name().spoken());
    assertEquals(List.of("Výpisová Ema"), register.found(director, "vypisova"));
  }
}
