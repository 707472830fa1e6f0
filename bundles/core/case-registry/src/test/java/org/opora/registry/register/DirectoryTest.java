package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.BodyId;
import org.opora.api.paging.Page;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.application.BodyView;
import org.opora.registry.directory.application.NewBody;
import org.opora.registry.directory.application.NewOfficial;
import org.opora.registry.directory.persistence.BodyRow;
import org.opora.testkit.OnEveryDatabase;

/** The directory of bodies and officials. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;
  private BodiesDesk desk;
  private Viewer director;
  private Viewer worker;
  private Viewer it;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    desk = new BodiesDesk(register.tx, register.access.access(), register.access.audit());
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    it = register.viewer("it-administrator");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  static NewBody body(Kind kind, String name, String town) {
    return new NewBody(kind, name, null, town, null, null, null, null, null, null, null);
  }

  private static NewBody until(String name, LocalDate until) {
    return new NewBody(Kind.OTHER, name, null, null, null, null, null, null, null, null, until);
  }

  private List<String> found(String words) {
    return desk.find(worker, words, 20).stream().map(Bodies.Line::name).toList();
  }

  @Test
  void everybodyReadsAndWhoMayWrites() {
    BodyId id = desk.add(director, body(Kind.COURT, "Okresní soud v Dveřích", "Dveře"));
    assertEquals("Okresní soud v Dveřích", desk.view(worker, id).body().name());
    NewBody other = body(Kind.COURT, "Jiný", null);
    NewOfficial official = new NewOfficial("JUDr. X", null, null, null, null, null);
    assertThrows(NotAllowed.class, () -> desk.add(worker, other));
    assertThrows(NotAllowed.class, () -> desk.amend(worker, id, 1, other, TODAY));
    assertThrows(NotAllowed.class, () -> desk.replace(worker, id, 1, id, TODAY));
    assertThrows(NotAllowed.class, () -> desk.reinstate(worker, id, 1));
    assertThrows(NotAllowed.class, () -> desk.addOfficial(worker, id, official));
    assertThrows(
        NotAllowed.class, () -> desk.amendOfficial(worker, id, UUID.randomUUID(), 1, official));
    assertThrows(NotAllowed.class, () -> desk.view(it, id));
    assertThrows(NotAllowed.class, () -> desk.find(it, "Okresní", 5));
    assertThrows(NotAllowed.class, () -> desk.list(it, null, null, true, null, 5));
  }

  @Test
  void aBodyIsFoundByEveryWordThatBelongsToIt() {
    BodyId id =
        desk.add(
            director,
            new NewBody(
                Kind.AUTHORITY,
                "Magistrát města Žlutic, oddělení péče o děti",
                "Náměstí 1",
                "Žlutice",
                "364 52",
                "48IA97H",
                "deti@zlutice.example",
                "+420 604 000 111",
                "724 96 991",
                null,
                null));
    desk.addOfficial(
        director, id, new NewOfficial("Bc. Šárka Řepková", "kurátorka", null, null, null, null));
    for (String words :
        List.of("magist", "ŽLUT magistrat", "48ia97h", "72496991", "repkova", "péče zlut")) {
      assertEquals(List.of("Magistrát města Žlutic, oddělení péče o děti"), found(words), words);
    }
    assertEquals(List.of(), found("agistrat"));
    assertEquals(List.of(), found("magistrat pecka"));
    assertEquals(List.of(), found("  "));
    Bodies.Line line = desk.lines(List.of(id, BodyId.next())).get(id);
    assertEquals("48ia97h", line.dataBox());
    assertEquals("Žlutice", line.town());
  }

  @Test
  void aNewNameKeepsTheFormerOneAndACorrectionDoesNot() {
    BodyId id = desk.add(director, body(Kind.SCHOOL, "Zakladní škola Javorka", "Javorka"));
    desk.amend(director, id, 1, body(Kind.SCHOOL, "Základní škola Javorka", "Javorka"), null);
    assertEquals(List.of(), desk.view(worker, id).names());
    NewBody renamed = body(Kind.SCHOOL, "Škola u Potoka", "Javorka");
    LocalDate since = TODAY.minusDays(50);
    assertEquals(
        "renamed",
        assertThrows(Refused.class, () -> desk.amend(director, id, 2, renamed, TODAY.plusDays(1)))
            .field());
    desk.amend(director, id, 2, renamed, since);
    List<BodyView.FormerName> names = desk.view(worker, id).names();
    assertEquals(1, names.size());
    assertEquals("Základní škola Javorka", names.get(0).name());
    assertEquals(since.minusDays(1), names.get(0).until(), "the day it was renamed, not typed");
    assertEquals(List.of("Škola u Potoka"), found("zakladni skola javorka"));
    assertEquals(List.of(), found("zakladnix"));
    assertThrows(
        Stale.class, () -> desk.amend(director, id, 2, body(Kind.SCHOOL, "Pozdě", null), TODAY));
    assertEquals("Škola u Potoka", desk.view(worker, id).body().name());
    NewBody again = body(Kind.SCHOOL, "Škola na Kopci", "Javorka");
    assertEquals(
        "renamed",
        assertThrows(Refused.class, () -> desk.amend(director, id, 3, again, since)).field(),
        "the name of before begins then");
    UUID former = names.get(0).id();
    BodyId other = desk.add(director, body(Kind.SCHOOL, "Jiná škola", null));
    assertThrows(NotAllowed.class, () -> desk.removeName(worker, id, former));
    assertThrows(NotFound.class, () -> desk.removeName(director, other, former));
    desk.removeName(director, id, former);
    assertEquals(List.of(), desk.view(worker, id).names());
    assertEquals(List.of(), found("zakladni skola javorka"));
  }

  @Test
  void whoGoesOnIsFoundInsteadAndNobodyGoesRound() {
    BodyId old = desk.add(director, body(Kind.AUTHORITY, "Úřad starý Kruhov", null));
    BodyId middle = desk.add(director, body(Kind.AUTHORITY, "Úřad prostřední Kruhov", null));
    BodyId now = desk.add(director, body(Kind.AUTHORITY, "Úřad nový Kruhov", null));
    desk.replace(director, old, 1, middle, TODAY.minusDays(10));
    desk.replace(director, middle, 1, now, TODAY.minusDays(1));
    assertEquals(List.of("Úřad nový Kruhov"), found("kruhov"));
    assertEquals(middle, desk.view(worker, old).successor().id());
    assertEquals(now, desk.lines(List.of(middle)).get(middle).replacedBy());
    assertEquals(
        List.of(old),
        desk.view(worker, middle).predecessors().stream().map(Bodies.Line::id).toList());
    for (BodyId back : List.of(old, middle, now)) {
      Refused circle =
          assertThrows(Refused.class, () -> desk.replace(director, now, 1, back, TODAY));
      assertEquals("successor", circle.field());
    }
    assertEquals(
        "successor",
        assertThrows(Refused.class, () -> desk.replace(director, now, 1, null, TODAY)).field());
    assertEquals(
        "until",
        assertThrows(
                Refused.class,
                () ->
                    desk.amend(
                        director, old, 2, body(Kind.AUTHORITY, "Úřad starý Kruhov", null), null))
            .field());
    assertThrows(Stale.class, () -> desk.reinstate(director, middle, 1));
    desk.reinstate(director, middle, 2);
    assertNull(desk.view(worker, middle).successor());
    assertEquals(List.of("Úřad nový Kruhov", "Úřad prostřední Kruhov"), found("kruhov"));
    assertThrows(Refused.class, () -> desk.reinstate(director, middle, 3), "it has no successor");
    BodyId ended = desk.add(director, until("Úřad zaniklý", TODAY.minusYears(2)));
    desk.replace(director, ended, 1, now, TODAY.minusYears(1));
    desk.replace(director, ended, 2, middle, TODAY.minusDays(3));
    desk.reinstate(director, ended, 3);
    assertEquals(
        TODAY.minusYears(2), desk.view(worker, ended).body().until(), "it had ended by itself");
  }

  @Test
  void officialsComeAndGo() {
    BodyId id = desk.add(director, body(Kind.COURT, "Soud v Osobách", null));
    BodyId elsewhere = desk.add(director, body(Kind.COURT, "Soud jinde", null));
    UUID gone =
        desk.addOfficial(
            director,
            id,
            new NewOfficial("JUDr. Adam Odešlý", "soudce", null, null, null, TODAY.minusDays(1)));
    desk.addOfficial(
        director, id, new NewOfficial("JUDr. Zora Zdejší", "soudkyně", null, null, TODAY, null));
    List<BodyView.Person> people = desk.view(worker, id).officials();
    assertEquals(
        List.of("JUDr. Zora Zdejší true", "JUDr. Adam Odešlý false"),
        people.stream().map(one -> one.text().name() + " " + one.now()).toList());
    NewOfficial back = new NewOfficial("JUDr. Adam Vrácený", null, null, null, null, null);
    assertThrows(NotFound.class, () -> desk.amendOfficial(director, elsewhere, gone, 1, back));
    desk.amendOfficial(director, id, gone, 1, back);
    assertThrows(Stale.class, () -> desk.amendOfficial(director, id, gone, 1, back));
    assertEquals(List.of("Soud v Osobách"), found("vraceny"));
    assertEquals(List.of(), found("odesly"));
    NewOfficial backwards = new NewOfficial("X", null, "bez zavináče", null, TODAY, TODAY);
    assertEquals(
        "email",
        assertThrows(Refused.class, () -> desk.addOfficial(director, id, backwards)).field());
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    NewBody fine = body(Kind.OTHER, "Správný", null);
    List<NewBody> wrong =
        List.of(
            new NewBody(null, "A", null, null, null, null, null, null, null, null, null),
            body(Kind.OTHER, " ", null),
            new NewBody(Kind.OTHER, "A", null, null, null, "krátká", null, null, null, null, null),
            new NewBody(Kind.OTHER, "A", null, null, null, null, "a", null, null, null, null),
            new NewBody(
                Kind.OTHER, "A", null, null, null, null, null, null, "72496992", null, null),
            new NewBody(
                Kind.OTHER,
                "A",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                TODAY,
                TODAY.minusDays(1)));
    List<String> fields = new ArrayList<>();
    for (NewBody one : wrong) {
      fields.add(assertThrows(Refused.class, () -> desk.add(director, one)).field());
    }
    assertEquals(List.of("kind", "name", "dataBox", "email", "ico", "until"), fields);
    desk.add(director, fine);
  }

  @Test
  void theListGoesByKeyAndKnowsItsFilters() {
    for (int i = 0; i < 23; i++) {
      desk.add(director, body(Kind.POLICE, "Obvodní oddělení " + (i % 5), "Stránkov"));
    }
    desk.add(director, until("Stránkov zaniklý", TODAY.minusDays(1)));
    desk.add(director, until("Stránkov dosud", TODAY));
    List<BodyRow> all = new ArrayList<>();
    String after = null;
    do {
      Page<BodyRow> page = desk.list(worker, "strankov", Kind.POLICE, true, after, 5);
      assertTrue(page.items().size() <= 5);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertEquals(23, all.stream().map(BodyRow::id).distinct().count());
    List<String> names = all.stream().map(BodyRow::name).toList();
    assertEquals(names.stream().sorted().toList(), names);
    assertEquals(
        List.of("Stránkov dosud"),
        desk.list(worker, "strankov", Kind.OTHER, true, null, 50).items().stream()
            .map(BodyRow::name)
            .toList());
    assertEquals(2, desk.list(worker, "strankov", Kind.OTHER, false, null, 50).items().size());
    assertFalse(found("strankov zanikly").contains("Stránkov zaniklý"));
  }
}
