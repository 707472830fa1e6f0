package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.faults.Refused;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.Reader;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.domain.Answer;
import org.opora.documents.store.application.Archive;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Names of children in words that go to offices which are not theirs. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedChildrenTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
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
    house.on(2026, 7, 1);
  }

  private record Two(Family family, PersonId tom) {}

  private Two family() {
    Family family = house.family("Jmenovaná " + NUMBER.incrementAndGet(), SIGNED);
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.office(family.file(), tom, "OSPOD druhého " + family.file(), SIGNED);
    return new Two(family, tom);
  }

  private Refused refused(UUID report, String looked) {
    return assertThrows(
        Refused.class,
        () -> house.passage.close(house.worker, report, house.version(report), looked));
  }

  private ReportView.Part part(UUID report, PersonId child) {
    return house.view(report).parts().stream()
        .filter(one -> java.util.Objects.equals(one.child(), child))
        .findFirst()
        .orElseThrow();
  }

  private void write(UUID report, PersonId child, String words) {
    ReportView.Section section =
        part(report, child).sections().stream()
            .filter(one -> one.code().equals("conclusion"))
            .findFirst()
            .orElseThrow();
    house.drafting.write(house.worker, report, section.id(), section.version(), words);
  }

  @Test
  void everyFindIsListedAndWhatIsWrittenSinceIsFoundAgain() {
    Two two = family();
    UUID report = house.begin(two.family(), Kind.PERIODIC);
    assertNull(house.passage.named(house.worker, report));
    write(report, null, "S Emou je to dobré.");
    write(report, two.family().child(), "Ema si hraje s Tomášem.");
    String all = refused(report, null).text().arguments().toString();
    assertTrue(all.contains("Ema ") && all.contains("Tomáš"), all);
    String looked = house.passage.named(house.worker, report);
    write(report, two.tom(), "Tomáš se bojí Emy.");
    assertTrue(refused(report, looked).text().key().startsWith("report.refused.named"));
    house.close(report);
  }

  @Test
  void whoAsksForOneChildIsToldOfNoOther() {
    Two two = family();
    UUID report =
        house.desk.begin(
            house.worker,
            two.family().file(),
            new NewReport(
                Kind.ON_REQUEST,
                SIGNED,
                LocalDate.of(2026, 7, 1),
                ReportHouse.CZECH,
                new NewReport.Asked(
                    null,
                    "Okresní soud",
                    Reader.COURT,
                    LocalDate.of(2026, 7, 1),
                    LocalDate.of(2026, 7, 15),
                    Set.of(two.family().child()))));
    write(report, two.family().child(), "Ema se hádá s Tomášem.");
    assertEquals("report.refused.named", refused(report, null).text().key());
  }

  @Test
  void aChildThatLeftIsRemembered() {
    Two two = family();
    UUID before = house.begin(two.family(), Kind.PERIODIC);
    house.desk.withdraw(house.worker, before, house.version(before), "omyl");
    house.leaves(two.family().file(), two.tom(), LocalDate.of(2026, 6, 30));
    UUID report = house.begin(two.family(), Kind.PERIODIC);
    write(report, null, "Odešel Tomáš.");
    assertEquals("report.refused.named-family", refused(report, null).text().key());
  }

  @Test
  void aCarerIsHeardOfOneChildAndNotOfAnother() {
    Two two = family();
    UUID report = house.begin(two.family(), Kind.PERIODIC);
    house.close(report);
    Statements.Said said =
        new Statements.Said(
            two.family().carer(),
            part(report, two.family().child()).id(),
            Answer.STATED,
            house.worker.today(),
            "S Tomášem je to horší.");
    assertEquals(
        "named: report.refused.named",
        Archive.refusal(() -> house.statements.write(house.worker, report, said)));
    String looked =
        house.statements.named(house.worker, report, said.carer(), said.part(), said.words());
    house.statements.write(house.worker, report, said, looked);
    assertEquals(1, part(report, two.family().child()).statements().size());
  }
}
