package org.opora.duties.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.text.Messages;

/**
 * The list as a spreadsheet opens it: semicolons, UTF-8 with a mark, no cell that could be taken
 * for a formula.
 */
final class DutiesCsv {
  private static final char MARK = '\uFEFF';
  private static final String FORMULA = "=+-@\t\r\n|%";

  private final Messages messages;
  private final Locale locale;

  DutiesCsv(Messages messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  byte[] write(List<Duties.Line> lines) {
    StringBuilder csv = new StringBuilder().append(MARK);
    csv.append(
        record(
            Stream.of(
                    "status",
                    "due",
                    "do-by",
                    "number",
                    "family",
                    "kind",
                    "name",
                    "birth-date",
                    "duty",
                    "why",
                    "trust")
                .map(column -> word("csv." + column))));
    lines.forEach(line -> csv.append(record(cells(line))));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Stream<String> cells(Duties.Line line) {
    return Stream.of(
        word("status." + line.status()),
        date(line.due()),
        date(line.doBy()),
        line.number(),
        line.familyName(),
        word("kind." + line.subjectKind()),
        line.name().listed(),
        date(line.birthDate()),
        messages.text(locale, line.title()),
        messages.text(locale, line.why()),
        word("trust." + line.trust()));
  }

  private String word(String key) {
    return messages.text(locale, key);
  }

  private static String date(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static String record(Stream<String> cells) {
    return cells.map(DutiesCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
  }

  /**
   * A spreadsheet runs what begins like a formula, quoted or not: an apostrophe makes it a text.
   */
  static String cell(String text) {
    String value = text == null ? "" : text;
    String stripped = value.strip();
    boolean formula = !stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
  }
}
