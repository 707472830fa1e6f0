package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.documents.Documents;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.course.domain.Answer;
import org.opora.documents.pdf.application.Press;
import org.opora.documents.pdf.application.Verified;
import org.opora.persistence.test.TestDatabase.Product;

/**
 * The copy that each recipient gets, as a file, on one database: what is printed was read from it
 * before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyOnPaperTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final String ACCENTS =
      Press.CZECH + ", " + Press.POLISH + ".\n\n- " + Press.POLISH + "\n- " + Press.CZECH;

  private ReportHouse house;

  @BeforeAll
  void open() throws Exception {
    house = new ReportHouse(Product.DERBY);
    house.on(2026, 7, 1);
  }

  @AfterAll
  void close() throws Exception {
    house.close();
  }

  private void write(UUID report, PersonId child, String words) {
    ReportView.Section section =
        house.view(report).parts().stream()
            .filter(part -> Objects.equals(part.child(), child))
            .flatMap(part -> part.sections().stream())
            .filter(one -> one.code().equals("conclusion"))
            .findFirst()
            .orElseThrow();
    house.drafting.write(house.worker, report, section.id(), section.version(), words);
  }

  /** Made out, with a part of the family and one of each of two children. */
  private UUID report(String language) {
    Family family = house.family("Żółćová " + language, SIGNED);
    PersonId brother = house.child(family.file(), "Łukáš", "Ďurišův", SIGNED);
    house.office(family.file(), brother, "Urząd Łódź-Śródmieście " + language, SIGNED);
    house.register.visits.record(
        house.worker,
        family.file(),
        new NewVisit(
            LocalDate.of(2026, 5, 5),
            null,
            60,
            false,
            Place.SCHOOL,
            Set.of(family.carer()),
            List.of(),
            "Klid."));
    UUID report =
        house.desk.begin(
            house.worker,
            family.file(),
            new NewReport(Kind.PERIODIC, SIGNED, TODAY, Locale.forLanguageTag(language), null));
    write(report, null, "RODINA " + ACCENTS);
    write(report, family.child(), "SESTRA " + ACCENTS);
    write(report, brother, "BRATR " + ACCENTS);
    house.close(report);
    for (ReportView.Part part : house.view(report).parts()) {
      house.statements.write(
          house.worker,
          report,
          new Statements.Said(family.carer(), part.id(), Answer.STATED, TODAY, ACCENTS));
    }
    house.passage.approve(house.director, report, house.version(report));
    house.passage.makeOut(house.worker, report, house.version(report), null);
    assertEquals(4, house.copies.make(house.worker, report));
    return report;
  }

  /** PDF/A-2b and PDF/UA-1 without a finding, and every word of it is read again. */
  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void everyCopyKeepsWhatLettersPromise(String language) throws Exception {
    UUID report = report(language);
    int family = 0;
    int sister = 0;
    int brother = 0;
    for (ReportView.To to : house.view(report).recipients()) {
      byte[] pdf = house.bureau.archive.content(house.director, to.document());
      Verified.keepsBothPromises(pdf);
      Documents.Paper paper = house.copies.paper(house.worker, report, to.id());
      Verified.saysEveryWord(
          pdf,
          Stream.concat(
                  Stream.of(to.name(), paper.title()),
                  paper.blocks().stream().map(Documents.Block::words))
              .toList());
      String words = Verified.words(pdf);
      family += words.contains("RODINA") ? 1 : 0;
      sister += words.contains("SESTRA") ? 1 : 0;
      brother += words.contains("BRATR") ? 1 : 0;
    }
    assertEquals(
        List.of(4, 2, 2),
        List.of(family, sister, brother),
        "the part of the family goes to all, that of a child to its office and to the carer");
  }
}
