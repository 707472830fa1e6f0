package org.opora.reports.statistics.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.reports.statistics.application.CountingHouse.YEAR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ContactDesk.Entry;
import org.opora.registry.intake.application.ContactDesk.Said;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.register.IntakeRooms;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.registry.staff.application.NewPost;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.testkit.OnEveryDatabase;

/** Figures over the real register: what they count, and what stands behind them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTest {
  private static final String VISIT = "visit";

  @Parameter TestDatabase.Product product;
  private CountingHouse house;
  private Viewer worker;
  private Family nova;
  private Family mala;
  private Statistic families;
  private Statistic done;

  @BeforeParameterizedClassInvocation
  void twoFamilies() {
    house = new CountingHouse(product);
    worker = house.viewer("key-worker");
    nova = house.register.family(house.director, worker, "Nová");
    mala = house.register.family(house.director, null, "Malá");
    families = house.rooms.families;
    done = house.rooms.done;
    // Two visits at one family, one at the other; one hour and a half each, however many are seen.
    visit(nova, LocalDate.of(2026, 2, 3));
    visit(nova, LocalDate.of(2026, 4, 3));
    visit(mala, LocalDate.of(2026, 4, 4));
    // What is not of the year, or a sum from before.
    visit(nova, LocalDate.of(2025, 12, 31));
    house.proves(minutes(VISIT, nova.file(), nova.carer(), LocalDate.of(2026, 3, 3)).takenOver());
    // Hours of two carers, one written in hours.
    house.proves(
        NewFact.of(Kinds.EDUCATION, About.person(nova.file(), nova.carer()), day(5))
            .amounting(new BigDecimal("2.5"), Evidence.HOURS)
            .formed("online"));
    house.proves(
        NewFact.of(Kinds.EDUCATION, About.person(mala.file(), mala.carer()), day(6))
            .amounting(BigDecimal.valueOf(45), Evidence.MINUTES)
            .formed("in-person"));
    // Ten days of respite of a child and its carer.
    house.proves(
        NewFact.of(Kinds.RESPITE, About.person(nova.file(), nova.child()), day(1)).until(day(10)),
        NewFact.of(Kinds.RESPITE, About.person(nova.file(), nova.carer()), day(1)).until(day(10)));
    somebodyWorksHereAndGivesAdvice();
  }

  private void somebodyWorksHereAndGivesAdvice() {
    Register register = house.register;
    new StaffPosts(register.tx, register.access.access(), register.access.audit())
        .add(
            house.director,
            worker.staff(),
            new NewPost(
                PostCode.KEY_WORKER,
                null,
                EmploymentKind.EMPLOYMENT,
                null,
                LocalDate.of(2025, 1, 1),
                null,
                null,
                true,
                80,
                null));
    new IntakeRooms(register)
        .contacts.record(
            house.director,
            new Entry(
                day(3),
                null,
                Way.PHONE,
                Set.of(Topic.CHILD),
                Pressing.SOON,
                new Said(null, null, "Ptá se.", "Zavolat do školy.", null, null, null),
                null,
                NextStep.NONE,
                null,
                house.director.staff(),
                10));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private static LocalDate day(int of) {
    return LocalDate.of(2026, 7, of);
  }

  private void visit(Family family, LocalDate on) {
    house.proves(
        minutes(VISIT, family.file(), family.carer(), on),
        minutes(VISIT, family.file(), family.child(), on));
  }

  private static NewFact minutes(String kind, CaseFileId file, PersonId who, LocalDate on) {
    return NewFact.of(kind, About.person(file, who), on)
        .amounting(BigDecimal.valueOf(90), Evidence.MINUTES);
  }

  private long done(String code) {
    return house.count(done, YEAR, code);
  }

  private long families(String code) {
    return house.count(families, YEAR, code);
  }

  @Test
  void peopleAreCountedOnceEventsAndHoursByRecord() {
    assertEquals(4, done("service.visit.people"));
    assertEquals(3, done("service.visit.events"));
    assertEquals(3 * 90, done("service.visit.minutes"));
    assertEquals(2, done("service.education.people"));
    assertEquals(150 + 45, done("education.minutes"));
    assertEquals(1, done("education.online.people"));
    assertEquals(150, done("education.online.minutes"));
    assertEquals(0, done("education.self-study.events"));
    assertEquals(1, done("respite.events"), "one stay, whoever had it");
    assertEquals(10, done("respite.days"), "the first and the last day are days");
    assertEquals(4, done("all.people"), "everybody once, whatever was done for them");
    assertEquals(3 + 2 + 1, done("all.events"));
  }

  @Test
  void anEmptyYearCountsNothingAndHasEveryRow() {
    Period before = Period.year(2019);
    assertEquals(Map.of(), house.some(done, before));
    assertEquals(Map.of(), house.some(families, before));
    assertEquals(
        house.figures(done, YEAR).map(Figure::code).toList(),
        house.figures(done, before).map(Figure::code).toList());
  }

  @Test
  void servicesStandUnderTheActivityTheyBelongTo() {
    assertEquals(4, done("activity.none.people"));
    house.rooms.tie(house.director, VISIT, "cz.accompaniment");
    try {
      assertEquals(4, done("activity.cz.accompaniment.people"));
      assertEquals(3, done("activity.cz.accompaniment.events"));
      assertEquals(270, done("activity.cz.accompaniment.minutes"));
      assertEquals(3, done("activity.none.events"), "education and respite");
    } finally {
      house.register.tx.run(em -> em.createQuery("DELETE FROM ServiceActivity s").executeUpdate());
    }
  }

  @Test
  void agreementsCarersAndChildrenOfTheYear() {
    assertEquals(0, families("agreements.first"));
    assertEquals(2, families("agreements.concluded"));
    assertEquals(0, families("agreements.ended"));
    assertEquals(2, families("agreements.last"));
    assertEquals(2, families("agreements.some.LONG_TERM"));
    assertEquals(0, families("agreements.some.KINSHIP"));
    assertEquals(2, families("carers.some"));
    assertEquals(2, families("children.last"));
    // Born on 4 March 2018: eight on the last day of 2026, fifteen on that of 2033.
    assertEquals(2, families("children.age.UNDER_10"));
    assertEquals(2, house.count(families, Period.year(2033), "children.age.UNDER_18"));
    Period birthday = new Period(LocalDate.of(2033, 3, 1), LocalDate.of(2033, 3, 4));
    assertEquals(2, house.count(families, birthday, "children.age.UNDER_18"));
    Period eve = new Period(LocalDate.of(2033, 3, 1), LocalDate.of(2033, 3, 3));
    assertEquals(2, house.count(families, eve, "children.age.UNDER_15"));
  }

  @Test
  void beforeTheChildCameTheFamilyHadNone() {
    Period first = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));
    assertEquals(2, house.count(families, first, "carers.some"));
    assertEquals(0, house.count(families, first, "children.some"));
    Period next = new Period(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 15));
    assertEquals(2, house.count(families, next, "children.some"));
  }

  /** Whatever is counted, and in whatever order the pages come. */
  @Test
  void everyFigureIsTheSumOfItsList() {
    int seen = 0;
    for (Statistic statistic : house.rooms.all()) {
      for (Figure figure : house.figures(statistic, YEAR).toList()) {
        List<FigureList.Line> list = house.list(house.director, statistic, YEAR, figure.code());
        assertEquals(
            figure.amount(),
            list.stream().mapToLong(FigureList.Line::amount).sum(),
            statistic.id() + " " + figure.code());
        assertEquals(
            list.size(),
            list.stream().map(line -> line.shown().key()).distinct().count(),
            figure.code());
        seen += figure.amount() == 0 ? 0 : 1;
      }
    }
    assertTrue(seen > 30, "figures that are not zero: " + seen);
  }

  /** Whoever opens a list counts its figure alone, and finds it under the same words. */
  @Test
  void aFigureAloneIsTheOneOfItsTable() {
    for (Statistic statistic : house.rooms.all()) {
      for (Table table : statistic.count(YEAR)) {
        for (Table.Row row : table.rows()) {
          for (int at = 0; at < row.figures().size(); at++) {
            Figure figure = row.figures().get(at);
            if (figure != null) {
              assertEquals(
                  List.of(
                      new Table(
                          table.code(),
                          table.title(),
                          List.of(table.columns().get(at)),
                          List.of(new Table.Row(row.title(), row.weight(), List.of(figure))),
                          -1)),
                  statistic.around(YEAR, figure.code()),
                  figure.code());
            }
          }
        }
      }
      assertEquals(List.of(), statistic.around(YEAR, "no.such"), statistic.id());
    }
  }

  @Test
  void codesAreUnique() {
    for (Statistic statistic : house.rooms.all()) {
      List<String> codes = house.figures(statistic, YEAR).map(Figure::code).toList();
      assertEquals(Set.copyOf(codes).size(), codes.size(), statistic.id());
    }
  }

  @Test
  void twoEntriesThatAreOnePersonCountOnceAndTwiceAgainWhenTheyAreParted() {
    PersonId twice =
        house.register.person(house.director, "Emma", "Nová", LocalDate.of(2018, 3, 4));
    house.proves(minutes(VISIT, mala.file(), twice, LocalDate.of(2026, 9, 9)));
    assertEquals(5, done("service.visit.people"));
    assertEquals(5, done("all.people"));
    house.register.same.declare(house.director, twice, nova.child());
    try {
      assertEquals(4, done("service.visit.people"));
      assertEquals(4, done("all.people"));
      assertEquals(4, done("activity.none.people"));
      assertEquals(4, done("service.visit.events"), "each record stays one");
      Set<PersonId> listed =
          house.list(house.director, done, YEAR, "service.visit.people").stream()
              .map(line -> new PersonId(line.shown().key()))
              .collect(Collectors.toSet());
      assertTrue(listed.contains(nova.child()) && !listed.contains(twice), "by its one key");
    } finally {
      house.register.same.undo(house.director, twice);
    }
    assertEquals(5, done("service.visit.people"));
    house.register.tx.run(
        em ->
            em.createQuery("DELETE FROM EvidenceFact e WHERE e.person = :person")
                .setParameter("person", twice.value())
                .executeUpdate());
  }

  @Test
  void aWallClosesLinesAndNoFigure() {
    Viewer walled = house.viewer("director");
    house.wall(walled, Subject.of(mala.file()));
    house.wall(walled, Subject.of(mala.child()));
    assertEquals(3, house.count(done, YEAR, "service.visit.events"));
    List<FigureList.Line> visits = house.list(walled, done, YEAR, "service.visit.events");
    assertEquals(2, visits.size());
    assertTrue(
        visits.stream().noneMatch(line -> line.shown().name().contains("Malá")), visits.toString());
    assertEquals(1, house.closed(walled, done, YEAR, "service.visit.events"));
    assertEquals(1, house.closed(walled, families, YEAR, "agreements.last"));
    assertTrue(house.closed(walled, families, YEAR, "children.some") >= 1);
    assertEquals(0, house.closed(house.director, done, YEAR, "service.visit.events"));
  }

  @Test
  void aRecordThatTellsOfSomebodyBehindAWallIsNotShown() {
    Viewer walled = house.viewer("director");
    house.wall(walled, Subject.of(nova.child()));
    assertEquals(1, house.list(walled, done, YEAR, "service.visit.events").size());
  }

  @Test
  void figuresOfTheHouseAreForWhoSeesAllOfIt() {
    assertThrows(NotAllowed.class, () -> house.book.all(worker));
    assertThrows(
        NotAllowed.class, () -> house.book.count(house.viewer("accountant"), "services", YEAR));
    assertThrows(NotFound.class, () -> house.book.count(house.director, "no-such", YEAR));
    assertThrows(
        NotFound.class,
        () -> house.book.behind(house.director, "services", YEAR, "no.such", null, 10));
    assertEquals(5, house.book.all(house.director).size());
  }

  @Test
  void aListIsWalkedThroughByKey() {
    List<Counted> all = done.counted(YEAR, "service.visit.people", null, 100);
    List<Counted> rest = done.counted(YEAR, "service.visit.people", all.get(1).key(), 100);
    assertEquals(all.subList(2, all.size()), rest);
    assertFalse(rest.isEmpty());
    for (Statistic statistic : house.rooms.all()) {
      assertThrows(
          NotFound.class,
          () -> statistic.counted(YEAR, "nobody.knows", null, 10),
          "an empty list would be a zero: " + statistic.id());
    }
  }

  @Test
  void aChangeOfKindsLeavesATotalOfAgreements() {
    assertEquals(
        families("agreements.last"),
        List.of(CareKind.values()).stream()
            .mapToLong(kind -> families("agreements.last." + kind))
            .sum());
  }
}
