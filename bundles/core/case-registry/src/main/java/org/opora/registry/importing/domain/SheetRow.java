package org.opora.registry.importing.domain;

import java.util.List;

/**
 * A record of the file as it was read.
 *
 * @param number number of the record in the file, the header being 1
 * @param cells as written; missing ones at the end are empty
 */
public record SheetRow(int number, List<String> cells) {
  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The cell at this place as written, without blanks around; empty when there is none. */
  public String cell(int place) {
    return place < cells.size() ? cells.get(place).strip() : "";
  }

  public String cell(Columns columns, Column column) {
    Integer place = columns.places().get(column);
    return place == null ? "" : cell(place);
  }

  public boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
