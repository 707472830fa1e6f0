package org.opora.reports.statistics.application;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.documents.Printing;
import org.opora.api.documents.Printing.Grid;
import org.opora.api.documents.Printing.Heading;
import org.opora.api.documents.Printing.Paper;
import org.opora.api.documents.Printing.Part;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Table;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;

/** Figures on paper, in the language of whoever takes them. */
public final class StatisticPaper {
  private static final int PLACES = 2;
  private final Printing printing;
  private final Messages messages;
  private final Centre centre;

  public StatisticPaper(Printing printing, Messages messages, Centre centre) {
    this.printing = printing;
    this.messages = messages;
    this.centre = centre;
  }

  /** A part of the paper: its heading, what is said of it, and its tables. */
  public record Chapter(Text title, List<Text> said, List<Sheet> sheets) {}

  /** A table in whichever way it was kept. */
  public record Sheet(String caption, List<String> columns, List<List<String>> rows) {}

  public byte[] pdf(Locale language, Text title, List<Text> head, List<Chapter> chapters) {
    List<Part> parts = new ArrayList<>();
    head.forEach(line -> parts.add(new Printing.Words(messages.text(language, line))));
    for (Chapter chapter : chapters) {
      parts.add(new Heading(messages.text(language, chapter.title())));
      chapter.said().forEach(said -> parts.add(new Printing.Words(messages.text(language, said))));
      chapter
          .sheets()
          .forEach(sheet -> parts.add(new Grid(sheet.caption(), sheet.columns(), sheet.rows())));
    }
    return printing.pdf(
        new Paper(
            language,
            Stream.of(centre.name()).filter(name -> name != null && !name.isBlank()).toList(),
            messages.text(language, title),
            parts));
  }

  /** The table with all its words spoken. */
  public Sheet sheet(Locale language, Table table, String above) {
    List<String> columns = new ArrayList<>();
    columns.add(above);
    table.columns().forEach(column -> columns.add(messages.text(language, column)));
    List<List<String>> rows = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(
          (row.weight() == Table.Weight.PART ? "\u2013 " : "")
              + messages.text(language, row.title()));
      row.figures().forEach(figure -> cells.add(figure == null ? null : number(language, figure)));
      rows.add(cells);
    }
    return new Sheet(messages.text(language, table.title()), columns, rows);
  }

  /** As people of this language write it. */
  public static String number(Locale language, Figure figure) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(PLACES);
    return format.format(figure.shown());
  }
}
