package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.duties.Trust;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.BodyId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.MandateView;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** Mandate, services, settings, readings and the figures of the law. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
  private static final LocalDate TODAY = Register.TODAY;
  private static final List<String> BOTH = List.of("xx.accompany", "xx.advise");

  @Parameter TestDatabase.Product product;
  private HouseBench bench;

  @BeforeParameterizedClassInvocation
  void open() {
    bench = new HouseBench(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    bench.close();
  }

  private static NewMandate mandate(String number) {
    return new NewMandate(
        number, null, "Krajský úřad", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 1), null);
  }

  private static NewState state(LocalDate from, int capacity, String what, String... activities) {
    return new NewState(from, List.of(activities), List.of("Náves 1"), capacity, what);
  }

  private static String field(Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private Optional<TaskLine> task(String href) {
    return bench
        .register
        .desk
        .list(bench.director, bench.director.staff(), false, null, 100)
        .items()
        .stream()
        .filter(task -> href.equals(task.href()))
        .reduce((one, other) -> other);
  }

  @Test
  void aChangeOfTheMandateBecomesATaskUntilItIsNotified() {
    BodyId region =
        bench.bodies.add(bench.director, DirectoryTest.body(Kind.REGION, "Kraj Horní", null));
    UUID id =
        bench.mandates.add(
            bench.director,
            new NewMandate(
                "KU 1/2026",
                region,
                "Kraj Horní",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 2, 1),
                null),
            state(null, 40, null, "xx.accompany"));
    MandateView view = bench.mandates.view(bench.worker, id);
    assertTrue(view.inForce());
    assertEquals(region, view.text().region());
    assertEquals(LocalDate.of(2026, 2, 1), view.now().text().from());
    assertFalse(view.now().open(), "what was issued is not notified");
    String href = "/house/mandate/" + id;
    assertTrue(task(href).isEmpty());

    UUID change =
        bench.mandates.change(
            bench.director,
            id,
            state(LocalDate.of(2026, 11, 1), 50, "Kapacita 50", "xx.accompany", "xx.advise"));
    TaskLine task = task(href).orElseThrow();
    assertEquals(LocalDate.of(2026, 12, 15), task.due());
    assertEquals(bench.director.staff(), task.doer());
    view = bench.mandates.view(bench.worker, id);
    assertEquals(50, view.now().text().capacity());
    assertEquals(BOTH, view.now().text().activities());
    assertEquals(40, view.states().get(1).text().capacity(), "the former state stays");

    bench.mandates.amendState(
        bench.director,
        id,
        change,
        1,
        state(LocalDate.of(2026, 10, 31), 55, "Kapacita 55", "xx.accompany"));
    assertEquals(LocalDate.of(2026, 11, 15), task(href).orElseThrow().due());
    assertThrows(
        Stale.class,
        () ->
            bench.mandates.amendState(
                bench.director, id, change, 1, state(TODAY, 1, "x", "xx.accompany")));
    assertEquals(
        "day",
        field(() -> bench.mandates.notified(bench.director, id, change, 2, TODAY.plusDays(1))));
    bench.mandates.notified(bench.director, id, change, 2, TODAY);
    assertTrue(task(href).isEmpty());
    assertEquals(TODAY, bench.mandates.view(bench.worker, id).now().notifiedOn());
    UUID first = view.states().get(1).id();
    assertEquals("day", field(() -> bench.mandates.notified(bench.director, id, first, 1, TODAY)));
  }

  @Test
  void whatCannotBeOfAMandateIsRefusedBesideItsField() {
    UUID id =
        bench.mandates.add(bench.director, mandate("KU 2"), state(null, 5, null, "xx.accompany"));
    bench.mandates.change(
        bench.director, id, state(LocalDate.of(2026, 6, 1), 6, "Víc", "xx.accompany"));
    assertEquals(
        "from",
        field(
            () ->
                bench.mandates.change(
                    bench.director, id, state(LocalDate.of(2026, 2, 1), 6, "x", "xx.advise"))));
    assertEquals(
        "from",
        field(
            () ->
                bench.mandates.change(
                    bench.director, id, state(LocalDate.of(2026, 6, 1), 6, "x", "xx.advise"))));
    assertEquals(
        "activities",
        field(() -> bench.mandates.change(bench.director, id, state(TODAY, 6, "x", "xx.unknown"))));
    assertEquals(
        "what",
        field(() -> bench.mandates.change(bench.director, id, state(TODAY, 6, " ", "xx.advise"))));
    NewMandate later =
        new NewMandate(
            "KU 2", null, "Kraj", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 6, 1), null);
    assertEquals("inForceFrom", field(() -> bench.mandates.amend(bench.director, id, 1, later)));
    NewMandate earlier =
        new NewMandate(
            "KU 2", null, "Kraj", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 1), null);
    bench.mandates.amend(bench.director, id, 1, earlier);
    assertThrows(Stale.class, () -> bench.mandates.amend(bench.director, id, 1, earlier));
    List<MandateView.State> states = bench.mandates.view(bench.worker, id).states();
    assertEquals(
        LocalDate.of(2026, 3, 1),
        states.get(states.size() - 1).text().from(),
        "what was issued begins with the mandate");
    UUID other =
        bench.mandates.add(bench.director, mandate("KU 3"), state(null, 5, null, "xx.advise"));
    assertThrows(
        NotFound.class,
        () -> bench.mandates.notified(bench.director, other, states.get(0).id(), 1, TODAY),
        "a state of another mandate");
  }

  @Test
  void theCapacityIsCountedFromAgreementsInForce() {
    long before = bench.mandates.capacity(bench.worker).used();
    var family = bench.register.family(bench.director, bench.worker, "Počítaná");
    assertEquals(before + 1, bench.mandates.capacity(bench.worker).used());
    var agreement = bench.register.agreements.of(bench.director, family.file()).get(0);
    bench.register.agreements.end(bench.director, agreement.id(), TODAY.minusDays(1));
    assertEquals(before, bench.mandates.capacity(bench.worker).used());
    assertEquals(-3, new MandateView.Capacity(2, 5).free());
  }

  @Test
  void anInsuranceAsksForItsCopy() {
    UUID id =
        bench.mandates.addInsurance(
            bench.director, new NewInsurance("Pojišťovna", "42", TODAY.minusDays(2), TODAY, null));
    TaskLine task = task("/house/mandate").orElseThrow();
    assertEquals(TODAY.plusDays(13), task.due());
    bench.mandates.amendInsurance(
        bench.director, id, 1, new NewInsurance("Pojišťovna", "42", TODAY, TODAY, TODAY));
    assertEquals(TODAY.plusDays(15), task("/house/mandate").orElseThrow().due());
    assertThrows(Stale.class, () -> bench.mandates.sent(bench.director, id, 1, TODAY));
    bench.mandates.sent(bench.director, id, 2, TODAY);
    assertTrue(task("/house/mandate").isEmpty());
    assertEquals(TODAY, bench.mandates.insurance(bench.worker, id).sentOn());
    assertEquals(
        "concludedOn",
        field(
            () ->
                bench.mandates.addInsurance(
                    bench.director, new NewInsurance("P", null, TODAY.plusDays(1), TODAY, null))));
  }

  @Test
  void aServiceIsTiedToAnActivityAndSaysWhenTheMandateLacksIt() {
    var first = bench.services.all(bench.worker).get(0);
    assertNull(first.activity(), "services without an activity come first");
    bench.services.tie(bench.director, "tutoring", 0, "xx.accompany");
    assertThrows(Stale.class, () -> bench.services.tie(bench.director, "tutoring", 0, "xx.advise"));
    var tied = bench.services.one(bench.worker, "tutoring");
    assertEquals("xx.accompany", tied.activity());
    bench.services.tie(bench.director, "tutoring", tied.version(), "xx.advise");
    assertEquals(
        "activity", field(() -> bench.services.tie(bench.director, "tutoring", 2, "xx.no")));
    assertThrows(
        NotFound.class, () -> bench.services.tie(bench.director, "unknown", 0, "xx.advise"));
    assertEquals(
        bench.mandates.activities(bench.worker).contains("xx.advise"),
        bench.services.one(bench.worker, "tutoring").covered());
    assertNull(bench.services.one(bench.worker, "visit").activity());
  }

  private static Map<String, String> facts(String name, String town) {
    Map<String, String> facts = new HashMap<>();
    facts.put("name", name);
    facts.put("town", town);
    return facts;
  }

  @Test
  void theCentreChangesWithADayAndAReason() {
    var before = bench.centre.view(bench.worker);
    String name = before.now().get("name");
    assertEquals(bench.name.name(), name, "given at set-up");
    var steps = bench.centre.preview(bench.director, TODAY, before.now(), facts(name, "Lhota"));
    assertEquals(List.of("town"), steps.stream().map(step -> step.field()).toList());
    assertEquals(before, bench.centre.view(bench.worker), "a preview changes nothing");

    bench.centre.change(
        bench.director,
        before.version(),
        TODAY.plusDays(5),
        "Stěhování",
        before.now(),
        facts(name, "Lhota"));
    assertNull(bench.centre.view(bench.worker).now().get("town"), "not yet");
    assertEquals("Lhota", bench.centre.onPaper(TODAY.plusDays(5)).get("town"));
    assertThrows(
        Stale.class,
        () ->
            bench.centre.change(
                bench.director,
                before.version(),
                TODAY,
                "Pozdě",
                before.now(),
                facts(name, "Jinde")));

    long version = bench.centre.view(bench.director).version();
    assertEquals(
        "from",
        field(
            () ->
                bench.centre.change(
                    bench.director,
                    version,
                    TODAY.plusDays(1),
                    "Přejmenování",
                    before.now(),
                    facts("Nové jméno", null))));
    bench.centre.change(
        bench.director, version, TODAY, "Přejmenování", before.now(), facts("Nové jméno", "Brod"));
    assertEquals("Nové jméno", bench.name.name(), "the pages say it at once");
    assertEquals("Brod", bench.centre.view(bench.worker).now().get("town"));
    SettingsBook.Change last = bench.centre.view(bench.worker).history().get(0);
    assertEquals("Přejmenování", last.why());
    assertEquals("Mgr. Jana Testová", last.by());
    assertNull(
        field(
            () ->
                bench.centre.preview(
                    bench.director, TODAY, before.now(), facts("Nové jméno", "Brod"))),
        "nothing to change: the whole form is refused");
    assertEquals(
        name,
        bench.centre.onPaper(TODAY.minusYears(3)).get("name"),
        "what it was called before stays known");
    assertTrue(
        bench.centre.view(bench.worker).history().stream()
            .anyMatch(one -> one.founding() && name.equals(one.content())));
    Map<String, String> mail = facts("Nové jméno", "Brod");
    mail.put("email", "bez zavináče");
    assertEquals(
        "email", field(() -> bench.centre.preview(bench.director, TODAY, before.now(), mail)));
    Map<String, String> wrong = facts("Nové jméno", "Brod");
    wrong.put("ico", "1");
    assertEquals(
        "ico", field(() -> bench.centre.preview(bench.director, TODAY, before.now(), wrong)));
  }

  @Test
  void whatWasNotTouchedStaysAsItIsDecidedForLater() {
    Map<String, String> opened = Map.of("name", bench.name.name());
    Map<String, String> moved = new HashMap<>(opened);
    moved.put("street", "Nová 5");
    bench.centre.change(
        bench.director,
        bench.centre.view(bench.director).version(),
        TODAY.plusDays(30),
        "Stěhování",
        opened,
        moved);
    Map<String, String> phone = new HashMap<>(opened);
    phone.put("phone", "604 000 111");
    var later = bench.centre.preview(bench.director, TODAY.plusDays(60), opened, phone);
    assertEquals(List.of("phone"), later.stream().map(step -> step.field()).toList());
    bench.centre.change(
        bench.director,
        bench.centre.view(bench.director).version(),
        TODAY.plusDays(60),
        "Telefon",
        opened,
        phone);
    assertEquals("Nová 5", bench.centre.onPaper(TODAY.plusDays(60)).get("street"));
    moved.put("street", "Jiná 1");
    var back = bench.centre.preview(bench.director, TODAY.minusDays(9), opened, moved);
    assertEquals(TODAY.plusDays(29), back.get(0).until(), "something later is decided");
    assertEquals("Nová 5", back.get(0).then());
  }

  @Test
  void whatIsDecidedForLaterCanBeTakenBack() {
    Map<String, String> opened = Map.of("name", bench.name.name());
    Map<String, String> first = new HashMap<>(opened);
    first.put("printName", "Tisk A");
    bench.centre.change(
        bench.director, bench.centre.view(bench.director).version(), TODAY, "Tisk", opened, first);
    LocalDate later = TODAY.plusDays(200);
    Map<String, String> second = new HashMap<>(first);
    second.put("printName", "Tisk B");
    long before = bench.centre.view(bench.director).version();
    bench.centre.change(bench.director, before, later, "Od ledna", first, second);
    assertEquals("Tisk B", bench.centre.onPaper(later).get("printName"));
    CentreDesk.Later decided = bench.centre.later(bench.worker, "printName", later);
    assertEquals("Tisk A", decided.before());
    assertEquals("Tisk B", decided.content());
    assertThrows(
        Stale.class,
        () -> bench.centre.takeBack(bench.director, before, "printName", later, "Nestěhujeme se"));
    long now = bench.centre.view(bench.director).version();
    assertThrows(
        NotAllowed.class, () -> bench.centre.takeBack(bench.worker, now, "printName", later, "x"));
    assertEquals(
        "why", field(() -> bench.centre.takeBack(bench.director, now, "printName", later, " ")));
    assertThrows(
        NotFound.class,
        () -> bench.centre.takeBack(bench.director, now, "printName", later.plusDays(1), "x"));
    bench.centre.takeBack(bench.director, now, "printName", later, "Nestěhujeme se");
    assertEquals("Tisk A", bench.centre.onPaper(later).get("printName"));
    assertTrue(
        bench.centre.view(bench.worker).later().stream()
            .noneMatch(one -> one.field().equals("printName")));
    assertEquals(
        "Nestěhujeme se", bench.centre.view(bench.worker).history().get(0).why(), "it is known");
    long last = bench.centre.view(bench.director).version();
    assertThrows(
        NotFound.class,
        () -> bench.centre.takeBack(bench.director, last, "printName", later, "znovu"));
  }

  @Test
  void aChangeKeepsActivitiesThatNoPackKnowsAndRefusesOthers() {
    UUID id =
        bench.mandates.add(
            bench.director, mandate("KU 8"), state(null, 5, null, "xx.accompany", "xx.advise"));
    bench.pack.narrow = true;
    try {
      bench.mandates.change(
          bench.director,
          id,
          state(LocalDate.of(2026, 9, 1), 5, "Nové místo", "xx.accompany", "xx.advise"));
      assertEquals(BOTH, bench.mandates.view(bench.worker, id).now().text().activities());
      bench.mandates.change(
          bench.director, id, state(LocalDate.of(2026, 9, 2), 5, "Méně", "xx.advise"));
      bench.mandates.change(
          bench.director, id, state(LocalDate.of(2026, 9, 3), 5, "Zpět", "xx.accompany"));
      assertEquals(
          List.of("xx.accompany"), bench.mandates.view(bench.worker, id).now().text().activities());
      Refused unknown =
          assertThrows(
              Refused.class,
              () ->
                  bench.mandates.change(
                      bench.director,
                      id,
                      state(LocalDate.of(2026, 9, 4), 5, "x", "xx.advise", "xx.unknown")));
      assertEquals("activities", unknown.field());
      assertEquals("refused.mandate-unknown-activity", unknown.text().key());
    } finally {
      bench.pack.narrow = false;
    }
  }

  @Test
  void anInsuranceSavedWhileNoPackSaysTheDayIsAskedForLater() {
    bench.pack.known = false;
    UUID id;
    try {
      id =
          bench.mandates.addInsurance(
              bench.director, new NewInsurance("Bez dne", null, TODAY, TODAY, null));
      MandateView.Insured unknown = bench.mandates.insurance(bench.worker, id);
      assertNull(unknown.sendBy());
      assertTrue(unknown.open(), "by when is not known, but it is to be sent");
    } finally {
      bench.pack.known = true;
    }
    assertEquals(
        TODAY.plusDays(15),
        bench.mandates.insurance(bench.worker, id).sendBy(),
        "the pack is back, and says the day");
    bench.mandates.sent(bench.director, id, 1, TODAY);
    assertFalse(bench.mandates.insurance(bench.worker, id).open());
  }

  @Test
  void whatTheRegionWasToldOfStaysReadableAfterACorrection() {
    UUID id =
        bench.mandates.add(bench.director, mandate("KU 4"), state(null, 5, null, "xx.accompany"));
    UUID change =
        bench.mandates.change(
            bench.director, id, state(LocalDate.of(2026, 10, 1), 40, "Víc", "xx.accompany"));
    bench.mandates.notified(bench.director, id, change, 1, TODAY);
    bench.mandates.amendState(
        bench.director,
        id,
        change,
        2,
        state(LocalDate.of(2026, 10, 1), 400, "Víc", "xx.accompany"));
    MandateView.State now = bench.mandates.view(bench.worker, id).now();
    assertEquals(400, now.text().capacity());
    assertEquals(1, now.before().size());
    assertEquals(40, now.before().get(0).text().capacity());
    assertEquals("Mgr. Jana Testová", now.before().get(0).enteredBy());
    assertEquals(TODAY, now.before().get(0).correctedOn());
    NewMandate ended =
        new NewMandate(
            "KU 4",
            null,
            "Krajský úřad",
            LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 9, 30));
    assertEquals("until", field(() -> bench.mandates.amend(bench.director, id, 1, ended)));
  }

  @Test
  void anEndedMandateDoesNotChangeAfterItsEnd() {
    NewMandate ended =
        new NewMandate(
            "KU 5",
            null,
            "Krajský úřad",
            LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 9, 30));
    UUID id = bench.mandates.add(bench.director, ended, state(null, 5, null, "xx.accompany"));
    assertEquals(
        "from",
        field(
            () ->
                bench.mandates.change(
                    bench.director, id, state(LocalDate.of(2026, 10, 1), 6, "x", "xx.accompany"))));
  }

  @Test
  void aPackThatIsExchangedTakesNoTaskAway() {
    UUID id =
        bench.mandates.add(bench.director, mandate("KU 6"), state(null, 5, null, "xx.accompany"));
    LocalDate from = LocalDate.of(2026, 10, 20);
    UUID change = bench.mandates.change(bench.director, id, state(from, 6, "Vic", "xx.accompany"));
    String href = "/house/mandate/" + id;
    LocalDate due = task(href).orElseThrow().due();
    UUID insurance =
        bench.mandates.addInsurance(
            bench.director, new NewInsurance("P", null, TODAY, TODAY, null));
    bench.pack.known = false;
    try {
      bench.mandates.amendState(
          bench.director, id, change, 1, state(from, 6, "Víc", "xx.accompany"));
      assertEquals(due, task(href).orElseThrow().due());
      bench.mandates.amendInsurance(
          bench.director,
          insurance,
          1,
          new NewInsurance("Pojišťovna", null, TODAY.minusDays(1), TODAY, null));
      assertEquals(TODAY.plusDays(15), bench.mandates.insurance(bench.worker, insurance).sendBy());
      UUID unknown =
          bench.mandates.change(
              bench.director, id, state(from.plusDays(1), 7, "Ještě", "xx.accompany"));
      MandateView.State now = bench.mandates.view(bench.worker, id).now();
      assertEquals(unknown, now.id());
      assertNull(now.notifyBy());
      assertTrue(now.open(), "by when is not known, but it is to be notified");
    } finally {
      bench.pack.known = true;
    }
    bench.mandates.sent(bench.director, insurance, 2, TODAY);
  }

  @Test
  void aDayOfNoticeIsMendedAndTakenBack() {
    UUID id =
        bench.mandates.add(bench.director, mandate("KU 7"), state(null, 5, null, "xx.accompany"));
    UUID change =
        bench.mandates.change(
            bench.director, id, state(LocalDate.of(2026, 10, 20), 6, "Víc", "xx.accompany"));
    String href = "/house/mandate/" + id;
    assertEquals("day", field(() -> bench.mandates.notified(bench.director, id, change, 1, null)));
    bench.mandates.notified(bench.director, id, change, 1, LocalDate.of(2026, 1, 2));
    assertTrue(task(href).isEmpty());
    bench.mandates.notified(bench.director, id, change, 2, TODAY);
    assertEquals(TODAY, bench.mandates.view(bench.worker, id).now().notifiedOn());
    bench.mandates.notified(bench.director, id, change, 3, null);
    assertNull(bench.mandates.view(bench.worker, id).now().notifiedOn());
    assertEquals(LocalDate.of(2026, 11, 15), task(href).orElseThrow().due(), "it waits again");

    UUID insurance =
        bench.mandates.addInsurance(
            bench.director, new NewInsurance("P", null, TODAY, TODAY, null));
    assertEquals("day", field(() -> bench.mandates.sent(bench.director, insurance, 1, null)));
    bench.mandates.sent(bench.director, insurance, 1, TODAY);
    bench.mandates.sent(bench.director, insurance, 2, null);
    assertTrue(task("/house/mandate").isPresent(), "it waits again");
    bench.mandates.sent(bench.director, insurance, 3, TODAY);
  }

  private long asked() {
    Statements statements = new Statements(bench.register.tx);
    bench.mandates(statements).all(bench.worker);
    return statements.asked();
  }

  @Test
  void theNumberOfQuestionsDoesNotGrowWithTheMandates() {
    bench.mandates.add(bench.director, mandate("KU 10"), state(null, 5, null, "xx.advise"));
    long one = asked();
    for (int i = 0; i < 5; i++) {
      bench.mandates.add(bench.director, mandate("KU 1" + i), state(null, 5, null, "xx.advise"));
    }
    assertEquals(one, asked());
  }

  @Test
  void aReadingHoldsFromItsDayAndIsPreviewedOnIt() {
    var before = bench.readings.one(bench.worker, "child-clock");
    assertFalse(before.decided());
    assertEquals("keeps", before.now().code(), "the default");
    assertEquals(Optional.empty(), bench.settings.chosen("child-clock", TODAY));
    LocalDate later = TODAY.plusMonths(2);
    bench.readings.preview(bench.director, "child-clock", "restarts", later);
    bench.readings.preview(bench.director, "child-clock", "restarts", TODAY.minusDays(9));
    bench.readings.preview(bench.director, "child-clock", "keeps", later);
    int asked = bench.clock.previewed.size();
    assertEquals(List.of(later, TODAY, later), bench.clock.previewed.subList(asked - 3, asked));
    assertEquals(
        "option",
        field(() -> bench.readings.preview(bench.director, "child-clock", "nonsense", later)));

    bench.readings.choose(
        bench.director, "child-clock", before.version(), "restarts", later, "Rada rozhodla");
    assertEquals(Optional.empty(), bench.settings.chosen("child-clock", later.minusDays(1)));
    assertEquals(Optional.of("restarts"), bench.settings.chosen("child-clock", later));
    assertThrows(
        Stale.class,
        () ->
            bench.readings.choose(
                bench.director, "child-clock", before.version(), "restarts", TODAY, "Pozdě"));
    var after = bench.readings.one(bench.worker, "child-clock");
    assertEquals("keeps", after.now().code(), "not yet");
    assertEquals("Rada rozhodla", after.history().get(0).change().why());
    bench.readings.choose(bench.director, "child-clock", after.version(), "keeps", later, "Zpět");
    assertEquals(
        Optional.of("keeps"), bench.settings.chosen("child-clock", later), "the last word counts");
    int shown = bench.clock.previewed.size();
    bench.readings.choose(
        bench.director,
        "child-clock",
        bench.readings.one(bench.worker, "child-clock").version(),
        "keeps",
        TODAY,
        "Rada potvrdila");
    assertEquals(shown, bench.clock.previewed.size(), "a decision is no preview");
    assertTrue(
        bench.readings.one(bench.worker, "child-clock").decided(),
        "decided by somebody, no default any more");
    assertEquals(Map.of(TODAY, "keeps", later, "keeps"), bench.settings.choices("child-clock"));
    assertEquals(
        "option",
        field(() -> bench.readings.preview(bench.director, "child-clock", "keeps", TODAY)));
    assertThrows(NotFound.class, () -> bench.readings.one(bench.worker, "nobody-asks"));
  }

  @Test
  void figuresOfEveryLawOfAPackCanBeConfirmed() {
    LocalDate from = LocalDate.of(2014, 1, 1);
    var row = bench.law.one(bench.worker, "xx.signing.majority", from);
    assertEquals("xx 1", row.set(), "of the pack, with its version");
    assertEquals(Trust.SECONDARY, row.trust());
    bench.law.confirm(
        bench.director, "xx.signing.majority", from, row.wording(), "JUDr. Právná", TODAY, null);
    assertTrue(
        bench.law.confirmed().contains(new Confirmations.Figure("xx.signing.majority", from)));
  }

  @Test
  void aConfirmationCoversTheWordingItWasGivenFor() {
    LocalDate from = LocalDate.of(2013, 1, 1);
    var row = bench.law.one(bench.worker, "xx.visit.period", from);
    assertFalse(row.confirmed());
    String wording = row.wording();
    assertEquals(
        "on",
        field(
            () ->
                bench.law.confirm(
                    bench.director,
                    "xx.visit.period",
                    from,
                    wording,
                    "JUDr. Právná",
                    TODAY.plusDays(1),
                    null)));
    bench.law.confirm(
        bench.director, "xx.visit.period", from, wording, "JUDr. Právná", TODAY, "č. 5");
    row = bench.law.one(bench.worker, "xx.visit.period", from);
    assertEquals("JUDr. Právná", row.confirmations().get(0).by());

    bench.pack.months = 3;
    row = bench.law.one(bench.worker, "xx.visit.period", from);
    assertFalse(row.confirmed(), "the pack says something else now");
    assertEquals(1, row.former().size());
    assertThrows(
        Refused.class,
        () ->
            bench.law.confirm(
                bench.director, "xx.visit.period", from, wording, "JUDr. Právná", TODAY, null));
    bench.pack.months = 2;
    var confirmed = new Confirmations.Figure("xx.visit.period", from);
    assertTrue(bench.law.confirmed().contains(confirmed));
    assertEquals(Trust.CONFIRMED, bench.law.one(bench.worker, "xx.visit.period", from).trust());
    bench.pack.said = "mandate.over";
    assertFalse(bench.law.confirmed().contains(confirmed), "it reads otherwise now");
    bench.pack.said = "mandate.free.is";
    bench.pack.ends = TODAY;
    assertFalse(bench.law.confirmed().contains(confirmed), "it ends now");
    bench.pack.ends = null;
    row = bench.law.one(bench.worker, "xx.visit.period", from);
    bench.law.withdraw(bench.director, row.confirmations().get(0).id());
    assertFalse(bench.law.one(bench.worker, "xx.visit.period", from).confirmed());
  }

  @Test
  void everybodyReadsAndTheDirectorDecides() {
    UUID id =
        bench.mandates.add(bench.director, mandate("KU 9"), state(null, 5, null, "xx.advise"));
    LocalDate from = LocalDate.of(2013, 1, 1);
    List<Executable> writes =
        List.of(
            () -> bench.mandates.add(bench.worker, mandate("X"), state(null, 1, null, "xx.advise")),
            () -> bench.mandates.amend(bench.worker, id, 1, mandate("X")),
            () -> bench.mandates.change(bench.worker, id, state(TODAY, 1, "x", "xx.advise")),
            () -> bench.mandates.notified(bench.worker, id, id, 1, TODAY),
            () ->
                bench.mandates.addInsurance(
                    bench.worker, new NewInsurance("P", null, TODAY, TODAY, null)),
            () -> bench.mandates.sent(bench.worker, id, 1, TODAY),
            () -> bench.services.tie(bench.worker, "visit", 0, "xx.advise"),
            () -> bench.centre.change(bench.worker, 1, TODAY, "x", Map.of(), facts("X", null)),
            () -> bench.readings.preview(bench.worker, "child-clock", "restarts", TODAY),
            () -> bench.readings.choose(bench.worker, "child-clock", 1, "restarts", TODAY, "x"),
            () -> bench.law.confirm(bench.worker, "xx.visit.period", from, "", "X", TODAY, null),
            () -> bench.law.withdraw(bench.worker, id));
    writes.forEach(write -> assertThrows(NotAllowed.class, write));
    List<Executable> reads =
        List.of(
            () -> bench.mandates.all(bench.it),
            () -> bench.mandates.capacity(bench.it),
            () -> bench.services.all(bench.it),
            () -> bench.centre.view(bench.it),
            () -> bench.readings.all(bench.it),
            () -> bench.law.all(bench.it));
    reads.forEach(read -> assertThrows(NotAllowed.class, read));
  }
}
