package org.opora.web.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.exports.LargeExports.Wanted;
import org.opora.api.text.Title;
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
   * @param wanted which list, which format, how many rows
   * @param ofWords whether no row is about anybody
   */
  record Ready(Spool spool, String type, String fileName, Wanted wanted, boolean ofWords)
      implements AutoCloseable {
    /** For the audit row. */
    String detail() {
      return "list=" + wanted.list() + ";format=" + wanted.format() + ";rows=" + wanted.rows();
    }

    @Override
    public void close() throws IOException {
      spool.close();
    }
  }

  /** Writes the file and tells the request whom it shows. The caller closes it. */
  Ready write(Reply.Export export, GateRequest request, PageEngine engine) throws IOException {
    Sheet<?> sheet = checked(export.sheet(), request);
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
          wanted(sheet, ending, rows, request, engine),
          sheet.ofWords());
    } catch (IOException | RuntimeException | Error failed) {
      spool.close();
      throw failed;
    }
  }

  /** Whoever lost what let them ask is given no further page. */
  private static <T> Sheet<T> checked(Sheet<T> sheet, GateRequest request) {
    Sheet.Source<T> source = sheet.source();
    return sheet.from(
        (after, limit) -> {
          request.stays();
          return source.page(after, limit);
        });
  }

  private Wanted wanted(
      Sheet<?> sheet, String format, int rows, GateRequest request, PageEngine engine) {
    String query = request.http().getQueryString();
    return new Wanted(
        sheet.list(),
        title(language -> words.say(language, engine.texts(), sheet.title())),
        narrowed(sheet, request),
        query == null ? request.path() : request.path() + "?" + query,
        format,
        rows);
  }

  /** A list that does not say itself what of it was chosen is never called the whole one. */
  private Title narrowed(Sheet<?> sheet, GateRequest request) {
    if (!sheet.narrowed().isEmpty()) {
      return title(language -> chosen(language, sheet));
    }
    return request.named().isEmpty() && request.asksOnly("format")
        ? null
        : title(language -> words.say(language, "shell.export.part"));
  }

  private String chosen(Locale language, Sheet<?> sheet) {
    return sheet.narrowed().stream()
        .map(one -> words.say(language, one))
        .collect(Collectors.joining(", "));
  }

  private static Title title(Function<Locale, String> said) {
    return new Title(
        said.apply(Locale.forLanguageTag("cs")),
        said.apply(Locale.forLanguageTag("pl")),
        said.apply(Locale.ENGLISH));
  }

  /**
   * The list and the day, nothing else: the name of a file is seen by more people than the file.
   */
  private static String fileName(String title, LocalDate day, String ending) {
    return title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", " ").strip() + " " + day + "." + ending;
  }
}
