package org.opora.api.time;

import java.time.LocalDate;
import java.util.Objects;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;

/**
 * What one record cost one member of staff on a day.
 *
 * @param staff whose time it was, who need not be who writes it down
 * @param on the day; of a night the one it began on
 * @param activity code of what it was spent on: of a service the kind of its evidence, such as
 *     {@code visit}. At most 60 characters, never words
 * @param minutes with people or for them, without the way; null when nobody wrote how long it was
 * @param travel minutes on the way, there and back; null when nobody wrote it, or there was none
 * @param kilometres on the way, there and back, whole ones; null when nobody wrote it, or there was
 *     none
 * @param file case file for which it was spent; null for none
 * @param child at whom a wall closes the line as well, under every key; null when it was spent for
 *     no child alone
 * @param title what it was in three languages, free of content: "Contact, cancelled", and no name
 * @param href path of the record's page, shown to whoever may see the file; null for none
 */
public record Spent(
    StaffId staff,
    LocalDate on,
    String activity,
    Integer minutes,
    Integer travel,
    Integer kilometres,
    CaseFileId file,
    PersonId child,
    Title title,
    String href) {
  /**
   * @throws IllegalArgumentException when a length or a distance is negative
   */
  public Spent {
    Objects.requireNonNull(staff);
    Objects.requireNonNull(on);
    Objects.requireNonNull(activity);
    Objects.requireNonNull(title);
    positive(minutes);
    positive(travel);
    positive(kilometres);
  }

  private static void positive(Integer number) {
    if (number != null && number < 0) {
      throw new IllegalArgumentException("Nothing is spent backwards");
    }
  }

  /** That somebody spent a day on it; how long, nobody has written yet. */
  public static Spent of(StaffId staff, LocalDate on, String activity, Title title) {
    return new Spent(staff, on, activity, null, null, null, null, null, title, null);
  }

  /**
   * @param length in minutes, or null
   */
  public Spent lasting(Integer length) {
    return new Spent(staff, on, activity, length, travel, kilometres, file, child, title, href);
  }

  /**
   * The way there and back.
   *
   * @param length in minutes, or null
   * @param distance in whole kilometres, or null
   */
  public Spent travelling(Integer length, Integer distance) {
    return new Spent(staff, on, activity, minutes, length, distance, file, child, title, href);
  }

  /** For this file. */
  public Spent in(CaseFileId caseFile) {
    return new Spent(
        staff, on, activity, minutes, travel, kilometres, caseFile, child, title, href);
  }

  /** For this child; a wall at it closes the line as well. */
  public Spent about(PersonId person) {
    return new Spent(staff, on, activity, minutes, travel, kilometres, file, person, title, href);
  }

  /**
   * @param page path of the page on which it is written down, or null
   */
  public Spent written(String page) {
    return new Spent(staff, on, activity, minutes, travel, kilometres, file, child, title, page);
  }
}
