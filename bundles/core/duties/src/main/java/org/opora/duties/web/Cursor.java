package org.opora.duties.web;

import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;

/**
 * Where a page of the list ended: keys and codes only. The list is computed anew for each page;
 * when the line of the cursor has moved meanwhile, because somebody recorded a visit, the page
 * starts at the same date again: a line may be seen twice, none is left out.
 */
record Cursor(String band, String due, String line) {
  private static final String BETWEEN = "~";

  static Cursor after(Duties.Line line) {
    return new Cursor(
        Band.of(line).code(),
        line.due() == null ? "-" : line.due().toString(),
        (line.file() == null ? "-" : line.file())
            + "_"
            + line.whom().key()
            + "_"
            + line.rule()
            + ref(line));
  }

  private static String ref(Duties.Line line) {
    return line.ref() == null ? "" : "_" + line.ref();
  }

  static Optional<Cursor> parse(String text) {
    String[] parts = text.split(BETWEEN, -1);
    return parts.length == 3
        ? Optional.of(new Cursor(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /** Index of the first line of the next page. */
  int start(List<Duties.Line> lines) {
    int known = lines.stream().map(Cursor::after).toList().indexOf(this);
    if (known >= 0) {
      return known + 1;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (after(lines.get(i)).place().compareTo(place()) >= 0) {
        return i;
      }
    }
    return lines.size();
  }

  private String place() {
    int order = Band.named(Optional.of(band)).map(Enum::ordinal).orElse(0);
    return order + " " + due;
  }

  @Override
  public String toString() {
    return band + BETWEEN + due + BETWEEN + line;
  }
}
