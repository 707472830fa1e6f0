package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.DataClass;
import org.opora.api.access.Decision;
import org.opora.api.access.Explanations;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotAllowed;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

/** The answer to "why" is what would be decided, and a wall is told to those alone who may know. */
@OnEveryDatabase
class ExplanationsTest {
  private static final String WRITE = "files.write";
  private static final String READ = "files.read";
  private static final String COUNT = "files.count";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

  @Parameter Product product;
  private TestHouse house;
  private Viewer boss;
  private Viewer unaware;
  private int number;

  @BeforeParameterizedClassInvocation
  void open() {
    house =
        new TestHouse(
            product,
            TestHouse.module(
                "files",
                new Permission(
                    READ,
                    DataClass.CARE_FACTS,
                    Map.of("director", Reach.ALL, "key-worker", Reach.OWN)),
                new Permission(
                    WRITE,
                    DataClass.CARE_FACTS,
                    Map.of("director", Reach.ALL, "key-worker", Reach.OWN)),
                new Permission(COUNT, DataClass.SAFETY, Map.of("director", Reach.ALL)),
                new Permission("files.tidy", DataClass.TECHNICAL, Map.of())));
    StaffId director = house.setUp();
    boss = house.viewer(director, house.director().grants());
    Map<String, Reach> less = new HashMap<>(boss.grants());
    less.remove("access.walls");
    unaware = house.viewer(director, less);
    number = 0;
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void everyRelationOpensOnItsDaysAndIsNamedWithThem() {
    for (RelationKind kind : EnumSet.complementOf(EnumSet.copyOf(RelationKind.reading()))) {
      Subject file = Subject.of(CaseFileId.next());
      StaffId worker = colleague("key-worker");
      LocalDate since = TODAY.minusDays(3);
      house.access.relations().grant(worker, file, kind, since, TODAY, "test:1");
      Explanations.Answer answer = ask(boss, worker, file);
      assertEquals(
          List.of(new Explanations.Tie(kind, since, TODAY, true)), answer.ties(), kind.name());
      assertEquals(Decision.allowed("relation:" + kind), verdict(answer, READ).decision());
      assertEquals(Map.of("key-worker", Reach.OWN), verdict(answer, READ).givenBy());
      assertEquals(Decision.denied("no-permission"), verdict(answer, COUNT).decision());
      house.access.relations().grant(worker, file, kind, since, TODAY.minusDays(1), "test:1");
      Explanations.Answer later = ask(boss, worker, file);
      assertFalse(later.ties().get(0).holds());
      assertEquals(Decision.denied("no-relation"), verdict(later, READ).decision());
    }
  }

  @Test
  void whatWasLentForHoursHoldsUntilItsMoment() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId worker = colleague("key-worker");
    Instant now = boss.now();
    house
        .access
        .relations()
        .lend(worker, file, RelationKind.EMERGENCY, TODAY, TODAY, now.plusSeconds(60), "test:lent");
    assertTrue(ask(boss, worker, file).ties().get(0).holds());
    assertEquals(
        Decision.allowed("relation:EMERGENCY"), verdict(ask(boss, worker, file), READ).decision());
    for (Viewer asks : List.of(boss, unaware)) {
      assertEquals(
          Decision.denied(Decision.READS_ONLY),
          verdict(ask(asks, worker, file), WRITE).decision(),
          "it changes nothing");
    }
    house.access.relations().grant(worker, file, RelationKind.DEPUTY, TODAY, TODAY, "test:lasts");
    for (Viewer asks : List.of(boss, unaware)) {
      for (String permission : List.of(READ, WRITE)) {
        assertEquals(
            Decision.allowed("relation:DEPUTY"),
            verdict(ask(asks, worker, file), permission).decision());
      }
    }
    house.access.relations().end(file, RelationKind.DEPUTY, "test:lasts", TODAY.minusDays(1));
    house
        .access
        .relations()
        .lend(worker, file, RelationKind.EMERGENCY, TODAY, TODAY, now, "test:lent");
    assertFalse(ask(boss, worker, file).ties().get(0).holds());
    assertEquals(Decision.denied("no-relation"), verdict(ask(boss, worker, file), READ).decision());
  }

  @Test
  void theAnswerIsTheDecisionThatTheColleagueWouldGet() {
    Subject file = Subject.of(CaseFileId.next());
    for (String role : List.of("director", "key-worker", "volunteer", "it-administrator")) {
      for (boolean related : List.of(false, true)) {
        for (boolean walled : List.of(false, true)) {
          StaffId staff = colleague(role);
          if (related) {
            house.access.relations().grant(staff, file, RelationKind.DEPUTY, TODAY, null, "test:1");
          }
          if (walled) {
            house.access.walls().raise(boss, staff, file, Ground.SEAL);
          }
          Viewer self = house.viewer(staff, house.access.grants().of(Set.of(role)));
          for (String permission : List.of(READ, COUNT)) {
            assertEquals(
                house.access.access().decide(self, permission, file),
                verdict(ask(boss, staff, file), permission).decision(),
                role + related + walled);
          }
        }
      }
    }
  }

  @Test
  void aWallIsToldToThoseAloneWhoMayKnowOfIt() {
    for (String role : List.of("director", "key-worker")) {
      Subject file = Subject.of(CaseFileId.next());
      Subject person = Subject.of(PersonId.next());
      StaffId staff = colleague(role);
      for (RelationKind kind : List.of(RelationKind.KEY_WORKER, RelationKind.CO_WORKER)) {
        house.access.relations().grant(staff, file, kind, TODAY, null, "test:" + kind);
      }
      Explanations.Answer before = askAround(unaware, staff, file, person);
      assertFalse(before.wallsTold());
      house.access.walls().raise(boss, staff, person, Ground.CONFLICT_OF_INTEREST);
      house.access.walls().until(boss, staff, person, TODAY.plusDays(9));
      assertEquals(before, askAround(unaware, staff, file, person), "the same with a wall around");
      house.access.walls().raise(boss, staff, file, Ground.SEAL);
      assertEquals(before, askAround(unaware, staff, file, person), "the same with one at it");

      Explanations.Answer told = askAround(boss, staff, file, person);
      assertTrue(told.wallsTold());
      assertEquals(2, told.barriers().size());
      assertTrue(
          told.barriers()
              .contains(
                  new Explanations.Barrier(Ground.CONFLICT_OF_INTEREST, TODAY, TODAY.plusDays(9))));
      assertEquals(Decision.denied("wall"), verdict(told, READ).decision());
      house.access.walls().lift(boss, staff, file);
      assertEquals(
          Decision.denied("wall"),
          verdict(askAround(boss, staff, file, person), READ).decision(),
          "the one around closes it as well");
    }
  }

  @Test
  void whoCannotSignInIsSaidSoAndWhatIsNotAboutFamiliesIsLeftOut() {
    Subject file = Subject.of(CaseFileId.next());
    StaffId gone = colleague("key-worker");
    assertTrue(ask(boss, gone, file).signsIn());
    house.access.accounts().disable(boss, gone);
    assertFalse(ask(boss, gone, file).signsIn());
    Explanations.Answer nobody = ask(boss, StaffId.next(), file);
    assertFalse(nobody.signsIn());
    assertEquals(List.of(), nobody.roles());
    assertEquals(
        List.of(COUNT, READ, WRITE),
        nobody.verdicts().stream().map(one -> one.permission().id()).sorted().toList());
    Viewer other = house.viewer(StaffId.next(), Map.of(READ, Reach.ALL, "access.walls", Reach.ALL));
    assertThrows(NotAllowed.class, () -> ask(other, gone, file));
  }

  private Explanations.Answer ask(Viewer viewer, StaffId staff, Subject subject) {
    return house.access.explanations().of(viewer, staff, subject, List.of());
  }

  private Explanations.Answer askAround(
      Viewer viewer, StaffId staff, Subject subject, Subject around) {
    return house.access.explanations().of(viewer, staff, subject, List.of(around));
  }

  private static Explanations.Verdict verdict(Explanations.Answer answer, String permission) {
    return answer.verdicts().stream()
        .filter(one -> one.permission().id().equals(permission))
        .findFirst()
        .orElseThrow();
  }

  private StaffId colleague(String role) {
    String code = house.access.accounts().invite(boss, StaffId.next(), "Jana Malá", Set.of(role));
    StaffId staff = house.access.accounts().accept(code, TestHouse.account("who" + number++));
    house.confirm(staff);
    return staff;
  }
}
