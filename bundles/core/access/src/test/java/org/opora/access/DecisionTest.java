package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.access.application.Lendings;
import org.opora.access.domain.Alias;
import org.opora.access.probe.ProbeSchema;
import org.opora.access.probe.Thing;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Subject.Kind;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.test.TestDatabase.Product;

@OnEveryDatabase
class DecisionTest {
  private static final String READ = "files.read";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

  @Parameter Product product;
  private TestHouse house;
  private Transactions things;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new TestHouse(product, new Schema[] {new ProbeSchema()});
    things = house.database.transactions("probe");
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void everyReachMeetsEveryRelationAndEveryWall() {
    for (Reach reach : Reach.values()) {
      for (Term term : Term.values()) {
        for (Barrier barrier : Barrier.values()) {
          for (Kind kind : List.of(Kind.CASE_FILE, Kind.CHILD_FILE, Kind.PERSON)) {
            check(reach, term, barrier, kind);
          }
        }
      }
    }
  }

  private void check(Reach reach, Term term, Barrier barrier, Kind kind) {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, reach));
    Subject subject = new Subject(kind, Ids.next());
    if (term.since != null) {
      house
          .access
          .relations()
          .grant(viewer.staff(), subject, RelationKind.DEPUTY, term.since, term.until, "test:1");
    }
    if (barrier != Barrier.NONE) {
      house.access.walls().raise(house.director(), viewer.staff(), subject, Ground.SEAL);
    }
    if (barrier == Barrier.LIFTED) {
      house.access.walls().lift(house.director(), viewer.staff(), subject);
    }

    String expected =
        switch (reach) {
          case NONE -> "no-permission";
          case ALL -> barrier == Barrier.STANDING ? "wall" : "all";
          case OWN ->
              barrier == Barrier.STANDING ? "wall" : term.holds ? "relation:DEPUTY" : "no-relation";
        };
    Decision decision = house.access.access().decide(viewer, READ, subject);
    String situation = reach + " " + term + " " + barrier + " " + kind;
    assertEquals(expected, decision.reason(), situation);
    boolean allowed = expected.equals("all") || expected.startsWith("relation:");
    assertEquals(allowed, decision.allowed(), situation);
    assertEquals(allowed, listed(viewer, subject), "the list says otherwise: " + situation);
  }

  @Test
  void whatIsOpenInAnEmergencyAloneIsToldAndStandsInTheTrail() throws Exception {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Access access = house.access.access();
    Relations relations = house.access.relations();
    Subject lent = new Subject(Kind.CASE_FILE, Ids.next());
    Subject own = new Subject(Kind.CASE_FILE, Ids.next());
    Set<UUID> both = Set.of(lent.id(), own.id());
    Instant later = viewer.now().plusSeconds(1);
    assertEquals(Set.of(), access.lent(viewer, both));
    relations.lend(viewer.staff(), lent, RelationKind.EMERGENCY, TODAY, null, later, "test:6");
    relations.lend(viewer.staff(), own, RelationKind.EMERGENCY, TODAY, null, later, "test:6");
    relations.grant(viewer.staff(), own, RelationKind.DEPUTY, TODAY, null, "test:7");
    assertEquals(Set.of(lent.id()), access.lent(viewer, both));
    assertEquals(Set.of(), access.lent(viewer, Set.of()));
    assertEquals(
        Set.of(lent.id()),
        new Lendings(house.database.transactions("access")).of(viewer, both).keySet(),
        "also after a start");
    Viewer other = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    assertEquals(Set.of(), access.lent(other, both));
    house.access.audit().read(viewer, "files.show", List.of(lent, own), "format=csv");
    house.access.audit().read(other, "files.show", List.of(lent, own), "format=csv");
    List<String> rows = new ArrayList<>();
    house
        .access
        .reader()
        .page(house.director(), Wanted.of(TODAY, TODAY).about(List.of(lent, own)), null, 50)
        .items()
        .forEach(row -> rows.add(row.about() + " " + row.detail()));
    assertEquals(
        List.of(
            List.of(lent, own) + " format=csv",
            List.of(lent) + " by-emergency;format=csv",
            List.of(own) + " format=csv"),
        rows);
    relations.lend(viewer.staff(), lent, RelationKind.INSPECTOR, TODAY, TODAY, later, "test:8");
    assertEquals("relation:INSPECTOR", access.decide(viewer, READ, lent).reason(), "it says more");
    house.access.audit().read(viewer, "files.show", List.of(lent), null);
    assertEquals("by-inspection", lastDetail(lent));
    relations.end(lent, RelationKind.INSPECTOR, "test:8", TODAY.minusDays(1));
    assertEquals("relation:EMERGENCY", access.decide(viewer, READ, lent).reason());
    relations.lend(
        viewer.staff(), lent, RelationKind.EMERGENCY, TODAY, null, viewer.now(), "test:6");
    assertEquals(Set.of(), access.lent(viewer, both), "it is over");
  }

  private String lastDetail(Subject subject) {
    return house
        .access
        .reader()
        .page(house.director(), Wanted.of(TODAY, TODAY).about(List.of(subject)), null, 50)
        .items()
        .get(0)
        .detail();
  }

  @Test
  void whatIsLentReadsUntilItsMomentAndChangesNothing() {
    RelationKind.reading().forEach(this::readsUntilItsMoment);
  }

  private void readsUntilItsMoment(RelationKind lending) {
    String write = "files.write";
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN, write, Reach.OWN));
    Access access = house.access.access();
    Relations relations = house.access.relations();
    for (Kind kind : List.of(Kind.CASE_FILE, Kind.CHILD_FILE, Kind.PERSON)) {
      Subject subject = new Subject(kind, Ids.next());
      Instant later = viewer.now().plusSeconds(1);
      relations.lend(viewer.staff(), subject, lending, TODAY, null, later, "test:4");
      assertEquals("relation:" + lending, access.decide(viewer, READ, subject).reason());
      assertTrue(listed(viewer, subject));
      assertEquals(Decision.READS_ONLY, access.decide(viewer, write, subject).reason());
      assertEquals(
          Decision.READS_ONLY,
          assertThrows(NotAllowed.class, () -> access.require(viewer, write, subject)).reason());
      relations.grant(viewer.staff(), subject, RelationKind.DEPUTY, TODAY, TODAY, "test:5");
      assertEquals("relation:DEPUTY", access.decide(viewer, READ, subject).reason());
      assertTrue(access.decide(viewer, write, subject).allowed());
      relations.end(subject, RelationKind.DEPUTY, "test:5", TODAY.minusDays(1));
      relations.lend(viewer.staff(), subject, lending, TODAY, null, viewer.now(), "test:4");
      assertEquals("no-relation", access.decide(viewer, READ, subject).reason(), "it is over");
      assertEquals("no-relation", access.decide(viewer, write, subject).reason());
      assertFalse(listed(viewer, subject));
      relations.lend(viewer.staff(), subject, lending, TODAY, null, later, "test:4");
      house.access.walls().raise(house.director(), viewer.staff(), subject, Ground.EXCLUSION);
      assertEquals("wall", access.decide(viewer, READ, subject).reason());
      assertFalse(listed(viewer, subject));
    }
    Subject subject = new Subject(Kind.CASE_FILE, Ids.next());
    assertThrows(
        IllegalArgumentException.class,
        () -> relations.grant(viewer.staff(), subject, lending, TODAY, null, "test:6"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            relations.lend(
                viewer.staff(), subject, RelationKind.DEPUTY, TODAY, null, viewer.now(), "test:6"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            relations.lend(
                viewer.staff(),
                new Subject(Kind.DRAWER, Ids.next()),
                RelationKind.INSPECTOR,
                TODAY,
                null,
                viewer.now(),
                "test:6"));
  }

  @Test
  void whatWouldEndBeforeItBeganHasNeverBeen() {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Subject subject = new Subject(Kind.CASE_FILE, Ids.next());
    Relations relations = house.access.relations();
    relations.begin(
        List.of(
            new Relations.Grant(
                viewer.staff(), subject, RelationKind.KEY_WORKER, TODAY, null, "test:2"),
            new Relations.Grant(
                viewer.staff(), subject, RelationKind.DEPUTY, TODAY, null, "test:3")));
    assertEquals(2, relations(viewer.staff()));
    assertTrue(house.access.access().decide(viewer, READ, subject).allowed());
    relations.end(subject, RelationKind.KEY_WORKER, "test:2", TODAY.minusDays(1));
    assertEquals(1, relations(viewer.staff()));
    relations.end(subject, RelationKind.DEPUTY, "test:3", TODAY);
    assertEquals(1, relations(viewer.staff()));
  }

  private long relations(StaffId staff) {
    return house
        .database
        .transactions("access")
        .read(
            em ->
                em.createQuery(
                        "SELECT COUNT(r.id) FROM RelationEntry r WHERE r.staff = :staff",
                        Long.class)
                    .setParameter("staff", staff.value())
                    .getSingleResult());
  }

  /** The same question to a list. */
  private boolean listed(Viewer viewer, Subject subject) {
    Scope scope = house.access.access().scope(viewer, READ);
    return things.required(
        em -> {
          em.persist(new Thing(Ids.next(), subject.id()));
          em.flush();
          var query =
              em.createQuery(
                  "SELECT DISTINCT t.subject FROM "
                      + scope.from("Thing", "t", "subject")
                      + " WHERE "
                      + scope.where("t", "subject")
                      + " AND t.subject = :wanted",
                  UUID.class);
          return !scope.bind(query).setParameter("wanted", subject.id()).getResultList().isEmpty();
        });
  }

  @Test
  void aListOfTheDirectorLeavesOutWhatIsBehindAWall() {
    Viewer director = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    Subject open = new Subject(Kind.CASE_FILE, Ids.next());
    Subject closed = new Subject(Kind.CASE_FILE, Ids.next());
    assertTrue(listed(director, open));
    assertTrue(listed(director, closed));
    house.access.walls().raise(house.director(), director.staff(), closed, Ground.EXCLUSION);
    Scope scope = house.access.access().scope(director, READ);
    Set<UUID> seen =
        Set.copyOf(
            things.read(
                em ->
                    scope
                        .bind(
                            em.createQuery(
                                "SELECT t.subject FROM "
                                    + scope.from("Thing", "t", "subject")
                                    + " WHERE "
                                    + scope.where("t", "subject"),
                                UUID.class))
                        .getResultList()));
    assertTrue(seen.contains(open.id()));
    assertTrue(!seen.contains(closed.id()));
  }

  @Test
  void aDrawerOpensToNobody() {
    Viewer director = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    Subject drawer = new Subject(Kind.DRAWER, Ids.next());
    assertTrue(!house.access.access().decide(director, READ, drawer).allowed());
  }

  @Test
  void whoHoldsNothingIsToldSoAndWhoMayNotKnowFindsNothing() {
    Viewer nobody = house.viewer(StaffId.next(), Map.of());
    Viewer stranger = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    long before = house.access.audit().verify().rows();
    assertThrows(NotAllowed.class, () -> house.access.access().require(nobody, READ));
    assertThrows(NotAllowed.class, () -> house.access.access().require(nobody, READ, file));
    assertThrows(NotFound.class, () -> house.access.access().require(stranger, READ, file));
    assertEquals(before + 3, house.access.audit().verify().rows());
    house.access.access().require(stranger, READ);
    assertEquals(before + 3, house.access.audit().verify().rows());
  }

  @Test
  void theSameCauseChangesTheDatesAndEndsThem() {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    var relations = house.access.relations();
    relations.grant(viewer.staff(), file, RelationKind.KEY_WORKER, TODAY.plusDays(3), null, "a:1");
    assertEquals("no-relation", reason(viewer, file));
    relations.grant(viewer.staff(), file, RelationKind.KEY_WORKER, TODAY, null, "a:1");
    assertEquals("relation:KEY_WORKER", reason(viewer, file));
    relations.end(file, RelationKind.KEY_WORKER, "b:1", TODAY.minusDays(1));
    assertEquals("relation:KEY_WORKER", reason(viewer, file), "another cause ends nothing");
    relations.end(file, RelationKind.KEY_WORKER, "a:1", TODAY);
    assertEquals("relation:KEY_WORKER", reason(viewer, file), "the last day is inclusive");
    relations.end(file, RelationKind.KEY_WORKER, "a:1", TODAY.minusDays(1));
    assertEquals("no-relation", reason(viewer, file));
    relations.end(file, RelationKind.KEY_WORKER, "a:1", TODAY.plusDays(9));
    assertEquals("no-relation", reason(viewer, file), "an end is never put off");
  }

  @Test
  void aRelationIsThereExactlyWhenItsCauseIs() {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.OWN));
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    assertThrows(
        IllegalStateException.class,
        () ->
            things.run(
                em -> {
                  house
                      .access
                      .relations()
                      .grant(viewer.staff(), file, RelationKind.DEPUTY, TODAY, null, "a:1");
                  assertEquals("relation:DEPUTY", reason(viewer, file));
                  throw new IllegalStateException("the cause fails");
                }));
    assertEquals("no-relation", reason(viewer, file));
  }

  @Test
  void onlyWhoMayRaisesWalls() {
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    assertThrows(
        NotAllowed.class,
        () -> house.access.walls().raise(viewer, viewer.staff(), file, Ground.EXCLUSION));
    assertEquals("all", reason(viewer, file));
  }

  @Test
  void aWallStandsUntilItsLastDayAndFallsByItself() {
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    Subject alias = Subject.of(PersonId.next());
    Subject person = Subject.of(PersonId.next());
    house.access.aliases().join(new PersonId(alias.id()), new PersonId(person.id()));
    LocalDate last = TODAY.plusDays(3);
    for (Reach reach : List.of(Reach.ALL, Reach.OWN)) {
      Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, reach));
      for (Subject subject : List.of(file, alias)) {
        Subject asked = subject == alias ? person : file;
        grant(viewer, asked);
        house.access.walls().raise(house.director(), viewer.staff(), subject, Ground.SEAL);
        house.access.walls().until(house.director(), viewer.staff(), subject, last);
        assertEquals("wall", reason(on(viewer, TODAY), asked), "from its creation");
        assertEquals("wall", reason(on(viewer, last), asked), "the last day counts");
        assertTrue(
            house.access.access().decide(on(viewer, last.plusDays(1)), READ, asked).allowed());
        house.access.walls().until(house.director(), viewer.staff(), subject, null);
        assertEquals("wall", reason(on(viewer, last.plusDays(1)), asked), "until it is lifted");
      }
    }
    Viewer nobody = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    assertThrows(
        NotAllowed.class,
        () -> house.access.walls().until(nobody, nobody.staff(), file, TODAY.plusDays(1)));
  }

  @Test
  void whoMayNotRaiseWallsHasThemStandForLongerAndNeverForLess() {
    Subject file = new Subject(Kind.CASE_FILE, Ids.next());
    Viewer kept = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    Viewer nobody = house.viewer(StaffId.next(), Map.of());
    LocalDate last = TODAY.plusDays(3);
    house.access.walls().longer(nobody, kept.staff(), file, null);
    assertTrue(house.access.access().decide(kept, READ, file).allowed(), "none stands");
    house.access.walls().raise(house.director(), kept.staff(), file, Ground.SEAL);
    house.access.walls().until(house.director(), kept.staff(), file, last);
    house.access.walls().longer(nobody, kept.staff(), file, last.minusDays(1));
    assertEquals("wall", reason(on(kept, last), file), "for no less");
    assertEquals("all", reason(on(kept, last.plusDays(1)), file));
    house.access.walls().longer(nobody, kept.staff(), file, last.plusDays(1));
    assertEquals("wall", reason(on(kept, last.plusDays(1)), file));
    assertEquals("all", reason(on(kept, last.plusDays(2)), file));
    house.access.walls().longer(nobody, kept.staff(), file, null);
    house.access.walls().longer(nobody, kept.staff(), file, last);
    assertEquals("wall", reason(on(kept, last.plusDays(2)), file), "until it is lifted");
  }

  private void grant(Viewer viewer, Subject subject) {
    house
        .access
        .relations()
        .grant(viewer.staff(), subject, RelationKind.DEPUTY, TODAY, null, "test:days");
  }

  private static Viewer on(Viewer viewer, LocalDate day) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.fixed(day.atTime(10, 0).toInstant(ZoneOffset.UTC), viewer.zone()),
        viewer.requestId());
  }

  @Test
  void aWallAtOneKeyOfAPersonStandsAtAllOfThem() {
    PersonId a = PersonId.next();
    PersonId b = PersonId.next();
    PersonId c = PersonId.next();
    house.access.aliases().join(b, a);
    house.access.aliases().join(a, c);
    for (PersonId walled : List.of(a, b, c)) {
      for (Reach reach : List.of(Reach.ALL, Reach.OWN)) {
        Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, reach));
        List.of(a, b, c).forEach(key -> grant(viewer, Subject.of(key)));
        house
            .access
            .walls()
            .raise(house.director(), viewer.staff(), Subject.of(walled), Ground.SEAL);
        List.of(a, b, c).forEach(key -> assertEquals("wall", reason(viewer, Subject.of(key))));
        house.access.walls().lift(house.director(), viewer.staff(), Subject.of(walled));
        List.of(a, b, c)
            .forEach(
                key ->
                    assertTrue(
                        house.access.access().decide(viewer, READ, Subject.of(key)).allowed()));
      }
    }
  }

  @Test
  void aliasesStayFlat() {
    PersonId a = PersonId.next();
    PersonId b = PersonId.next();
    PersonId c = PersonId.next();
    var aliases = house.access.aliases();
    assertEquals(Set.of(a), aliases.idsOf(a));
    aliases.join(b, a);
    aliases.join(a, c);
    assertEquals(Set.of(a, b, c), aliases.idsOf(a));
    assertEquals(Set.of(a, b, c), aliases.idsOf(b));
    assertEquals(Set.of(a, b, c), aliases.idsOf(c));
    aliases.join(c, b);
    assertEquals(Set.of(a, b, c), aliases.idsOf(c));
    aliases.part(b);
    assertEquals(Set.of(b), aliases.idsOf(b));
    assertEquals(Set.of(a, c), aliases.idsOf(c));
  }

  @Test
  void whoLedBeforeLeadsAgain() {
    PersonId a = PersonId.next();
    PersonId b = PersonId.next();
    PersonId c = PersonId.next();
    var aliases = house.access.aliases();
    aliases.join(b, a);
    aliases.join(a, c);
    assertEquals(new Aliases.Apart(Set.of(a, b), Set.of(c)), aliases.apart(a, c));
    assertEquals(Map.of(a, c, b, c), leaders(a, b, c));
    aliases.part(a);
    assertEquals(Map.of(b, a), leaders(a, b, c), "b is under a, as before");
    assertEquals(Set.of(c), aliases.idsOf(c));
    aliases.join(a, c);
    aliases.part(b);
    assertEquals(Map.of(a, c), leaders(a, b, c), "while a is under c");
    aliases.part(a);
    assertEquals(Map.of(), leaders(a, b, c));
    aliases.part(a);
    assertEquals(Map.of(), leaders(a, b, c), "nothing is left to take back");
  }

  @Test
  void whatIsSaidOfAnAliasIsTakenBackOfIt() {
    PersonId a = PersonId.next();
    PersonId b = PersonId.next();
    PersonId c = PersonId.next();
    var aliases = house.access.aliases();
    aliases.join(b, a);
    aliases.join(b, c);
    assertEquals(Map.of(a, c, b, c), leaders(a, b, c), "all three are one person");
    assertEquals(
        new Aliases.Apart(Set.of(a, b), Set.of(c)), aliases.apart(a, c), "what made them one");
    aliases.part(c, b);
    assertEquals(Map.of(b, a), leaders(a, b, c));
    aliases.join(b, c);
    aliases.part(a, b);
    assertEquals(Map.of(b, c), leaders(a, b, c), "what was said of b and c holds");
    aliases.part(a, c);
    assertEquals(Map.of(b, c), leaders(a, b, c), "they are two already");
    assertEquals(new Aliases.Apart(Set.of(a), Set.of(b, c)), aliases.apart(a, c));
  }

  @Test
  void whateverIsTakenBackInWhateverOrderTheRestHolds() {
    var aliases = house.access.aliases();
    for (long seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      List<PersonId> people = Stream.generate(PersonId::next).limit(6).toList();
      List<List<PersonId>> said = new ArrayList<>();
      for (int step = 0; step < 14; step++) {
        PersonId one = people.get(random.nextInt(people.size()));
        PersonId other = people.get(random.nextInt(people.size()));
        if (said.isEmpty() || random.nextInt(3) > 0) {
          if (!reached(said, one).contains(other)) {
            aliases.join(one, other);
            said.add(List.of(one, other));
          }
        } else {
          List<PersonId> back = said.remove(random.nextInt(said.size()));
          int first = random.nextInt(2);
          aliases.part(back.get(first), back.get(1 - first));
        }
        for (PersonId person : people) {
          assertEquals(reached(said, person), aliases.idsOf(person), "seed " + seed);
        }
      }
    }
  }

  @Test
  void aliasesOfAFormerBuildAreAsSaidAtOnce() throws IOException {
    PersonId a = PersonId.next();
    PersonId b = PersonId.next();
    PersonId c = PersonId.next();
    var aliases = house.access.aliases();
    aliases.join(b, a);
    aliases.join(c, a);
    run("DELETE FROM ACCESS.SAME_PERSON");
    run("DELETE FROM ACCESS.SAME_KEY");
    for (String script :
        List.of("V255__what_was_said_of_two_entries.sql", "V256__keys_of_one_person.sql")) {
      try (InputStream in = getClass().getResourceAsStream("/db/" + script)) {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Stream.of(all.split(";")).filter(one -> one.contains("INSERT")).forEach(this::run);
      }
    }
    Viewer viewer = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL));
    house.access.walls().raise(house.director(), viewer.staff(), Subject.of(b), Ground.SEAL);
    List.of(a, b, c).forEach(key -> assertEquals("wall", reason(viewer, Subject.of(key))));
    aliases.part(b);
    assertEquals(Map.of(c, a), leaders(a, b, c));
    List.of(a, c).forEach(key -> assertEquals("all", reason(viewer, Subject.of(key))));
  }

  private void run(String statement) {
    String plain =
        statement.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    house.tx.run(em -> em.createNativeQuery(plain).executeUpdate());
  }

  /** Everybody who is one person with this one, going from one to the next. */
  private static Set<PersonId> reached(List<List<PersonId>> said, PersonId from) {
    Set<PersonId> reached = new HashSet<>(Set.of(from));
    boolean more = true;
    while (more) {
      more = false;
      for (List<PersonId> two : said) {
        if (reached.contains(two.get(0)) != reached.contains(two.get(1))) {
          more = reached.addAll(two);
        }
      }
    }
    return reached;
  }

  private Map<PersonId, PersonId> leaders(PersonId... people) {
    return house.tx.read(
        em -> {
          Map<PersonId, PersonId> leaders = new HashMap<>();
          for (PersonId person : people) {
            em.createQuery("SELECT a FROM Alias a WHERE a.person = :key", Alias.class)
                .setParameter("key", person.value())
                .getResultStream()
                .forEach(row -> leaders.put(person, new PersonId(row.canonical())));
          }
          return leaders;
        });
  }

  private String reason(Viewer viewer, Subject subject) {
    return house.access.access().decide(viewer, READ, subject).reason();
  }

  private enum Term {
    ABSENT(null, null, false),
    LASTS(TODAY.minusYears(1), null, true),
    FROM_TODAY(TODAY, null, true),
    FROM_TOMORROW(TODAY.plusDays(1), null, false),
    UNTIL_TODAY(TODAY.minusDays(9), TODAY, true),
    UNTIL_YESTERDAY(TODAY.minusDays(9), TODAY.minusDays(1), false),
    TODAY_ONLY(TODAY, TODAY, true);

    private final LocalDate since;
    private final LocalDate until;
    private final boolean holds;

    Term(LocalDate since, LocalDate until, boolean holds) {
      this.since = since;
      this.until = until;
      this.holds = holds;
    }
  }

  private enum Barrier {
    NONE,
    STANDING,
    LIFTED
  }
}
