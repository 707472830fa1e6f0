package org.opora.itest.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reports that a court asked for: one that the carers have spoken about and that is written anew,
 * and one that was begun by mistake. They tell of the first day of the agreement, of which nothing
 * is recorded, so that nothing stands in them but what is typed here.
 */
final class SecretReports {
  static final List<String> SEALED =
      List.of("Zpsoudem", "Zpzaverem", "Zpvyjadreni", "Zpvraceno", "Zpstazeno");

  private final Pen pen;
  private final String file;
  private final String child;

  /**
   * @param file path of the page of the file
   * @param child path of the page of the child
   */
  SecretReports(Pen pen, String file, String child) {
    this.pen = pen;
    this.file = file;
    this.child = child.replace("/people/", "");
  }

  /**
   * @return path of the report that is written
   */
  String write() {
    String report = begin();
    String section = pen.link(report, "main a[href*=/sections/]", "");
    pen.send(section, Map.of("words", "Zpzaverem"));
    pen.send(report, report + "/close", Map.of());
    pen.send(
        report,
        report + "/statements",
        Map.of(
            "carer",
            pen.first(report, "carer"),
            "answer",
            "STATED",
            "part",
            pen.first(report, "part"),
            "on",
            LocalDate.now().toString(),
            "words",
            "Zpvyjadreni"));
    pen.send(report, report + "/back", Map.of("why", "Zpvraceno"));
    pen.read(section);
    pen.read(pen.link(report, "main a[href*=/as/]", ""));
    String wrong = begin();
    pen.send(wrong + "/withdraw", Map.of("why", "Zpstazeno"));
    pen.read(file + "/course");
    return report;
  }

  private String begin() {
    String form = file + "/course/new";
    String first = pen.page(form).selectFirst("input[name=from]").attr("value");
    return pen.send(
        form,
        file + "/course",
        Map.of(
            "kind",
            "ON_REQUEST",
            "from",
            first,
            "until",
            first,
            "asked-of",
            "Zpsoudem",
            "as",
            "COURT",
            "asked-on",
            LocalDate.now().toString(),
            "asked-by",
            LocalDate.now().plusDays(10).toString(),
            "children",
            child));
  }
}
