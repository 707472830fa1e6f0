package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.Wanted;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** What became of the copy of a report, and what of it settles the duty of its recipient. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyWatchTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate MADE_OUT = LocalDate.of(2026, 7, 1);
  private static final LocalDate NEVER = LocalDate.of(2027, 12, 31);
  private static final String CARER = "Marie";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter Product product;
  private ReportHouse house;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  @BeforeEach
  void today() {
    on(MADE_OUT);
  }

  private void on(LocalDate day) {
    house.on(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static LocalDate july(int day) {
    return LocalDate.of(2026, 7, day);
  }

  /** A report that is made out, with a copy for the carer and for two offices. */
  private record Made(Family family, UUID report) {}

  private Made made() {
    Family family = house.family("Doručovaná " + NUMBER.incrementAndGet(), SIGNED);
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    return new Made(family, report);
  }

  private UUID sent(Made made, LocalDate day) {
    on(day);
    return house.send(made.report(), CARER);
  }

  private void settled(Made made, UUID delivery, LocalDate day, Outcome outcome) {
    on(day);
    house.settled(made.report(), CARER, delivery, outcome, null);
  }

  private ReportView.To carer(Made made) {
    return house.to(made.report(), CARER);
  }

  /** Recipients whose clock runs, as the duties count them. */
  private long running(Made made) {
    return house.due(made.family().file(), "cz.report").stream()
        .filter(line -> line.ref() != null)
        .count();
  }

  /** Recipients who have no copy yet, as the list of reports says. */
  private int left(Made made) {
    return house.reader.of(house.worker, made.family().file()).get(0).left();
  }

  private List<LocalDate> proven(Made made) {
    return house
        .register
        .evidence
        .facts(
            List.of(Kinds.REPORT_DELIVERED), Wanted.in(List.of(made.family().file()), null, NEVER))
        .all()
        .stream()
        .map(Fact::on)
        .toList();
  }

  @Test
  void aCopyThatCameBackIsNotDelivered() {
    Made made = made();
    settled(made, sent(made, july(2)), july(4), Outcome.RETURNED);
    assertEquals(july(2), carer(made).sentOn(), "it was on its way");
    assertNull(carer(made).deliveredOn());
    assertEquals(3, running(made), "the clock of whoever did not get it runs on");
    assertEquals(3, left(made));
    assertEquals(List.of(), proven(made));
  }

  @Test
  void whateverTheLawHasForDeliveredIs() {
    for (Outcome outcome : List.of(Outcome.TAKEN_OVER, Outcome.LAPSED, Outcome.REFUSED)) {
      Made made = made();
      settled(made, sent(made, july(2)), july(4), outcome);
      assertEquals(july(4), carer(made).deliveredOn(), outcome.name());
      assertEquals(2, running(made), outcome.name());
      assertEquals(2, left(made), outcome.name());
      assertEquals(List.of(july(4)), proven(made), outcome.name());
    }
  }

  @Test
  void whatWasSentAgainAfterwardsIsDeliveredOnItsOwnDay() {
    Made made = made();
    settled(made, sent(made, july(2)), july(4), Outcome.RETURNED);
    UUID again = sent(made, july(6));
    assertNull(carer(made).deliveredOn());
    settled(made, again, july(9), Outcome.TAKEN_OVER);
    assertEquals(july(9), carer(made).deliveredOn());
    assertEquals(2, running(made));
    assertEquals(List.of(july(9)), proven(made));
  }

  @Test
  void whoHasACopyHasItAlsoWhenASecondOneComesBack() {
    Made made = made();
    UUID first = sent(made, july(2));
    UUID second = sent(made, july(3));
    settled(made, second, july(4), Outcome.RETURNED);
    assertNull(carer(made).deliveredOn());
    settled(made, first, july(7), Outcome.TAKEN_OVER);
    assertEquals(july(7), carer(made).deliveredOn());
    assertEquals(2, running(made));
    assertEquals(List.of(july(7)), proven(made));
  }

  @Test
  void whatWasNotedOfACopyThatCameBackMayBeStruckOut() {
    Made made = made();
    UUID delivery = sent(made, july(2));
    settled(made, delivery, july(4), Outcome.RETURNED);
    Deliveries.Delivery noted =
        house.bureau.deliveries.one(house.worker, carer(made).document(), delivery);
    house.bureau.deliveries.strike(house.worker, delivery, noted.version(), "Vrátil se jiný dopis");
    assertNull(carer(made).sentOn());
    assertNull(carer(made).deliveredOn());
    assertEquals(3, running(made));
  }
}
