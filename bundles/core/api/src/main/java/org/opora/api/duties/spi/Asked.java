package org.opora.api.duties.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.files.CareKind;

/**
 * How much is asked under agreements of some kinds.
 *
 * @param code tells one from another in a rule, such as {@code non-mediated}
 * @param kinds kinds of care; empty for all
 * @param mediated whether only mediated care, or only care that is not; null for either
 * @param hours dated, in any order, not overlapping; an hour has 60 minutes
 */
public record Asked(
    String code, Set<CareKind> kinds, Boolean mediated, List<Parameter<Integer>> hours) {
  public Asked {
    Objects.requireNonNull(code);
    kinds = Set.copyOf(kinds);
    hours = List.copyOf(hours);
  }

  public boolean of(CareKind kind, boolean isMediated) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && (mediated == null || mediated == isMediated);
  }
}
