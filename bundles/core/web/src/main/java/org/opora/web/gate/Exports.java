package org.opora.web.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.web.exports.SheetWriter;
import org.opora.web.exports.Spool;
import org.opora.web.exports.Tongue;
import org.opora.web.rendering.PageEngine;
import org.opora.web.texts.Words;

/** Writes lists that were asked for as files. */
final class Exports {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv; charset=utf-8";

  private final SheetWriter writer = new SheetWriter();
  private final Words words;
  private final Path folder;

  /**
   * @param folder where files wait until they are recorded
   */
  Exports(Words words, Path folder) {
    this.words = words;
    this.folder = folder;
  }

  /**
   * A file that is whole.
   *
   * @param detail for the audit row: which list, which format, how many rows
   */
  record Ready(Spool spool, String type, String fileName, String detail) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      spool.close();
    }
  }

  /** Writes the file and tells the request whom it shows. The caller closes it. */
  Ready write(Reply.Export export, GateRequest request, PageEngine engine) throws IOException {
    Sheet<?> sheet = export.sheet();
    Sheet.Format format = export.format();
    Tongue tongue = new Tongue(words, engine.texts(), request.locale());
    String title = words.say(request.locale(), engine.texts(), sheet.title());
    LocalDate day = sheet.day() == null ? request.viewer().today() : sheet.day();
    Spool spool = Spool.in(folder);
    try {
      int rows = writer.write(sheet, format, tongue, spool.filling(), request::shows);
      String ending = format.name().toLowerCase(Locale.ROOT);
      return new Ready(
          spool,
          format == Sheet.Format.CSV ? CSV : XLSX,
          fileName(title, day, ending),
          "list=" + sheet.list() + ";format=" + ending + ";rows=" + rows);
    } catch (IOException | RuntimeException | Error failed) {
      spool.close();
      throw failed;
    }
  }

  /**
   * The list and the day, nothing else: the name of a file is seen by more people than the file.
   */
  private static String fileName(String title, LocalDate day, String ending) {
    return title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", " ").strip() + " " + day + "." + ending;
  }
}
