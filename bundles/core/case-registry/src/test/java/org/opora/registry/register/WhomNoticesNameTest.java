package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.Refused;
import org.opora.api.files.Placements;
import org.opora.api.ids.PersonId;
import org.opora.api.safety.Safety.Alert;
import org.opora.api.safety.Safety.Kind;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.api.safety.Safety.Notice;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Safety notices about a person of the register: who reads the name, and who is kept apart. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhomNoticesNameTest {
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

  private PersonId father() {
    return register.person(director, "Jan", "Zakázaný", LocalDate.of(1985, 1, 1));
  }

  private static NewNotice apart(PersonId other, String words) {
    return apart(other, words, TODAY, null);
  }

  private static NewNotice apart(PersonId other, String words, LocalDate from, LocalDate until) {
    return new NewNotice(
        Kind.MUST_NOT_MEET, "rozsudek 4 T 5/2026", words, null, from, until, other);
  }

  private Set<PersonId> keptFrom(PersonId person, LocalDate day) {
    return register.apart.from(List.of(person), day).getOrDefault(person, Set.of());
  }

  private Notice notice(Viewer viewer, UUID id) {
    return register.safety.notice(viewer, id);
  }

  private Alert alert(Viewer viewer, PersonId person) {
    return register.safety.alerts(viewer, Set.of(person)).get(person).get(0);
  }

  @Test
  void theNameIsReadByThoseWhoMaySeeThePerson() {
    Family family = register.family(director, worker, "Jmenovaná");
    PersonId father = father();
    UUID id = register.safety.raise(director, family.child(), apart(father, "otec"));
    Notice told = notice(director, id);
    assertEquals(apart(father, "otec"), told.text());
    assertEquals("Jan Zakázaný", told.whomName().spoken());
    assertFalse(told.whomHidden());
    assertEquals("Jan Zakázaný (otec)", alert(director, family.child()).whom());
    assertEquals(father, alert(director, family.child()).whomPerson());

    Notice hidden = notice(worker, id);
    assertEquals("otec", hidden.text().whom());
    assertNull(hidden.text().whomPerson());
    assertNull(hidden.whomName());
    assertTrue(hidden.whomHidden());
    assertEquals("otec", alert(worker, family.child()).whom());
    assertNull(alert(worker, family.child()).whomPerson());

    long version = notice(worker, id).version();
    register.safety.amend(worker, id, version, apart(null, null));
    assertEquals(father, notice(director, id).text().whomPerson(), "who was not seen stays");
    assertEquals("Jan Zakázaný", alert(director, family.child()).whom());
    assertNull(alert(worker, family.child()).whomWords());
    String somebody = alert(worker, family.child()).whom();
    assertFalse(somebody == null || somebody.contains("Zakázaný"), somebody);
    assertEquals(Set.of(father), keptFrom(family.child(), TODAY));
  }

  @Test
  void aWallTakesTheNameAndLeavesTheWarning() {
    Family family = register.family(director, worker, "Zazděná");
    PersonId father = father();
    register.safety.raise(director, family.child(), apart(father, "otec"));
    Viewer kept = register.viewer("director");
    register
        .access
        .walls()
        .raise(director, kept.staff(), Subject.of(father), Ground.CONFLICT_OF_INTEREST);
    assertEquals("otec", alert(kept, family.child()).whom());
    assertNull(alert(kept, family.child()).whomPerson());
  }

  @Test
  void bothAreKeptApartOnTheDaysOfTheNoticeUntilItIsWithdrawn() {
    Family family = register.family(director, worker, "Oddělená");
    PersonId father = father();
    LocalDate last = TODAY.plusDays(9);
    UUID id = register.safety.raise(director, family.child(), apart(father, null, TODAY, last));
    assertEquals(Set.of(father), keptFrom(family.child(), TODAY));
    assertEquals(Set.of(family.child()), keptFrom(father, last));
    assertEquals(Set.of(), keptFrom(father, last.plusDays(1)));
    assertEquals(Set.of(), keptFrom(father, TODAY.minusDays(1)));

    PersonId uncle = register.person(director, "Petr", "Opravený", null);
    register.safety.amend(
        director, id, notice(director, id).version(), apart(uncle, null, TODAY.plusDays(1), null));
    assertEquals(Set.of(), keptFrom(father, TODAY.plusDays(1)), "corrected");
    assertEquals(Set.of(), keptFrom(uncle, TODAY));
    assertEquals(Set.of(family.child()), keptFrom(uncle, TODAY.plusDays(400)));

    register.safety.withdraw(director, id, notice(director, id).version(), "zrušeno");
    assertEquals(Set.of(), keptFrom(uncle, TODAY.plusDays(1)));
    register.safety.reinstate(director, id, notice(director, id).version());
    assertEquals(Set.of(family.child()), keptFrom(uncle, TODAY.plusDays(1)));

    NewNotice ban = new NewNotice(Kind.PICK_UP_BAN, "rozsudek", null, null, TODAY, null, uncle);
    register.safety.amend(director, id, notice(director, id).version(), ban);
    assertEquals(ban, notice(director, id).text());
    assertEquals(Set.of(), keptFrom(uncle, TODAY.plusDays(1)), "who may meet and not pick up");
    NewNotice other = new NewNotice(Kind.OTHER, "x", "otec", null, TODAY, null, uncle);
    register.safety.amend(director, id, notice(director, id).version(), other);
    assertNull(notice(director, id).text().whomPerson(), "about nobody");
  }

  @Test
  void whoIsUnknownToTheRegisterIsNamedInWordsAndNobodyIsTwoPeople() {
    Family family = register.family(director, worker, "Slovní");
    PersonId child = family.child();
    UUID id = register.safety.raise(worker, child, apart(null, "soused"));
    assertEquals("soused", alert(worker, child).whom());
    assertEquals(Set.of(), keptFrom(child, TODAY));
    assertFalse(notice(worker, id).whomHidden());
    refused("whom", apart(null, " "), child);
    refused("whomPerson", apart(child, null), child);
    refused("whomPerson", apart(father(), null), child);
    PersonId same = register.person(director, "Ema", "Slovní", null);
    register.same.declare(director, same, child);
    Refused twice =
        assertThrows(
            Refused.class, () -> register.safety.raise(director, child, apart(same, null)));
    assertEquals("safety.whom.themselves", twice.text().key());
  }

  private void refused(String field, NewNotice notice, PersonId child) {
    Refused refused =
        assertThrows(Refused.class, () -> register.safety.raise(worker, child, notice));
    assertEquals(field, refused.field());
  }

  @Test
  void twoEntriesOfOneAreOneAndTwoAgainAfterwards() {
    Family family = register.family(director, worker, "Spojená");
    PersonId father = father();
    PersonId again = register.person(director, "Jan", "Zakázaný ml.", null);
    UUID id = register.safety.raise(director, family.child(), apart(father, null));
    register.same.declare(director, father, again);
    assertEquals(Set.of(father, again), keptFrom(family.child(), TODAY));
    assertEquals(Set.of(family.child()), keptFrom(again, TODAY));
    assertEquals(father, notice(director, id).text().whomPerson());
    register.same.undo(director, father);
    assertEquals(Set.of(father), keptFrom(family.child(), TODAY));

    // Even who must not meet may have been written down twice.
    register.same.declare(director, father, family.child());
    assertEquals(Set.of(), keptFrom(family.child(), TODAY));
    register.safety.withdraw(director, id, notice(director, id).version(), "omyl");
    register.safety.reinstate(director, id, notice(director, id).version());
    assertEquals(Set.of(), keptFrom(family.child(), TODAY));
    register.same.undo(director, father);
  }

  @Test
  void whoeverSeesThePersonMayTakeThemOutAgain() {
    Family family = register.family(director, worker, "Vyňatá");
    PersonId father = father();
    UUID id = register.safety.raise(director, family.child(), apart(father, "otec"));
    register.safety.amend(director, id, notice(director, id).version(), apart(null, "otec"));
    assertNull(notice(director, id).text().whomPerson());
    assertEquals(Set.of(), keptFrom(family.child(), TODAY));
  }

  @Test
  void whoSeesAnotherEntryOfThePersonReadsTheNameUnderThatOne() {
    Family family = register.family(director, worker, "Klíčová");
    PersonId father = father();
    UUID id = register.safety.raise(director, family.child(), apart(father, null));
    assertTrue(notice(worker, id).whomHidden());
    PersonId own = register.person(worker, "Jan", "Zakázaný starší", null);
    register.same.declare(director, father, own);
    assertEquals(own, notice(worker, id).text().whomPerson());
    assertEquals("Jan Zakázaný starší", notice(worker, id).whomName().spoken());
    assertEquals(own, alert(worker, family.child()).whomPerson());
    register.same.undo(director, father);
  }

  @Test
  void theNoticeGoesWithTheChildIntoAnotherFamily() {
    Viewer next = register.viewer("key-worker");
    Family family = register.family(director, worker, "Odchozí");
    Family there = register.family(director, next, "Přijímající");
    PersonId father = father();
    UUID id = register.safety.raise(director, family.child(), apart(father, "otec"));
    Placements.Stay stay = register.placements.of(director, family.file()).get(0);
    register.placements.end(director, stay.id(), TODAY.minusDays(1));
    register.placements.place(director, there.file(), family.child(), TODAY, null);
    assertEquals("otec", alert(next, family.child()).whom());
    assertEquals(Set.of(father), keptFrom(family.child(), TODAY));
    assertEquals(father, notice(director, id).text().whomPerson());
  }

  @Test
  void whoeverIsNamedIsNotToldAndIsForgottenWithoutLosingTheWarning() {
    Family family = register.family(director, worker, "Chráněná");
    PersonId father = father();
    Set<PersonId> him = Set.of(father);
    UUID id = register.safety.raise(director, family.child(), apart(father, "otec"));
    assertEquals(2, register.own.count(him), "the notice, and that both are kept apart");
    assertFalse(
        register.own.export(him).stream()
            .anyMatch(fact -> fact.label().key().startsWith("safety.")));
    assertEquals(
        Map.of(id, "/people/" + family.child() + "#safety"),
        register.own.review(him).stream()
            .collect(Collectors.toMap(one -> one.record(), one -> one.href())));
    register.own.erase(him);
    assertEquals(0, register.own.count(him));
    Notice left = notice(director, id);
    assertEquals("otec", left.text().whom());
    assertNull(left.text().whomPerson());
    assertFalse(left.whomHidden());
    assertEquals(Set.of(), keptFrom(family.child(), TODAY));

    PersonId uncle = father();
    register.safety.raise(director, family.child(), apart(uncle, null));
    register.own.erase(Set.of(family.child()));
    assertEquals(0, register.own.count(Set.of(uncle)));
  }
}
