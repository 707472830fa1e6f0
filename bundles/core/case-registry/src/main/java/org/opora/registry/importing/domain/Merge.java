package org.opora.registry.importing.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares three states of the same values: last imported, here now, and in the file now. What only
 * the file changed is taken; what only we changed stays; what both changed stays and is said.
 *
 * @param taken columns to be written here, with their new value; null takes the value away
 * @param conflicts columns changed on both sides
 */
public record Merge(Map<Column, String> taken, List<Column> conflicts) {
  /** A person does not lose name or number because a cell is empty. */
  private static final Set<Column> NEVER_CLEARED =
      Set.of(
          Column.FILE_NUMBER,
          Column.CARER1_FAMILY,
          Column.CARER1_GIVEN,
          Column.CARER1_BIRTH,
          Column.CARER1_NATIONAL_ID,
          Column.CARER2_FAMILY,
          Column.CARER2_GIVEN,
          Column.CARER2_BIRTH,
          Column.CARER2_NATIONAL_ID,
          Column.CHILD_FAMILY,
          Column.CHILD_GIVEN,
          Column.CHILD_BIRTH,
          Column.CHILD_NATIONAL_ID,
          Column.CARE_KIND,
          Column.MEDIATED,
          Column.CONCLUDED_ON,
          Column.PLACED_ON,
          Column.KEY_WORKER,
          Column.LAST_CONTACT,
          Column.EDUCATION_HOURS,
          Column.RESPITE_DAYS,
          Column.NOTE);

  /**
   * @param columns columns that take part: those the file has
   * @param base as last imported; empty when it never was
   */
  public static Merge of(Iterable<Column> columns, ValueMap base, ValueMap here, ValueMap theirs) {
    Map<Column, String> taken = new EnumMap<>(Column.class);
    List<Column> conflicts = new ArrayList<>();
    for (Column column : columns) {
      String before = base.get(column);
      String ours = here.get(column);
      String now = theirs.get(column);
      boolean cleared = now == null && NEVER_CLEARED.contains(column);
      if (cleared || Objects.equals(now, ours) || Objects.equals(now, before)) {
        continue;
      }
      if (Objects.equals(ours, before)) {
        taken.put(column, now);
      } else {
        conflicts.add(column);
      }
    }
    return new Merge(taken, conflicts);
  }

  public boolean nothing() {
    return taken.isEmpty();
  }

  /** Whether one of these is to be written. */
  public boolean takes(Column... columns) {
    for (Column column : columns) {
      if (taken.containsKey(column)) {
        return true;
      }
    }
    return false;
  }

  /** The values here after the merge. */
  public ValueMap result(ValueMap here) {
    ValueMap result = here;
    for (Map.Entry<Column, String> entry : taken.entrySet()) {
      result = result.with(entry.getKey(), entry.getValue());
    }
    return result;
  }
}
