package org.opora.registry.grant.persistence;

import org.opora.api.grant.ExpenseState;
import org.opora.api.ids.CaseFileId;

/**
 * Which expenses a list is about.
 *
 * @param state null for all
 * @param year year of the cost; null for all
 * @param file null for all
 */
public record Wanted(ExpenseState state, Integer year, CaseFileId file) {
  public static Wanted of(CaseFileId file) {
    return new Wanted(null, null, file);
  }

  public static Wanted in(ExpenseState state) {
    return new Wanted(state, null, null);
  }
}
