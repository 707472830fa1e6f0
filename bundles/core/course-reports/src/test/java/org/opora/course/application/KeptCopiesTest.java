package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.CourseModule;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.contributions.CoursePersonData;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.contributions.DocumentsPersonData;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Copies of a report among the other documents of a family. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptCopiesTest {
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

  private UUID made(Family family) {
    UUID report = house.begin(family, Kind.PERIODIC);
    house.makeOut(report, null);
    return report;
  }

  private Family family() {
    return house.family("Stejnopisná " + NUMBER.incrementAndGet(), SIGNED);
  }

  @Test
  void aCopyGetsNoOtherVersionAndNoOtherName() {
    Family family = family();
    UUID report = made(family);
    DocumentId copy = house.to(report, "Marie").document();
    assertEquals(
        "file: document.refused.kept",
        Archive.refusal(
            () ->
                house.bureau.archive.filing.renew(
                    house.worker, copy, Sent.made("jina.pdf", new byte[] {1}))));
    assertEquals(
        "null: document.refused.kept",
        Archive.refusal(
            () ->
                house.bureau.archive.filing.correct(
                    house.worker, copy, 1, "Jinak", LocalDate.of(2026, 7, 1))));
  }

  @Test
  void aCopyThatWasWithdrawnIsMadeAgain() {
    Family family = family();
    UUID report = made(family);
    DocumentId copy = house.to(report, "Marie").document();
    house.bureau.archive.filing.withdraw(
        house.worker,
        copy,
        house.bureau.archive.shelf.view(house.worker, copy).line().version(),
        "omyl");
    assertNull(house.to(report, "Marie").document());
    assertEquals(1, house.view(report).missing());
    assertEquals(1, house.copies.make(house.worker, report));
    assertNotNull(house.send(report, "Marie"));
  }

  @Test
  void whatIsErasedOfACarerGoesFromEveryCopyAndTheOthersGetTheirsAgain() throws Exception {
    Family family = family();
    UUID report = made(family);
    CoursePersonData own =
        new CoursePersonData(
            house.register.house.transactions(CourseModule.ID), house.register.evidence);
    DocumentsPersonData documents =
        new DocumentsPersonData(
            house.bureau.archive.tx,
            house.register.timeline,
            house.register.evidence,
            house.register.tasks);
    documents.addKeeper(house.keeper());
    Set<PersonId> carer = Set.of(family.carer());
    own.erase(carer);
    documents.erase(carer);
    assertEquals(2, house.view(report).missing(), "both offices had read what she said");
    assertEquals(2, house.copies.make(house.worker, report));
    assertFalse(house.pdf(report, "dítě").contains("Marie"));
  }

  @Test
  void noTwoCopiesAreCalledAlike() {
    Family family = family();
    PersonId tom = house.child(family.file(), "Tomáš", "Druhý", SIGNED);
    house.office(family.file(), tom, "OSPOD druhého " + family.file(), SIGNED);
    made(family);
    var titles =
        house.bureau.archive.shelf.of(house.worker, family.file(), null, 100).items().stream()
            .map(line -> line.title())
            .toList();
    assertEquals(4, titles.size());
    assertEquals(4, Set.copyOf(titles).size(), titles.toString());
    assertTrue(titles.stream().noneMatch(title -> title.contains("OSPOD")), titles.toString());
  }
}
