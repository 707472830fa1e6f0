package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.registry.shared.application.Refusals;

/**
 * A whole number that the centre decides from a day on, with a reason. What runs already stays as
 * it was.
 */
public final class WholeSetting {
  private static final String BEGINS = SettingsBook.READING + ".";
  private final Access access;
  private final SettingsBook book;
  private final Terms terms;

  WholeSetting(Access access, SettingsBook book, Terms terms) {
    this.access = access;
    this.book = book;
    this.terms = terms;
  }

  /**
   * What is decided.
   *
   * @param reading its name among the readings
   * @param usual what holds before anything is decided
   * @param field of the form
   * @param wrong text that says from which to which number
   */
  record Terms(String reading, int usual, int least, int most, String field, String wrong) {}

  /**
   * @param version for the form
   * @param number that holds today
   * @param decided whether the centre has decided it
   * @param history the decision made last first
   */
  public record View(
      long version, int number, boolean decided, List<SettingsBook.Change> history) {}

  View view(Viewer viewer) {
    access.require(viewer, House.READ);
    return new View(
        book.version(SettingsBook.READING),
        number(viewer.today()),
        decided(viewer.today()) != null,
        book.history(SettingsBook.READING).stream()
            .filter(one -> one.setting().equals(BEGINS + terms.reading()))
            .toList());
  }

  /** What holds on the day. */
  int number(LocalDate day) {
    Integer decided = decided(day);
    return decided == null ? terms.usual() : decided;
  }

  private Integer decided(LocalDate day) {
    return book.chosen(terms.reading(), day).map(Integer::valueOf).orElse(null);
  }

  void choose(Viewer viewer, long version, Integer number, LocalDate from, String why) {
    access.require(viewer, House.WRITE);
    LocalDate day = Refusals.day("from", from);
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused("from", "emergency.refused.past");
    }
    if (number == null || number < terms.least() || number > terms.most()) {
      throw Refusals.refused(terms.field(), terms.wrong(), terms.least(), terms.most());
    }
    if (number.equals(decided(day))) {
      throw Refusals.refused(terms.field(), "refused.settings-same");
    }
    book.change(
        viewer,
        SettingsBook.READING,
        version,
        day,
        why,
        Map.of(BEGINS + terms.reading(), Integer.toString(number)));
  }
}
