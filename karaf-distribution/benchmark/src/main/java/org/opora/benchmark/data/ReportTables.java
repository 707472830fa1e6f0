package org.opora.benchmark.data;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reports on the course of care with who got them and when, as their bundle writes them. Of their
 * words only the conclusions are there, and their copies lie nowhere as PDF: nothing that is
 * measured opens either.
 */
final class ReportTables {
  /** How every part of a report ends. */
  static final String CONCLUSION =
      "Péče probíhá bez závad, děti jsou v rodině spokojené a v kontaktu se svými blízkými.";

  private static final String BUNDLE = "course";
  private static final String[] REGULAR = {
    "Pravidelná zpráva", "Sprawozdanie okresowe", "Regular report"
  };
  private static final String[] ON_REQUEST = {
    "Zpráva na vyžádání", "Sprawozdanie na żądanie", "Report on request"
  };
  private static final int CONCLUDED = 0;
  private final Rows rows;
  private final Proofs proofs;
  private final Seals seals;
  private final UUID director;
  private final Batch reports;
  private final Batch authors;
  private final Batch parts;
  private final Batch sections;
  private final Batch statements;
  private final Batch recipients;
  private final Batch theirs;

  ReportTables(Rows rows, Proofs proofs, Seals seals, UUID director) throws SQLException {
    this.rows = rows;
    this.proofs = proofs;
    this.seals = seals;
    this.director = director;
    reports =
        rows.of(
            "COURSE.CARE_REPORT",
            "ID, VERSION, CASE_FILE, AGREEMENT, KIND, STATE, PERIOD_FROM, PERIOD_UNTIL, DUE_ON,"
                + " LANGUAGE, ROUND, ASKED_BY_S, ASKED_AS, ASKED_ON, WRITTEN_BY, WRITTEN_AT,"
                + " APPROVED_BY, APPROVED_ON, MADE_OUT_ON, MADE_OUT_BY, LATE_WHY_S");
    authors = rows.of("COURSE.REPORT_AUTHOR", "ID, REPORT, STAFF");
    parts = rows.of("COURSE.REPORT_PART", "ID, REPORT, PLACE, CHILD, CHILD_FILE, NAME_S");
    sections =
        rows.of(
            "COURSE.REPORT_SECTION",
            "ID, VERSION, PART, CODE, PLACE, TITLE, READERS, WORDS_S, EDITED_BY, EDITED_AT");
    statements =
        rows.of(
            "COURSE.CARER_STATEMENT",
            "ID, PART, CARER, NAME_S, ROUND, ANSWER, GIVEN_ON, WRITTEN_BY, WRITTEN_AT");
    recipients =
        rows.of(
            "COURSE.REPORT_RECIPIENT",
            "ID, VERSION, REPORT, PLACE, KIND, PERSON, NAME_S, DUE_ON, SENT_ON, DELIVERED_ON");
    theirs = rows.of("COURSE.RECIPIENT_PART", "ID, RECIPIENT, PART");
  }

  /**
   * @param worker who wrote them; the director approved them
   */
  void add(Family family, Course course, UUID worker) throws SQLException {
    for (Course.Report report : course.reports()) {
      cover(family, report, worker);
      List<UUID> told = parts(family, report, worker);
      recipients(family, report, told);
      proves(family, report);
      if (report.madeOut() != null) {
        proofs.tell(
            family,
            new Proofs.Told(
                BUNDLE,
                "course-report",
                report.id(),
                report.madeOut(),
                "course.read",
                "CARE_TEXT",
                report.onRequest() ? ON_REQUEST : REGULAR,
                worker,
                "/course/" + report.id(),
                null));
      }
    }
  }

  private void cover(Family family, Course.Report report, UUID worker) throws SQLException {
    boolean made = report.madeOut() != null;
    boolean asked = report.onRequest();
    String office = report.copies().get(0).office();
    reports.add(
        report.id(),
        made ? 4 : 1,
        family.file(),
        family.agreement(),
        asked ? "ON_REQUEST" : "PERIODIC",
        made ? "LOCKED" : "DRAFT",
        report.from(),
        report.until(),
        report.due(),
        "cs",
        1,
        asked ? words(family, "CARE_REPORT.ASKED_BY_S", report.id(), office) : null,
        asked ? "COURT" : null,
        asked ? report.begun() : null,
        worker,
        report.begun().atTime(9, 0),
        made ? director : null,
        report.madeOut(),
        report.madeOut(),
        made ? worker : null,
        report.late() && !asked
            ? words(family, "CARE_REPORT.LATE_WHY_S", report.id(), "Nemoc.")
            : null);
    authors.add(
        UUID.nameUUIDFromBytes((report.id() + "|" + worker).getBytes(StandardCharsets.US_ASCII)),
        report.id(),
        worker);
  }

  private byte[] words(Family family, String place, UUID row, String words) throws SQLException {
    return seals.seal(Seals.Owner.of(family), place, row, words);
  }

  /**
   * @return keys of the parts; that of the family comes first
   */
  private List<UUID> parts(Family family, Course.Report report, UUID worker) throws SQLException {
    List<UUID> all = new ArrayList<>();
    UUID whole = rows.key();
    parts.add(whole, report.id(), 0, null, null, null);
    all.add(whole);
    concluded(Seals.Owner.of(family), report, whole, worker);
    if (report.madeOut() != null && !report.onRequest()) {
      for (Family.Member carer : family.carers()) {
        heard(family, report, whole, carer, worker);
      }
    }
    for (Family.Child child : family.children()) {
      UUID part = rows.key();
      parts.add(
          part,
          report.id(),
          all.size(),
          child.who().person(),
          child.childFile(),
          seals.seal(Seals.Owner.of(child), "REPORT_PART.NAME_S", part, child.who().spoken()));
      concluded(Seals.Owner.of(child), report, part, worker);
      all.add(part);
    }
    return all;
  }

  private void concluded(Seals.Owner owner, Course.Report report, UUID part, UUID worker)
      throws SQLException {
    UUID id = rows.key();
    sections.add(
        id,
        2,
        part,
        "conclusion",
        CONCLUDED,
        "Závěr",
        report.onRequest() ? "COURT" : "AUTHORITY,CARER",
        seals.seal(owner, "REPORT_SECTION.WORDS_S", id, CONCLUSION),
        worker,
        report.begun().atTime(10, 0));
  }

  /** A carer was made acquainted with it and had nothing to add. */
  private void heard(
      Family family, Course.Report report, UUID part, Family.Member carer, UUID worker)
      throws SQLException {
    UUID id = rows.key();
    LocalDate on = report.begun().plusDays(7);
    statements.add(
        id,
        part,
        carer.person(),
        words(family, "CARER_STATEMENT.NAME_S", id, carer.spoken()),
        1,
        "NOTHING",
        on,
        worker,
        on.atTime(11, 0));
  }

  private void recipients(Family family, Course.Report report, List<UUID> told)
      throws SQLException {
    int place = 0;
    for (Course.Copy copy : report.copies()) {
      recipients.add(
          copy.id(),
          copy.delivered() == null ? 2 : 3,
          report.id(),
          place++,
          copy.kind(),
          copy.carer() == null ? null : copy.carer().person(),
          words(family, "REPORT_RECIPIENT.NAME_S", copy.id(), copy.name()),
          copy.due(),
          copy.sent(),
          copy.delivered());
      for (UUID part : copy.children() ? told : told.subList(0, 1)) {
        theirs.add(rows.key(), copy.id(), part);
      }
    }
  }

  private void proves(Family family, Course.Report report) throws SQLException {
    if (report.onRequest()) {
      proofs.ofAgreement(
          family,
          Proofs.Fact.of(BUNDLE, "report.asked", report.id(), report.begun())
              .until(report.due())
              .tiedTo(report.id()));
      LocalDate answered = report.copies().get(0).delivered();
      if (answered != null) {
        proofs.ofAgreement(
            family,
            Proofs.Fact.of(BUNDLE, "report.answered", report.id(), answered).tiedTo(report.id()));
      }
      return;
    }
    proofs.ofAgreement(
        family,
        Proofs.Fact.of(BUNDLE, "report.drafted", report.id(), report.madeOut())
            .tiedTo(report.id()));
    for (Course.Copy copy : report.copies()) {
      proves(family, report, copy, "report.addressed", report.madeOut());
      if (copy.delivered() != null) {
        proves(family, report, copy, "report.delivered", copy.delivered());
      }
    }
  }

  private void proves(
      Family family, Course.Report report, Course.Copy copy, String kind, LocalDate on)
      throws SQLException {
    proofs.ofAgreement(
        family,
        Proofs.Fact.of(BUNDLE, kind, copy.id(), on)
            .formed(copy.kind().toLowerCase(Locale.ROOT).replace('_', '-'))
            .tiedTo(report.id()));
  }
}
