package org.opora.web.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.opora.api.access.Subject;
import org.opora.api.paging.Page;
import org.opora.api.web.Sheet;

/** Writes a list page by page, so that no list has to fit into memory. */
public final class SheetWriter {
  /** Most rows of one file; a longer list says so below its last row. */
  public static final int MOST_ROWS = 20_000;

  private static final int PAGE = 100;

  private final int most;

  public SheetWriter() {
    this(MOST_ROWS);
  }

  /**
   * @param most most rows of one file
   */
  public SheetWriter(int most) {
    this.most = most;
  }

  /**
   * @param out closed by the file when it is whole
   * @param shows told whom each page shows
   * @return how many rows were written, the heading not counted
   */
  public <T> int write(
      Sheet<T> sheet,
      Sheet.Format format,
      Tongue tongue,
      OutputStream out,
      Consumer<Collection<Subject>> shows)
      throws IOException {
    try (SheetFile file =
        format == Sheet.Format.CSV
            ? new CsvFile(out, tongue)
            : new XlsxFile(out, tongue.word(sheet.title()), tongue)) {
      file.heading(
          sheet.columns().stream().map(column -> tongue.word(column.title())).toList(),
          sheet.columns().stream().map(Sheet.Column::kind).toList());
      return rows(sheet, tongue, file, shows);
    }
  }

  private <T> int rows(
      Sheet<T> sheet, Tongue tongue, SheetFile file, Consumer<Collection<Subject>> shows)
      throws IOException {
    int written = 0;
    String after = null;
    do {
      Page<T> page = sheet.source().page(after, PAGE);
      for (T row : page.items()) {
        if (written == most) {
          file.note(tongue.word("shell.export.cut", most));
          return written;
        }
        file.row(cells(sheet, row));
        shows.accept(sheet.subjects().apply(row));
        written++;
      }
      file.pageEnds();
      after = page.next();
    } while (after != null);
    return written;
  }

  private static <T> List<Object> cells(Sheet<T> sheet, T row) {
    List<Object> cells = new ArrayList<>(sheet.columns().size());
    sheet.columns().forEach(column -> cells.add(column.value().apply(row)));
    return cells;
  }
}
