package org.opora.registry.complaints.application;

import org.opora.api.persistence.Keys;
import org.opora.registry.complaints.domain.Complaint;

/** The words of a complaint hang on the key of who wrote it down. */
final class ComplaintSeals {
  private static final String COMPLAINANT = "COMPLAINT.COMPLAINANT";
  private static final String MATTER = "COMPLAINT.MATTER";
  private static final String MEASURES = "COMPLAINT.MEASURES";
  private static final String ANSWER = "COMPLAINT.ANSWER";
  private static final String PUBLISHED = "COMPLAINT.PUBLISHED";
  private static final String REASON = "COMPLAINT.VOID_REASON";
  private final Keys keys;

  ComplaintSeals(Keys keys) {
    this.keys = keys;
  }

  void write(Complaint row, NewComplaint complaint) {
    row.says(
        seal(row, COMPLAINANT, complaint.complainant()), seal(row, MATTER, complaint.matter()));
  }

  void write(Complaint row, Outcome outcome) {
    row.found(outcome.finding(), seal(row, MEASURES, outcome.measures()));
    row.answered(
        outcome.answeredOn(),
        outcome.answeredBy(),
        outcome.answeredHow(),
        seal(row, ANSWER, outcome.answer()));
    row.publishedAt(seal(row, PUBLISHED, outcome.published()));
  }

  byte[] reason(Complaint row, String plain) {
    return seal(row, REASON, plain);
  }

  Words open(Complaint row) {
    return new Words(
        open(row, COMPLAINANT, row.complainant()),
        open(row, MATTER, row.matter()),
        open(row, MEASURES, row.measures()),
        open(row, ANSWER, row.answer()),
        open(row, PUBLISHED, row.published()),
        open(row, REASON, row.voidReason()));
  }

  private byte[] seal(Complaint row, String place, String plain) {
    return keys.seal(row.owner(), place, row.id(), plain);
  }

  private String open(Complaint row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(row.owner(), place, row.id(), sealed);
  }

  /** All but the matter may be null. */
  record Words(
      String complainant,
      String matter,
      String measures,
      String answer,
      String published,
      String reason) {}
}
