package org.opora.registry.inspections.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.inspections.domain.Inspection;

/** The words hang on the key of the file. */
final class InspectionSeals {
  private static final String WHO = "INSPECTION.WHO";
  private static final String TITLE = "INSPECTION.LEGAL_TITLE";
  private static final String PART = "INSPECTION.PART";
  private static final String NOTE = "INSPECTION.NOTE";
  private static final String REASON = "INSPECTION.REASON";
  private static final String VOID = "INSPECTION.VOID_REASON";
  private final Keys keys;

  InspectionSeals(Keys keys) {
    this.keys = keys;
  }

  void write(Inspection row, NewInspection now) {
    row.says(
        now.heldOn(),
        now.asker(),
        seal(row, WHO, now.who()),
        seal(row, TITLE, now.title()),
        seal(row, PART, now.part()),
        seal(row, NOTE, now.note()));
    row.supervisedBy(now.supervisor(), now.returnBy());
    row.refusedBy(now.decidedBy(), seal(row, REASON, now.reason()));
  }

  byte[] voidReason(Inspection row, String plain) {
    return seal(row, VOID, plain);
  }

  Words open(Inspection row) {
    return new Words(
        open(row, WHO, row.who()),
        open(row, TITLE, row.title()),
        open(row, PART, row.part()),
        open(row, NOTE, row.note()),
        open(row, REASON, row.reason()),
        open(row, VOID, row.voidReason()));
  }

  private byte[] seal(Inspection row, String place, String plain) {
    return keys.seal(Subject.of(row.file()), place, row.id(), plain);
  }

  private String open(Inspection row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.file()), place, row.id(), sealed);
  }

  /** All but who and which part may be null. */
  record Words(
      String who, String title, String part, String note, String reason, String voidReason) {}
}
