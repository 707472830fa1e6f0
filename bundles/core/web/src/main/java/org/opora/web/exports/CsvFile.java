package org.opora.web.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.opora.api.web.Sheet;

/**
 * As a spreadsheet of the country opens it by a double click: UTF-8 with a mark, the separator of
 * the country, dates and numbers as people write them there.
 */
final class CsvFile implements SheetFile {
  private static final char MARK = '\uFEFF';

  private final Tongue tongue;
  private final CSVPrinter printer;
  private List<Sheet.Kind> kinds = List.of();

  CsvFile(OutputStream out, Tongue tongue) throws IOException {
    this.tongue = tongue;
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(MARK);
    this.printer =
        new CSVPrinter(
            writer,
            CSVFormat.EXCEL
                .builder()
                .setDelimiter(tongue.language().equals("en") ? ',' : ';')
                .setQuoteMode(QuoteMode.MINIMAL)
                .get());
  }

  @Override
  public void heading(List<String> titles, List<Sheet.Kind> of) throws IOException {
    kinds = of;
    printer.printRecord(titles.stream().map(Formulas::harmlessHoweverSplit).toList());
  }

  @Override
  public void row(List<Object> values) throws IOException {
    List<String> cells = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      cells.add(value == null ? "" : cell(kinds.get(i), value));
    }
    printer.printRecord(cells);
  }

  private String cell(Sheet.Kind kind, Object value) {
    return switch (kind) {
      case TEXT -> Formulas.harmlessHoweverSplit(tongue.say(value));
      case DATE -> tongue.say((LocalDate) value);
      case TIME -> tongue.say((LocalTime) value);
      case NUMBER -> tongue.say((Number) value);
      case YES_NO -> tongue.say((boolean) value);
    };
  }

  @Override
  public void note(String sentence) throws IOException {
    printer.printRecord(Formulas.harmlessHoweverSplit(sentence));
  }

  @Override
  public void pageEnds() throws IOException {
    printer.flush();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
