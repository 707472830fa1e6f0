package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.opora.api.kin.Role;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.application.FamilyPicture;
import org.opora.registry.kin.application.Home;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinData;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.StayChart;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.people.matching.Statements;
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
                new Terms(
                    new Days(null, null),
                    null,
                    null,
                    new Because(Reason.WRONG_DATA, "datum narození je z ústního podání"))));
    assertEquals(
        new Because(Reason.WRONG_DATA, "datum narození je z ústního podání"),
        register.kin.one(director, child, tie).despite());
    assertEquals(
        List.of("Rodič nebo prarodič je starší než dítě: datum narození je z ústního podání"),
        told(child, younger));
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
  void aReasonThatLacksSomethingIsAskedForBesideItsField() {
    PersonId child = register.person(director, "Ema", "Neúplná", LocalDate.of(1990, 1, 1));
    PersonId younger = register.person(director, "Jana", "Neúplná", LocalDate.of(1995, 1, 1));
    Map.of(
            new Because(null, "pan Novák to ví"), "despite",
            new Because(Reason.CHILD_INTEREST, null), "despite-words",
            new Because(Reason.OTHER, "jen tak"), "despite-words",
            new Because(Reason.OTHER, "x".repeat(Because.MOST + 1)), "despite-words")
        .forEach(
            (because, field) ->
                assertEquals(
                    field,
                    assertThrows(Refused.class, () -> tied(child, Role.PARENT, younger, because))
                        .field()));
    assertEquals(List.of(), told(child, younger));
    PersonId elder = register.person(director, "Iva", "Neúplná", LocalDate.of(1960, 1, 1));
    UUID plain = tied(child, Role.PARENT, elder, new Because(Reason.NO_OTHER_WAY, "pro jistotu"));
    assertNull(register.kin.one(director, child, plain).despite(), "nothing was gone on against");
    assertEquals(List.of(), told(child, elder));
  }

  @Test
  void aReasonGoesWithItsRow() {
    PersonId child = register.person(director, "Ema", "Odvolaná", LocalDate.of(1990, 1, 1));
    PersonId younger = register.person(director, "Jana", "Odvolaná", LocalDate.of(1995, 1, 1));
    UUID tie = tied(child, Role.PARENT, younger, new Because(Reason.WRONG_DATA, "spletli se"));
    assertEquals(1, told(child, younger).size());
    register.kin.amend(
        director,
        child,
        tie,
        1,
        new Terms(
            new Days(null, null), null, null, new Because(Reason.AUTHORITY_DECISION, "rozsudek")));
    assertEquals(List.of("Rodič nebo prarodič je starší než dítě: rozsudek"), told(child, younger));
    register.kin.strike(director, child, tie, 2, "omyl");
    assertEquals(List.of(), told(child, younger));

    UUID again = tied(child, Role.PARENT, younger, new Because(Reason.WRONG_DATA, "spletli se"));
    register.tx.run(em -> em.find(Person.class, younger.value()).born(LocalDate.of(1960, 1, 1)));
    register.kin.amend(director, child, again, 1, PLAIN);
    assertEquals(List.of(), told(child, younger), "the data are right now, and the reason is gone");
    assertNull(register.kin.one(director, child, again).despite());
  }

  private UUID tied(PersonId person, Role role, PersonId relative, Because because) {
    return register.kin.tie(
        director,
        person,
        new NewTie(
            role, relative, null, null, new Terms(new Days(null, null), null, null, because)));
  }

  /** What the house was told about these two, as the rule and the words. */
  private List<String> told(PersonId first, PersonId other) {
    Set<Subject> either = Set.of(Subject.of(first), Subject.of(other));
    return register.overrideDesk.list(director, Wanted.ALL, null, 200).items().stream()
        .filter(line -> either.contains(line.subject()))
        .map(line -> line.rule() + ": " + line.words())
        .toList();
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
    Home walled =
        register.households.of(director, ema).stream()
            .filter(one -> !one.derived())
            .findFirst()
            .orElseThrow();
    assertEquals(vesela, walled.file(), "the file is seen, and still");
    assertNull(walled.name(), "nothing tells of somebody behind a wall");
    assertThrows(
        NotFound.class,
        () ->
            register.households.rename(
                director, ema, walled.household(), walled.version(), "Jinak"));
    register.access.walls().lift(director, director.staff(), Subject.of(grandmother));
  }

  @Test
  void aDayOfDeathIsAskedOfWhoeverKeepsItAndOnlyForThoseWhoAreSeen() {
    Family family = register.family(director, worker, "Zemřelá");
    PersonId grandmother = register.family(director, null, "Zemřelá jinde").carer();
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
    PersonId aunt = register.family(director, null, "Cizí odjinud").carer();
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
    assertTrue(told.contains("field.sex.FEMALE="), told::toString);
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
    tie(director, other.child(), Role.AUNT_UNCLE, aunt, other.file());
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

  /** The same member of staff, so many days later. */
  private static Viewer later(Viewer viewer, int days) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.offset(viewer.clock(), Duration.ofDays(days)),
        viewer.requestId());
  }

  private boolean knows(Viewer viewer, PersonId person, UUID tie) {
    return register.kin.of(viewer, person).stream()
        .anyMatch(one -> tie.equals(one.tie()) && !one.hidden());
  }

  private UUID newcomer(Viewer viewer, PersonId person, Role role, String family, CaseFileId file) {
    return register.kin.tie(
        viewer, person, new NewTie(role, null, NewPerson.named("Jana", family, null), file, PLAIN));
  }

  @Test
  void whoWorksWithAFileGoesOnWithItsRelatives() {
    Family family = register.family(director, worker, "Trvalá");
    Viewer deputy = register.viewer("key-worker");
    Viewer successor = register.viewer("key-worker");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID tie = newcomer(worker, family.child(), Role.PARENT, "Trvalá", family.file());
    PersonId mother = register.kin.one(worker, family.child(), tie).person();
    UUID above = newcomer(worker, mother, Role.PARENT, "Nejstarší", family.file());
    PersonId grandmother = register.kin.one(worker, mother, above).person();
    assertTrue(knows(deputy, family.child(), tie), "from the first day");
    assertTrue(knows(later(worker, 31), family.child(), tie));
    assertTrue(knows(later(deputy, 31), mother, above));
    register.files.assign(director, family.file(), successor.staff(), null, TODAY.plusDays(10));
    assertTrue(knows(later(successor, 40), family.child(), tie));
    assertTrue(knows(later(successor, 40), mother, above));
    assertThrows(NotFound.class, () -> register.kin.of(later(worker, 40), mother));
    register.kin.strike(
        director, mother, above, register.kin.one(director, mother, above).version(), "omyl");
    assertThrows(NotFound.class, () -> register.kin.of(later(successor, 40), grandmother));
    UUID partner = newcomer(worker, mother, Role.PARTNER, "Dočasná", family.file());
    PersonId gone = register.kin.one(worker, mother, partner).person();
    register.kin.end(worker, mother, partner, 1, TODAY.plusDays(12));
    assertEquals(Role.PARTNER, register.kin.of(later(successor, 12), gone).get(0).role());
    assertThrows(NotFound.class, () -> register.kin.of(later(successor, 40), gone));
    assertTrue(knows(later(successor, 40), family.child(), tie));
    register.kinData.erase(Set.of(mother));
    assertThrows(NotFound.class, () -> register.kin.of(later(successor, 40), mother));
  }

  @Test
  void whoIsInAFileIsToldOnlyThere() {
    Family family = register.family(director, worker, "Domovská");
    Family other = register.family(director, null, "Odjinud");
    UUID tie = newcomer(worker, family.child(), Role.AUNT_UNCLE, "Domovská", family.file());
    PersonId aunt = register.kin.one(worker, family.child(), tie).person();
    Viewer then = later(worker, 31);
    assertTrue(knows(then, family.child(), tie));
    register.files.addCarer(director, other.file(), aunt, TODAY);
    assertFalse(knows(then, family.child(), tie), "she takes care in another file now");
    PersonId alias = register.person(director, "Marie", "Odjinudova", null);
    register.same.declare(director, alias, other.carer());
    UUID same = tie(director, family.child(), Role.CLOSE, alias, family.file(), "sousedka");
    assertFalse(knows(then, family.child(), same), "she does under her other key");
  }

  private UUID tie(
      Viewer viewer, PersonId person, Role role, PersonId relative, CaseFileId file, String words) {
    return register.kin.tie(
        viewer,
        person,
        new NewTie(role, relative, null, file, new Terms(new Days(null, null), words, null, null)));
  }

  @Test
  void nothingThatOneOfTwoEntriesSaysIsLostInAMerge() {
    PersonId one = register.person(director, "Ema", "Dvojí", LocalDate.of(2000, 1, 1));
    PersonId two = register.person(director, "Ema", "Dvoji", LocalDate.of(2000, 1, 1));
    PersonId father = register.person(director, "Petr", "Dvojí", LocalDate.of(1970, 1, 1));
    PersonId husband = register.person(director, "Ivo", "Dvojí", LocalDate.of(1999, 1, 1));
    tie(director, one, Role.PARENT, father);
    UUID noted =
        register.kin.tie(
            director,
            two,
            new NewTie(
                Role.PARENT,
                father,
                null,
                null,
                new Terms(
                    new Days(LocalDate.of(2018, 1, 1), null), null, "soud zakázal styk", null)));
    tie(director, one, Role.SPOUSE, husband);
    UUID over =
        register.kin.tie(
            director,
            two,
            new NewTie(
                Role.SPOUSE,
                husband,
                null,
                null,
                terms(LocalDate.of(2010, 1, 1), LocalDate.of(2015, 1, 1))));
    PersonId friend = register.person(director, "Eva", "Blízká", null);
    tie(director, one, Role.SIBLING, friend);
    UUID told = tie(director, two, Role.SIBLING, friend, null, "dvojče");
    register.same.declare(director, two, one);
    assertEquals("soud zakázal styk", register.kin.one(director, one, noted).note());
    assertEquals("soud zakázal styk", register.kin.one(director, father, noted).note());
    assertEquals(Role.FORMER_SPOUSE, register.kin.one(director, one, over).role());
    assertEquals("dvojče", register.kin.one(director, one, told).words());
    assertEquals(5, written(director, one).size(), "what adds nothing is said once");
    register.kin.amend(
        director,
        one,
        noted,
        1,
        new Terms(new Days(null, null), null, "styk jen s asistencí", null));
    assertEquals("styk jen s asistencí", register.kin.one(director, one, noted).note());
    assertEquals(4, written(director, one).size());
  }

  @Test
  void whatHoldsForLifeHasNoLastDay() {
    PersonId child = register.person(director, "Ema", "Celoživotní", LocalDate.of(2018, 1, 1));
    PersonId mother = register.person(director, "Jana", "Celoživotní", null);
    LocalDate left = TODAY.minusDays(5);
    refused(
        "until",
        "kin.refused.lasting",
        () ->
            register.kin.tie(
                director, child, new NewTie(Role.PARENT, mother, null, null, terms(null, left))));
    UUID tie = tie(director, child, Role.PARENT, mother);
    refused("until", "kin.refused.lasting", () -> register.kin.end(director, child, tie, 1, left));
    refused(
        "until",
        "kin.refused.lasting",
        () -> register.kin.amend(director, child, tie, 1, terms(null, left)));
    // As it could be written down before.
    register.tx.run(em -> em.find(KinTie.class, tie).lasts(left));
    Relative seen = register.kin.one(director, child, tie);
    assertFalse(seen.past());
    refused(
        "other",
        "kin.refused.twice",
        () ->
            register.kin.tie(
                director, child, new NewTie(Role.PARENT, mother, null, null, terms(TODAY, null))));
    tie(director, child, Role.PARENT, register.person(director, "Petr", "Celoživotní", null));
    PersonId third = register.person(director, "Ivo", "Celoživotní", null);
    refused("despite", "kin.soft.third-parent", () -> tie(director, child, Role.PARENT, third));
  }

  @Test
  void aReasonStaysWhenSomebodyCorrectsTheRowWhoSeesLess() {
    Family family = register.family(director, worker, "Zdůvodněná");
    tie(director, family.child(), Role.PARENT, register.person(director, "Jana", "Jedna", null));
    tie(director, family.child(), Role.PARENT, register.person(director, "Petr", "Druhý", null));
    PersonId third = register.person(director, "Ivo", "Třetí", null);
    Because denied = new Because(Reason.AUTHORITY_DECISION, "běží popření otcovství");
    Terms reasoned = new Terms(new Days(null, null), null, null, denied);
    UUID tie =
        register.kin.tie(
            director,
            family.child(),
            new NewTie(Role.PARENT, third, null, family.file(), reasoned));
    assertEquals(1, written(worker, family.child()).size(), "the other two are not hers");
    register.kin.amend(
        worker, family.child(), tie, 1, new Terms(new Days(null, null), null, "volal", denied));
    Relative seen = register.kin.one(director, family.child(), tie);
    assertEquals(denied, seen.despite());
    assertEquals("volal", seen.note());
    assertEquals(
        List.of("Dítě má nejvýš dva vlastní rodiče: běží popření otcovství"),
        told(family.child(), third));
  }

  @Test
  void theStoryOfAFileDoesNotTellOfARelativeBehindAWall() {
    Family family = register.family(director, worker, "Zamlčená");
    PersonId aunt = register.person(director, "Iva", "Zamlčená", null);
    tie(director, family.child(), Role.AUNT_UNCLE, aunt, family.file());
    assertEquals(1, tied(director, family.file()));
    assertEquals(1, recent(worker, family.file()));
    for (Viewer one : List.of(director, worker)) {
      register
          .access
          .walls()
          .raise(director, one.staff(), Subject.of(aunt), Ground.CONFLICT_OF_INTEREST);
    }
    assertEquals(0, tied(director, family.file()));
    assertEquals(0, recent(worker, family.file()));
    register.access.walls().lift(director, director.staff(), Subject.of(aunt));
    assertEquals(1, tied(director, family.file()));
  }

  private static final LocalDate CAME = LocalDate.of(2026, 2, 4);
  private static final LocalDate LEFT = LocalDate.of(2026, 8, 4);

  private CaseFileId file(String name, Viewer keyWorker) {
    CaseFileId file = register.files.open(director, new NewFile(null, name, CAME.minusDays(3)));
    register.files.assign(director, file, keyWorker.staff(), null, CAME.minusDays(3));
    return file;
  }

  private void moves(PersonId child, CaseFileId from, LocalDate last, CaseFileId to) {
    moves(child, from, last, child, to);
  }

  /** To another family, where the child may be written down under another key. */
  private void moves(PersonId child, CaseFileId from, LocalDate last, PersonId key, CaseFileId to) {
    register.placements.of(director, from).stream()
        .filter(stay -> stay.child().equals(child) && stay.until() == null)
        .forEach(stay -> register.placements.end(director, stay.id(), last));
    register.placements.place(director, to, key, last.plusDays(1), null);
  }

  /** Story S1: the child moves to another family, of another worker. */
  @Test
  void theRelativesOfAChildGoWithTheChild() {
    Viewer next = register.viewer("key-worker");
    CaseFileId horakova = file("Horáková", worker);
    CaseFileId novak = file("Novákovi", next);
    PersonId carer = register.person(director, "Marie", "Horáková", null);
    PersonId sister = register.person(director, "Iva", "Horáková", null);
    register.files.addCarer(director, horakova, carer, CAME);
    PersonId child = register.person(director, "Tomáš", "Stěhovaný", LocalDate.of(2023, 6, 12));
    register.placements.place(director, horakova, child, CAME, null);
    PersonId mother = register.person(director, "Jana", "Stěhovaná", null);
    PersonId grandmother = register.person(director, "Věra", "Stěhovaná", null);
    UUID tie =
        register.kin.tie(
            director,
            child,
            new NewTie(
                Role.PARENT,
                mother,
                null,
                horakova,
                new Terms(new Days(null, null), null, "soud zakázal, aby ho vyzvedla", null)));
    UUID above = tie(director, mother, Role.PARENT, grandmother, horakova);
    UUID ofCarer = tie(director, carer, Role.SIBLING, sister, horakova);
    PersonId brother = register.family(director, null, "Stěhovaný jinde").child();
    tie(director, child, Role.SIBLING, brother, horakova);
    assertTrue(knows(worker, child, tie) && knows(worker, mother, above));
    assertThrows(NotFound.class, () -> register.kin.of(next, mother));

    moves(child, horakova, LEFT, novak);
    assertEquals("soud zakázal, aby ho vyzvedla", register.kin.one(next, child, tie).note());
    assertTrue(knows(next, mother, above), "and whom the family knows through her");
    assertTrue(
        register.pictures.ofPerson(next, child).people().stream()
            .anyMatch(one -> mother.equals(one.link())),
        "in the picture, too");
    Relative hidden =
        written(next, child).stream().filter(Relative::hidden).findFirst().orElseThrow();
    assertEquals(Role.SIBLING, hidden.role());
    assertEquals(novak, hidden.file(), "nothing leads to the former family");
    assertThrows(NotFound.class, () -> register.kin.of(worker, mother));
    assertThrows(NotFound.class, () -> register.kin.of(worker, grandmother));
    assertTrue(knows(worker, sister, ofCarer), "the carer has not gone");
    assertThrows(NotFound.class, () -> register.kin.of(next, sister));
    UUID uncle = newcomer(next, mother, Role.SIBLING, "Strýcová", novak);
    assertTrue(knows(later(next, 31), mother, uncle));

    register.kin.strike(director, mother, above, 1, "omyl");
    assertThrows(NotFound.class, () -> register.kin.of(next, grandmother));
    LocalDate back = LocalDate.of(2026, 10, 1);
    moves(child, novak, back, horakova);
    assertTrue(knows(worker, child, tie) && knows(worker, mother, uncle));
    assertThrows(NotFound.class, () -> register.kin.of(next, mother));
  }

  @Test
  void theRelativesGoWithTheChildUnderAnotherKeyAndComeBackWhenItWasAMistake() {
    Viewer next = register.viewer("key-worker");
    CaseFileId first = file("Dřívější", worker);
    CaseFileId second = file("Pozdější", next);
    PersonId child = register.person(director, "Tomáš", "Klíčový", null);
    PersonId anew = register.person(director, "Tomáš", "Klicovy", null);
    register.placements.place(director, first, child, CAME, null);
    PersonId mother = register.person(director, "Jana", "Klíčová", null);
    UUID tie = tie(director, child, Role.PARENT, mother, first);
    moves(child, first, LEFT, anew, second);
    assertThrows(NotFound.class, () -> register.kin.of(next, mother));
    register.same.declare(director, anew, child);
    assertTrue(knows(next, anew, tie));
    register.same.undo(director, anew);
    assertThrows(NotFound.class, () -> register.kin.of(next, mother));
  }

  /** Nothing is lost and nothing left behind, at once and not with the next change of the file. */
  @Test
  void whoTurnsOutToBeInAnotherFileIsNoMereRelativeFromThenOn() {
    Family family = register.family(director, worker, "Spojená");
    Family other = register.family(director, null, "Nespojená");
    PersonId aunt = register.person(director, "Marie", "Nespojena", null);
    UUID tie = tie(director, family.child(), Role.AUNT_UNCLE, aunt, family.file());
    assertTrue(knows(worker, family.child(), tie));
    register.same.declare(director, aunt, other.carer());
    assertFalse(knows(worker, family.child(), tie));
    assertThrows(NotFound.class, () -> register.kin.of(worker, aunt));
    register.same.undo(director, aunt);
    assertTrue(knows(worker, family.child(), tie));
  }

  @Test
  void aFileIsToldOnlyOfItsOwnPeopleAndTheirRelatives() {
    Family own = register.family(director, worker, "Vlastní");
    Family other = register.family(director, null, "Zastoupená");
    PersonId mother = register.person(director, "Jana", "Zastoupená", null);
    tie(director, other.child(), Role.PARENT, mother, other.file());
    Viewer standIn = register.viewer("key-worker");
    register.files.assign(
        director, other.file(), register.viewer("key-worker").staff(), standIn.staff(), CAME);
    CaseFileId mine = file("Zástupkyně", standIn);
    PersonId anybody = register.person(standIn, "Eva", "Kdokoli", null);
    refused(
        "file", "kin.refused.file", () -> tie(standIn, mother, Role.CLOSE, anybody, mine, "známá"));
    refused(
        "file",
        "kin.refused.file",
        () ->
            register.households.found(
                standIn, mother, "U Evy", mine, new Days(null, null), List.of(anybody)));
    UUID aunt = tie(director, own.child(), Role.AUNT_UNCLE, anybody, own.file());
    UUID partner = newcomer(director, anybody, Role.PARTNER, "Další", own.file());
    assertTrue(knows(worker, own.child(), aunt) && knows(worker, anybody, partner));
  }

  @Test
  void theStoryDoesNotTellOfARelativeBehindAWallAtAnotherKeyEither() {
    Family family = register.family(director, worker, "Dvouklíčová");
    PersonId aunt = register.person(director, "Iva", "Dvouklíčová", null);
    PersonId same = register.person(director, "Iva", "Dvouklicova", null);
    PersonId third = register.person(director, "Ivana", "Dvouklíčová", null);
    tie(director, family.child(), Role.AUNT_UNCLE, aunt, family.file());
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(same), Ground.CONFLICT_OF_INTEREST);
    assertEquals(1, tied(worker, family.file()));
    for (Runnable join :
        List.<Runnable>of(
            () -> register.same.declare(director, same, aunt),
            () -> register.same.declare(director, aunt, same),
            () -> {
              register.same.declare(director, aunt, third);
              register.same.declare(director, same, third);
            })) {
      join.run();
      assertEquals(List.of(), written(worker, family.child()));
      assertEquals(0, tied(worker, family.file()));
      assertEquals(0, recent(worker, family.file()));
      register.same.undo(director, same);
      register.same.undo(director, aunt);
      assertEquals(1, tied(worker, family.file()));
      assertEquals(1, recent(worker, family.file()));
    }
  }

  /** Story S2: from the day on which the grandmother takes care herself. */
  @Test
  void whoWroteSomebodyDownGoesOnOnlyUntilAFileTakesOver() {
    Family family = register.family(director, worker, "Zapisující");
    UUID tie = newcomer(worker, family.child(), Role.GRANDPARENT, "Přebraná", family.file());
    PersonId grandmother = register.kin.one(worker, family.child(), tie).person();
    Viewer second = register.viewer("key-worker");
    CaseFileId vesela = file("Přebraná", second);
    register.files.addCarer(director, vesela, grandmother, TODAY);
    assertThrows(NotFound.class, () -> register.kin.of(worker, grandmother));
    assertFalse(knows(worker, family.child(), tie));
    assertEquals(List.of(), register.kin.of(second, grandmother), "nothing of the other family");
    PersonId mine = register.person(worker, "Jana", "Ponechaná", null);
    register.files.addCarer(director, family.file(), mine, TODAY);
    assertEquals("Jana Ponechaná", register.people.view(worker, mine).name().spoken());
  }

  @Test
  void theExtractOfAChildDoesNotTellWithWhomItLives() {
    Family family = register.family(director, worker, "Mlčící");
    PersonId grandfather = register.person(director, "Jan", "Mlčící", null);
    PersonId mother = register.person(director, "Eva", "Mlčící", null);
    tie(director, family.child(), Role.PARENT, mother);
    tie(director, family.child(), Role.CLOSE, grandfather, null, "žije s ním");
    UUID guardian = tie(director, family.child(), Role.GUARDIAN, family.carer());
    for (PersonId owner : List.of(family.child(), grandfather)) {
      register.households.found(
          director,
          owner,
          "U babičky Mlčící",
          null,
          new Days(CAME, null),
          List.of(owner.equals(grandfather) ? family.child() : grandfather));
    }
    String told = register.kinData.export(Set.of(family.child())).toString();
    assertTrue(told.contains("Eva Mlčící"), told);
    for (String secret : List.of("babičky", "Jan Mlčící", "žije s ním", "2026-02-04", "Marie")) {
      assertFalse(told.contains(secret), secret + " in " + told);
    }
    var review = register.kinData.review(Set.of(family.child()));
    assertEquals(4, review.size(), "two households, who is close, the guardian");
    assertTrue(review.stream().anyMatch(one -> guardian.equals(one.record())));
    assertTrue(
        review.stream().anyMatch(one -> one.href().endsWith(family.child() + "/kin#households")));
    assertEquals(
        1,
        register.kinData.export(Set.of(mother)).stream()
            .filter(one -> !one.value().isEmpty())
            .count(),
        "of others everything is told");
  }

  private long tied(Viewer viewer, CaseFileId file) {
    return register.timeline.of(viewer, file, null, 20).items().stream()
        .filter(entry -> entry.kind().equals("kin-tied"))
        .count();
  }

  private long recent(Viewer viewer, CaseFileId file) {
    return register.timeline.recent(viewer, 100).stream()
        .filter(one -> one.file().equals(file) && one.entry().kind().equals("kin-tied"))
        .count();
  }

  @Test
  void howTwoAreCloseIsKeptForEveryKind() {
    PersonId child = register.person(director, "Ema", "Popsaná", null);
    PersonId aunt = register.person(director, "Iva", "Popsaná", null);
    UUID tie = tie(director, child, Role.AUNT_UNCLE, aunt, null, "vychovávala ji do čtyř let");
    assertEquals("vychovávala ji do čtyř let", register.kin.one(director, child, tie).words());
  }

  @Test
  void thePageAndTheListsGoByTheSameRowOfTheSex() {
    PersonId one = register.person(director, "Nikola", "Stejná", null);
    PersonId two = register.person(director, "Nikola", "Stejna", null);
    PersonId child = register.person(director, "Ema", "Stejná", null);
    tie(director, child, Role.PARENT, one);
    register.kin.sex(director, one, 0, Sex.FEMALE);
    register.kin.sex(director, two, 0, Sex.MALE);
    register.same.declare(director, two, one);
    Sex said = register.kin.sex(director, one).sex();
    assertEquals(said, register.kin.sex(director, two).sex());
    assertEquals(said, written(director, child).get(0).sex());
    register.kin.sex(director, two, register.kin.sex(director, two).version(), null);
    assertEquals(Sex.UNKNOWN, register.kin.sex(director, one).sex());
    assertEquals(Sex.UNKNOWN, written(director, child).get(0).sex());
  }

  @Test
  void theNameOfAHouseholdGoesWithWhoeverItMayName() {
    PersonId child = register.person(director, "Ema", "Horská", null);
    PersonId mother = register.person(director, "Jana", "Horská", null);
    UUID home =
        register.households.found(
            director, child, "U Jany Horské", null, new Days(null, null), List.of(mother));
    register.kinData.erase(Set.of(mother));
    Home nameless = register.households.one(director, child, home);
    assertNull(nameless.name());
    register.households.rename(director, child, home, nameless.version(), "U táty");
    assertEquals("U táty", register.households.one(director, child, home).name());
    PersonId brother = register.person(director, "Jan", "Horský", null);
    register.households.join(director, child, home, brother, new Days(null, null));
    register.kinData.erase(Set.of(child));
    Home inherited = register.households.one(director, brother, home);
    assertNull(inherited.name());
    register.households.rename(director, brother, home, inherited.version(), "U Honzy");
    assertEquals(
        "field.household=U Honzy",
        register.kinData.export(Set.of(brother)).stream()
            .map(fact -> fact.label().key() + "=" + fact.value())
            .findFirst()
            .orElseThrow());
  }

  @Test
  void theExtractCallsRelativesByTheirWordAndNamesNotesForReview() {
    PersonId one = register.person(director, "Jana", "Výpisní", null);
    PersonId two = register.person(director, "Petr", "Výpisní", null);
    register.kin.sex(director, two, 0, Sex.MALE);
    UUID tie =
        register.kin.tie(
            director,
            one,
            new NewTie(
                Role.SPOUSE,
                two,
                null,
                null,
                new Terms(new Days(null, TODAY.minusDays(1)), null, "bil ji", null)));
    var fact = register.kinData.export(Set.of(one)).get(0);
    assertEquals("kin.word.FORMER_SPOUSE", fact.label().key());
    assertEquals(List.of("MALE"), fact.label().arguments());
    assertFalse(fact.value().contains("bil"), "it is about both");
    var review = register.kinData.review(Set.of(one));
    assertEquals(List.of(tie), review.stream().map(entry -> entry.record()).toList());
    assertEquals("/people/" + one + "/kin", review.get(0).href());
  }

  @Test
  void theNumberOfQueriesDoesNotGrowWithThePeople() {
    Family few = register.family(director, worker, "Malá");
    Family many = register.family(director, worker, "Velká");
    for (int i = 0; i < 9; i++) {
      grow(i == 0 ? few : many, i);
    }
    Statements counted = new Statements(register.tx);
    KinDesk kin = register.kinOver(counted);
    HouseholdDesk households =
        new HouseholdDesk(
            counted,
            register.access.access(),
            register.access.audit(),
            register.access.aliases(),
            register.staff,
            register.house.keys());
    PictureDesk pictures =
        new PictureDesk(
            counted,
            register.access.access(),
            register.access.aliases(),
            register.files,
            register.placements,
            register.staff,
            register.house.keys(),
            null);
    KinData data = new KinData(counted, register.timeline, register.house.keys(), register.change);
    Map<String, Consumer<Family>> reads =
        Map.of(
            "list", family -> kin.of(worker, family.child()),
            "file", family -> kin.of(worker, family.file(), people(family)),
            "homes", family -> households.of(worker, family.child()),
            "picture", family -> pictures.ofPerson(worker, family.child()),
            "picture of the file", family -> pictures.ofFile(worker, family.file()),
            "extract", family -> data.export(Set.of(family.child())),
            "writing",
                family ->
                    kin.tie(
                        director,
                        register.person(director, "Eva", "Nová", null),
                        new NewTie(Role.PARENT, family.child(), null, null, PLAIN)));
    reads.forEach(
        (what, read) -> assertEquals(asked(counted, read, few), asked(counted, read, many), what));
  }

  private static List<PersonId> people(Family family) {
    return List.of(family.child(), family.carer());
  }

  private static long asked(Statements counted, Consumer<Family> read, Family family) {
    long before = counted.asked();
    read.accept(family);
    return counted.asked() - before;
  }

  /** One more grandparent with an identifier and a note, who lives there, too. */
  private void grow(Family family, int number) {
    PersonId more =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Petr" + number, "Vzdálený"),
                null,
                "900101/0007",
                null,
                null,
                null,
                false));
    register.kin.tie(
        director,
        family.child(),
        new NewTie(
            Role.GRANDPARENT,
            more,
            null,
            family.file(),
            new Terms(new Days(null, null), null, "poznámka " + number, null)));
    register.households.found(
        director, family.child(), "U dědy", family.file(), new Days(null, null), List.of(more));
  }

  @Test
  void anIdentifierIsOpenedOnlyWhereNothingWasWrittenDownWithIt() {
    PersonId child = register.person(director, "Ema", "Dřívější", null);
    PersonId father =
        register.people.register(
            director,
            new NewPerson(
                new PersonName("Petr", "Dřívější"), null, "900101/0007", null, null, null, false));
    tie(director, child, Role.PARENT, father);
    Sex kept =
        register.tx.read(
            em ->
                em.createQuery("SELECT p.identifierSex FROM Person p WHERE p.id = :id", Sex.class)
                    .setParameter("id", father.value())
                    .getSingleResult());
    assertEquals(Sex.MALE, kept);
    register.tx.run(em -> em.find(Person.class, father.value()).identifierSays(null));
    assertEquals(Sex.MALE, written(director, child).get(0).sex(), "from before");
  }
}
