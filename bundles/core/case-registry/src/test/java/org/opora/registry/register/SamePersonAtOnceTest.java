package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.application.SamePerson;
import org.opora.testkit.OnEveryDatabase;

/**
 * Two people decide at one moment on entries that overlap: the rows of the people are held in the
 * order of their keys, so one decision comes after the other, and none is lost.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamePersonAtOnceTest {
  private static final int ROUNDS = 6;

  @Parameter TestDatabase.Product product;
  private Register register;
  private SamePerson same;
  private Viewer one;
  private Viewer other;
  private ExecutorService two;

  @BeforeParameterizedClassInvocation
  void open() {
    two = Executors.newFixedThreadPool(2);
    register = new Register(product);
    same = register.same;
    one = register.viewer("director");
    other = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    two.shutdownNow();
    register.close();
  }

  @Test
  void twoPairsWithOneEntryInCommonAreThreeEntriesOfOnePerson() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<PersonId> all = people(3);
      PersonId a = all.get(round % 3);
      PersonId b = all.get((round + 1) % 3);
      PersonId c = all.get((round + 2) % 3);
      atOnce(() -> same.declare(one, b, a), () -> same.declare(other, c, b));
      together(Set.of(a, b, c));
    }
  }

  @Test
  void twoPersonsOfTwoEntriesBecomeOneFromBothSides() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<PersonId> all = people(4);
      PersonId a = all.get(round % 4);
      PersonId b = all.get((round + 3) % 4);
      PersonId c = all.get((round + 2) % 4);
      PersonId d = all.get((round + 1) % 4);
      same.declare(one, b, a);
      same.declare(one, d, c);
      atOnce(() -> same.declare(one, a, c), () -> same.declare(other, d, b));
      together(Set.copyOf(all));
      same.undo(one, a, c);
      together(Set.of(a, b));
      together(Set.of(c, d));
    }
  }

  @Test
  void whatIsTakenBackAndWhatIsSaidAtOnceBothHold() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<PersonId> all = people(3);
      PersonId a = all.get(round % 3);
      PersonId b = all.get((round + 1) % 3);
      PersonId c = all.get((round + 2) % 3);
      same.declare(one, b, a);
      atOnce(() -> same.undo(one, a, b), () -> same.declare(other, b, c));
      together(Set.of(a));
      together(Set.of(b, c));
    }
  }

  @Test
  void childrenOfFamiliesAndTheirFilesAreHeldInTheSameOrder() throws Exception {
    Register.Family here = register.family(one, null, "Tady");
    Register.Family there = register.family(one, null, "Tam");
    Register.Family beyond = register.family(one, null, "Onde");
    atOnce(
        () -> same.declare(one, here.child(), there.child()),
        () -> same.declare(other, there.child(), beyond.child()));
    Set<PersonId> all = Set.of(here.child(), there.child(), beyond.child());
    together(all);
    assertEquals(2, register.files.cover(one, here.file()).doubts().size(), "in three families");
    atOnce(
        () -> same.undo(one, here.child(), there.child()),
        () -> same.undo(other, there.child(), beyond.child()));
    all.forEach(child -> together(Set.of(child)));
    for (Register.Family family : List.of(here, there, beyond)) {
      assertEquals(List.of(), register.files.cover(one, family.file()).doubts());
    }
  }

  private void together(Set<PersonId> keys) {
    keys.forEach(key -> assertEquals(keys, register.access.aliases().idsOf(key)));
    Set<Long> pairs =
        Set.copyOf(
            register.tx.read(
                em ->
                    keys.stream()
                        .map(
                            key ->
                                em.createQuery(
                                        "SELECT COUNT(k.other) FROM SameKey k WHERE k.person = :key",
                                        Long.class)
                                    .setParameter("key", key.value())
                                    .getSingleResult())
                        .toList()));
    assertEquals(Set.of(keys.size() - 1L), pairs, "each has every other one");
  }

  private List<PersonId> people(int count) {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(register.person(one, "Jan", "Souběžný", LocalDate.of(1980, 1, 1)));
    }
    return people;
  }

  private void atOnce(Runnable first, Runnable second) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture.allOf(run(start, first), run(start, second)).get(60, TimeUnit.SECONDS);
  }

  private CompletableFuture<Void> run(CyclicBarrier start, Runnable work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            start.await(10, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          work.run();
        },
        two);
  }
}
