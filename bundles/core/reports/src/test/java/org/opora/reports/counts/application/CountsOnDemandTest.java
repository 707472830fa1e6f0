package org.opora.reports.counts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.evidence.Wanted;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.reports.statistics.application.StatisticBook;
import org.opora.testkit.OnEveryDatabase;

/** The region asks, is counted for, and is answered in time. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsOnDemandTest {
  private static final LocalDate DELIVERED = LocalDate.of(2026, 10, 27);
  private static final NewRequest ASKED =
      new NewRequest(
          "Krajský úřad",
          "Počty dohod a dětí",
          DELIVERED,
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 9, 30));

  @Parameter TestDatabase.Product product;
  private CountingHouse house;
  private Viewer director;
  private Family family;

  @BeforeParameterizedClassInvocation
  void oneFamily() {
    house = new CountingHouse(product);
    director = house.director;
    family = house.register.family(director, null, "Krajová");
    house.proves(
        NewFact.of("visit", About.person(family.file(), family.child()), LocalDate.of(2026, 5, 5)));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private UUID asked() {
    return house.desk.record(director, ASKED);
  }

  private RequestView view(UUID request) {
    return house.desk.view(director, request);
  }

  private void count(UUID request) {
    try {
      house.desk.count(director, request, view(request).version()).get(60, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private void answer(UUID request, LocalDate on) {
    house.desk.answer(director, request, view(request).version(), on);
  }

  private List<KeptFigure> kept(UUID request) {
    return house.desk.kept(director, request).stream()
        .flatMap(table -> table.lines().stream())
        .flatMap(line -> line.figures().stream())
        .filter(Objects::nonNull)
        .toList();
  }

  private KeptFigure kept(UUID request, String code) {
    return kept(request).stream()
        .filter(one -> one.figure().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private List<Fact> proven(UUID request) {
    return house
        .register
        .evidence
        .facts(
            List.of(Kinds.COUNTS_ASKED, Kinds.COUNTS_ANSWERED),
            Wanted.in(List.of(), null, CountingHouse.TODAY).withCentre())
        .all()
        .stream()
        .filter(fact -> request.toString().equals(fact.ref()))
        .toList();
  }

  @Test
  void theAnswerIsDueEightDaysAfterDeliveryAndTheDutyIsProven() {
    UUID request = asked();
    RequestView open = view(request);
    assertEquals(LocalDate.of(2026, 11, 4), open.due());
    assertTrue(open.paragraph().contains("49c"), open.paragraph());
    assertFalse(open.late(), "it is 2 November");
    assertEquals(List.of(Kinds.COUNTS_ASKED), proven(request).stream().map(Fact::kind).toList());
    assertEquals(DELIVERED, proven(request).get(0).on());
    assertThrows(
        Refused.class, () -> answer(request, CountingHouse.TODAY), "nothing is counted yet");
    count(request);
    answer(request, CountingHouse.TODAY);
    assertEquals(
        List.of(Kinds.COUNTS_ASKED, Kinds.COUNTS_ANSWERED),
        proven(request).stream().map(Fact::kind).toList());
    assertEquals(CountingHouse.TODAY, view(request).answeredOn());
    assertThrows(Refused.class, () -> answer(request, CountingHouse.TODAY));
  }

  @Test
  void whatWasNotAnsweredByItsDayIsLate() {
    NewRequest earlier =
        new NewRequest("Kraj", null, LocalDate.of(2026, 10, 24), ASKED.from(), ASKED.asOf());
    assertTrue(view(house.desk.record(director, earlier)).late());
    NewRequest today =
        new NewRequest("Kraj", null, LocalDate.of(2026, 10, 25), ASKED.from(), ASKED.asOf());
    assertFalse(view(house.desk.record(director, today)).late(), "the last day is today");
  }

  @Test
  void everyKeptFigureIsTheSumOfItsKeptList() {
    UUID request = asked();
    assertEquals(List.of(), house.desk.kept(director, request));
    count(request);
    RequestView counted = view(request);
    assertEquals(State.COUNTED, counted.progress().state());
    assertEquals(100, counted.progress().percent());
    List<KeptFigure> figures = kept(request);
    assertEquals(counted.progress().of(), figures.size());
    for (KeptFigure figure : figures) {
      assertEquals(
          figure.figure().amount(),
          house.desk.behind(director, request, figure.id(), null, 100).list().lines().stream()
              .mapToLong(line -> line.amount())
              .sum(),
          figure.figure().code());
    }
    Period period = new Period(ASKED.from(), ASKED.asOf());
    for (String code : List.of("agreements.last", "children.some")) {
      long now = house.count(house.rooms.families, period, code);
      assertTrue(now > 0, code);
      assertEquals(now, kept(request, code).figure().amount(), code);
    }
    assertEquals(1, kept(request, "service.visit.events").figure().amount());
    assertEquals("Dohody", kept(request, "agreements.last").tableTitle().cs());
    assertEquals("Agreements", kept(request, "agreements.last").tableTitle().en());
  }

  @Test
  void whatWasKeptStaysWhateverHappensSince() {
    UUID request = asked();
    count(request);
    long before = kept(request, "children.some").figure().amount();
    Family since = house.register.family(director, null, "Pozdější");
    assertEquals(
        before + 1,
        house.count(house.rooms.families, new Period(ASKED.from(), ASKED.asOf()), "children.some"));
    assertEquals(before, kept(request, "children.some").figure().amount());
    List<UUID> listed =
        house
            .desk
            .behind(director, request, kept(request, "children.some").id(), null, 100)
            .list()
            .lines()
            .stream()
            .map(line -> line.shown().key())
            .toList();
    assertEquals(before, listed.size());
    assertFalse(listed.contains(since.child().value()));
    count(request);
    assertEquals(before + 1, kept(request, "children.some").figure().amount(), "counted anew");
  }

  @Test
  void aKeptListShowsWhatItsReaderMaySeeNow() {
    UUID request = asked();
    count(request);
    Viewer walled = house.viewer("director");
    house.wall(walled, Subject.of(family.file()));
    KeptFigure figure = kept(request, "agreements.last");
    var open = house.desk.behind(director, request, figure.id(), null, 100).list();
    var closed = house.desk.behind(walled, request, figure.id(), null, 100).list();
    assertEquals(0, open.closed());
    assertEquals(1, closed.closed());
    assertTrue(closed.lines().stream().noneMatch(line -> line.shown().name().contains("Krajová")));
  }

  @Test
  void whoDoesNotSeeAllSeesNoneOfIt() {
    UUID request = asked();
    Viewer worker = house.viewer("key-worker");
    assertThrows(NotAllowed.class, () -> house.desk.view(worker, request));
    assertThrows(NotAllowed.class, () -> house.desk.record(worker, ASKED));
    assertThrows(NotAllowed.class, () -> house.desk.list(worker, null, 10));
    assertThrows(NotAllowed.class, () -> house.desk.count(worker, request, 1));
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    LocalDate from = ASKED.from();
    refused("askedBy", new NewRequest(" ", null, DELIVERED, from, ASKED.asOf()));
    refused("askedBy", new NewRequest("x".repeat(201), null, DELIVERED, from, ASKED.asOf()));
    refused("deliveredOn", new NewRequest("Kraj", null, null, from, ASKED.asOf()));
    refused(
        "deliveredOn",
        new NewRequest("Kraj", null, CountingHouse.TODAY.plusDays(1), from, ASKED.asOf()));
    refused("asOf", new NewRequest("Kraj", null, DELIVERED, from, LocalDate.of(2026, 11, 3)));
    refused("from", new NewRequest("Kraj", null, DELIVERED, null, ASKED.asOf()));
    refused("from", new NewRequest("Kraj", null, DELIVERED, DELIVERED, ASKED.asOf()));
    LocalDate slip = LocalDate.of(206, 1, 1);
    refused("from", new NewRequest("Kraj", null, DELIVERED, slip, ASKED.asOf()));
    refused("asOf", new NewRequest("Kraj", null, DELIVERED, slip, slip));
    refused("deliveredOn", new NewRequest("Kraj", null, slip, from, ASKED.asOf()));
    UUID request = asked();
    count(request);
    Refused early = assertThrows(Refused.class, () -> answer(request, DELIVERED.minusDays(1)));
    assertEquals("answeredOn", early.field());
  }

  private void refused(String field, NewRequest wrong) {
    Refused refused = assertThrows(Refused.class, () -> house.desk.record(director, wrong));
    assertEquals(field, refused.field(), refused.text().key());
  }

  @Test
  void aRequestIsPutRightUntilItIsAnswered() {
    UUID request = asked();
    NewRequest other =
        new NewRequest("Ministerstvo", null, DELIVERED.plusDays(1), ASKED.from(), ASKED.asOf());
    house.desk.amend(director, request, view(request).version(), other);
    assertEquals(other, view(request).asked());
    assertEquals(LocalDate.of(2026, 11, 5), view(request).due());
    assertEquals(DELIVERED.plusDays(1), proven(request).get(0).on(), "the duty follows");
    assertThrows(Stale.class, () -> house.desk.amend(director, request, 1, ASKED));
    count(request);
    NewRequest later = new NewRequest("Ministerstvo", null, DELIVERED, other.from(), other.asOf());
    house.desk.amend(director, request, view(request).version(), later);
    assertEquals(State.COUNTED, view(request).progress().state(), "of the same days");
    assertEquals(DELIVERED, proven(request).get(0).on());
    NewRequest longer =
        new NewRequest("Ministerstvo", null, DELIVERED, other.from(), other.asOf().plusDays(1));
    house.desk.amend(director, request, view(request).version(), longer);
    assertEquals(State.WRITTEN, view(request).progress().state());
    assertEquals(List.of(), house.desk.kept(director, request), "of another period");
    assertThrows(Refused.class, () -> answer(request, CountingHouse.TODAY));
    count(request);
    answer(request, CountingHouse.TODAY);
    assertThrows(
        Refused.class, () -> house.desk.amend(director, request, view(request).version(), ASKED));
  }

  private void takeBack(UUID request, String why) {
    house.desk.takeBack(director, request, view(request).version(), why);
  }

  @Test
  void anAnswerOfTheWrongDayIsTakenBackAndGivenAnew() {
    UUID request = asked();
    count(request);
    answer(request, CountingHouse.TODAY);
    assertEquals(
        "why", assertThrows(Refused.class, () -> takeBack(request, " ")).field(), "say why");
    assertThrows(Stale.class, () -> house.desk.takeBack(director, request, 1, "Odešlo dřív."));
    takeBack(request, "Odešlo dřív.");
    assertNull(view(request).answeredOn());
    assertEquals(List.of(Kinds.COUNTS_ASKED), proven(request).stream().map(Fact::kind).toList());
    assertFalse(kept(request).isEmpty(), "what was told stays");
    assertEquals(
        List.of(CountingHouse.TODAY),
        house.desk.changes(director, request).stream()
            .map(RequestView.Change::answeredOn)
            .toList());
    answer(request, DELIVERED.plusDays(1));
    assertEquals(DELIVERED.plusDays(1), proven(request).get(1).on());
    assertEquals("Odešlo dřív.", house.desk.changes(director, request).get(0).why());
  }

  @Test
  void aRequestThatWasRecordedTwiceIsADutyOnlyOnce() {
    UUID request =
        house.desk.record(
            director,
            new NewRequest("Kraj", null, LocalDate.of(2026, 9, 1), ASKED.from(), ASKED.asOf()));
    assertTrue(view(request).late());
    takeBack(request, "Je tu dvakrát.");
    assertEquals(CountingHouse.TODAY, view(request).voidOn());
    assertFalse(view(request).late());
    assertEquals(List.of(), proven(request), "nothing is owed for it");
    assertNull(house.desk.changes(director, request).get(0).answeredOn());
    long version = view(request).version();
    assertThrows(Refused.class, () -> house.desk.amend(director, request, version, ASKED));
    assertThrows(Refused.class, () -> house.desk.count(director, request, version));
    assertThrows(
        Refused.class, () -> house.desk.answer(director, request, version, CountingHouse.TODAY));
    assertThrows(Refused.class, () -> house.desk.takeBack(director, request, version, "Znovu."));
  }

  @Test
  void whatBreaksIsSaidAndBegunAgain() {
    UUID request = asked();
    CountDesk broken =
        house.deskWith(
            new StatisticBook(house.register.house.access()).with(List.of(new Broken())));
    broken.count(director, request, view(request).version()).join();
    assertEquals(State.FAILED, view(request).progress().state());
    assertEquals(List.of(), house.desk.kept(director, request), "nothing half is shown");
    count(request);
    assertEquals(State.COUNTED, view(request).progress().state());
  }

  @Test
  void anEndOfTheHouseInTheMiddleLeavesNoRequestCounting() throws Exception {
    UUID request = asked();
    house.tx.run(em -> em.find(CountRequest.class, request).counting(director.staff()));
    Keeper next = new Keeper(house.tx, house.messages(), house.clock());
    next.stop();
    assertEquals(State.FAILED, view(request).progress().state());
    count(request);
    assertEquals(State.COUNTED, view(request).progress().state());
  }

  @Test
  void aFigureWhoseBundleIsGoneStaysAndItsListIsShownToNobody() {
    UUID request = asked();
    count(request);
    KeptFigure figure = kept(request, "agreements.last");
    var gone =
        house
            .deskWith(new StatisticBook(house.register.house.access()))
            .behind(director, request, figure.id(), null, 100);
    assertEquals(figure.figure().amount(), gone.figure().figure().amount());
    assertEquals(List.of(), gone.list().lines());
    assertEquals(figure.figure().amount(), gone.list().closed().longValue());
    assertNull(gone.list().next());
  }

  /** Says what it has and then has it not. */
  private static final class Broken implements Statistic {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public Text title() {
      return Text.of("org.opora.reports", "statistics.title");
    }

    @Override
    public Text explained() {
      return title();
    }

    @Override
    public String permission() {
      return "registry.read";
    }

    @Override
    public List<Table> count(Period period) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public List<Counted> counted(Period period, String figure, UUID after, int limit) {
      return List.of();
    }

    @Override
    public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
      return List.of();
    }
  }
}
