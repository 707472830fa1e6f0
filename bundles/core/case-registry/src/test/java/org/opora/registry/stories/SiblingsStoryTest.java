package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.api.legal.DecisionKind;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.kin.application.KinRhythms;
import org.opora.registry.kin.application.KinRhythms.OfChild;
import org.opora.registry.kin.application.KinRhythms.Rhythm;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Relative;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Decider;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.register.LegalRoom;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** Story S2, as far as the register goes: brother and sister in two families, one mother. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiblingsStoryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final LocalDate BEGUN = LocalDate.of(2025, 2, 1);
  private static final String GIST =
      "Matka se stýká s oběma dětmi společně, jednou měsíčně, 90 minut, jen v centru, pod"
          + " dohledem.";

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private LegalRoom legal;
  private Viewer ofDvorak;
  private Viewer ofVesela;
  private CaseFileId dvorakovi;
  private CaseFileId vesela;
  private PersonId ema;
  private PersonId jan;
  private PersonId mother;
  private PersonId grandmother;

  @BeforeParameterizedClassInvocation
  void twoFamilies() {
    house = new StoryHouse(product);
    legal = new LegalRoom(house.register);
    house.on(2026, 9, 1);
    ofDvorak = house.viewer("key-worker");
    ofVesela = house.viewer("key-worker");
    PersonId he = house.person("Karel", "Dvořák", LocalDate.of(1979, 1, 2));
    PersonId she = house.person("Alena", "Dvořáková", LocalDate.of(1980, 1, 2));
    grandmother =
        house.register.people.register(
            house.director,
            new NewPerson(
                new PersonName("Věra", "Veselá"),
                LocalDate.of(1958, 3, 4),
                null,
                "600 999 888",
                null,
                new NewPerson.Address("Zahradní 9", "Semily", "513 01"),
                false));
    mother = house.person("Jana", "Horská", LocalDate.of(1995, 3, 4));
    ema = house.person("Ema", "Horská", LocalDate.of(2018, 3, 4));
    jan = house.person("Jan", "Horský", LocalDate.of(2021, 3, 4));
    dvorakovi = house.file(ofDvorak, "Dvořákovi", BEGUN, he, she);
    vesela = house.file(ofVesela, "Veselá", BEGUN, grandmother);
    house.takenOver(dvorakovi, CareKind.LONG_TERM, true, BEGUN, "Turnov");
    house.takenOver(vesela, CareKind.KINSHIP, false, BEGUN, "Semily");
    house.register.placements.place(house.director, dvorakovi, ema, BEGUN, "12 P 1/2025");
    house.register.placements.place(house.director, vesela, jan, BEGUN, "12 P 2/2025");
    tie(ema, Role.PARENT, mother, dvorakovi);
    tie(jan, Role.PARENT, mother, vesela);
    tie(jan, Role.GRANDPARENT, grandmother, vesela);
    tie(ema, Role.SIBLING, jan, dvorakovi);
    legal.desk.add(house.director, ema, contact());
    legal.desk.add(house.director, jan, contact());
  }

  private void tie(PersonId one, Role role, PersonId other, CaseFileId file) {
    house.register.kin.tie(
        house.director,
        one,
        new NewTie(role, other, null, file, new Terms(new Days(null, null), null, null, null)));
  }

  private static NewDecision contact() {
    return new NewDecision(
        DecisionKind.CONTACT,
        "Okresní soud v Semilech",
        "12 P 3/2026",
        GIST,
        null,
        List.of(),
        null,
        LocalDate.of(2026, 5, 4),
        LocalDate.of(2026, 6, 1),
        false,
        Appeal.NONE,
        null,
        null);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void twoChildrenInTwoFilesHaveOneMother() {
    CaseFiles.Child girl = onlyChild(ofDvorak, dvorakovi);
    CaseFiles.Child boy = onlyChild(ofVesela, vesela);
    assertEquals(ema, girl.person());
    assertEquals(8, Period.between(girl.birthDate(), TODAY).getYears());
    assertEquals(jan, boy.person());
    assertEquals(5, Period.between(boy.birthDate(), TODAY).getYears());
    assertEquals(mother, parent(ofDvorak, ema).person());
    assertEquals(mother, parent(ofVesela, jan).person(), "one person, not two");
    assertEquals("Jana Horská", parent(ofDvorak, ema).name().spoken());
    var mediated = house.life(dvorakovi).agreement();
    assertEquals(CareKind.LONG_TERM, mediated.kind());
    assertTrue(mediated.mediated());
    var kinship = house.life(vesela).agreement();
    assertEquals(CareKind.KINSHIP, kinship.kind());
    assertFalse(kinship.mediated());
    for (Position position :
        List.of(
            legal.desk.position(ofDvorak, ema, TODAY), legal.desk.position(ofVesela, jan, TODAY))) {
      assertEquals(GIST, position.decisions().get(0).text().gist(), "what the court allows");
    }
    assertThrows(NotFound.class, () -> legal.desk.position(ofDvorak, jan, TODAY));
  }

  private CaseFiles.Child onlyChild(Viewer viewer, CaseFileId file) {
    List<CaseFiles.Child> all = house.register.files.header(viewer, file).children();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private Relative parent(Viewer viewer, PersonId child) {
    return house.register.kin.of(viewer, child).stream()
        .filter(one -> one.role() == Role.PARENT)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoWorksWithOneFamilyNeverLearnsWhereTheOtherChildLives() {
    assertThrows(NotFound.class, () -> house.register.people.view(ofDvorak, grandmother));
    assertThrows(NotFound.class, () -> house.register.people.view(ofDvorak, jan));
    assertThrows(NotFound.class, () -> house.register.files.header(ofDvorak, vesela));
    assertTrue(
        house.register.kin.of(ofDvorak, ema).stream()
            .filter(one -> one.role() == Role.SIBLING)
            .allMatch(Relative::hidden),
        "that there is a brother, no more");
    assertTrue(house.register.people.search(ofDvorak, "vesela", null, 20).items().isEmpty());
    int pages = 0;
    for (Route route : house.doors.routes()) {
      String path =
          route
              .pattern()
              .replace("{file}", dvorakovi.toString())
              .replace("{person}", (route.pattern().contains("/kin") ? ema : mother).toString());
      if (route.method() == Route.Method.GET
          && route.pattern().matches("/(files/\\{file}|people/\\{person})(/[a-z]+)?")
          && Stream.of("/stays", "/households").noneMatch(path::endsWith)
          && ofDvorak.may(route.permission())) {
        String page = house.page(ofDvorak, path).orElse(null);
        if (page == null) {
          continue;
        }
        pages++;
        for (String secret : List.of("Zahradní", "600 999 888", "Veselá", vesela.toString())) {
          assertFalse(page.contains(secret), () -> path + " tells " + secret);
        }
      }
    }
    assertTrue(pages > 8, "pages: " + pages);
    assertEquals(
        "Zahradní 9", house.register.people.view(ofVesela, grandmother).address().street());
  }

  @Test
  void howOftenTheySeeEachOtherStandsInBothFilesAndTellsNoAddress() {
    KinRhythms rhythms = house.register.kin.rhythms();
    UUID tie = siblings(ofDvorak, ema);
    LocalDate june = LocalDate.of(2026, 6, 1);
    rhythms.state(ofDvorak, ema, tie, 8, Decider.FAMILIES, null, LocalDate.of(2026, 1, 1));
    UUID six = rhythms.state(ofDvorak, ema, tie, 6, Decider.COURT, "12 P 3/2026", june);
    for (Viewer viewer : List.of(ofDvorak, ofVesela)) {
      PersonId child = viewer == ofDvorak ? ema : jan;
      List<OfChild> today = rhythms.today(viewer, List.of(child));
      assertEquals(1, today.size());
      assertEquals(6, today.get(0).rhythm().weeks());
      assertEquals(Decider.COURT, today.get(0).rhythm().decider());
      assertEquals(june, today.get(0).rhythm().since());
      assertNull(today.get(0).sibling(), "who it is, is not told");
      CaseFileId file = viewer == ofDvorak ? dvorakovi : vesela;
      String page = house.doors.open(viewer, "/files/" + file + "/family");
      assertTrue(page.contains("každých 6 týdnů") && page.contains("12 P 3/2026"), page);
      for (String secret :
          viewer == ofDvorak
              ? List.of("Zahradní", "600 999 888", "Veselá", vesela.toString())
              : List.of("Dvořák", dvorakovi.toString())) {
        assertFalse(page.contains(secret), () -> "the page tells " + secret);
      }
    }
    List<Rhythm> all = rhythms.of(house.register.kin.of(ofDvorak, ema)).get(tie);
    assertEquals(List.of(6, 8), all.stream().map(Rhythm::weeks).toList());
    assertEquals(june.minusDays(1), all.get(1).until());
    house.doors.open(ofDvorak, "/people/" + ema + "/kin/" + tie + "/rhythm");
    house.doors.open(ofDvorak, "/people/" + ema + "/kin");
    assertEquals(
        "since",
        refused(() -> rhythms.state(ofDvorak, ema, tie, 4, Decider.AUTHORITY, null, june)));
    assertEquals(
        "weeks",
        refused(() -> rhythms.state(ofDvorak, ema, tie, 0, Decider.AUTHORITY, null, TODAY)));
    assertEquals("decider", refused(() -> rhythms.state(ofDvorak, ema, tie, 4, null, null, TODAY)));
    assertThrows(
        NotFound.class, () -> rhythms.state(ofDvorak, jan, tie, 4, Decider.AUTHORITY, null, TODAY));
    assertThrows(Stale.class, () -> rhythms.withdraw(ofDvorak, ema, tie, six, 9));
    rhythms.withdraw(ofDvorak, ema, tie, six, 1);
    List<Rhythm> left = rhythms.of(house.register.kin.of(ofDvorak, ema)).get(tie);
    assertEquals(List.of(8), left.stream().map(Rhythm::weeks).toList());
    assertNull(left.get(0).until(), "what held before goes on");
    rhythms.state(ofDvorak, ema, tie, 6, Decider.COURT, "12 P 3/2026", june);
    String wrong =
        house.doors.refused(
            ofDvorak, 422, "/people/" + ema + "/kin/" + tie + "/rhythm", "weeks", "sto");
    assertTrue(wrong.contains("e-weeks") && wrong.contains("e-decider"), wrong);
  }

  @Test
  void whatHeldEndsWithoutAnotherAndTakingBackNeverUndoesAnEnd() {
    PersonId one = house.person("Eva", "Malá", LocalDate.of(2018, 3, 4));
    PersonId other = house.person("Petr", "Malý", LocalDate.of(2020, 3, 4));
    tie(one, Role.SIBLING, other, null);
    Viewer head = house.director;
    UUID tie = siblings(head, one);
    LocalDate june = LocalDate.of(2026, 6, 1);
    LocalDate last = LocalDate.of(2026, 8, 31);
    KinRhythms rhythms = house.register.kin.rhythms();
    String path = "/people/" + one + "/kin/" + tie + "/rhythm/end";
    assertThrows(NotFound.class, () -> rhythms.latest(head, one, tie));
    UUID six = rhythms.state(head, one, tie, 6, Decider.COURT, "7 P 1/2026", june);
    assertEquals(
        "until",
        refused(() -> rhythms.end(head, one, tie, six, latest(one, tie).version(), null)),
        "it has no end yet");
    assertEquals(
        "until",
        refused(
            () -> rhythms.end(head, one, tie, six, latest(one, tie).version(), june.minusDays(1))));
    assertThrows(Stale.class, () -> rhythms.end(head, one, tie, six, 99, last));
    for (Viewer stranger : List.of(ofDvorak, ofVesela)) {
      assertThrows(NotFound.class, () -> rhythms.end(stranger, one, tie, six, 1, last));
    }
    assertFalse(house.doors.open(head, path).contains("e-until"));
    String early =
        house.doors.refused(
            head,
            422,
            path,
            "version",
            "" + latest(one, tie).version(),
            "rhythm",
            six.toString(),
            "until",
            "2026-05-31");
    assertTrue(early.contains("e-until") && early.contains("2026-05-31"), early);
    assertEquals(
        "/people/" + one + "/kin",
        house.doors.post(
            head,
            path,
            "version",
            "" + latest(one, tie).version(),
            "rhythm",
            six.toString(),
            "until",
            last.toString()));
    assertEquals(last, latest(one, tie).until());
    assertEquals(List.of(), rhythms.today(head, List.of(one)), "it holds no more");

    LocalDate july = LocalDate.of(2026, 7, 1);
    UUID four = rhythms.state(head, one, tie, 4, Decider.FAMILIES, null, july);
    List<Rhythm> both = rhythms.of(house.register.kin.of(head, one)).get(tie);
    assertEquals(july.minusDays(1), both.get(1).until(), "two never hold on one day");
    assertThrows(
        NotFound.class, () -> rhythms.end(head, one, tie, six, both.get(1).version(), last));
    rhythms.withdraw(head, one, tie, four, latest(one, tie).version());
    assertEquals(last, latest(one, tie).until(), "the end that was stated stands");

    UUID five = rhythms.state(head, one, tie, 5, Decider.FAMILIES, null, last.plusDays(1));
    rhythms.withdraw(head, one, tie, five, latest(one, tie).version());
    assertEquals(last, latest(one, tie).until(), "also when the next one followed at once");
    rhythms.end(head, one, tie, six, latest(one, tie).version(), null);
    assertNull(latest(one, tie).until(), "it goes on after all");
    assertEquals(1, rhythms.today(head, List.of(one)).size());
  }

  private Rhythm latest(PersonId person, UUID tie) {
    return house.register.kin.rhythms().latest(house.director, person, tie);
  }

  @Test
  void whatIsSaidOfTwoEntriesStaysWithBothWhenTheirWaysPart() {
    PersonId one = house.person("Nina", "Dvojí", LocalDate.of(2018, 3, 4));
    PersonId twin = house.person("Nina", "Dvojí", LocalDate.of(2018, 3, 4));
    PersonId brother = house.person("Oto", "Dvojí", LocalDate.of(2020, 3, 4));
    Viewer head = house.director;
    tie(one, Role.SIBLING, brother, null);
    tie(brother, Role.SIBLING, twin, null);
    KinRhythms rhythms = house.register.kin.rhythms();
    LocalDate june = LocalDate.of(2026, 6, 1);
    rhythms.state(head, twin, siblings(head, twin), 8, Decider.FAMILIES, null, june.minusMonths(2));
    house.register.same.declare(head, twin, one);
    UUID tie = siblings(head, one);
    UUID six = rhythms.state(head, one, tie, 6, Decider.COURT, "9 P 1/2026", june);
    rhythms.withdraw(head, one, tie, six, latest(one, tie).version());
    assertEquals(List.of(8), weeks(brother), "the mistake is gone with both of them");
    rhythms.state(head, one, tie, 4, Decider.COURT, "9 P 2/2026", june);
    assertEquals(List.of(4), weeks(one), "one child, said once");
    assertEquals(List.of(4), weeks(brother));

    house.register.same.undo(head, twin);
    assertEquals(List.of(4), weeks(one));
    assertEquals(List.of(4), weeks(twin), "nothing stays behind");
    assertEquals(List.of(4, 4), weeks(brother));
    UUID own = siblings(head, twin);
    Rhythm theirs = latest(twin, own);
    rhythms.end(head, twin, own, theirs.id(), theirs.version(), TODAY.minusDays(1));
    assertEquals(List.of(), weeks(twin));
    assertEquals(List.of(4), weeks(one), "each has their own");
  }

  @Test
  void anEndCountsForBothEntriesOfOneChild() {
    PersonId one = house.person("Jana", "Končící", LocalDate.of(2018, 3, 4));
    PersonId twin = house.person("Jana", "Končící", LocalDate.of(2018, 3, 4));
    PersonId brother = house.person("Ivo", "Končící", LocalDate.of(2020, 3, 4));
    tie(one, Role.SIBLING, brother, null);
    tie(twin, Role.SIBLING, brother, null);
    Viewer head = house.director;
    house.register.same.declare(head, twin, one);
    KinRhythms rhythms = house.register.kin.rhythms();
    UUID tie = siblings(head, one);
    UUID four =
        rhythms.state(head, one, tie, 4, Decider.COURT, "9 P 3/2026", LocalDate.of(2026, 6, 1));
    rhythms.end(head, one, tie, four, latest(one, tie).version(), TODAY.minusDays(1));
    house.register.same.undo(head, twin);
    assertEquals(List.of(), weeks(one));
    assertEquals(List.of(), weeks(twin));
    assertEquals(TODAY.minusDays(1), latest(twin, siblings(head, twin)).until());
  }

  private List<Integer> weeks(PersonId child) {
    return house.register.kin.rhythms().today(house.director, List.of(child)).stream()
        .map(one -> one.rhythm().weeks())
        .toList();
  }

  @Test
  void theExtractOfAChildSaysHowOften() {
    PersonId one = house.person("Iva", "Tichá", LocalDate.of(2018, 3, 4));
    PersonId other = house.person("Ota", "Tichý", LocalDate.of(2020, 3, 4));
    tie(one, Role.SIBLING, other, null);
    UUID tie = siblings(house.director, one);
    KinRhythms rhythms = house.register.kin.rhythms();
    LocalDate june = LocalDate.of(2026, 6, 1);
    rhythms.state(house.director, one, tie, 8, Decider.FAMILIES, null, LocalDate.of(2026, 1, 1));
    rhythms.state(house.director, one, tie, 6, Decider.COURT, "7 P 9/2026", june);
    for (PersonId child : List.of(one, other)) {
      String sibling = child == one ? "Ota Tichý" : "Iva Tichá";
      assertEquals(
          List.of(sibling + ", 7 P 9/2026 (2026-06-01 – )", sibling + " (2026-01-01 – 2026-05-31)"),
          house.register.kinData.export(Set.of(child)).stream()
              .filter(fact -> fact.label().key().equals("rhythm.fact"))
              .map(fact -> fact.value())
              .toList());
      assertEquals(3, house.register.kinData.count(Set.of(child)), "the relationship and both");
    }
    Text label =
        house.register.kinData.export(Set.of(one)).stream()
            .map(fact -> fact.label())
            .filter(text -> text.key().equals("rhythm.fact"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "Sees a brother or a sister every 6 weeks, decided by the court",
        new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS).text(Locale.ENGLISH, label));
    house.register.kinData.erase(Set.of(one));
    assertEquals(0, house.register.kinData.count(Set.of(one, other)));
  }

  private UUID siblings(Viewer viewer, PersonId child) {
    return house.register.kin.of(viewer, child).stream()
        .filter(one -> one.role() == Role.SIBLING)
        .map(Relative::tie)
        .findFirst()
        .orElseThrow();
  }

  private static String refused(Executable act) {
    return assertThrows(Refused.class, act).field();
  }
}
