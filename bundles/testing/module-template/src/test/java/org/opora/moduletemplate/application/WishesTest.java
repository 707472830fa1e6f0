package org.opora.moduletemplate.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.persistence.TemplateSchema;
import org.opora.moduletemplate.persistence.WishQueries;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** The use cases, on the real register and on real databases. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishesTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter Product product;
  private Register register;
  private Transactions transactions;
  private Wishes wishes;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product, new TemplateSchema());
    transactions = register.house.transactions(TemplateModule.ID);
    wishes =
        new Wishes(
            transactions,
            register.house.keys(),
            register.house.access(),
            register.house.audit(),
            register.timeline,
            new BundleTexts(TemplateModule.class, TemplateModule.ORIGIN));
    director = viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Viewer viewer(String role) {
    return register.viewer(role, new TemplateModule());
  }

  private CaseFileId file(Viewer worker, String name) {
    return register.family(director, worker, name).file();
  }

  @Test
  void aWishIsWrittenDownAndStandsInTheTimeline() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = file(worker, "Přející");
    wishes.add(worker, file, TODAY.minusDays(3), "Jednou k moři.");
    wishes.add(worker, file, TODAY, "Psa.");
    assertEquals(
        List.of("Psa.", "Jednou k moři."),
        wishes.of(worker, file).stream().map(Wishes.View::words).toList());
    assertEquals(
        List.of("Přání rodiny", "Přání rodiny"),
        register.timeline.of(worker, file, null, 50).items().stream()
            .filter(entry -> entry.origin().equals(TemplateModule.ID))
            .map(entry -> entry.title().cs())
            .toList());
    assertTrue(register.house.audit().verify().intact());
  }

  @Test
  void theWordsLieSealed() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = file(worker, "Tichá");
    wishes.add(worker, file, TODAY, "Jednou k moři.");
    byte[] stored = transactions.read(em -> WishQueries.of(em, file, 1).get(0).words());
    assertFalse(new String(stored, StandardCharsets.UTF_8).contains("Jednou"));
  }

  @Test
  void aWishOfTomorrowIsRefusedBesideItsField() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = file(worker, "Zítřejší");
    Refused refused =
        assertThrows(Refused.class, () -> wishes.add(worker, file, TODAY.plusDays(1), "Psa."));
    assertEquals("on", refused.field());
    assertEquals("wish.future", refused.text().key());
    assertEquals(List.of(), wishes.of(worker, file));
  }

  @Test
  void whoIsNotOfTheCaseSeesAndWritesNothing() {
    CaseFileId file = file(viewer("key-worker"), "Skrytá");
    Viewer stranger = viewer("key-worker");
    assertThrows(NotFound.class, () -> wishes.of(stranger, file));
    assertThrows(NotFound.class, () -> wishes.add(stranger, file, TODAY, "Psa."));
    Viewer it = viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> wishes.of(it, file));
    assertThrows(NotAllowed.class, () -> wishes.add(it, file, TODAY, "Psa."));
  }

  @Test
  void aWallAlwaysWins() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = file(worker, "Příbuzná");
    register
        .house
        .walls()
        .raise(director, worker.staff(), Subject.of(file), Walls.Ground.CONFLICT_OF_INTEREST);
    assertThrows(NotFound.class, () -> wishes.of(worker, file));
  }

  @Test
  void aWishIsThereWithAllThatFollowsFromItOrNotAtAll() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = file(worker, "Vrácená");
    long before = register.timeline.of(worker, file, null, 50).items().size();
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                em -> {
                  wishes.add(worker, file, TODAY, "Psa.");
                  throw new IllegalStateException("what came after it failed");
                }));
    assertEquals(List.of(), wishes.of(worker, file));
    assertEquals(before, register.timeline.of(worker, file, null, 50).items().size());
  }
}
