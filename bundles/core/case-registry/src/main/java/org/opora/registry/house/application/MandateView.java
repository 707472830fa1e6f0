package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.text.Text;

/**
 * A mandate with what it covers.
 *
 * @param now what holds today; null before the first day and after the last one
 * @param states the newest first
 */
public record MandateView(
    UUID id, long version, NewMandate text, boolean inForce, State now, List<State> states) {

  /**
   * @param activities in words, in the order of the codes
   * @param enteredBy name of a member of staff
   * @param notifyBy last day to notify the region; null for the first state, and while no installed
   *     law says it
   * @param notifiedOn null while it is not
   * @param before how it was written down before it was corrected, the last one first
   */
  public record State(
      UUID id,
      long version,
      NewState text,
      List<Text> activities,
      String enteredBy,
      LocalDate enteredOn,
      LocalDate notifyBy,
      LocalDate notifiedOn,
      List<Before> before) {
    /** Whether the region is still to be told. */
    public boolean open() {
      return text.what() != null && notifiedOn == null;
    }
  }

  /**
   * A state as it was written down before a correction.
   *
   * @param activities in words
   * @param enteredBy name of a member of staff
   * @param correctedOn until when it stood like this
   */
  public record Before(
      NewState text,
      List<Text> activities,
      String enteredBy,
      LocalDate enteredOn,
      LocalDate correctedOn) {}

  /**
   * How far the capacity is used: numbers of the whole centre.
   *
   * @param whole null when the mandate does not say
   */
  public record Capacity(Integer whole, long used) {
    /**
     * Negative when more agreements are in force than the mandate is for; 0 when it does not say.
     */
    public long free() {
      return whole == null ? 0 : whole - used;
    }
  }

  /**
   * A liability insurance.
   *
   * @param sendBy last day to send a copy to the region; null while no installed law says it
   * @param sentOn null while it was not sent
   */
  public record Insured(
      UUID id,
      long version,
      NewInsurance text,
      boolean inForce,
      LocalDate sendBy,
      LocalDate sentOn) {
    /** Whether a copy is still to be sent, also while it is not known by when. */
    public boolean open() {
      return sentOn == null;
    }
  }
}
