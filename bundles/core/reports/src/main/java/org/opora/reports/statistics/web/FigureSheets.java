package org.opora.reports.statistics.web;

import org.opora.api.statistics.Figure;
import org.opora.api.statistics.FigureList;
import org.opora.api.text.Text;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.reports.shared.Words;

/** Lists behind figures, as pages and files show them. */
public final class FigureSheets {
  private FigureSheets() {}

  /** Whom the page names stands in the trail. */
  public static void shows(Request request, FigureList list) {
    request.shows(
        list.lines().stream()
            .flatMap(line -> line.shown().subjects().stream())
            .distinct()
            .toList());
  }

  /** Of how many lines nothing is shown. */
  public static Text closed(int lines) {
    return Words.of("statistics.list.closed", lines);
  }

  /** What a figure was counted from, as a file. */
  public static Sheet<FigureList.Line> of(Figure figure, Sheet.Source<FigureList.Line> source) {
    return Sheet.of("figure", "statistics.list.title", source)
        .text("statistics.list.name", line -> line.shown().name())
        .text("statistics.list.what", line -> line.shown().what())
        .date("statistics.list.on", line -> line.shown().on())
        .number("statistics.list.amount", line -> Figure.shown(figure.measure(), line.amount()))
        .about(line -> line.shown().subjects());
  }
}
