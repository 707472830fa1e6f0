package org.opora.documents.pdf.application;

import java.util.List;
import java.util.stream.Collectors;
import org.opora.api.documents.Printing;
import org.opora.api.faults.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Papers of other bundles as pages that become PDFs. */
@Component(service = Printing.class)
public final class PaperPrinter implements Printing {
  private final PdfMaker pdf;

  @Activate
  public PaperPrinter(@Reference PdfMaker pdf) {
    this.pdf = pdf;
  }

  @Override
  public byte[] pdf(Paper paper) {
    try {
      return pdf.make(xhtml(paper));
    } catch (PageFault fault) {
      throw new Refused(null, fault.text());
    }
  }

  private static String xhtml(Paper paper) {
    StringBuilder page = new StringBuilder();
    page.append("<html lang=\"").append(paper.language().getLanguage()).append("\"><head><title>");
    page.append(Markup.words(paper.title())).append("</title></head><body>");
    if (!paper.head().isEmpty()) {
      page.append("<p style=\"font-size: 9pt\">")
          .append(paper.head().stream().map(Markup::words).collect(Collectors.joining("<br/>")))
          .append("</p>");
    }
    page.append("<h1>").append(Markup.words(paper.title())).append("</h1>");
    for (Part part : paper.parts()) {
      if (part instanceof Heading heading) {
        page.append("<h2>").append(Markup.words(heading.words())).append("</h2>");
      } else if (part instanceof Words words) {
        page.append("<p>").append(Markup.words(words.words())).append("</p>");
      } else if (part instanceof Grid grid) {
        grid(page, grid);
      }
    }
    return page.append("</body></html>").toString();
  }

  private static void grid(StringBuilder page, Grid grid) {
    page.append("<table style=\"font-size: 9pt\"><caption>")
        .append(Markup.words(grid.caption()))
        .append("</caption>");
    // Whoever listens to the page is promised rows below a head: without any there is none.
    page.append(grid.rows().isEmpty() ? "<tbody><tr>" : "<thead><tr>");
    grid.columns()
        .forEach(
            one -> page.append("<th scope=\"col\">").append(Markup.words(one)).append("</th>"));
    page.append(grid.rows().isEmpty() ? "</tr>" : "</tr></thead><tbody>");
    grid.rows().forEach(row -> row(page, row));
    page.append("</tbody></table>");
  }

  private static void row(StringBuilder page, List<String> row) {
    page.append("<tr>");
    for (int at = 0; at < row.size(); at++) {
      String cell = row.get(at) == null ? "" : Markup.words(row.get(at));
      page.append(at == 0 ? "<th scope=\"row\">" : "<td style=\"text-align: right\">")
          .append(cell)
          .append(at == 0 ? "</th>" : "</td>");
    }
    page.append("</tr>");
  }
}
