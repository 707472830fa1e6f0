package org.opora.registry.house.domain;

import java.time.LocalDate;

/**
 * How an entry of a list stands.
 *
 * @param words those of the centre
 * @param place in the order of the list
 * @param since first day it is offered; null when it always was
 * @param until last day it is offered; null while no end is set
 */
public record ChoiceState(ChoiceWords words, int place, LocalDate since, LocalDate until) {
  /** Between two entries of a bundle there is room for those that a later version brings. */
  private static final int STEP = 100;

  /** As its bundle brings it. */
  public static ChoiceState brought(int ordinal) {
    return new ChoiceState(ChoiceWords.NONE, place(ordinal), null, null);
  }

  /**
   * @param ordinal from nought
   */
  public static int place(int ordinal) {
    return (ordinal + 1) * STEP;
  }

  /** A new one behind all others. */
  public static ChoiceState added(ChoiceWords words, int last, LocalDate since) {
    return new ChoiceState(words, last + STEP, since, null);
  }

  public boolean offered(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || !until.isBefore(day));
  }

  public ChoiceState worded(ChoiceWords others) {
    return new ChoiceState(others, place, since, until);
  }

  public ChoiceState at(int other) {
    return new ChoiceState(words, other, since, until);
  }

  /**
   * @param from first day on which it is not offered
   */
  public ChoiceState retired(LocalDate from) {
    return new ChoiceState(words, place, since, from.minusDays(1));
  }

  public ChoiceState again(LocalDate from) {
    return new ChoiceState(words, place, from, null);
  }
}
