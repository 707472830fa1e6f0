package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonHit;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.application.Addresses.Address;
import org.opora.registry.people.application.Addresses.NewAddress;
import org.opora.registry.people.application.FormerNames.NewName;
import org.opora.registry.people.application.Reaching.NewWay;
import org.opora.registry.people.application.Reaching.Way;
import org.opora.registry.people.application.Secrecy.Entry;
import org.opora.registry.people.application.Secrecy.NewEntry;
import org.opora.registry.people.application.Speech.Spoken;
import org.opora.registry.people.domain.AddressKind;
import org.opora.registry.people.domain.Likeness.Reason;
import org.opora.registry.people.domain.NameKind;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.ReachKind;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What is known of a person over time, and who learns it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonRecordTest {
  private static final NewPerson.Address OLD = new NewPerson.Address("Stará 1", "Brno", "602 00");
  private static final NewPerson.Address NEW = new NewPerson.Address("Nová 2", "Olomouc", "779 00");
  private static final LocalDate MOVED = TODAY.minusDays(30);
  private static final LocalDate LEFT = LocalDate.of(2026, 8, 4);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  /** Somebody who may read and write about everybody, and must not see whereabouts. */
  private Viewer clerk() {
    return register.house.viewer(
        director.staff(), Map.of("registry.read", Reach.ALL, "registry.write", Reach.ALL));
  }

  private PersonId person(String given, String family, boolean undisclosed) {
    return register.people.register(
        director,
        new NewPerson(
            new PersonName(given, family),
            null,
            null,
            "600 100 200",
            "osoba@example.org",
            OLD,
            undisclosed));
  }

  private List<Address> addresses(Viewer viewer, PersonId person) {
    return register.record.addresses().of(viewer, person);
  }

  private List<Way> ways(Viewer viewer, PersonId person) {
    return register.record.reaching().of(viewer, person).all();
  }

  private static NewAddress lives(NewPerson.Address lines, LocalDate from, LocalDate until) {
    return new NewAddress(AddressKind.LIVES, lines, new Period(from, until), false);
  }

  private static NewWay phone(String number, boolean preferred, boolean never) {
    return new NewWay(
        ReachKind.PHONE,
        Whose.NEIGHBOUR,
        number,
        "paní Nová, odpoledne",
        preferred,
        never,
        new Period(null, null));
  }

  private static void refused(String field, Executable act) {
    assertEquals(field, assertThrows(Refused.class, act).field());
  }

  /**
   * Whoever has the permission for nothing is told so; whoever has it for others learns nothing.
   */
  private static void denied(Executable act) {
    RuntimeException fault = assertThrows(RuntimeException.class, act);
    assertTrue(fault instanceof NotFound || fault instanceof NotAllowed, fault.toString());
  }

  private static NewEntry kept(PersonId whom, String who) {
    return new NewEntry(whom, who, "12 P 34/2026", new Period(TODAY, null));
  }

  // Names

  @Test
  void somebodyIsFoundByEveryNameTheyHad() {
    PersonId person = register.person(director, "Alžběta", "Přejmenovaná", null);
    UUID maiden =
        register
            .record
            .names()
            .add(
                director,
                person,
                new NewName(
                    NameKind.MAIDEN,
                    new PersonName("", "Rodná Trojitá"),
                    LocalDate.of(2015, 6, 1)));
    register
        .record
        .names()
        .add(director, person, new NewName(NameKind.ALSO, new PersonName("Bětka", ""), null));
    for (String words :
        List.of("rodna", "trojita", "alzbeta rodna", "rodna alzb", "betka prejm", "betka troj")) {
      List<PersonHit> hits = register.people.search(director, words, null, 10).items();
      assertEquals(List.of(person), hits.stream().map(PersonHit::id).toList(), words);
      assertEquals("Přejmenovaná Alžběta", hits.get(0).name().listed(), "the present name leads");
      assertTrue(hits.get(0).formerly().contains("Rodná Trojitá"), words);
    }
    PersonHit present = register.people.search(director, "prejmen", null, 10).items().get(0);
    assertNull(present.formerly(), "found by the present name");
    PersonHit listed =
        register.everything(director, "", 50).stream()
            .filter(hit -> hit.id().equals(person))
            .findFirst()
            .orElseThrow();
    assertEquals("Bětka, Rodná Trojitá", listed.formerly());
    long version = register.record.names().one(director, maiden).version();
    register
        .record
        .names()
        .amend(
            director,
            maiden,
            version,
            new NewName(NameKind.FORMER, new PersonName("", "Opravdová"), null));
    assertEquals(List.of(), register.found(director, "rodna trojita"));
    assertEquals(List.of("Přejmenovaná Alžběta"), register.found(director, "opravdova alz"));
    assertThrows(Stale.class, () -> register.record.names().remove(director, maiden, version));
    register
        .record
        .names()
        .remove(director, maiden, register.record.names().one(director, maiden).version());
    assertEquals(List.of(), register.found(director, "opravdova alz"));
    assertEquals(List.of("Přejmenovaná Alžběta"), register.found(director, "betka"));
  }

  @Test
  void anAmendedPresentNameLeavesTheFormerOnesFindable() {
    PersonId person = register.person(director, "Ivona", "Zůstalá", null);
    register
        .record
        .names()
        .add(director, person, new NewName(NameKind.FORMER, new PersonName("", "Předchozí"), null));
    PersonView view = register.people.view(director, person);
    register.people.amend(
        director, person, view.version(), NewPerson.named("Ivona Marie", "Současná", null));
    for (String words : List.of("predchozi", "marie soucasna", "ivona predch")) {
      assertEquals(List.of("Současná Ivona Marie"), register.found(director, words), words);
    }
  }

  @Test
  void aNameThatCannotBeRightIsRefusedBesideItsField() {
    PersonId person = register.person(director, "Jméno", "Chybné", null);
    refused("kind", () -> name(person, null, "Malá", null));
    refused("family", () -> name(person, NameKind.MAIDEN, " ", null));
    refused("until", () -> name(person, NameKind.MAIDEN, "Malá", TODAY.plusDays(1)));
    refused("family", () -> name(person, NameKind.MAIDEN, "x".repeat(201), null));
    assertEquals(List.of(), register.record.names().of(director, person));
  }

  private void name(PersonId person, NameKind kind, String family, LocalDate until) {
    register
        .record
        .names()
        .add(director, person, new NewName(kind, new PersonName("", family), until));
  }

  // Addresses

  @Test
  void whoMovesLeavesTheFormerAddressBehind() {
    PersonId person = person("Stěhovavý", "Muž", false);
    refused(
        "from", () -> register.record.addresses().add(director, person, lives(NEW, null, null)));
    refused(
        "from",
        () ->
            register.record.addresses().add(director, person, lives(NEW, TODAY.plusDays(1), null)));
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    assertEquals(NEW, register.people.view(director, person).address(), "there is one truth");
    List<Address> all = addresses(director, person);
    assertEquals(List.of(NEW, OLD), all.stream().map(Address::lines).toList());
    assertEquals(new Period(MOVED, null), all.get(0).period());
    assertNull(all.get(0).id());
    assertEquals(new Period(null, MOVED.minusDays(1)), all.get(1).period());
    assertTrue(all.get(1).former());
    refused(
        "from", () -> register.record.addresses().add(director, person, lives(OLD, MOVED, null)));
    register.record.addresses().add(director, person, lives(OLD, MOVED.plusDays(1), null));
    assertEquals(
        new Period(MOVED, MOVED), addresses(director, person).get(1).period(), "one day only");
  }

  @Test
  void theFirstAddressIsNoMove() {
    PersonId person = register.person(director, "Bez", "Adresy", null);
    register.record.addresses().add(director, person, lives(NEW, null, null));
    List<Address> all = addresses(director, person);
    assertEquals(1, all.size());
    assertEquals(NEW, all.get(0).lines());
    assertNull(all.get(0).period().from());
  }

  @Test
  void aMistakeInThePresentAddressIsCorrectedWithoutHistory() {
    PersonId person = person("Opravená", "Adresa", false);
    long version = register.people.view(director, person).version();
    register.record.addresses().correct(director, person, version, NEW, MOVED);
    List<Address> all = addresses(director, person);
    assertEquals(List.of(NEW), all.stream().map(Address::lines).toList());
    assertEquals(MOVED, all.get(0).period().from());
    assertThrows(
        Stale.class,
        () -> register.record.addresses().correct(director, person, version, OLD, null));
    PersonView view = register.people.view(director, person);
    register.people.amend(
        director,
        person,
        view.version(),
        new NewPerson(view.name(), null, null, "601 601 601", view.email(), NEW, false));
    assertEquals(MOVED, addresses(director, person).get(0).period().from(), "since when stays");
  }

  /** The edit form and an import write where somebody lives, and not since when. */
  @Test
  void theDayOfAnotherAddressDoesNotStayWithTheNewOne() {
    PersonId person = person("Přepsaná", "Adresa", false);
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    amended(person, NEW);
    assertEquals(MOVED, addresses(director, person).get(0).period().from());
    amended(person, OLD);
    assertNull(addresses(director, person).get(0).period().from());
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    assertEquals(MOVED, addresses(director, person).get(0).period().from(), "not refused");
    amended(person, null);
    amended(person, OLD);
    assertNull(addresses(director, person).get(0).period().from());
  }

  private void amended(PersonId person, NewPerson.Address address) {
    PersonView view = register.people.view(director, person);
    register.people.amend(
        director,
        person,
        view.version(),
        new NewPerson(
            view.name(), null, null, view.phone(), view.email(), address, view.undisclosedHere()));
  }

  @Test
  void furtherAddressesHaveAPurposeAndATime() {
    PersonId person = person("Poštovní", "Přihrádka", false);
    NewAddress post =
        new NewAddress(AddressKind.POST, NEW, new Period(TODAY, TODAY.plusDays(9)), false);
    register.record.addresses().add(director, person, post);
    register
        .record
        .addresses()
        .add(
            director,
            person,
            new NewAddress(
                AddressKind.PERMANENT, OLD, new Period(null, TODAY.minusDays(1)), false));
    List<Address> all = addresses(director, person);
    assertEquals(
        List.of(AddressKind.LIVES, AddressKind.POST, AddressKind.PERMANENT),
        all.stream().map(Address::kind).toList());
    assertEquals(List.of(false, false, true), all.stream().map(Address::former).toList());
    Address one = all.get(1);
    refused(
        "until",
        () ->
            register
                .record
                .addresses()
                .amend(director, one.id(), one.version(), lives(NEW, TODAY, null)));
    refused(
        "until", () -> register.record.addresses().add(director, person, lives(NEW, null, TODAY)));
    refused(
        "until",
        () ->
            register
                .record
                .addresses()
                .add(
                    director,
                    person,
                    new NewAddress(
                        AddressKind.POST, NEW, new Period(TODAY, TODAY.minusDays(1)), false)));
    refused(
        "town",
        () ->
            register
                .record
                .addresses()
                .add(
                    director,
                    person,
                    new NewAddress(
                        AddressKind.POST,
                        new NewPerson.Address("", " ", "60200"),
                        new Period(null, null),
                        false)));
    register.record.addresses().remove(director, one.id(), one.version());
    assertThrows(NotFound.class, () -> register.record.addresses().one(director, one.id()));
    assertEquals(2, addresses(director, person).size());
  }

  @Test
  void whatIsNotToBeToldIsShownOnlyToThoseWhoMaySeeWhereabouts() {
    PersonId person = person("Utajená", "Mnohá", true);
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    register
        .record
        .addresses()
        .add(director, person, new NewAddress(AddressKind.POST, OLD, new Period(null, null), true));
    register
        .record
        .addresses()
        .add(
            director,
            person,
            new NewAddress(AddressKind.PERMANENT, OLD, new Period(null, null), false));
    UUID neighbour = register.record.reaching().add(director, person, phone("777", true, false));
    assertTrue(addresses(director, person).stream().allMatch(one -> one.lines() != null));
    assertEquals(3, ways(director, person).size());
    List<Address> seen = addresses(clerk(), person);
    assertEquals(
        List.of(AddressKind.POST),
        seen.stream().filter(one -> one.lines() != null).map(Address::kind).toList(),
        "a post office box may be told");
    assertEquals(4, seen.size(), "that there are more is no secret");
    assertTrue(register.record.reaching().of(clerk(), person).withheld());
    assertEquals(List.of(), ways(clerk(), person));
    UUID hidden =
        seen.stream()
            .filter(one -> one.lines() == null && one.id() != null)
            .findFirst()
            .orElseThrow()
            .id();
    assertThrows(NotFound.class, () -> register.record.addresses().one(clerk(), hidden));
    assertThrows(NotFound.class, () -> register.record.reaching().one(clerk(), neighbour));
    assertThrows(NotFound.class, () -> register.record.reaching().remove(clerk(), neighbour, 1));
    for (Executable act :
        List.<Executable>of(
            () -> register.record.addresses().add(clerk(), person, lives(OLD, TODAY, null)),
            () -> register.record.reaching().add(clerk(), person, phone("123", false, false)),
            () -> register.record.secrecy().add(clerk(), person, kept(null, "kdokoli")),
            () ->
                register
                    .record
                    .reaching()
                    .setAside(
                        clerk(),
                        person,
                        register.people.view(clerk(), person).version(),
                        ReachKind.PHONE))) {
      denied(act);
    }
  }

  @Test
  void aFormerHomeIsNobodysBusinessWhoMayNotSeeWhereabouts() {
    PersonId person = person("Dřívější", "Bydliště", false);
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    List<Address> seen = addresses(clerk(), person);
    assertEquals(NEW, seen.get(0).lines(), "the present one is open");
    assertNull(seen.get(1).lines(), "the former one may be where a former family lives");
  }

  /** Story S1 (d): the next family does not learn where the former carer lives. */
  @Test
  void theFormerCarersAddressDoesNotGoWithTheChild() {
    Viewer before = register.viewer("key-worker");
    Viewer after = register.viewer("key-worker");
    CaseFileId horakova =
        register.files.open(director, new NewFile(null, "Horáková", LocalDate.of(2026, 2, 1)));
    CaseFileId novak =
        register.files.open(director, new NewFile(null, "Novákovi", LocalDate.of(2026, 8, 1)));
    register.files.assign(director, horakova, before.staff(), null, LocalDate.of(2026, 2, 1));
    register.files.assign(director, novak, after.staff(), null, LocalDate.of(2026, 8, 1));
    PersonId child = register.person(director, "Tomáš", "Stěhovaný", LocalDate.of(2023, 6, 12));
    LocalDate force = LocalDate.of(2026, 8, 4);
    register.placements.place(director, horakova, child, LocalDate.of(2026, 2, 4), null);
    register.placements.end(
        director, register.placements.of(director, horakova).get(0).id(), force);
    register.placements.place(director, novak, child, force.plusDays(1), null);
    register.record.addresses().add(director, child, lives(OLD, LocalDate.of(2026, 2, 4), null));
    register.record.addresses().add(director, child, lives(NEW, force.plusDays(1), null));
    List<Address> seen = addresses(after, child);
    assertEquals(NEW, seen.get(0).lines());
    assertNull(seen.get(1).lines(), "where Horáková lives");
    assertThrows(NotFound.class, () -> register.record.addresses().one(after, seen.get(1).id()));
    assertEquals(OLD, addresses(director, child).get(1).lines());
  }

  /**
   * A child who lived with Horáková until August, and with the Nováks, of another worker, since.
   */
  private final class Moved {
    final Viewer before = register.viewer("key-worker");
    final Viewer after = register.viewer("key-worker");
    final CaseFileId horakova =
        register.files.open(director, new NewFile(null, "Horáková", LocalDate.of(2026, 2, 1)));
    final CaseFileId novak =
        register.files.open(director, new NewFile(null, "Novákovi", LocalDate.of(2026, 8, 1)));
    final PersonId child;

    Moved() {
      this(OLD);
    }

    Moved(NewPerson.Address home) {
      child =
          register.people.register(
              director,
              new NewPerson(
                  new PersonName("Tomáš", "Stěhovaný"),
                  LocalDate.of(2023, 6, 12),
                  null,
                  "605 605 605",
                  "horakova@example.org",
                  home,
                  false));
      LocalDate came = LocalDate.of(2026, 2, 4);
      register.files.assign(director, horakova, before.staff(), null, LocalDate.of(2026, 2, 1));
      register.files.assign(director, novak, after.staff(), null, LocalDate.of(2026, 8, 1));
      register.placements.place(director, horakova, child, came, null);
      register.placements.end(
          director, register.placements.of(director, horakova).get(0).id(), LEFT);
    }

    void stays(PersonId key) {
      register.placements.place(director, novak, key, LEFT.plusDays(1), null);
    }
  }

  /** The same story when the next worker wrote the child down anew and both are said to be one. */
  @Test
  void theFormerCarersAddressDoesNotComeWithASecondEntryOfTheChild() {
    Moved moved = new Moved();
    PersonId anew =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Tomáš", "Stěhovaný"), null, null, "700 700 700", null, NEW, false));
    moved.stays(anew);
    register
        .record
        .addresses()
        .add(
            director,
            moved.child,
            new NewAddress(AddressKind.POST, OLD, new Period(null, null), false));
    register.record.reaching().add(director, moved.child, phone("111 222 333", false, false));
    register.same.declare(director, moved.child, anew);
    assertEquals(
        List.of(NEW),
        addresses(moved.after, anew).stream()
            .map(Address::lines)
            .filter(lines -> lines != null)
            .toList(),
        "where Horáková lives");
    assertEquals(
        List.of("700 700 700"), ways(moved.after, anew).stream().map(Way::detail).toList());
    denied(() -> addresses(moved.before, moved.child));
    assertTrue(
        addresses(director, anew).stream()
            .map(Address::lines)
            .toList()
            .containsAll(Set.of(OLD, NEW)));
  }

  /** And when nobody has written the move down yet. */
  @Test
  void whatNobodySaidIsLaterDoesNotGoWithTheChildEither() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    assertNull(addresses(moved.after, moved.child).get(0).lines());
    assertEquals(List.of(), ways(moved.after, moved.child));
    PersonView view = register.people.view(moved.after, moved.child);
    assertNull(view.address());
    assertNull(view.phone());
    assertEquals(Set.of("phone", "email", "address"), view.masked());
    register.people.amend(
        moved.after,
        moved.child,
        view.version(),
        new NewPerson(view.name(), view.birthDate(), null, null, null, null, false));
    assertEquals(OLD, register.people.view(director, moved.child).address(), "it is not erased");
    assertThrows(
        NotFound.class,
        () ->
            register
                .record
                .addresses()
                .correct(
                    moved.after,
                    moved.child,
                    register.people.view(moved.after, moved.child).version(),
                    NEW,
                    null));
    register.record.addresses().add(moved.after, moved.child, lives(NEW, LEFT.plusDays(1), null));
    view = register.people.view(moved.after, moved.child);
    assertEquals(NEW, view.address());
    assertNull(view.phone());
    assertEquals(List.of(), ways(moved.after, moved.child), "Horáková's phone stays with her");
    assertEquals(2, ways(director, moved.child).size());
  }

  /** Whoever writes the move: also somebody who sees both families. */
  @Test
  void thePhoneOfTheFormerFamilyStaysThereWhoeverWritesTheMove() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    register.record.addresses().add(director, moved.child, lives(NEW, LEFT.plusDays(1), null));
    PersonView view = register.people.view(moved.after, moved.child);
    assertEquals(NEW, view.address());
    assertNull(view.phone());
    assertNull(view.email());
    assertEquals(List.of(), ways(moved.after, moved.child));
    assertEquals(2, ways(director, moved.child).stream().filter(Way::former).count());
    register.record.addresses().add(director, moved.child, lives(OLD, TODAY, null));
    assertEquals(2, ways(director, moved.child).size(), "a move with the family changes nothing");

    Moved bare = new Moved(null);
    bare.stays(bare.child);
    assertEquals(List.of(), ways(bare.after, bare.child));
    register.record.addresses().add(bare.after, bare.child, lives(NEW, LEFT.plusDays(1), null));
    assertEquals(NEW, register.people.view(bare.after, bare.child).address());
    assertNull(register.people.view(bare.after, bare.child).phone(), "there was only a phone");
    assertEquals(List.of(), ways(bare.after, bare.child));
    assertEquals(2, ways(director, bare.child).stream().filter(Way::former).count());
  }

  @Test
  void aMoveTogetherWithTheFamilyLeavesThePhone() {
    Family family = register.family(director, worker, "Společně");
    PersonView view = register.people.view(director, family.child());
    register.people.amend(
        director,
        family.child(),
        view.version(),
        new NewPerson(view.name(), null, null, "600 600 600", null, OLD, false));
    register.record.addresses().add(worker, family.child(), lives(NEW, MOVED, null));
    assertEquals("600 600 600", register.people.view(worker, family.child()).phone());
  }

  /** Who writes something sees it the next day, too. */
  @Test
  void whatTheNextWorkerWritesIsNotHiddenFromHer() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    // The last day there is the first one here.
    register.record.addresses().add(moved.after, moved.child, lives(NEW, LEFT, null));
    assertEquals(NEW, register.people.view(moved.after, moved.child).address());
    long version = register.people.view(moved.after, moved.child).version();
    NewPerson.Address right = new NewPerson.Address("Nová 22", "Olomouc", "779 00");
    register.record.addresses().correct(moved.after, moved.child, version, right, LEFT);
    assertEquals(right, register.people.view(moved.after, moved.child).address());
    refused(
        "from",
        () ->
            register
                .record
                .addresses()
                .correct(
                    moved.after,
                    moved.child,
                    register.people.view(moved.after, moved.child).version(),
                    right,
                    LEFT.minusDays(9)));
    refused(
        "from",
        () ->
            register
                .record
                .addresses()
                .correct(
                    moved.after,
                    moved.child,
                    register.people.view(moved.after, moved.child).version(),
                    right,
                    null));
    UUID way =
        register.record.reaching().add(moved.after, moved.child, phone("111 222 333", true, false));
    Way neighbour = register.record.reaching().one(moved.after, way);
    assertEquals(TODAY, neighbour.period().from());
    register
        .record
        .reaching()
        .amend(moved.after, way, neighbour.version(), phone("111 222 334", true, false));
    assertEquals("111 222 334", register.record.reaching().one(moved.after, way).detail());
    register
        .record
        .addresses()
        .add(
            moved.after,
            moved.child,
            new NewAddress(AddressKind.POST, OLD, new Period(null, null), false));
    assertEquals(
        List.of(right, OLD),
        addresses(moved.after, moved.child).stream()
            .filter(one -> !one.former())
            .map(Address::lines)
            .toList());
    refused(
        "from",
        () ->
            register
                .record
                .addresses()
                .add(
                    moved.after,
                    moved.child,
                    new NewAddress(
                        AddressKind.POST, OLD, new Period(LEFT.minusDays(9), null), false)));
  }

  @Test
  void aFortnightWithAnotherFamilyHidesNothing() {
    for (LocalDate since : new LocalDate[] {LocalDate.of(2026, 1, 15), null}) {
      Family family = register.family(director, worker, "Prázdninová");
      PersonId child = family.child();
      register.record.addresses().add(worker, child, lives(OLD, since, null));
      CaseFileId respite =
          register.files.open(director, new NewFile(null, "Dočasná", LocalDate.of(2026, 6, 1)));
      register.placements.place(director, respite, child, LocalDate.of(2026, 7, 1), null);
      register.placements.end(
          director,
          register.placements.of(director, respite).get(0).id(),
          LocalDate.of(2026, 7, 14));
      assertEquals(OLD, register.people.view(worker, child).address());
      assertEquals(OLD, addresses(worker, child).get(0).lines());
    }
  }

  @Test
  void noAddressThatNobodyEndedGoesWithTheChild() {
    Viewer after = register.viewer("key-worker");
    Family horakova = register.family(director, worker, "Horáková");
    PersonId child = horakova.child();
    for (AddressKind kind : List.of(AddressKind.POST, AddressKind.PERMANENT)) {
      for (LocalDate since : new LocalDate[] {LocalDate.of(2026, 2, 4), null}) {
        NewAddress address = new NewAddress(kind, OLD, new Period(since, null), false);
        register.record.addresses().add(worker, child, address);
      }
    }
    assertEquals(
        List.of(OLD, OLD, OLD, OLD),
        addresses(worker, child).stream().map(Address::lines).toList());
    CaseFileId novak =
        register.files.open(director, new NewFile(null, "Novákovi", LocalDate.of(2026, 8, 1)));
    register.files.assign(director, novak, after.staff(), null, LocalDate.of(2026, 8, 1));
    register.placements.end(
        director, register.placements.of(director, horakova.file()).get(0).id(), LEFT);
    register.placements.place(director, novak, child, LEFT.plusDays(1), null);
    List<Address> seen = addresses(after, child);
    assertEquals(4, seen.size());
    assertTrue(seen.stream().allMatch(one -> one.lines() == null), seen::toString);
    assertTrue(addresses(director, child).stream().allMatch(one -> OLD.equals(one.lines())));
  }

  /** Who lives with a hidden child and is no carer, by the households of the room next door. */
  @Test
  void whoIsHiddenIsHiddenWithTheWholeHousehold() {
    Family family = register.family(director, worker, "Babiččina");
    PersonId grandfather = person("Děda", "Babiččin", false);
    PersonId lodger = person("Podnájemník", "Babiččin", false);
    PersonId gone = person("Strýc", "Babiččin", false);
    PersonId apart = person("Teta", "Babiččina", false);
    UUID home =
        register.households.found(
            director,
            family.child(),
            "U babičky",
            null,
            new Days(LocalDate.of(2020, 1, 1), null),
            List.of(grandfather));
    register.households.join(
        director,
        family.child(),
        home,
        gone,
        new Days(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)));
    register.households.found(
        director, family.carer(), "Patro", null, new Days(null, null), List.of(lodger));
    register.households.found(
        director, gone, "U strýce", null, new Days(null, null), List.of(apart));
    assertFalse(register.people.view(clerk(), grandfather).undisclosed());
    register.record.secrecy().add(director, family.child(), kept(null, "otec"));
    for (PersonId one : List.of(grandfather, lodger)) {
      PersonView view = register.people.view(clerk(), one);
      assertTrue(view.undisclosed(), view::toString);
      assertTrue(view.masked().contains("address"));
      assertEquals(OLD, register.people.view(director, one).address());
    }
    for (PersonId one : List.of(gone, apart)) {
      assertFalse(register.people.view(clerk(), one).undisclosed(), "lives elsewhere");
    }
    PersonId mother = person("Matka", "Skrytá", true);
    PersonId baby = register.person(director, "Miminko", "Skryté", null);
    register.households.found(
        director, mother, "U mámy", null, new Days(null, null), List.of(baby));
    assertTrue(register.people.view(clerk(), baby).undisclosed());
  }

  @Test
  void aMoveDoesNotEndTheHomeOfWhoeverItIsNotToldOf() {
    Viewer other = register.viewer("key-worker");
    Family first = register.family(director, worker, "Omylná");
    Family second = register.family(director, other, "Nepovolaná");
    register.record.addresses().add(worker, first.child(), lives(OLD, null, null));
    register.same.declare(director, first.child(), second.child());
    register.record.addresses().add(other, second.child(), lives(NEW, MOVED, null));
    register.same.undo(director, first.child());
    assertEquals(OLD, register.people.view(worker, first.child()).address());
    assertFalse(addresses(worker, first.child()).get(0).former());
  }

  @Test
  void whoIsNotShownWhereSomebodyIsMayStillMakeItSecret() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    PersonView view = register.people.view(moved.after, moved.child);
    register.people.amend(
        moved.after,
        moved.child,
        view.version(),
        new NewPerson(view.name(), view.birthDate(), null, null, null, null, true));
    PersonView now = register.people.view(director, moved.child);
    assertTrue(now.undisclosedHere());
    assertEquals(OLD, now.address());
  }

  @Test
  void noFormerAddressOrPhoneGoesWithTheChild() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    Period then = new Period(LocalDate.of(2026, 2, 4), LEFT);
    for (AddressKind kind : List.of(AddressKind.PERMANENT, AddressKind.POST)) {
      register
          .record
          .addresses()
          .add(director, moved.child, new NewAddress(kind, OLD, then, false));
    }
    UUID way =
        register
            .record
            .reaching()
            .add(
                director,
                moved.child,
                new NewWay(
                    ReachKind.PHONE,
                    Whose.RELATIVE,
                    "605 111 111",
                    "paní Horáková, večer",
                    false,
                    false,
                    then));
    register.record.addresses().add(moved.after, moved.child, lives(NEW, LEFT.plusDays(1), null));
    assertEquals(
        List.of(NEW),
        addresses(moved.after, moved.child).stream()
            .map(Address::lines)
            .filter(lines -> lines != null)
            .toList());
    assertEquals(List.of(), ways(moved.after, moved.child));
    assertTrue(register.record.reaching().of(moved.after, moved.child).partly());
    assertThrows(NotFound.class, () -> register.record.reaching().one(moved.after, way));
    assertEquals(4, addresses(director, moved.child).size());
    assertTrue(ways(director, moved.child).stream().anyMatch(one -> way.equals(one.id())));
    assertTrue(
        ways(clerk(), moved.child).stream().noneMatch(Way::former),
        "a former phone is for those who may see whereabouts");
  }

  /** Who knows where a carer lives knows where the child lives. */
  @Test
  void whoIsHiddenIsHiddenWithTheWholeFamily() {
    Family family = register.family(director, worker, "Schovaná");
    amended(family.carer(), OLD);
    assertEquals(OLD, register.people.view(clerk(), family.carer()).address());
    register.record.secrecy().add(director, family.child(), kept(null, "otec"));
    for (PersonId one : List.of(family.carer(), family.child())) {
      assertTrue(register.people.view(worker, one).undisclosed());
      assertTrue(register.people.view(clerk(), one).masked().contains("address"));
      assertTrue(addresses(clerk(), one).stream().allMatch(address -> address.lines() == null));
      assertTrue(register.record.reaching().of(clerk(), one).withheld());
    }
    denied(() -> register.record.addresses().add(clerk(), family.carer(), lives(NEW, TODAY, null)));
    assertEquals(OLD, register.people.view(worker, family.carer()).address());
    assertFalse(
        register.people.view(worker, family.carer()).undisclosedHere(), "nothing is written there");
    Family other = register.family(director, worker, "Vedlejší");
    amended(other.carer(), OLD);
    PersonId again = register.person(director, "Ema", "Jinde", null);
    register.record.secrecy().add(director, again, kept(null, "otec"));
    assertEquals(OLD, register.people.view(clerk(), other.carer()).address());
    register.same.declare(director, again, other.child());
    assertTrue(
        register.people.view(clerk(), other.carer()).masked().contains("address"),
        "also when it is written of the child under another key");
  }

  @Test
  void aPhoneIsNotGuessedAfterSomebodyIsNamed() {
    PersonId alone = called("Uhodnutá", "606 060 601");
    asked("Uhodnutá", "606 060 601", true);
    register.record.secrecy().add(director, alone, kept(null, "bývalý muž"));
    asked("Uhodnutá", "606 060 601", false);

    PersonId entry = called("Spojená", "606 060 602");
    PersonId twin = register.person(director, "Jinak", "Psaná", null);
    register.record.secrecy().add(director, twin, kept(null, "bývalý muž"));
    asked("Spojená", "606 060 602", true);
    register.same.declare(director, twin, entry);
    asked("Spojená", "606 060 602", false);

    PersonId carer = called("Pečující", "606 060 603");
    Family family = register.family(director, worker, "Hlídaná");
    register.files.addCarer(director, family.file(), carer, LocalDate.of(2026, 1, 10));
    asked("Pečující", "606 060 603", true);
    register.record.secrecy().add(director, family.child(), kept(null, "otec"));
    asked("Pečující", "606 060 603", false);
  }

  private PersonId called(String family, String phone) {
    return register.people.register(
        director,
        new NewPerson(new PersonName("Jana", family), null, null, phone, null, null, false));
  }

  private void asked(String family, String phone, boolean found) {
    NewPerson right =
        new NewPerson(new PersonName("Jana", family), null, null, phone, null, null, false);
    assertEquals(
        found,
        register.known.search(director, right).shown().stream()
            .anyMatch(match -> match.likeness().reasons().contains(Reason.SAME_PHONE)),
        family);
  }

  @Test
  void aPhoneThatGetsARowOfItsOwnIsFoundAsLongAsItHolds() {
    PersonId person = called("Hledaná", "606 060 604");
    long version = register.people.view(director, person).version();
    UUID id = register.record.reaching().setAside(director, person, version, ReachKind.PHONE);
    asked("Hledaná", "606 060 604", true);
    Way way = register.record.reaching().one(director, id);
    register
        .record
        .reaching()
        .amend(director, id, way.version(), own("606 060 605", "volat večer", null));
    asked("Hledaná", "606 060 605", true);
    asked("Hledaná", "606 060 604", false);
    amended(person, OLD);
    asked("Hledaná", "606 060 605", true);
    way = register.record.reaching().one(director, id);
    register
        .record
        .reaching()
        .amend(director, id, way.version(), own("606 060 605", null, TODAY.minusDays(1)));
    asked("Hledaná", "606 060 605", false);
  }

  private static NewWay own(String number, String note, LocalDate until) {
    return new NewWay(
        ReachKind.PHONE, Whose.OWN, number, note, false, false, new Period(null, until));
  }

  /** Story S2: siblings in two families, neither of which learns where the other one lives. */
  @Test
  void theWorkerOfOneSiblingSeesNothingOfTheOthersCarer() {
    Viewer other = register.viewer("key-worker");
    Family dvorak = register.family(director, worker, "Dvořákovi");
    Family vesela = register.family(director, other, "Veselá");
    register.record.addresses().add(director, vesela.carer(), lives(OLD, MOVED, null));
    register
        .record
        .secrecy()
        .add(director, vesela.carer(), kept(dvorak.carer(), "Marie Dvořákovi"));
    assertEquals(1, register.record.secrecy().of(other, vesela.carer()).size());
    assertThrows(NotFound.class, () -> addresses(worker, vesela.carer()));
    assertThrows(NotFound.class, () -> register.record.secrecy().of(worker, vesela.carer()));
    assertEquals(
        List.of(),
        register.record.secrecy().hiddenFrom(worker, dvorak.carer()),
        "not even that there is something to be hidden");
    assertEquals(
        List.of(vesela.carer()),
        register.record.secrecy().hiddenFrom(director, dvorak.carer()).stream()
            .map(hidden -> hidden.person())
            .toList());
  }

  // Who must not know

  @Test
  void whoeverIsNamedMakesTheWhereaboutsSecret() {
    Family family = register.family(director, worker, "Chráněná");
    PersonId father = register.person(director, "Petr", "Nebezpečný", null);
    assertFalse(register.files.header(worker, family.file()).undisclosed());
    long before = register.people.view(worker, family.child()).version();
    UUID entry = register.record.secrecy().add(director, family.child(), kept(father, "otec Petr"));
    PersonView view = register.people.view(worker, family.child());
    assertTrue(view.undisclosed());
    assertNotEquals(before, view.version(), "whoever wrote before has not seen it");
    assertTrue(
        register.files.header(worker, family.file()).undisclosed(), "a child counts as well");
    Entry told = register.record.secrecy().of(worker, family.child()).get(0);
    assertEquals("otec Petr", told.who());
    assertNull(told.whom(), "nothing leads to somebody the worker may not see");
    assertEquals(father, register.record.secrecy().one(director, entry).whom());
    NewPerson open = new NewPerson(view.name(), view.birthDate(), null, null, null, null, false);
    refused(
        "undisclosed", () -> register.people.amend(worker, family.child(), view.version(), open));
    register
        .record
        .secrecy()
        .amend(
            worker,
            entry,
            told.version(),
            new NewEntry(
                null, "otec Petr", null, new Period(TODAY.minusDays(9), TODAY.minusDays(1))));
    assertEquals(
        father,
        register.record.secrecy().one(director, entry).whom(),
        "who could not see the person has not taken them away");
    assertEquals(List.of(), register.record.secrecy().hiddenFrom(director, father));
    register.people.amend(
        worker, family.child(), register.people.view(worker, family.child()).version(), open);
    assertFalse(register.people.view(worker, family.child()).undisclosed());
  }

  @Test
  void aFlagThatStoodBeforeIsCountedAsAChangeToo() {
    PersonId person = person("Dvakrát", "Utajená", true);
    long before = register.people.view(director, person).version();
    register.record.secrecy().add(director, person, kept(null, "rodina otce"));
    assertNotEquals(before, register.people.view(director, person).version());
  }

  @Test
  void whoMustNotKnowFromTomorrowIsWarnedOfToday() {
    PersonId person = person("Chráněná", "Odzítřka", false);
    PersonId father = register.person(director, "Otec", "Odzítřka", null);
    LocalDate monday = TODAY.plusDays(1);
    register
        .record
        .secrecy()
        .add(director, person, new NewEntry(father, "otec", null, new Period(monday, null)));
    Entry entry = register.record.secrecy().of(director, person).get(0);
    assertTrue(entry.ahead());
    assertFalse(entry.former(), "it is no ban of the past");
    assertEquals(
        List.of(monday),
        register.record.secrecy().hiddenFrom(director, father).stream()
            .map(hidden -> hidden.from())
            .toList());
    register.record.secrecy().add(director, person, kept(father, "otec"));
    assertNull(register.record.secrecy().hiddenFrom(director, father).get(0).from());
  }

  @Test
  void anEntryWrittenByMistakeIsTakenAwayByThoseWhoMaySeeWhereabouts() {
    PersonId person = person("Omylem", "Utajená", false);
    PersonId namesake = register.person(director, "Petr", "Jmenovec", null);
    UUID id = register.record.secrecy().add(director, person, kept(namesake, "Petr Jmenovec"));
    denied(() -> register.record.secrecy().remove(clerk(), id, 1));
    assertThrows(Stale.class, () -> register.record.secrecy().remove(director, id, 9));
    register.record.secrecy().remove(director, id, 1);
    assertEquals(List.of(), register.record.secrecy().of(director, person));
    assertEquals(List.of(), register.record.secrecy().hiddenFrom(director, namesake));
    assertTrue(
        register.people.view(director, person).undisclosed(), "it stays as secret as it was");
  }

  @Test
  void theLinkToTheRegisterCanBeTakenAwayAndSetLater() {
    PersonId person = person("Spletená", "Vazba", false);
    PersonId namesake = register.person(director, "Petr", "Spletený", null);
    UUID id = register.record.secrecy().add(director, person, kept(namesake, "strýc Jan"));
    register.record.secrecy().amend(director, id, 1, kept(null, "strýc Jan"));
    assertNull(register.record.secrecy().one(director, id).whom());
    assertEquals(List.of(), register.record.secrecy().hiddenFrom(director, namesake));
    register.record.secrecy().amend(director, id, 2, kept(namesake, "strýc Jan"));
    assertEquals(1, register.record.secrecy().hiddenFrom(director, namesake).size());
  }

  @Test
  void anEntryThatCannotBeRightIsRefused() {
    PersonId person = register.person(director, "Sama", "Sobě", null);
    refused("who", () -> register.record.secrecy().add(director, person, kept(null, " ")));
    refused("whom", () -> register.record.secrecy().add(director, person, kept(person, "ona")));
    refused(
        "from",
        () ->
            register
                .record
                .secrecy()
                .add(director, person, new NewEntry(null, "on", null, new Period(null, null))));
    assertThrows(
        NotFound.class,
        () ->
            register
                .record
                .secrecy()
                .add(
                    worker,
                    register.person(worker, "Cizí", "Mimo", null),
                    kept(person, "někdo, koho pracovník nevidí")));
    assertFalse(register.people.view(director, person).undisclosed());
  }

  // How to reach

  @Test
  void oneIsTriedFirstAndOneIsNeverCalled() {
    PersonId person = person("Volaná", "Často", false);
    UUID first =
        register.record.reaching().add(director, person, phone("111 222 333", true, false));
    UUID second =
        register.record.reaching().add(director, person, phone("444 555 666", true, false));
    UUID never =
        register.record.reaching().add(director, person, phone("777 888 999", false, true));
    List<Way> all = ways(director, person);
    assertEquals(second, all.get(0).id());
    assertEquals(never, all.get(all.size() - 1).id());
    assertFalse(register.record.reaching().one(director, first).preferred(), "only one is");
    assertEquals("paní Nová, odpoledne", all.get(0).note());
    Way one = register.record.reaching().one(director, second);
    register
        .record
        .reaching()
        .amend(
            director,
            second,
            one.version(),
            new NewWay(
                ReachKind.DATA_BOX,
                Whose.OWN,
                "ab12cd3",
                null,
                false,
                false,
                new Period(null, TODAY.minusDays(1))));
    Way former = register.record.reaching().one(director, second);
    assertTrue(former.former());
    assertEquals(ReachKind.DATA_BOX, former.kind());
    assertNull(former.note());
    assertThrows(
        Stale.class,
        () ->
            register
                .record
                .reaching()
                .amend(director, second, one.version(), phone("123 456", false, false)));
    refused(
        "preferred",
        () -> register.record.reaching().add(director, person, phone("123 456", true, true)));
    refused(
        "detail",
        () -> register.record.reaching().add(director, person, phone("nevím", false, false)));
    refused(
        "detail",
        () ->
            register
                .record
                .reaching()
                .add(
                    director,
                    person,
                    new NewWay(
                        ReachKind.EMAIL,
                        Whose.OWN,
                        "nikde",
                        null,
                        false,
                        false,
                        new Period(null, null))));
  }

  @Test
  void theFirstPhoneGetsARowOfItsOwnWhenMoreIsToBeSaid() {
    PersonId person = person("Podrobná", "Osoba", false);
    long version = register.people.view(director, person).version();
    UUID way = register.record.reaching().setAside(director, person, version, ReachKind.PHONE);
    assertEquals("600 100 200", register.record.reaching().one(director, way).detail());
    PersonView view = register.people.view(director, person);
    assertNull(view.phone(), "it stands in one place");
    assertEquals("osoba@example.org", view.email());
    assertEquals(2, ways(director, person).size());
    assertThrows(
        Stale.class,
        () -> register.record.reaching().setAside(director, person, version, ReachKind.EMAIL));
    assertThrows(
        NotFound.class,
        () ->
            register.record.reaching().setAside(director, person, view.version(), ReachKind.PHONE));
  }

  // Languages

  @Test
  void languagesAreCodesAndHaveAVersion() {
    PersonId person = register.person(director, "Oksana", "Mluvící", null);
    assertTrue(register.record.speech().of(director, person).unknown());
    register
        .record
        .speech()
        .write(director, person, new Spoken(0, "uk", List.of("ru", "uk", "cs", "ru"), true));
    Spoken spoken = register.record.speech().of(director, person);
    assertEquals("uk", spoken.motherTongue());
    assertEquals(List.of("ru", "cs"), spoken.understands());
    assertTrue(spoken.interpreter());
    assertThrows(
        Stale.class,
        () ->
            register
                .record
                .speech()
                .write(director, person, new Spoken(0, "cs", List.of(), false)));
    register
        .record
        .speech()
        .write(director, person, new Spoken(spoken.version(), "rom", List.of(), false));
    assertEquals("rom", register.record.speech().of(director, person).motherTongue());
    refused(
        "motherTongue",
        () ->
            register
                .record
                .speech()
                .write(director, person, new Spoken(9, "xx", List.of(), false)));
  }

  // Doors, walls, two entries of one person

  @Test
  void outsidersAndThoseBehindAWallLearnNothing() {
    Family family = register.family(director, worker, "Zavřená");
    PersonId child = family.child();
    NewName maiden = new NewName(NameKind.MAIDEN, new PersonName("", "Zamčená"), null);
    UUID name = register.record.names().add(worker, child, maiden);
    UUID way = register.record.reaching().add(worker, child, phone("111 222", false, false));
    UUID entry = register.record.secrecy().add(worker, child, kept(null, "otec"));
    Viewer walled = register.viewer("key-worker");
    register.files.assign(
        director, family.file(), worker.staff(), walled.staff(), LocalDate.of(2026, 1, 10));
    assertEquals(1, register.record.names().of(walled, child).size());
    register
        .access
        .walls()
        .raise(director, walled.staff(), Subject.of(child), Ground.CONFLICT_OF_INTEREST);
    for (Viewer viewer :
        List.of(walled, register.viewer("key-worker"), register.viewer("it-administrator"))) {
      for (Executable act :
          List.<Executable>of(
              () -> register.record.names().of(viewer, child),
              () -> register.record.names().one(viewer, name),
              () -> register.record.names().add(viewer, child, maiden),
              () -> register.record.names().remove(viewer, name, 1),
              () -> register.record.addresses().of(viewer, child),
              () -> register.record.addresses().add(viewer, child, lives(NEW, TODAY, null)),
              () -> register.record.reaching().of(viewer, child),
              () -> register.record.reaching().one(viewer, way),
              () -> register.record.reaching().remove(viewer, way, 1),
              () -> register.record.secrecy().of(viewer, child),
              () -> register.record.secrecy().one(viewer, entry),
              () -> register.record.secrecy().add(viewer, child, kept(null, "x")),
              () -> register.record.secrecy().hiddenFrom(viewer, child),
              () -> register.record.speech().of(viewer, child),
              () ->
                  register
                      .record
                      .speech()
                      .write(viewer, child, new Spoken(0, "cs", List.of(), false)))) {
        denied(act);
      }
      assertEquals(List.of(), register.found(viewer, "zamcena"));
    }
  }

  @Test
  void twoEntriesOfOnePersonAreReadTogetherAndGuardedTogether() {
    Viewer other = register.viewer("key-worker");
    Family family = register.family(director, worker, "Dvojitá");
    Family second = register.family(director, other, "Podruhé");
    PersonId one = family.child();
    PersonId two = second.child();
    PersonView view = register.people.view(other, two);
    register.people.amend(
        other,
        two,
        view.version(),
        new NewPerson(view.name(), view.birthDate(), null, "700 700 700", null, OLD, true));
    register
        .record
        .names()
        .add(other, two, new NewName(NameKind.ALSO, new PersonName("Eminka", ""), null));
    register.record.speech().write(other, two, new Spoken(0, "uk", List.of(), true));
    register
        .record
        .addresses()
        .add(worker, one, new NewAddress(AddressKind.POST, NEW, new Period(null, null), false));
    assertEquals(NEW, addresses(clerk(), one).get(0).lines());
    assertFalse(register.files.header(worker, family.file()).undisclosed());
    register.same.declare(director, two, one);
    assertTrue(register.files.header(worker, family.file()).undisclosed(), "on the file as well");
    assertTrue(
        register.files.header(other, second.file()).undisclosed(), "under its own key, as before");
    assertEquals(
        Set.of(OLD, NEW),
        Set.copyOf(addresses(director, one).stream().map(Address::lines).toList()));
    assertEquals(List.of("700 700 700"), ways(director, one).stream().map(Way::detail).toList());
    assertEquals(
        List.of(NEW),
        addresses(worker, one).stream().map(Address::lines).toList(),
        "where the other family lives is none of this worker's business");
    assertEquals(List.of(), ways(worker, one));
    for (Viewer viewer : List.of(director, worker)) {
      assertEquals(1, register.record.names().of(viewer, one).size());
      assertTrue(register.record.speech().of(viewer, one).interpreter());
      assertTrue(register.people.view(viewer, one).undisclosed());
    }
    assertTrue(
        addresses(clerk(), one).stream().allMatch(address -> address.lines() == null),
        "what is secret under one key is secret under all of them");
    assertTrue(register.people.view(clerk(), one).masked().contains("address"));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(two), Ground.CONFLICT_OF_INTEREST);
    // Behind a wall at one key the person is behind it at all.
    assertThrows(NotFound.class, () -> addresses(worker, one));
    assertThrows(NotFound.class, () -> register.record.names().of(worker, one));
    register.same.undo(director, two);
    assertFalse(register.files.header(director, family.file()).undisclosed());
    assertEquals(List.of(NEW), addresses(director, one).stream().map(Address::lines).toList());
    assertEquals(NEW, addresses(clerk(), one).get(0).lines());
  }

  @Test
  void aHomeThatAMoveOfAnotherEntryEndedIsGivenBackWhenTheyAreParted() {
    Viewer other = register.viewer("key-worker");
    PersonId one = register.family(director, worker, "Omylem").child();
    PersonId two = register.family(director, other, "Jiná").child();
    register
        .record
        .addresses()
        .add(
            worker,
            one,
            new NewAddress(AddressKind.LIVES, OLD, new Period(TODAY.minusDays(300), null), false));
    PersonView view = register.people.view(worker, one);
    register.people.amend(
        worker,
        one,
        view.version(),
        new NewPerson(
            view.name(), view.birthDate(), null, "700 700 700", "a@b.cz", view.address(), false));
    register.same.declare(director, two, one);
    register
        .record
        .addresses()
        .add(
            director,
            two,
            new NewAddress(AddressKind.LIVES, NEW, new Period(TODAY.minusDays(3), null), false));
    assertNull(register.people.view(worker, one).address());
    register.same.undo(director, two);
    PersonView back = register.people.view(worker, one);
    assertEquals(OLD, back.address());
    assertEquals(List.of("700 700 700", "a@b.cz"), List.of(back.phone(), back.email()));
    List<Address> all = addresses(director, one);
    assertEquals(1, all.size(), "no former address is left of a move that never was");
    assertEquals(TODAY.minusDays(300), all.get(0).period().from());
    assertFalse(all.get(0).former());
    assertEquals(List.of(NEW), addresses(director, two).stream().map(Address::lines).toList());
  }

  @Test
  void aHomeWrittenDownSinceStaysWhenTwoEntriesAreParted() {
    PersonId one = person("Omyl", "Trvalý", false);
    PersonId two = person("Omyl", "Trvalý", false);
    register
        .record
        .addresses()
        .add(
            director,
            one,
            new NewAddress(AddressKind.LIVES, OLD, new Period(TODAY.minusDays(300), null), false));
    register.same.declare(director, two, one);
    register
        .record
        .addresses()
        .add(
            director,
            two,
            new NewAddress(AddressKind.LIVES, NEW, new Period(TODAY.minusDays(30), null), false));
    NewPerson.Address later = new NewPerson.Address("Pozdní 1", "Kolín", "280 02");
    register
        .record
        .addresses()
        .add(
            director,
            one,
            new NewAddress(AddressKind.LIVES, later, new Period(TODAY.minusDays(3), null), false));
    register.same.undo(director, two);
    assertEquals(later, register.people.view(director, one).address());
    assertEquals(
        Set.of(later, OLD),
        Set.copyOf(addresses(director, one).stream().map(Address::lines).toList()));
    assertEquals(1, addresses(director, one).stream().filter(address -> !address.former()).count());
  }

  @Test
  void whoHasTwoEntriesHasOneHomeAndOneFirstPhone() {
    PersonId one = person("Dvakrát", "Bydlící", false);
    PersonId two = person("Dvakrát", "Bydlící", false);
    register.record.reaching().add(director, one, phone("111 111 111", true, false));
    register.same.declare(director, one, two);
    register.record.addresses().add(director, two, lives(NEW, MOVED, null));
    List<Address> all = addresses(director, two);
    assertEquals(
        List.of(NEW),
        all.stream().filter(address -> !address.former()).map(Address::lines).toList());
    assertEquals(
        Set.of(one, two),
        Set.copyOf(all.stream().filter(Address::former).map(Address::person).toList()));
    register.record.reaching().add(director, two, phone("222 222 222", true, false));
    assertEquals(
        List.of("222 222 222"),
        ways(director, one).stream().filter(Way::preferred).map(Way::detail).toList());
    assertEquals(
        OLD,
        all.stream()
            .filter(address -> address.person().equals(one))
            .findFirst()
            .orElseThrow()
            .lines(),
        "the former home stays with its own entry");
  }

  @Test
  void whatIsWrittenOfOneEntryDoesNotStayOnTheOtherWhenTheyArePartedAgain() {
    PersonId hidden = person("Skutečně", "Skrytá", true);
    PersonId open = person("Omylem", "Spojená", false);
    register.same.declare(director, hidden, open);
    PersonView view = register.people.view(director, open);
    assertTrue(view.undisclosed());
    assertFalse(view.undisclosedHere());
    amended(open, NEW);
    register.same.undo(director, hidden);
    assertFalse(register.people.view(director, open).undisclosed());
    assertTrue(register.people.view(director, hidden).undisclosedHere());
  }

  // What belongs to the person

  @Test
  void theExtractOfAChildLeavesOutWhereItIsAndWas() {
    Moved moved = new Moved();
    moved.stays(moved.child);
    register.record.addresses().add(director, moved.child, lives(NEW, LEFT.plusDays(1), null));
    register.record.reaching().add(director, moved.child, phone("605 111 222", false, false));
    register.record.secrecy().add(director, moved.child, kept(null, "otec Petr"));
    String facts = register.own.export(Set.of(moved.child)).toString();
    assertTrue(facts.contains("Stěhovaný"), facts);
    for (String secret :
        List.of("Stará", "Nová 2", "605", "horakova@", "paní Nová", "otec Petr", "12 P 34")) {
      assertFalse(facts.contains(secret), secret + " in " + facts);
    }
    List<String> looked =
        register.own.review(Set.of(moved.child)).stream().map(one -> one.label().key()).toList();
    assertEquals(6, looked.size(), looked.toString());
    assertTrue(
        register.own.review(Set.of(moved.child)).stream()
            .allMatch(one -> one.href().equals("/people/" + moved.child + "#reach")));
  }

  @Test
  void theExtractOfSomebodyHiddenIsLookedAtFirst() {
    PersonId person = person("Skrytá", "Vypsaná", true);
    register
        .record
        .addresses()
        .add(director, person, new NewAddress(AddressKind.POST, NEW, new Period(null, null), true));
    List<String> facts =
        register.own.export(Set.of(person)).stream().map(fact -> fact.value()).toList();
    assertTrue(facts.contains("Nová 2, 779 00 Olomouc"), "what may be told may be handed out");
    assertFalse(
        facts.contains("Stará 1, 602 00 Brno") || facts.contains("600 100 200"), "" + facts);
    assertEquals(1, register.own.review(Set.of(person)).size());
  }

  @Test
  void erasingTheDangerousPersonLeavesTheOthersProtected() {
    PersonId hidden = person("Chráněná", "Navždy", false);
    PersonId father = register.person(director, "Petr", "Vymazaný", null);
    UUID entry = register.record.secrecy().add(director, hidden, kept(father, "otec Petr"));
    register.own.erase(Set.of(father));
    Entry left = register.record.secrecy().one(director, entry);
    assertEquals("otec Petr", left.who());
    assertEquals("12 P 34/2026", left.reason());
    assertNull(left.whom());
    assertEquals(0, register.own.count(Set.of(father)));
    PersonView view = register.people.view(director, hidden);
    refused(
        "undisclosed",
        () ->
            register.people.amend(
                director,
                hidden,
                view.version(),
                new NewPerson(view.name(), null, null, null, null, OLD, false)));
  }

  @Test
  void theExtractHoldsItAndErasureLeavesNone() {
    PersonId person = person("Vypsaná", "Celá", false);
    PersonId father = register.person(director, "Otec", "Nevypsaný", null);
    register
        .record
        .names()
        .add(director, person, new NewName(NameKind.MAIDEN, new PersonName("", "Rozená"), null));
    register.record.addresses().add(director, person, lives(NEW, MOVED, null));
    register.record.reaching().add(director, person, own("999 888", null, null));
    register.record.reaching().add(director, person, phone("777 666", true, false));
    register.record.speech().write(director, person, new Spoken(0, "pl", List.of("cs"), false));
    List<String> facts =
        register.own.export(Set.of(person)).stream().map(fact -> fact.value()).toList();
    for (String fact :
        List.of(
            "Rozená",
            "Stará 1, 602 00 Brno",
            "Nová 2, 779 00 Olomouc",
            "999 888",
            "polski",
            "čeština")) {
      assertTrue(facts.contains(fact), fact + " in " + facts);
    }
    assertFalse(facts.contains("777 666"), "the neighbour's phone is the neighbour's");
    register.record.secrecy().add(director, person, kept(father, "otec Nevypsaný"));
    assertTrue(
        register.own.export(Set.of(person)).stream()
            .anyMatch(fact -> fact.value().equals("otec Nevypsaný")));
    assertTrue(
        register.own.export(Set.of(father)).stream()
            .noneMatch(fact -> fact.value().contains("12 P 34")),
        "nobody is told by their own extract that somebody hides from them");
    assertEquals(6, register.own.count(Set.of(person)));
    assertEquals(1, register.own.count(Set.of(father)));
    register.own.erase(Set.of(person));
    assertEquals(0, register.own.count(Set.of(person)));
    assertEquals(0, register.own.count(Set.of(father)));
    assertEquals(List.of(), register.own.export(Set.of(person)));
    assertEquals(List.of(), register.found(director, "rozena"));
    assertEquals(List.of(), addresses(director, person));
  }

  @Test
  void nobodyIsTakenBackWithFormerRecordsWhenSomethingWasWrittenSince() {
    PersonId fresh = register.person(director, "Přišlá", "Zdroje", null);
    register.arrivals.withdrawPerson(director, fresh);
    PersonId named = register.person(director, "Zapsaná", "Zdroje", null);
    name(named, NameKind.MAIDEN, "Zdrojová", null);
    PersonId speaking = register.person(director, "Mluvící", "Zdroje", null);
    register.record.speech().write(director, speaking, new Spoken(0, "cs", List.of(), false));
    PersonId feared = register.person(director, "Obávaný", "Zdroje", null);
    register.record.secrecy().add(director, named, kept(feared, "Obávaný Zdroje"));
    for (PersonId person : List.of(named, speaking, feared)) {
      assertThrows(Refused.class, () -> register.arrivals.withdrawPerson(director, person));
    }
  }

  @Test
  void whatIsSealedCannotBeReadInTheTables() throws SQLException {
    PersonId person = person("Zapečetěná", "Historie", false);
    register
        .record
        .addresses()
        .add(
            director,
            person,
            new NewAddress(
                AddressKind.POST,
                new NewPerson.Address("Tajemná 77", "Zapadákov", "99999"),
                new Period(null, null),
                false));
    register.record.reaching().add(director, person, phone("606 707 808", false, false));
    register.record.secrecy().add(director, person, kept(null, "Tajný Strýc"));
    StringBuilder all = new StringBuilder();
    try (Connection raw =
            new HouseDatabase(register.house.database().foundation().database()).connection();
        Statement statement = raw.createStatement()) {
      for (String table : List.of("PERSON_ADDRESS", "PERSON_REACH", "KEPT_FROM")) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM CASE_REGISTRY." + table)) {
          int rows = 0;
          while (row.next()) {
            rows++;
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              byte[] bytes =
                  row.getObject(i) instanceof byte[] b
                      ? b
                      : String.valueOf(row.getObject(i)).getBytes(StandardCharsets.UTF_8);
              all.append(new String(bytes, StandardCharsets.UTF_8)).append('|');
            }
          }
          assertTrue(rows > 0, table);
        }
      }
    }
    String text = all.toString().toLowerCase(Locale.ROOT);
    for (String secret :
        List.of("tajemn", "zapad", "99999", "606 707", "odpoledne", "tajn", "12 p 34")) {
      assertFalse(text.contains(secret), secret);
    }
  }
}
