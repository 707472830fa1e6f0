package org.opora.registry.grant.persistence;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.grant.ExpenseState;
import org.opora.api.ids.CaseFileId;

/**
 * Which expenses a list is about.
 *
 * @param states empty for all
 * @param year year of the cost; null for all
 * @param file null for all
 * @param right code of a right, or {@link #ANY}; null for all
 */
public record Wanted(List<ExpenseState> states, Integer year, CaseFileId file, String right) {
  /** Those that count as spent. */
  public static final List<ExpenseState> COUNTED =
      List.of(ExpenseState.APPROVED, ExpenseState.PAID);

  /** Whichever right it is, but one. */
  public static final String ANY = "any";

  public Wanted {
    states = List.copyOf(states);
  }

  /**
   * @param state null for all
   */
  public Wanted(ExpenseState state, Integer year, CaseFileId file) {
    this(Stream.ofNullable(state).toList(), year, file, null);
  }

  public static Wanted of(CaseFileId file) {
    return new Wanted(null, null, file);
  }

  public static Wanted in(ExpenseState state) {
    return new Wanted(state, null, null);
  }
}
