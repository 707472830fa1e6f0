package org.opora.documents.letters.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.documents.letters.domain.Sheet.Line;
import org.opora.documents.letters.domain.Sheet.Look;
import org.opora.documents.pdf.application.Markup;

/**
 * A letter as the page that becomes a PDF. Whatever people typed comes into it escaped.
 *
 * @param sender lines at the head, the first one the name
 * @param to who receives it
 * @param place where and on which day it is written
 * @param writer under the words
 */
record Page(
    Locale language,
    List<String> sender,
    String to,
    String place,
    String title,
    List<Line> lines,
    String writer) {

  String xhtml() {
    StringBuilder page = new StringBuilder();
    page.append("<html lang=\"").append(language.getLanguage()).append("\"><head><title>");
    page.append(Markup.words(title)).append("</title></head><body>");
    if (!sender.isEmpty()) {
      page.append("<header style=\"margin-bottom: 10mm; font-size: 9pt\"><p><strong>")
          .append(Markup.words(sender.get(0)))
          .append("</strong>")
          .append(
              sender.stream()
                  .skip(1)
                  .map(line -> "<br/>" + Markup.words(line))
                  .collect(Collectors.joining()))
          .append("</p></header>");
    }
    page.append("<p style=\"margin: 0 0 10mm 90mm\">").append(Markup.words(to)).append("</p>");
    page.append("<p style=\"text-align: right\">").append(Markup.words(place)).append("</p>");
    page.append("<h1>").append(Markup.words(title)).append("</h1>");
    boolean list = false;
    for (Line line : lines) {
      boolean item = line.look() == Look.ITEM;
      if (item != list) {
        page.append(item ? "<ul>" : "</ul>");
        list = item;
      }
      String element = element(line.look());
      page.append('<').append(element).append('>');
      page.append(Markup.words(line.words()));
      page.append("</").append(element).append('>');
    }
    page.append(list ? "</ul>" : "");
    page.append("<p style=\"margin-top: 15mm\">").append(Markup.words(writer)).append("</p>");
    return page.append("</body></html>").toString();
  }

  /** What is shown to whoever wants to see it as its recipient does; these words stand in it. */
  List<Line> seen(List<Line> words) {
    List<Line> all = new ArrayList<>();
    Stream.of(String.join("\n", sender), to, place, title)
        .filter(line -> !line.isBlank())
        .forEach(line -> all.add(new Line(Look.ASIDE, line)));
    all.addAll(words);
    all.add(new Line(Look.ASIDE, writer));
    return all;
  }

  private static String element(Look look) {
    return switch (look) {
      case ITEM -> "li";
      case HEADING -> "h2";
      case SUBHEADING -> "h3";
      case PARAGRAPH, ASIDE -> "p";
    };
  }
}
