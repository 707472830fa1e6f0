package org.opora.web.exports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.opora.api.web.Sheet;

/** A file that is being written, row by row; none of the rows stays in memory. */
interface SheetFile extends Closeable {
  /** The first row. */
  void heading(List<String> titles, List<Sheet.Kind> kinds) throws IOException;

  /**
   * @param values as {@link Sheet.Kind} says, null for an empty cell
   */
  void row(List<Object> values) throws IOException;

  /** A sentence below the rows. */
  void note(String sentence) throws IOException;

  /** What is written so far need not be kept any longer. */
  void pageEnds() throws IOException;
}
