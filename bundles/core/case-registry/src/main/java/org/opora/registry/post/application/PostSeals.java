package org.opora.registry.post.application;

import org.opora.api.persistence.Keys;
import org.opora.registry.post.domain.Letter;

/** The words of a letter hang on the key of the file it concerns, or on that of its writer. */
final class PostSeals {
  private static final String PARTY = "LETTER.PARTY";
  private static final String MATTER = "LETTER.MATTER";
  private static final String NOTE = "LETTER.NOTE";
  private static final String PROOF = "LETTER.PROOF";
  private static final String REASON = "LETTER.VOID_REASON";
  private final Keys keys;

  PostSeals(Keys keys) {
    this.keys = keys;
  }

  /** Everything anew: the file, and with it the key, may be another than before. */
  void write(Letter row, NewLetter letter) {
    row.passed(letter.passedOn(), letter.channel(), letter.file());
    row.says(
        seal(row, PARTY, letter.party()),
        seal(row, MATTER, letter.matter()),
        seal(row, NOTE, letter.note()));
    row.delivered(letter.deliveredOn(), seal(row, PROOF, letter.proof()));
    row.handTo(letter.doer(), letter.due());
  }

  byte[] reason(Letter row, String plain) {
    return seal(row, REASON, plain);
  }

  Words open(Letter row) {
    return new Words(
        open(row, PARTY, row.party()),
        open(row, MATTER, row.matter()),
        open(row, NOTE, row.note()),
        open(row, PROOF, row.proof()),
        open(row, REASON, row.voidReason()));
  }

  private byte[] seal(Letter row, String place, String plain) {
    return keys.seal(row.owner(), place, row.id(), plain);
  }

  private String open(Letter row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(row.owner(), place, row.id(), sealed);
  }

  /**
   * @param proof null like {@code note} when there is none
   * @param reason why it was struck out, or null
   */
  record Words(String party, String matter, String note, String proof, String reason) {}
}
