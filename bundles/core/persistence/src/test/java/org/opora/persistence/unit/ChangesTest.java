package org.opora.persistence.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Changes;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;

class ChangesTest {
  private static Note note(UUID id) {
    return new Note(
        id, "x", Instant.parse("2026-10-25T00:30:00Z"), LocalDate.of(2026, 3, 29), new byte[] {1});
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void theNumberIsAnotherOneAfterWhatWasWrittenAndNoOther(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Transactions tx = database.add(Samples.left(), Samples.LEFT_SCRIPTS);
      Changes changes = database.changes();
      UUID id = Ids.next();
      List<Consumer<EntityManager>> writing =
          List.of(
              em -> em.persist(note(id)),
              em -> em.createQuery("UPDATE Note n SET n.words = 'y'").executeUpdate(),
              em -> em.createNativeQuery("DELETE FROM LEFT_SIDE.NOTE").executeUpdate());
      for (Consumer<EntityManager> work : writing) {
        long before = changes.number();
        tx.run(work);
        assertNotEquals(before, changes.number());
      }
      long before = changes.number();
      tx.read(em -> em.find(Note.class, id));
      tx.run(em -> em.createQuery("SELECT n FROM Note n").getResultList());
      tx.run(em -> em.createNativeQuery("SELECT COUNT(*) FROM LEFT_SIDE.NOTE").getSingleResult());
      assertThrows(
          IllegalStateException.class,
          () ->
              tx.run(
                  em -> {
                    em.persist(note(Ids.next()));
                    em.flush();
                    throw new IllegalStateException("back");
                  }));
      assertEquals(before, changes.number());
    }
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void whatPassesIsNoChange(Product product) {
    try (TestDatabase database = TestDatabase.open(product)) {
      Transactions tx = database.add(Samples.passing(), Samples.LEFT_SCRIPTS);
      long before = database.changes().number();
      tx.run(em -> em.persist(note(Ids.next())));
      assertEquals(before, database.changes().number());
    }
  }
}
