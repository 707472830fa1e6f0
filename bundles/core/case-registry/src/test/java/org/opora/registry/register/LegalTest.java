package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Aliases;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition.Answer;
import org.opora.api.legal.LegalPosition.Standing;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.NewRepresentative;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.legal.domain.Extent;
import org.opora.registry.legal.domain.Force;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Who signs for a child is read from what those who may know have written down. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegalTest {
  private static final LocalDate BORN = LocalDate.of(2018, 3, 4);

  @Parameter TestDatabase.Product product;
  private Register register;
  private LegalRoom room;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    room = new LegalRoom(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  static NewRepresentative parent(String name, Extent extent, UUID decision, LocalDate since) {
    return new NewRepresentative(
        Role.PARENT, null, name, extent, Set.of(), "poznámka", since, null, decision);
  }

  static NewDecision care(PersonId... to) {
    return new NewDecision(
        DecisionKind.CARE,
        "Okresní soud v Liberci",
        "12 P 34/2025",
        "Dítě se svěřuje do pěstounské péče.",
        "desky, část 3",
        List.of(to),
        null,
        LocalDate.of(2026, 1, 5),
        LocalDate.of(2026, 1, 14),
        false,
        Appeal.NONE,
        null,
        null);
  }

  private Answer answer(Viewer viewer, PersonId child, Matter matter, LocalDate day) {
    return room.desk.answers(viewer, child, day).stream()
        .filter(one -> one.matter() == matter)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyAnswerNamesItsSignersItsRowsAndItsLaw() {
    Family family = register.family(director, worker, "Zastoupená");
    PersonId child = family.child();
    assertEquals(
        List.of(Matter.values()),
        room.desk.answers(worker, child, TODAY).stream().map(Answer::matter).toList());
    assertEquals("signing.no-decision", answer(worker, child, Matter.ORDINARY, TODAY).why().key());
    assertEquals("signing.no-rule", answer(worker, child, Matter.TRAVEL, TODAY).why().key());
    assertNull(answer(worker, child, Matter.TRAVEL, TODAY).paragraph());
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    UUID mother = room.desk.add(worker, child, parent("Petra Nová", Extent.FULL, null, BORN));
    room.desk.add(worker, child, parent("", Extent.NOBODY, null, BORN));
    Answer ordinary = answer(worker, child, Matter.ORDINARY, TODAY);
    assertEquals(Standing.SIGNS, ordinary.standing());
    assertEquals("Marie Zastoupená", ordinary.signers().get(0).name());
    assertEquals(family.carer(), ordinary.signers().get(0).person());
    assertEquals(decision, ordinary.signers().get(0).source());
    assertTrue(ordinary.signers().get(0).decision());
    assertEquals("§ 1", ordinary.paragraph());
    assertEquals(Trust.SECONDARY, ordinary.trust());
    room.confirmed.add(new Confirmations.Figure("test.ORDINARY", LocalDate.of(2014, 1, 1)));
    assertEquals(Trust.CONFIRMED, answer(worker, child, Matter.ORDINARY, TODAY).trust());
    assertEquals(Trust.SECONDARY, answer(worker, child, Matter.SCHOOL, TODAY).trust());
    room.confirmed.clear();
    assertNotNull(ordinary.lawSource());
    Answer school = answer(worker, child, Matter.SCHOOL, TODAY);
    assertEquals("Petra Nová", school.signers().get(0).name());
    assertNull(school.signers().get(0).person());
    assertEquals(mother, school.signers().get(0).source());
    assertFalse(school.together());
    assertEquals(
        "signing.parent-full",
        answer(worker, child, Matter.ORDINARY, LocalDate.of(2026, 1, 13)).why().key(),
        "before legal force, and before the child came to the family");
    assertEquals(
        Standing.ITSELF, answer(worker, child, Matter.COURT, BORN.plusYears(18)).standing());
  }

  @Test
  void historyIsReadAsOfADay() {
    Family family = register.family(director, worker, "Dějinná");
    PersonId child = family.child();
    LocalDate change = LocalDate.of(2026, 5, 1);
    UUID taken =
        room.desk.add(
            worker,
            child,
            new NewDecision(
                DecisionKind.RESPONSIBILITY,
                "Soud",
                "1 Nc 2/2026",
                null,
                null,
                List.of(family.carer()),
                "nikomu",
                change,
                null,
                true,
                Appeal.PENDING,
                null,
                null));
    UUID before =
        room.desk.add(
            worker,
            child,
            new NewRepresentative(
                Role.PARENT,
                null,
                "Petra Nová",
                Extent.FULL,
                Set.of(),
                null,
                BORN,
                change.minusDays(1),
                null));
    room.desk.add(worker, child, parent("Petra Nová", Extent.SUSPENDED, taken, change));
    room.desk.add(
        worker,
        child,
        new NewRepresentative(
            Role.PARENT,
            null,
            "Jan Nový",
            Extent.FULL,
            Set.of(),
            null,
            BORN,
            change.minusDays(1),
            null));
    assertEquals(2, answer(worker, child, Matter.COURT, change.minusDays(1)).signers().size());
    assertEquals(
        "signing.other-parent",
        answer(worker, child, Matter.SCHOOL, change).why().key(),
        "what became of the other is not written down");
    room.desk.add(worker, child, parent("Jan Nový", Extent.FULL, taken, change));
    assertEquals(
        List.of("Jan Nový"),
        answer(worker, child, Matter.COURT, change).signers().stream().map(s -> s.name()).toList());
    Position today = room.desk.position(worker, child, TODAY);
    assertEquals(
        List.of(true, true, false, false),
        today.representatives().stream().map(Position.Standing::now).toList());
    assertEquals(before, today.representatives().get(2).id());
    Position.Ruling ruling = today.decisions().get(0);
    assertEquals(Force.IN_FORCE, ruling.force());
    assertEquals(List.of(), ruling.named(), "it is not about care");
    assertNull(ruling.text().toOther());
    assertEquals(
        "1 Nc 2/2026",
        today.representatives().stream()
            .filter(one -> one.ground() != null)
            .findFirst()
            .orElseThrow()
            .ground()
            .reference());
    assertEquals(
        Force.NOT_YET,
        room.desk.position(worker, child, change.minusDays(1)).decisions().get(0).force());
  }

  @Test
  void rowsAreCorrectedWithoutLosingWhatAColleagueWroteAndTakenBack() {
    Family family = register.family(director, worker, "Opravovaná");
    PersonId child = family.child();
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    Position.Ruling first = room.desk.decision(worker, decision);
    assertEquals(care(family.carer()), first.text());
    NewDecision other =
        new NewDecision(
            DecisionKind.INTERIM,
            "Krajský soud",
            "2 Co 3/2026",
            null,
            null,
            List.of(),
            "Dětské centrum",
            TODAY,
            null,
            true,
            Appeal.UPHELD,
            TODAY,
            TODAY.plusMonths(1));
    room.desk.amendDecision(worker, decision, first.version(), other);
    assertEquals(other, room.desk.decision(director, decision).text());
    assertEquals(
        "signing.lives-elsewhere",
        answer(worker, child, Matter.ORDINARY, TODAY).why().key(),
        "it lives in a family, not in the institution");
    assertThrows(
        Stale.class,
        () -> room.desk.amendDecision(worker, decision, first.version(), care(family.carer())));
    UUID parent = room.desk.add(worker, child, parent("Petra", Extent.UNKNOWN, null, BORN));
    long version = room.desk.representative(worker, parent).version();
    room.desk.amendRepresentative(
        worker, parent, version, parent("Petra Nová", Extent.FULL, null, BORN));
    assertThrows(
        Stale.class,
        () ->
            room.desk.amendRepresentative(
                worker, parent, version, parent("Jiná", Extent.FULL, null, BORN)));
    long now = room.desk.representative(worker, parent).version();
    refused("reason", () -> room.desk.withdrawRepresentative(worker, parent, now, " "));
    room.desk.withdrawRepresentative(worker, parent, now, "patří k jinému dítěti");
    Position.Standing gone = room.desk.representative(worker, parent);
    assertEquals("patří k jinému dítěti", gone.mistake().reason());
    assertFalse(gone.now());
    refused(
        null,
        () ->
            room.desk.amendRepresentative(
                worker, parent, gone.version(), parent("Petra", Extent.FULL, null, BORN)));
    long last = room.desk.decision(worker, decision).version();
    room.desk.withdrawDecision(worker, decision, last, "omyl");
    assertEquals("signing.no-decision", answer(worker, child, Matter.ORDINARY, TODAY).why().key());
    refused(
        null,
        () ->
            room.desk.withdrawDecision(
                worker, decision, room.desk.decision(worker, decision).version(), "znovu"));
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    Family family = register.family(director, worker, "Neúplná");
    PersonId child = family.child();
    refused("role", child, representative(Role.CARER, "Eva", null, Set.of(), BORN, null));
    refused("extent", child, representative(Role.PARENT, "Eva", null, Set.of(), BORN, null));
    refused("name", child, representative(Role.PARENT, " ", Extent.FULL, Set.of(), BORN, null));
    refused("since", child, representative(Role.PARENT, "E", Extent.FULL, Set.of(), null, null));
    refused(
        "until",
        child,
        representative(Role.GUARDIAN, "E", null, Set.of(), BORN, BORN.minusDays(1)));
    refused(
        "matters", child, representative(Role.PARENT, "E", Extent.LIMITED, Set.of(), BORN, null));
    refused(
        "matters",
        child,
        representative(Role.COLLISION_GUARDIAN, "OSPOD", null, Set.of(), BORN, null));
    UUID foreign =
        room.desk.add(director, register.family(director, worker, "Cizí").child(), care());
    refused("decision", child, parent("Petra", Extent.FULL, foreign, BORN));
    refused("kind", () -> room.desk.add(worker, child, decision(null, "S", "1", TODAY, null)));
    refused(
        "court",
        () -> room.desk.add(worker, child, decision(DecisionKind.OTHER, "", "1", TODAY, null)));
    refused(
        "reference",
        () -> room.desk.add(worker, child, decision(DecisionKind.OTHER, "S", "", TODAY, null)));
    refused(
        "decidedOn",
        () ->
            room.desk.add(
                worker, child, decision(DecisionKind.OTHER, "S", "1", TODAY.plusDays(1), null)));
    refused(
        "forceOn",
        () ->
            room.desk.add(
                worker, child, decision(DecisionKind.OTHER, "S", "1", TODAY, TODAY.minusDays(1))));
    PersonId stranger = register.person(director, "Cizí", "Člověk", LocalDate.of(1980, 1, 1));
    refused("to", () -> room.desk.add(worker, child, care(stranger)));
    refused(
        "person",
        child,
        new NewRepresentative(
            Role.PARENT, stranger, null, Extent.FULL, Set.of(), null, BORN, null, null));
    assertEquals(new Position(List.of(), List.of()), room.desk.position(worker, child, TODAY));
    NewRepresentative father =
        new NewRepresentative(
            Role.PARENT, family.carer(), null, Extent.FULL, Set.of(), null, BORN, null, null);
    UUID kept = room.desk.add(worker, child, father);
    refused("since", child, father);
    Position.Standing row = room.desk.representative(worker, kept);
    assertEquals("Marie Neúplná", row.text().name());
    room.desk.amendRepresentative(worker, kept, row.version(), father);
  }

  private static NewRepresentative representative(
      Role role,
      String name,
      Extent extent,
      Set<Matter> matters,
      LocalDate since,
      LocalDate until) {
    return new NewRepresentative(role, null, name, extent, matters, null, since, until, null);
  }

  private static NewDecision decision(
      DecisionKind kind, String court, String reference, LocalDate decided, LocalDate force) {
    return new NewDecision(
        kind,
        court,
        reference,
        null,
        null,
        List.of(),
        null,
        decided,
        force,
        false,
        Appeal.NONE,
        null,
        null);
  }

  private void refused(String field, PersonId child, NewRepresentative text) {
    refused(field, () -> room.desk.add(worker, child, text));
  }

  private static void refused(String field, Executable act) {
    assertEquals(field, assertThrows(Refused.class, act).field());
  }

  @Test
  void nobodyElseLearnsAnything() {
    Family family = register.family(director, worker, "Uzavřená");
    PersonId child = family.child();
    UUID parent = room.desk.add(worker, child, parent("Petra", Extent.FULL, null, BORN));
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    Viewer stranger = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    List<Executable> doors =
        List.of(
            () -> room.desk.answers(stranger, child, TODAY),
            () -> room.desk.position(stranger, child, TODAY),
            () -> room.desk.representative(stranger, parent),
            () -> room.desk.decision(stranger, decision),
            () -> room.desk.add(stranger, child, care()),
            () -> room.desk.withdrawDecision(stranger, decision, 1, "x"),
            () ->
                room.desk.amendRepresentative(
                    stranger, parent, 1, parent("X", Extent.FULL, null, BORN)));
    doors.forEach(door -> assertThrows(NotFound.class, door));
    assertThrows(NotAllowed.class, () -> room.desk.answers(it, child, TODAY));
    assertThrows(NotAllowed.class, () -> room.desk.decision(it, decision));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(child), Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> room.desk.answers(worker, child, TODAY));
    assertThrows(NotFound.class, () -> room.desk.decision(worker, decision));
  }

  @Test
  void whatIsWrittenUnderTwoRecordsOfOneChildIsRead() {
    Viewer other = register.viewer("key-worker");
    Family one = register.family(director, worker, "Dvakrát");
    Family two = register.family(director, other, "Podruhé");
    UUID decision = room.desk.add(other, two.child(), care(two.carer()));
    register.same.declare(director, two.child(), one.child());
    Answer ordinary = answer(worker, one.child(), Matter.ORDINARY, TODAY);
    assertEquals("Marie Podruhé", ordinary.signers().get(0).name());
    assertNull(ordinary.signers().get(0).person(), "the worker does not see the other family");
    assertEquals(decision, room.desk.decision(worker, decision).id());
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(two.child()), Ground.CONFLICT_OF_INTEREST);
    for (PersonId key : List.of(one.child(), two.child())) {
      assertThrows(
          NotFound.class,
          () -> room.desk.answers(worker, key, TODAY),
          "the facts that are left would be answered as if they were whole");
      assertThrows(NotFound.class, () -> room.desk.position(worker, key, TODAY));
      assertThrows(NotFound.class, () -> room.desk.add(worker, key, care()));
    }
    assertEquals(Map.of(), room.desk.answers(worker, Set.of(one.child()), TODAY));
    assertThrows(NotFound.class, () -> room.desk.decision(worker, decision));
  }

  @Test
  void aWallAtTheSubFileClosesWhatIsWrittenAboutTheChild() {
    Family family = register.family(director, worker, "Podspisová");
    PersonId child = family.child();
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    Subject childFile = Subject.of(register.files.childFile(child));
    register.access.walls().raise(director, worker.staff(), childFile, Ground.CONFLICT_OF_INTEREST);
    List<Executable> doors =
        List.of(
            () -> room.desk.answers(worker, child, TODAY),
            () -> room.desk.position(worker, child, TODAY),
            () -> room.desk.decision(worker, decision),
            () -> room.desk.add(worker, child, parent("Petra", Extent.FULL, null, BORN)),
            () -> room.desk.withdrawDecision(worker, decision, 1, "omyl"));
    doors.forEach(door -> assertThrows(NotFound.class, door));
    register.access.walls().lift(director, worker.staff(), childFile);
    assertEquals(decision, room.desk.decision(worker, decision).id());
  }

  @Test
  void aParentWhoIsNotInTheRegisterIsWrittenDownOnceForOneDay() throws Exception {
    Family family = register.family(director, worker, "Jmenovitá");
    PersonId child = family.child();
    UUID mother = room.desk.add(worker, child, parent("Petra Nová", Extent.FULL, null, BORN));
    LocalDate change = LocalDate.of(2026, 5, 1);
    for (String same : List.of("Petra Nová", "Nová Petra", "Mgr. PETRA NOVA")) {
      refused("since", child, parent(same, Extent.DEPRIVED, null, change));
    }
    assertEquals("signing.other-parent", answer(worker, child, Matter.SCHOOL, TODAY).why().key());
    room.desk.amendRepresentative(
        worker,
        mother,
        room.desk.representative(worker, mother).version(),
        new NewRepresentative(
            Role.PARENT,
            null,
            "Petra Nová",
            Extent.FULL,
            Set.of(),
            null,
            BORN,
            change.minusDays(1),
            null));
    room.desk.add(worker, child, parent("Petra Nová", Extent.DEPRIVED, null, change));
    room.desk.add(worker, child, parent("Jan Nový", Extent.FULL, null, BORN));
    assertEquals(
        "signing.no-ground",
        answer(worker, child, Matter.SCHOOL, TODAY).why().key(),
        "nobody has written down who took it from her");
    PersonId sibling = register.family(director, worker, "Souběžně").child();
    Refused second =
        AtOnce.secondIsRefused(
            register,
            sibling,
            () -> room.desk.add(worker, sibling, parent("Eva Malá", Extent.FULL, null, BORN)),
            () -> room.desk.add(director, sibling, parent("Eva Malá", Extent.UNKNOWN, null, BORN)));
    assertEquals("since", second.field());
  }

  @Test
  void oneParentUnderTwoKeysIsNotTwoParents() {
    Family family = register.family(director, worker, "Sloučená");
    PersonId child = family.child();
    PersonId twin = register.person(director, "Maria", "Sloucena", LocalDate.of(1980, 5, 1));
    for (PersonId key : List.of(family.carer(), twin)) {
      room.desk.add(
          director,
          child,
          new NewRepresentative(
              Role.PARENT, key, null, Extent.FULL, Set.of(), null, BORN, null, null));
    }
    assertEquals(2, answer(director, child, Matter.SCHOOL, TODAY).signers().size());
    room.desk.add(director, child, care(twin));
    assertEquals(
        "signing.lives-elsewhere", answer(director, child, Matter.ORDINARY, TODAY).why().key());
    register.same.declare(director, twin, family.carer());
    assertEquals("signing.parent-twice", answer(director, child, Matter.SCHOOL, TODAY).why().key());
    assertEquals(Standing.SIGNS, answer(director, child, Matter.ORDINARY, TODAY).standing());
  }

  @Test
  void whoStandsBehindAWallIsNeitherNamedNorLost() {
    Family family = register.family(director, worker, "Utajená");
    PersonId child = family.child();
    UUID decision = room.desk.add(director, child, care(family.carer()));
    NewRepresentative father =
        new NewRepresentative(
            Role.PARENT, family.carer(), null, Extent.FULL, Set.of(), null, BORN, null, null);
    UUID row = room.desk.add(director, child, father);
    Subject carer = Subject.of(family.carer());
    PersonId twin = register.person(director, "Maria", "Utajena", LocalDate.of(1980, 5, 1));
    register.same.declare(director, twin, family.carer());
    for (Subject wall : List.of(carer, Subject.of(twin))) {
      register.access.walls().raise(director, worker.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertEquals(
          List.of(Standing.SIGNS),
          room.desk.answers(worker, child, TODAY).stream()
              .filter(one -> one.matter() == Matter.ORDINARY)
              .map(Answer::standing)
              .toList());
      assertNull(answer(worker, child, Matter.ORDINARY, TODAY).signers().get(0).name());
      assertNull(answer(worker, child, Matter.ORDINARY, TODAY).signers().get(0).person());
      assertNull(answer(worker, child, Matter.COURT, TODAY).signers().get(0).name());
      Position seen = room.desk.position(worker, child, TODAY);
      assertFalse(
          seen.toString().contains("Utajená")
              || seen.toString().contains(family.carer().toString()),
          seen.toString());
      Position.Standing standing = seen.representatives().get(0);
      room.desk.amendRepresentative(
          worker, row, standing.version(), parent(" ", Extent.FULL, null, BORN));
      Position.Ruling ruling = seen.decisions().get(0);
      assertEquals(List.of(), ruling.text().to());
      room.desk.amendDecision(worker, decision, ruling.version(), care());
      register.access.walls().lift(director, worker.staff(), wall);
    }
    assertEquals("Marie Utajená", room.desk.representative(director, row).text().name());
    assertEquals(family.carer(), room.desk.representative(director, row).text().person());
    assertEquals("poznámka", room.desk.representative(director, row).text().note());
    assertEquals(List.of(family.carer()), room.desk.decision(director, decision).text().to());
    PersonId mother = register.person(director, "Jana", "Nespojená", LocalDate.of(1985, 1, 1));
    room.desk.add(
        director,
        child,
        new NewRepresentative(
            Role.PARENT, mother, null, Extent.FULL, Set.of(), null, BORN, null, null));
    assertTrue(
        room.desk.position(worker, child, TODAY).representatives().stream()
            .anyMatch(one -> "Jana Nespojená".equals(one.text().name()) && one.link() == null),
        "whom the viewer merely has nothing to do with is named");
  }

  @Test
  void whoSupervisesOneContactReadsTheAnswersAndNothingElse() {
    Family family = register.family(director, worker, "Dohledová");
    PersonId child = family.child();
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    UUID row = room.desk.add(worker, child, parent("Petra", Extent.FULL, null, BORN));
    for (RelationKind kind : List.of(RelationKind.FACILITATOR, RelationKind.REGISTRAR)) {
      Viewer other = register.viewer("key-worker");
      register
          .access
          .relations()
          .grant(other.staff(), Subject.of(child), kind, TODAY, null, "test:" + kind);
      assertEquals(
          Standing.SIGNS, answer(other, child, Matter.ORDINARY, TODAY).standing(), kind.name());
      assertEquals(Set.of(), room.desk.readable(other, Set.of(child)));
      List<Executable> doors =
          List.of(
              () -> room.desk.position(other, child, TODAY),
              () -> room.desk.decision(other, decision),
              () -> room.desk.representative(other, row),
              () -> room.desk.add(other, child, care()),
              () -> room.desk.add(other, child, parent("X", Extent.FULL, null, BORN)),
              () -> room.desk.amendDecision(other, decision, 1, care()),
              () -> room.desk.withdrawRepresentative(other, row, 1, "omyl"),
              () -> room.desk.withdrawDecision(other, decision, 1, "omyl"));
      doors.forEach(door -> assertThrows(NotFound.class, door, kind.name()));
    }
    assertEquals(Set.of(child), room.desk.readable(worker, Set.of(child)));
  }

  private Viewer related(Family family, RelationKind kind, LocalDate since, LocalDate until) {
    Viewer viewer = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(
            viewer.staff(),
            Subject.of(family.child()),
            kind,
            since,
            until,
            "test:" + viewer.staff());
    return viewer;
  }

  @Test
  void whoWorksWithTheFamilyReadsItAndOnlyWhoLeadsItWritesItDown() {
    Family family = register.family(director, worker, "Spolupracovní");
    PersonId child = family.child();
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    UUID row = room.desk.add(worker, child, parent("Petra", Extent.FULL, null, BORN));
    Viewer colleague = related(family, RelationKind.CO_WORKER, TODAY, null);
    assertEquals(decision, room.desk.decision(colleague, decision).id());
    assertEquals(1, room.desk.position(colleague, child, TODAY).representatives().size());
    assertEquals(Set.of(child), room.desk.readable(colleague, Set.of(child)));
    assertEquals(Set.of(), room.desk.writable(colleague, Set.of(child)));
    List<Executable> writes =
        List.of(
            () -> room.desk.add(colleague, child, care()),
            () -> room.desk.add(colleague, child, parent("X", Extent.FULL, null, BORN)),
            () -> room.desk.amendDecision(colleague, decision, 1, care()),
            () ->
                room.desk.amendRepresentative(
                    colleague, row, 1, parent("X", Extent.FULL, null, BORN)),
            () -> room.desk.withdrawRepresentative(colleague, row, 1, "omyl"),
            () -> room.desk.withdrawDecision(colleague, decision, 1, "omyl"));
    writes.forEach(write -> assertThrows(NotFound.class, write));
    Viewer back = related(family, RelationKind.STAND_IN, TODAY.minusDays(5), TODAY.minusDays(1));
    assertThrows(NotFound.class, () -> room.desk.position(back, child, TODAY));
    Viewer deputy = related(family, RelationKind.STAND_IN, TODAY, TODAY);
    assertEquals(Set.of(child), room.desk.writable(deputy, Set.of(child)));
    room.desk.withdrawDecision(
        deputy, decision, room.desk.decision(deputy, decision).version(), "jiné dítě");
  }

  @Test
  void whatWasWrittenDownByMistakeIsNotHandedOutButNamedForReview() {
    Family family = register.family(director, worker, "Cizí");
    PersonId child = family.child();
    Set<PersonId> carer = Set.of(family.carer());
    UUID decision = room.desk.add(worker, child, care(family.carer()));
    UUID row =
        room.desk.add(
            worker,
            child,
            new NewRepresentative(
                Role.PARENT, family.carer(), null, Extent.FULL, Set.of(), null, BORN, null, null));
    assertTrue(handed(Set.of(child), "12 P 34/2025") && handed(carer, BORN.toString()));
    assertTrue(handed(carer, "2026-01-05"));
    assertEquals(List.of(), reviewed(Set.of(child)));
    room.desk.withdrawDecision(worker, decision, 1, "jiné dítě");
    room.desk.withdrawRepresentative(worker, row, 1, "jiné dítě");
    assertFalse(handed(Set.of(child), "12 P 34/2025"), "court and number of another family");
    assertFalse(handed(Set.of(child), "Marie Cizí"));
    assertFalse(handed(carer, "2026-01-05"));
    assertFalse(
        register.own.export(carer).stream()
            .anyMatch(fact -> fact.label().key().equals("legal.role.PARENT")));
    for (Set<PersonId> person : List.of(Set.of(child), carer)) {
      assertEquals(List.of(decision, row), reviewed(person));
    }
  }

  private boolean handed(Set<PersonId> person, String words) {
    return register.own.export(person).stream().anyMatch(fact -> fact.value().contains(words));
  }

  private List<UUID> reviewed(Set<PersonId> person) {
    return register.own.review(person).stream()
        .filter(one -> one.href().contains("/legal#r-"))
        .map(Review::record)
        .toList();
  }

  @Test
  void afterAnErasureADecisionStillEntrustsToSomebody() {
    Family family = register.family(director, worker, "Zapomenutá");
    PersonId child = family.child();
    PersonId other = register.person(director, "Běta", "Zapomenutá", LocalDate.of(1975, 1, 1));
    long before = register.own.count(Set.of(other));
    room.desk.add(director, child, care(family.carer()));
    UUID interim =
        room.desk.add(
            director,
            child,
            new NewDecision(
                DecisionKind.INTERIM,
                "Soud",
                "5 Nc 6/2026",
                null,
                null,
                List.of(other),
                null,
                TODAY.minusDays(9),
                null,
                true,
                Appeal.NONE,
                null,
                null));
    assertEquals(
        "signing.lives-elsewhere", answer(director, child, Matter.ORDINARY, TODAY).why().key());
    register.own.erase(Set.of(other));
    assertEquals(before, register.own.count(Set.of(other)), "nothing names them any more");
    Answer after = answer(director, child, Matter.ORDINARY, TODAY);
    assertEquals("signing.carer-forgotten", after.why().key(), "the carer of before does not sign");
    assertEquals(Standing.NOT_KNOWN, after.standing());
    Position.Ruling ruling = room.desk.decision(director, interim);
    assertEquals(List.of(new Position.Named(null, "", null)), ruling.named());
    assertEquals(List.of(), ruling.text().to());
    room.desk.amendDecision(director, interim, ruling.version(), ruling.text());
    assertEquals(
        1, room.desk.decision(director, interim).named().size(), "a correction loses nobody");
  }

  @Test
  void severalChildrenAreAnsweredAsOneAndWithoutThoseWhoMayNotBeSeen() {
    Viewer other = register.viewer("key-worker");
    Set<PersonId> mine = new LinkedHashSet<>();
    for (String name : List.of("První", "Druhá", "Třetí")) {
      Family family = register.family(director, worker, name);
      room.desk.add(worker, family.child(), care(family.carer()));
      mine.add(family.child());
    }
    PersonId foreign = register.family(director, other, "Čtvrtá").child();
    Set<PersonId> all = new LinkedHashSet<>(mine);
    all.add(foreign);
    Map<PersonId, List<Answer>> answers = room.desk.answers(worker, all, TODAY);
    assertEquals(mine, answers.keySet());
    answers.forEach((child, one) -> assertEquals(room.desk.answers(worker, child, TODAY), one));
    AtomicInteger asked = new AtomicInteger();
    Aliases counting =
        (Aliases)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Aliases.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  return method.invoke(register.access.aliases(), arguments);
                });
    LegalRoom counted = new LegalRoom(register, counting);
    counted.desk.answers(worker, Set.of(mine.iterator().next()), TODAY);
    int one = asked.getAndSet(0);
    counted.desk.answers(worker, mine, TODAY);
    assertEquals(one, asked.get(), "as many questions for three children as for one");
  }

  @Test
  void aChildUnderTwoKeysIsErasedWhicheverComesFirst() {
    for (boolean turned : List.of(false, true)) {
      PersonId one = register.family(director, worker, "Mazaná").child();
      PersonId two = register.family(director, worker, "Mazana").child();
      register.same.declare(director, two, one);
      UUID decision = room.desk.add(director, two, care());
      room.desk.add(director, one, parent("Petra", Extent.FULL, decision, BORN));
      Set<PersonId> keys = new LinkedHashSet<>(turned ? List.of(one, two) : List.of(two, one));
      register.own.erase(keys);
      assertEquals(new Position(List.of(), List.of()), room.desk.position(director, one, TODAY));
    }
    PersonId kept = register.family(director, worker, "Ponechaná").child();
    PersonId parted = register.family(director, worker, "Ponechana").child();
    register.same.declare(director, parted, kept);
    UUID decision = room.desk.add(director, parted, care());
    UUID row = room.desk.add(director, kept, parent("Petra", Extent.FULL, decision, BORN));
    register.same.undo(director, parted);
    register.own.erase(Set.of(parted));
    assertNull(room.desk.representative(director, row).text().decision());
  }

  @Test
  void itBelongsToWhatIsKnownOfThePeopleAndGoesWithThem() {
    Family family = register.family(director, worker, "Vymazaná");
    Set<PersonId> child = Set.of(family.child());
    Set<PersonId> carer = Set.of(family.carer());
    long before = register.own.count(carer);
    long own = register.own.count(child);
    assertTrue(register.arrivals.untouched(director, family.file()));
    room.desk.add(worker, family.child(), care(family.carer()));
    UUID parent =
        room.desk.add(
            worker,
            family.child(),
            new NewRepresentative(
                Role.PARENT,
                family.carer(),
                null,
                Extent.LIMITED,
                EnumSet.of(Matter.SCHOOL),
                "soudní",
                BORN,
                null,
                null));
    assertEquals(before + 2, register.own.count(carer));
    assertEquals(own + 2, register.own.count(child));
    assertTrue(
        register.own.export(child).stream()
            .anyMatch(fact -> fact.value().contains("12 P 34/2025")));
    assertTrue(
        register.own.export(carer).stream()
            .anyMatch(fact -> fact.label().key().equals("legal.role.PARENT")));
    assertFalse(
        register.own.export(carer).stream().anyMatch(fact -> fact.value().contains("12 P")));
    assertFalse(register.arrivals.untouched(director, family.file()));
    register.own.erase(carer);
    assertEquals(before, register.own.count(carer));
    assertEquals("", room.desk.representative(director, parent).text().name());
    register.own.erase(child);
    assertEquals(
        new Position(List.of(), List.of()), room.desk.position(director, family.child(), TODAY));
  }
}
