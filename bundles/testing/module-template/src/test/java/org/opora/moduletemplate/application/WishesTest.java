package org.opora.moduletemplate.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;
import org.opora.moduletemplate.domain.WishId;
import org.opora.moduletemplate.domain.Wording;
import org.opora.moduletemplate.persistence.TemplateSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.testkit.OnEveryDatabase;

/** The use cases, on the real register and on real databases. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishesTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter Product product;
  private Register register;
  private Transactions transactions;
  private WishBook book;
  private Wishes wishes;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product, new TemplateSchema());
    transactions = register.house.transactions(TemplateModule.ID);
    book = new WishBook(register);
    wishes = book.wishes;
    director = viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Viewer viewer(String role) {
    return register.viewer(role, new TemplateModule());
  }

  private Register.Family family(Viewer worker, String name) {
    return register.family(director, worker, name);
  }

  private static Wording said(LocalDate on, String words) {
    return new Wording(null, "THING", on, words, null);
  }

  private static Wording of(PersonId child, String words) {
    return new Wording(child, "TOGETHER", TODAY, words, null);
  }

  private List<String> words(Viewer viewer, CaseFileId file) {
    return book.reader.of(viewer, file).stream().map(WishReader.Line::words).toList();
  }

  @Test
  void aWishIsWrittenDownAndStandsInTheTimeline() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Přející").file();
    wishes.add(worker, file, said(TODAY.minusDays(3), "Jednou k moři."));
    wishes.add(worker, file, said(TODAY, "Psa."));
    assertEquals(List.of("Psa.", "Jednou k moři."), words(worker, file));
    assertEquals(
        List.of("Přání rodiny", "Přání rodiny"),
        register.timeline.of(worker, file, null, 50).items().stream()
            .filter(entry -> entry.origin().equals(TemplateModule.ID))
            .map(entry -> entry.title().cs())
            .toList());
    assertTrue(register.house.audit().verify().intact());
  }

  @Test
  void whatItProvesGoesWithIt() {
    Viewer worker = viewer("key-worker");
    Register.Family family = family(worker, "Prokázaná");
    WishId id = wishes.add(worker, family.file(), of(family.child(), "Psa."));
    assertEquals(1, proven(family, TemplateModule.VOICED));
    assertEquals(0, proven(family, TemplateModule.ANSWERED));
    wishes.change(worker, id, 1, new Wording(family.child(), "THING", TODAY, "Psa.", TODAY));
    assertEquals(1, proven(family, TemplateModule.VOICED));
    assertEquals(1, proven(family, TemplateModule.ANSWERED));
  }

  private int proven(Register.Family family, String kind) {
    return register.evidence.of(director, family.file(), family.child(), kind, 10).size();
  }

  @Test
  void theWordsLieSealed() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Tichá").file();
    WishId id = wishes.add(worker, file, said(TODAY, "Jednou k moři."));
    byte[] stored = transactions.read(em -> em.find(Wish.class, id.value()).words());
    assertFalse(new String(stored, StandardCharsets.UTF_8).contains("Jednou"));
  }

  @Test
  void aRuleThatSaysNoSaysItBesideItsField() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Odmítnutá").file();
    PersonId foreign = family(worker, "Cizí").child();
    refused("on", "wish.future", worker, file, said(TODAY.plusDays(1), "Psa."));
    refused("kind", "wish.kind.unknown", worker, file, kind("NOTHING"));
    refused("child", "wish.child.unknown", worker, file, of(foreign, "Psa."));
    refused("answered", "wish.answered.early", worker, file, answered(TODAY.minusDays(1)));
    refused("answered", "wish.future", worker, file, answered(TODAY.plusDays(1)));
    assertEquals(List.of(), words(worker, file));
  }

  private static Wording kind(String code) {
    return new Wording(null, code, TODAY, "Psa.", null);
  }

  private static Wording answered(LocalDate on) {
    return new Wording(null, "THING", TODAY, "Psa.", on);
  }

  private void refused(String field, String key, Viewer viewer, CaseFileId file, Wording said) {
    Refused refused = assertThrows(Refused.class, () -> wishes.add(viewer, file, said));
    assertEquals(field, refused.field());
    assertEquals(key, refused.text().key());
  }

  @Test
  void whoChangesWhatSomebodyElseChangedIsTold() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Dvojí").file();
    WishId id = wishes.add(worker, file, said(TODAY, "Psa."));
    long opened = book.reader.view(worker, id).version();
    wishes.change(director, id, opened, said(TODAY, "Velkého psa."));
    assertThrows(Stale.class, () -> wishes.change(worker, id, opened, said(TODAY, "Malého psa.")));
    assertEquals(List.of("Velkého psa."), words(worker, file));
  }

  @Test
  void whatWaitsIsListedByPagesUntilItIsAnswered() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Čekající").file();
    for (int i = 0; i < 5; i++) {
      wishes.add(worker, file, said(TODAY.minusDays(i / 2), "Přání " + i));
    }
    WishId answered = wishes.add(worker, file, answered(TODAY));
    List<WishReader.Line> all = new ArrayList<>();
    UUID after = null;
    do {
      Page<WishReader.Line> page = book.reader.waiting(worker, after, 2);
      all.addAll(page.items());
      after = page.next() == null ? null : UUID.fromString(page.next());
    } while (after != null);
    assertEquals(5, all.size());
    assertEquals(5, all.stream().map(WishReader.Line::id).distinct().count());
    assertTrue(all.stream().noneMatch(line -> line.id().equals(answered)));
    assertEquals("Čekající", all.get(0).familyName());
    assertEquals(List.of(), book.reader.waiting(viewer("key-worker"), null, 10).items());
  }

  @Test
  void whoIsNotOfTheCaseSeesAndWritesNothing() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Skrytá").file();
    WishId id = wishes.add(worker, file, said(TODAY, "Psa."));
    Viewer stranger = viewer("key-worker");
    assertThrows(NotFound.class, () -> book.reader.of(stranger, file));
    assertThrows(NotFound.class, () -> book.reader.view(stranger, id));
    assertThrows(NotFound.class, () -> wishes.add(stranger, file, said(TODAY, "Psa.")));
    assertThrows(NotFound.class, () -> wishes.change(stranger, id, 1, said(TODAY, "Psa.")));
    Viewer it = viewer("it-administrator");
    assertThrows(NotAllowed.class, () -> book.reader.of(it, file));
    assertThrows(NotAllowed.class, () -> book.reader.waiting(it, null, 10));
    assertThrows(NotAllowed.class, () -> wishes.add(it, file, said(TODAY, "Psa.")));
  }

  @Test
  void aWallAtTheFileClosesAll() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Příbuzná").file();
    wishes.add(worker, file, said(TODAY, "Psa."));
    wall(worker, Subject.of(file));
    assertThrows(NotFound.class, () -> book.reader.of(worker, file));
    assertEquals(List.of(), book.reader.waiting(worker, null, 10).items());
  }

  /** The list and the single one say the same. */
  @Test
  void aWallAtAChildClosesItsWishAndNoOther() {
    Viewer worker = viewer("key-worker");
    Register.Family family = family(worker, "Zazděná");
    WishId shut = wishes.add(worker, family.file(), of(family.child(), "Tajné."));
    wishes.add(worker, family.file(), said(TODAY, "Psa."));
    wall(worker, Subject.of(family.child()));
    assertEquals(List.of("Psa."), words(worker, family.file()));
    assertEquals(1, book.reader.waiting(worker, null, 10).items().size());
    assertThrows(NotFound.class, () -> book.reader.view(worker, shut));
    assertThrows(NotFound.class, () -> wishes.change(worker, shut, 1, of(family.child(), "Jiné.")));
  }

  private void wall(Viewer kept, Subject from) {
    register.house.walls().raise(director, kept.staff(), from, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  @Test
  void whoIsForgottenHasNoWishes() {
    Viewer worker = viewer("key-worker");
    Register.Family family = family(worker, "Zapomenutá");
    WishId id = wishes.add(worker, family.file(), of(family.child(), "Psa."));
    wishes.add(worker, family.file(), said(TODAY, "K moři."));
    Set<PersonId> child = Set.of(family.child());
    assertEquals(1, book.ofPeople.of(child).size());
    book.ofPeople.forget(child);
    assertEquals(List.of(), book.ofPeople.of(child));
    assertEquals(List.of("K moři."), words(worker, family.file()));
    assertEquals(0, proven(family, TemplateModule.VOICED));
    assertNull(transactions.read(em -> em.find(Wish.class, id.value())));
  }

  @Test
  void aWishIsThereWithAllThatFollowsFromItOrNotAtAll() {
    Viewer worker = viewer("key-worker");
    CaseFileId file = family(worker, "Vrácená").file();
    long before = register.timeline.of(worker, file, null, 50).items().size();
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.run(
                em -> {
                  wishes.add(worker, file, said(TODAY, "Psa."));
                  throw new IllegalStateException("what came after it failed");
                }));
    assertEquals(List.of(), words(worker, file));
    assertEquals(before, register.timeline.of(worker, file, null, 50).items().size());
  }
}
