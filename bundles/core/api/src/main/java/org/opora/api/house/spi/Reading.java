package org.opora.api.house.spi;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place where sources of the law disagree and the centre decides. It is contributed by the bundle
 * that acts on the decision, so the choice is offered exactly as long as it has an effect.
 */
@ConsumerType
public interface Reading {
  /** Such as {@code child-clock}; at most 60 characters of the kind {@code [a-z0-9.-]}. */
  String id();

  /** What is to be decided, in a few words. */
  Text title();

  /** In plain words: who says what, and what it means for families. */
  Text explanation();

  /** At least two, the default first. */
  List<Option> options();

  /** Where in the law the question arises; null while no installed law pack knows it. */
  Source source();

  /**
   * What would change for this viewer if the option were chosen, compared with what is chosen now.
   * It changes nothing.
   *
   * @param option code of one of the options
   * @param from first day of the choice
   * @param day the day both are compared on
   * @param most how many changes are listed at most; all are counted
   */
  Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most);

  /**
   * One of the answers.
   *
   * @param code kept; at most 60 characters
   */
  record Option(String code, Text label) {}

  /**
   * @param paragraph of the law
   * @param trust how far the default reading is confirmed
   */
  record Source(String paragraph, Trust trust) {}

  /**
   * @param moved how many dates move, of those the viewer may see
   * @param first some of them, in the order of the duties
   */
  record Effect(int moved, List<Moved> first) {
    public Effect {
      first = List.copyOf(first);
    }
  }

  /**
   * A date that moves.
   *
   * @param whom name of the person it is about
   * @param before null when it was not assessed, as {@code after} is
   */
  record Moved(
      CaseFileId file,
      String number,
      String familyName,
      String whom,
      LocalDate before,
      LocalDate after) {}
}
