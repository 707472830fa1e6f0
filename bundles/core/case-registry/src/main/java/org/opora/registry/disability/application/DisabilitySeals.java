package org.opora.registry.disability.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.disability.domain.Disability;

/** The words about a disability hang on the key of the person. */
public final class DisabilitySeals {
  private static final String OTHER = "DISABILITY.OTHER";
  private static final String DECISION = "DISABILITY.DECISION";
  private final Keys keys;

  public DisabilitySeals(Keys keys) {
    this.keys = keys;
  }

  void write(Disability row, NewDisability now) {
    row.says(
        now.degree(),
        seal(row, OTHER, now.other()),
        seal(row, DECISION, now.decision()),
        now.decidedOn());
    row.holds(now.since(), now.until());
  }

  public NewDisability open(Disability row) {
    return new NewDisability(
        row.degree(),
        open(row, OTHER, row.other()),
        open(row, DECISION, row.decision()),
        row.decidedOn(),
        row.since(),
        row.until());
  }

  private byte[] seal(Disability row, String place, String plain) {
    return keys.seal(Subject.of(row.person()), place, row.id(), plain);
  }

  private String open(Disability row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.person()), place, row.id(), sealed);
  }
}
