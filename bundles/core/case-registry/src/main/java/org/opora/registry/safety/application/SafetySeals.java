package org.opora.registry.safety.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.api.safety.Safety.NewNotice;
import org.opora.registry.safety.domain.SafetyNotice;

/** The words of a notice hang on the key of the person it protects. */
public final class SafetySeals {
  private static final String WHAT = "SAFETY_NOTICE.WHAT";
  private static final String WHOM = "SAFETY_NOTICE.WHOM";
  private static final String DOING = "SAFETY_NOTICE.DOING";
  private static final String REASON = "SAFETY_NOTICE.REASON";
  private final Keys keys;

  public SafetySeals(Keys keys) {
    this.keys = keys;
  }

  void write(SafetyNotice row, NewNotice notice) {
    row.says(
        notice.kind(),
        seal(row, WHAT, notice.what()),
        seal(row, WHOM, notice.whom()),
        seal(row, DOING, notice.doing()),
        notice.from(),
        notice.until());
    row.about(notice.whomPerson());
  }

  byte[] reason(SafetyNotice row, String reason) {
    return seal(row, REASON, reason);
  }

  String reason(SafetyNotice row) {
    return open(row, REASON, row.reason());
  }

  /** What a notice says, and of whom, whoever may see them. */
  public NewNotice open(SafetyNotice row) {
    return new NewNotice(
        row.kind(),
        open(row, WHAT, row.what()),
        open(row, WHOM, row.whom()),
        open(row, DOING, row.doing()),
        row.since(),
        row.until(),
        row.whomPerson());
  }

  private byte[] seal(SafetyNotice row, String place, String plain) {
    return keys.seal(Subject.of(row.person()), place, row.id(), plain);
  }

  private String open(SafetyNotice row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.person()), place, row.id(), sealed);
  }
}
