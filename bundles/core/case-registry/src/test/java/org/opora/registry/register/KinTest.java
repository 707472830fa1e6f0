package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
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
import org.opora.api.people.PersonName;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.application.FamilyPicture;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Role;
import org.opora.registry.kin.domain.Sex;
import org.opora.registry.kin.domain.StayChart;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Who is whose, for those who may know, and for nobody else. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KinTest {
  private static final Terms PLAIN = terms(null, null);

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

  private static Terms terms(LocalDate from, LocalDate until) {
    return new Terms(new Days(from, until), null, null, null);
  }

  private UUID tie(Viewer viewer, PersonId person, Role role, PersonId relative, CaseFileId file) {
    return register.kin.tie(viewer, person, new NewTie(role, relative, null, file, PLAIN));
  }

  private UUID tie(Viewer viewer, PersonId person, Role role, PersonId relative) {
    return tie(viewer, person, role, relative, null);
  }

  private List<Relative> written(Viewer viewer, PersonId person) {
    return register.kin.of(viewer, person).stream().filter(one -> !one.derived()).toList();
  }

  private static void refused(String field, String key, Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    assertEquals(field, refused.field());
    assertEquals(key, refused.text().key());
  }

  @Test
  void oneRowIsReadFromBothSidesWithTheWordOfEach() {
    Family family = register.family(director, worker, "Oboustranná");
    NewPerson mother =
        new NewPerson(
            new PersonName("Jana", "Oboustranná"),
            LocalDate.of(1995, 5, 5),
            "955505/0001",
            null,
            null,
            null,
            false);
    UUID tie =
        register.kin.tie(
            worker,
            family.child(),
            new NewTie(
                Role.PARENT,
                null,
                mother,
                family.file(),
                new Terms(new Days(null, null), null, "Vídají se v sobotu", null)));
    Relative seen = register.kin.one(worker, family.child(), tie);
    assertEquals(Role.PARENT, seen.role());
    assertEquals("Jana Oboustranná", seen.name().spoken());
    assertEquals("Vídají se v sobotu", seen.note());
    assertEquals(family.file(), seen.file());
    assertEquals(Sex.UNKNOWN, seen.sex(), "a number that cannot be says nothing");
    Relative child = register.kin.one(worker, seen.person(), tie);
    assertEquals(Role.CHILD, child.role());
    assertEquals(family.child(), child.person());
    register.kin.sex(worker, seen.person(), 0, Sex.FEMALE);
    assertEquals(Sex.FEMALE, register.kin.one(worker, family.child(), tie).sex());
    assertThrows(Stale.class, () -> register.kin.sex(worker, seen.person(), 0, Sex.MALE));
    register.kin.sex(worker, seen.person(), 1, null);
    assertEquals(Sex.UNKNOWN, register.kin.one(worker, family.child(), tie).sex());
    List<Timeline.Entry> told = register.timeline.of(worker, family.file(), null, 20).items();
    assertTrue(told.stream().anyMatch(entry -> entry.kind().equals("kin-tied")), told::toString);
  }

  @Test
  void theBirthNumberTellsTheSexWhereNobodyWroteIt() {
    Family family = register.family(director, worker, "Číselná");
    PersonId father =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Petr", "Číselný"), null, "900101/0007", null, null, null, false));
    tie(director, family.child(), Role.PARENT, father);
    assertEquals(Sex.MALE, written(director, family.child()).get(0).sex());
  }

  @Test
  void anEndMakesASpouseAFormerOne() {
    PersonId one = register.person(director, "Jana", "Rozešlá", null);
    PersonId two = register.person(director, "Petr", "Rozešlý", null);
    UUID tie = tie(director, one, Role.SPOUSE, two);
    assertEquals(Role.SPOUSE, written(director, two).get(0).role());
    long version = register.kin.one(director, one, tie).version();
    register.kin.end(director, two, tie, version, TODAY.minusDays(1));
    assertEquals(Role.FORMER_SPOUSE, written(director, one).get(0).role());
    assertTrue(written(director, one).get(0).past());
    assertThrows(
        Stale.class, () -> register.kin.end(director, two, tie, version, TODAY.minusDays(2)));
    UUID again = tie(director, one, Role.SPOUSE, register.person(director, "Ivo", "Druhý", null));
    assertEquals(2, written(director, one).size());
    register.kin.amend(
        director, one, again, register.kin.one(director, one, again).version(), terms(TODAY, null));
    assertEquals(TODAY, register.kin.one(director, one, again).days().from());
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    PersonId child = register.person(director, "Ema", "Sporná", LocalDate.of(2018, 1, 1));
    PersonId mother = register.person(director, "Jana", "Sporná", LocalDate.of(1995, 1, 1));
    refused("other", "kin.refused.self", () -> tie(director, child, Role.SIBLING, child));
    refused("other", "refused.required", () -> tie(director, child, Role.PARENT, null));
    refused("role", "refused.required", () -> tie(director, child, null, mother));
    refused("role", "refused.required", () -> tie(director, child, Role.FORMER_SPOUSE, mother));
    refused("words", "refused.required", () -> tie(director, child, Role.CLOSE, mother));
    refused(
        "until",
        "refused.ends-before-start",
        () ->
            register.kin.tie(
                director,
                child,
                new NewTie(
                    Role.STEP_PARENT, mother, null, null, terms(TODAY, TODAY.minusDays(1)))));
    tie(director, child, Role.PARENT, mother);
    refused("other", "kin.refused.twice", () -> tie(director, child, Role.PARENT, mother));
    refused("other", "kin.refused.twice", () -> tie(director, mother, Role.CHILD, child));
    refused("role", "kin.refused.circle", () -> tie(director, child, Role.CHILD, mother));
    PersonId grandchild = register.person(director, "Eva", "Sporná", LocalDate.of(2025, 1, 1));
    tie(director, grandchild, Role.PARENT, child);
    refused("role", "kin.refused.circle", () -> tie(director, mother, Role.PARENT, grandchild));
  }

  @Test
  void whatIsUnlikelyAsksForAReason() {
    PersonId child = register.person(director, "Ema", "Nejistá", LocalDate.of(1990, 1, 1));
    PersonId younger = register.person(director, "Jana", "Nejistá", LocalDate.of(1995, 1, 1));
    refused("despite", "kin.soft.younger", () -> tie(director, child, Role.PARENT, younger));
    UUID tie =
        register.kin.tie(
            director,
            child,
            new NewTie(
                Role.PARENT,
                younger,
                null,
                null,
                new Terms(new Days(null, null), null, null, "datum narození je z ústního podání")));
    assertEquals(
        "datum narození je z ústního podání", register.kin.one(director, child, tie).despite());
    tie(director, child, Role.PARENT, register.person(director, "Petr", "Nejistý", null));
    PersonId third = register.person(director, "Ivo", "Třetí", null);
    refused("despite", "kin.soft.third-parent", () -> tie(director, child, Role.PARENT, third));
    refused("despite", "kin.soft.third-parent", () -> tie(director, third, Role.CHILD, child));
    tie(director, child, Role.ADOPTIVE_PARENT, third);
    assertNull(
        register
            .kin
            .one(
                director,
                child,
                written(director, child).stream()
                    .filter(one -> one.role() == Role.ADOPTIVE_PARENT)
                    .findFirst()
                    .orElseThrow()
                    .tie())
            .despite());
  }

  @Test
  void aRowStruckOutCountsNowhereAndStaysReadable() {
    Family family = register.family(director, worker, "Škrtnutá");
    PersonId aunt = register.person(director, "Iva", "Škrtnutá", null);
    UUID tie = tie(director, family.child(), Role.AUNT_UNCLE, aunt, family.file());
    long version = register.kin.one(director, family.child(), tie).version();
    refused(
        "reason", "refused.required", () -> register.kin.strike(director, aunt, tie, version, " "));
    register.kin.strike(director, aunt, tie, version, "zapsáno u jiného dítěte");
    Relative struck = register.kin.one(director, family.child(), tie);
    assertEquals("zapsáno u jiného dítěte", struck.struck().reason());
    assertEquals("Mgr. Jana Testová", struck.struck().by());
    assertEquals(List.of(), written(worker, family.child()), "and is no hint to others");
    refused(
        null,
        "kin.refused.struck",
        () -> register.kin.amend(director, aunt, tie, struck.version(), PLAIN));
    assertFalse(
        register.timeline.of(director, family.file(), null, 20).items().stream()
            .anyMatch(entry -> entry.kind().equals("kin-tied")));
    tie(director, family.child(), Role.AUNT_UNCLE, aunt);
    assertTrue(
        register.pictures.ofPerson(director, aunt).people().stream()
            .anyMatch(one -> family.child().equals(one.link())));
  }

  @Test
  void careFollowsFromThePlacementAndIsNeverWrittenTwice() {
    Family family = register.family(director, worker, "Pečující");
    Relative carer =
        register.kin.of(worker, family.child()).stream()
            .filter(Relative::derived)
            .findFirst()
            .orElseThrow();
    assertEquals(Role.FOSTER_CARER, carer.role());
    assertEquals(family.carer(), carer.person());
    assertEquals(LocalDate.of(2026, 1, 15), carer.days().from());
    Relative child = register.kin.of(worker, family.carer()).get(0);
    assertEquals(Role.FOSTER_CHILD, child.role());
    refused(
        "role",
        "refused.required",
        () -> tie(director, family.child(), Role.FOSTER_CARER, family.carer()));
    FamilyPicture picture = register.pictures.ofFile(worker, family.file());
    assertEquals(2, picture.people().size());
    Home home = register.households.of(worker, family.child()).get(0);
    assertTrue(home.derived());
    assertEquals(
        List.of(family.carer()), home.others(TODAY).stream().map(Home.Lodger::person).toList());
  }

  /** Two families, two key workers, one mother; S2 of the acceptance stories. */
  @Test
  void brothersAndSistersInTwoFamiliesNeverTellWhereTheOtherIs() {
    Viewer second = register.viewer("key-worker");
    CaseFileId dvorak =
        register.files.open(director, new NewFile(null, "Dvořákovi", LocalDate.of(2026, 1, 10)));
    CaseFileId vesela =
        register.files.open(director, new NewFile(null, "Veselá", LocalDate.of(2026, 1, 10)));
    PersonId ema = register.person(director, "Ema", "Horská", LocalDate.of(2018, 3, 4));
    PersonId jan = register.person(director, "Jan", "Horský", LocalDate.of(2021, 3, 4));
    PersonId grandmother = register.person(director, "Věra", "Veselá", LocalDate.of(1960, 3, 4));
    PersonId mother = register.person(director, "Jana", "Horská", LocalDate.of(1995, 3, 4));
    register.files.addCarer(director, vesela, grandmother, LocalDate.of(2026, 1, 10));
    register.placements.place(director, dvorak, ema, LocalDate.of(2026, 1, 15), null);
    register.placements.place(director, vesela, jan, LocalDate.of(2026, 1, 15), null);
    register.files.assign(director, dvorak, worker.staff(), null, LocalDate.of(2026, 1, 10));
    register.files.assign(director, vesela, second.staff(), null, LocalDate.of(2026, 1, 10));
    tie(director, ema, Role.SIBLING, jan, dvorak);
    tie(director, ema, Role.GRANDPARENT, grandmother);
    tie(director, ema, Role.PARENT, mother);
    tie(director, jan, Role.PARENT, mother);
    tie(director, grandmother, Role.CHILD, mother);
    register.households.found(
        director, jan, "U babičky Veselé", vesela, new Days(null, null), List.of(grandmother, ema));

    Relative brother = written(worker, ema).get(0);
    assertEquals(1, written(worker, ema).size(), "only what was written in her own file");
    assertTrue(brother.hidden());
    assertEquals(Role.SIBLING, brother.role());
    assertNull(brother.name());
    assertNull(brother.born());
    assertEquals(Sex.UNKNOWN, brother.sex());
    assertThrows(NotFound.class, () -> register.kin.one(worker, ema, brother.tie()));
    assertThrows(
        NotFound.class, () -> register.kin.strike(worker, ema, brother.tie(), 1, "není to pravda"));
    assertThrows(NotFound.class, () -> register.kin.of(worker, jan));
    assertEquals(List.of(), written(second, jan), "the row is of the other family's file");

    FamilyPicture picture = register.pictures.ofPerson(worker, ema);
    assertEquals(2, picture.people().size());
    assertFalse(picture.toString().contains("Veselá"), picture::toString);
    assertFalse(picture.toString().contains("Horský"), picture::toString);
    Home home =
        register.households.of(worker, ema).stream()
            .filter(one -> !one.derived())
            .findFirst()
            .orElseThrow();
    assertNull(home.name(), "the name of a household tells who takes care");
    assertNull(home.file());
    assertEquals(List.of(ema), home.lodgers().stream().map(Home.Lodger::person).toList());
    assertThrows(
        NotFound.class,
        () -> register.households.rename(worker, ema, home.household(), home.version(), "Jinak"));
    Home whole =
        register.households.of(second, jan).stream()
            .filter(one -> !one.derived())
            .findFirst()
            .orElseThrow();
    assertEquals("U babičky Veselé", whole.name());
    assertEquals(
        List.of(false, false, true),
        whole.lodgers().stream().map(Home.Lodger::hidden).sorted().toList());

    StayChart stays = register.pictures.staysOfChild(worker, ema);
    assertEquals(1, stays.rows().size());
    assertTrue(stays.rows().get(0).label().startsWith("Dvořákovi"));
    assertEquals(1, register.pictures.staysInFile(second, vesela).chart().rows().size());
    assertThrows(NotFound.class, () -> register.pictures.staysInFile(worker, vesela));

    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(jan), Ground.CONFLICT_OF_INTEREST);
    assertEquals(List.of(), written(worker, ema), "behind a wall there is nobody");
    assertEquals(1, register.pictures.ofPerson(worker, ema).people().size());
    register
        .access
        .walls()
        .raise(director, director.staff(), Subject.of(grandmother), Ground.EXCLUSION);
    assertFalse(register.pictures.ofPerson(director, ema).toString().contains("Veselá"));
    assertFalse(
        register.households.of(director, ema).stream()
            .filter(one -> !one.derived())
            .anyMatch(one -> "U babičky Veselé".equals(one.name()) && one.file() == null));
    register.access.walls().lift(director, director.staff(), Subject.of(grandmother));
  }

  @Test
  void aDayOfDeathIsAskedOfWhoeverKeepsItAndOnlyForThoseWhoAreSeen() {
    Family family = register.family(director, worker, "Zemřelá");
    PersonId grandmother = register.person(director, "Věra", "Zemřelá", null);
    tie(director, family.child(), Role.GRANDPARENT, grandmother, family.file());
    Set<PersonId> asked = new HashSet<>();
    PictureDesk desk =
        new PictureDesk(
            register.tx,
            register.access.access(),
            register.access.aliases(),
            register.files,
            register.placements,
            register.staff,
            register.house.keys(),
            people -> {
              asked.addAll(people);
              return Map.of(grandmother, LocalDate.of(2020, 1, 2));
            });
    assertEquals(
        List.of(LocalDate.of(2020, 1, 2)),
        desk.ofPerson(director, family.child()).people().stream()
            .map(FamilyPicture.Spoken::died)
            .filter(Objects::nonNull)
            .toList());
    asked.clear();
    desk.ofPerson(worker, family.child());
    assertEquals(Set.of(family.child(), family.carer()), asked);
  }

  @Test
  void whoWorksWithNeitherLearnsNothing() {
    Family family = register.family(director, worker, "Cizí");
    PersonId aunt = register.person(director, "Iva", "Cizí", null);
    UUID tie = tie(director, family.child(), Role.AUNT_UNCLE, aunt, family.file());
    Viewer stranger = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    assertThrows(NotFound.class, () -> register.kin.of(stranger, family.child()));
    assertThrows(
        NotFound.class,
        () ->
            register.kin.tie(
                stranger, family.child(), new NewTie(Role.SIBLING, aunt, null, null, PLAIN)));
    assertThrows(NotFound.class, () -> register.households.of(stranger, family.child()));
    assertThrows(NotFound.class, () -> register.pictures.ofPerson(stranger, family.child()));
    assertThrows(NotFound.class, () -> register.pictures.ofFile(stranger, family.file()));
    assertThrows(NotFound.class, () -> register.pictures.staysOfChild(stranger, family.child()));
    assertThrows(NotAllowed.class, () -> register.kin.of(it, family.child()));
    assertThrows(NotAllowed.class, () -> register.pictures.ofFile(it, family.file()));
    assertThrows(NotAllowed.class, () -> register.households.of(it, family.child()));
    // A key worker cannot bind a child to somebody they do not see.
    PersonId unseen = register.person(director, "Jan", "Neviděný", null);
    assertThrows(NotFound.class, () -> tie(worker, family.child(), Role.SIBLING, unseen));
    assertThrows(
        NotFound.class,
        () -> register.kin.end(worker, family.child(), tie, 1, TODAY),
        "somebody without a name cannot be changed");
  }

  @Test
  void theRelationshipsOfTwoEntriesOfOnePersonAreOne() {
    PersonId child = register.person(director, "Ema", "Sloučená", LocalDate.of(2018, 1, 1));
    PersonId same = register.person(director, "Ema", "Sloucena", LocalDate.of(2018, 1, 1));
    PersonId mother = register.person(director, "Jana", "Sloučená", LocalDate.of(1990, 1, 1));
    PersonId father = register.person(director, "Petr", "Sloučený", LocalDate.of(1990, 1, 1));
    tie(director, child, Role.PARENT, mother);
    tie(director, same, Role.PARENT, mother);
    tie(director, same, Role.PARENT, father);
    tie(director, child, Role.SIBLING, same);
    register.same.declare(director, same, child);
    for (PersonId key : List.of(child, same)) {
      assertEquals(
          Set.of(mother, father),
          Set.copyOf(written(director, key).stream().map(Relative::person).toList()));
      assertEquals(2, written(director, key).size());
    }
    assertEquals(1, written(director, mother).size());
    assertEquals(3, register.pictures.ofPerson(director, father).people().size());
    refused("other", "kin.refused.self", () -> tie(director, child, Role.SIBLING, same));
    refused("other", "kin.refused.twice", () -> tie(director, child, Role.PARENT, father));
    register.same.undo(director, same);
    assertEquals(2, written(director, child).size());
    assertEquals(3, written(director, same).size());
  }

  @Test
  void aChildMayLiveInTwoHouseholds() {
    PersonId child = register.person(director, "Ema", "Střídavá", LocalDate.of(2018, 1, 1));
    PersonId mother = register.person(director, "Jana", "Střídavá", null);
    PersonId father = register.person(director, "Petr", "Střídavý", null);
    LocalDate since = LocalDate.of(2025, 1, 1);
    UUID first =
        register.households.found(
            director, child, "U mámy", null, new Days(since, null), List.of(mother));
    UUID second =
        register.households.found(
            director, child, "U táty", null, new Days(since, null), List.of(father));
    assertEquals(
        List.of("U mámy", "U táty"),
        register.households.of(director, child).stream()
            .filter(home -> home.on(TODAY))
            .map(Home::name)
            .sorted()
            .toList());
    refused(
        "from",
        "household.refused.lives-there",
        () -> register.households.join(director, child, first, mother, new Days(TODAY, null)));
    refused(
        "name",
        "household.refused.address",
        () ->
            register.households.found(
                director, child, "Dlouhá 12", null, new Days(null, null), List.of()));
    Home.Lodger lodger =
        register.households.one(director, child, second).lodgers().stream()
            .filter(one -> father.equals(one.person()))
            .findFirst()
            .orElseThrow();
    LocalDate left = LocalDate.of(2026, 5, 31);
    register.households.correct(
        director, child, second, lodger.member(), lodger.version(), new Days(since, left));
    assertThrows(
        Stale.class,
        () ->
            register.households.correct(
                director, child, second, lodger.member(), lodger.version(), new Days(null, null)));
    Home later = register.households.one(director, child, second);
    assertEquals(List.of(), later.others(TODAY));
    assertEquals(1, later.others(left).size());
    register.households.join(director, child, second, mother, new Days(TODAY, null));
    assertEquals(1, register.households.one(director, child, second).others(TODAY).size());
    Home.Lodger wrong =
        register.households.one(director, child, second).lodgers().stream()
            .filter(one -> mother.equals(one.person()))
            .findFirst()
            .orElseThrow();
    register.households.strike(director, child, second, wrong.member(), wrong.version(), "omyl");
    assertEquals(List.of(), register.households.one(director, child, second).others(TODAY));
    assertEquals(
        List.of("U mámy"),
        register.households.of(director, mother).stream()
            .filter(home -> home.on(TODAY))
            .map(Home::name)
            .toList());
    register.households.rename(
        director,
        child,
        first,
        register.households.one(director, child, first).version(),
        "U maminky");
    assertEquals("U maminky", register.households.one(director, mother, first).name());
  }

  @Test
  void whatIsKnownOfAPersonIsToldThemAndGoesWithThem() {
    PersonId child = register.person(director, "Ema", "Výpisová", LocalDate.of(2018, 1, 1));
    PersonId mother = register.person(director, "Jana", "Výpisová", null);
    tie(director, child, Role.PARENT, mother);
    register.kin.sex(director, child, 0, Sex.FEMALE);
    UUID home =
        register.households.found(
            director, mother, "U mámy", null, new Days(TODAY, null), List.of(child));
    List<String> told =
        register.kinData.export(Set.of(child)).stream()
            .map(fact -> fact.label().key() + "=" + fact.value())
            .toList();
    assertTrue(told.contains("kin.word.PARENT=Jana Výpisová"), told::toString);
    assertTrue(
        told.contains("field.household=(" + TODAY + " – )"), "the mother's word for it is hers");
    assertEquals(3, register.kinData.count(Set.of(child)));
    register.kinData.erase(Set.of(mother));
    assertEquals(2, register.kinData.count(Set.of(child)));
    assertNull(register.households.one(director, child, home).name());
    register.kinData.erase(Set.of(child));
    assertEquals(0, register.kinData.count(Set.of(child, mother)));
    assertEquals(List.of(), register.households.of(director, child));
  }

  @Test
  void aFamilyThatHasRelativesIsNotTakenBack() {
    Family family = register.family(director, worker, "Vrácená");
    Family other = register.family(director, worker, "Vracená");
    assertTrue(register.arrivals.untouched(director, family.file()));
    PersonId aunt = register.person(director, "Iva", "Vrácená", null);
    tie(director, family.child(), Role.AUNT_UNCLE, aunt, other.file());
    assertFalse(register.arrivals.untouched(director, family.file()));
    assertFalse(register.arrivals.untouched(director, other.file()), "a row of that file");
    assertThrows(Refused.class, () -> register.arrivals.withdraw(director, family.file()));
    assertThrows(Refused.class, () -> register.arrivals.withdrawPerson(director, aunt));
    assertEquals(TieKind.AUNT_UNCLE, written(director, aunt).get(0).kind());
    PersonId lone = register.person(director, "Petr", "Samotný", null);
    register.households.found(director, lone, "U Petra", null, new Days(null, null), List.of());
    assertThrows(Refused.class, () -> register.arrivals.withdrawPerson(director, lone));
  }
}
