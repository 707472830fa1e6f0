package org.opora.registry.importing.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file means what.
 *
 * @param headers the header cells as written, without blanks around
 * @param places column to its place in the file, counted from 0
 */
public record Columns(List<String> headers, Map<Column, Integer> places) {
  public Columns {
    headers = headers.stream().map(Values::tidy).toList();
    Map<Column, Integer> own = new EnumMap<>(Column.class);
    own.putAll(places);
    places = Map.copyOf(own);
  }

  public boolean has(Column column) {
    return places.containsKey(column);
  }

  /** Header as written; empty when the file has no such column. */
  public String header(Column column) {
    Integer place = places.get(column);
    return place == null ? "" : headers.get(place);
  }

  /** What the column at this place means, or null. */
  public Column at(int place) {
    for (Map.Entry<Column, Integer> entry : places.entrySet()) {
      if (entry.getValue() == place) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** Headers nobody has given a meaning. */
  public List<String> unknown() {
    List<String> unknown = new ArrayList<>();
    for (int place = 0; place < headers.size(); place++) {
      if (!headers.get(place).isEmpty() && !places.containsValue(place)) {
        unknown.add(headers.get(place));
      }
    }
    return unknown;
  }

  /** Whether enough is known to read families: a number or carers, and names of somebody. */
  public boolean sufficient() {
    boolean somebody = has(Column.CARER1_FAMILY) || has(Column.CARER2_FAMILY);
    return somebody || has(Column.FILE_NUMBER) && has(Column.CHILD_FAMILY);
  }

  /** Identifies a set of headers whatever their order and spelling of blanks and case. */
  public static String key(List<String> headers) {
    return String.join("|", headers.stream().map(Folded::of).sorted().toList());
  }
}
