package org.opora.registry.staff.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.text.Title;

/**
 * What a member of staff spent on one record.
 *
 * @param origin id of the bundle that wrote it
 * @param file null when it was for none
 * @param minutes null when nobody wrote how long it was
 * @param travel minutes on the way; null when nobody wrote it, as {@code kilometres} is
 * @param href path of the record's page, or null
 */
public record TimeRow(
    UUID file,
    LocalDate day,
    Integer minutes,
    Integer travel,
    Integer kilometres,
    String origin,
    String cs,
    String pl,
    String en,
    String href) {
  /** What it was spent on. */
  public Title title() {
    return new Title(cs, pl, en);
  }
}
