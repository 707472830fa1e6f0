package org.opora.documents.pdf.application;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages as the house writes them. */
final class Pages {
  static final String CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy";
  static final String POLISH = "Zażółć gęślą jaźń";

  /** Every letter that the two languages write, and the signs of letters and numbers. */
  static final String ALPHABET =
      "AÁBCČDĎEÉĚFGHIÍJKLMNŇOÓPQRŘSŠTŤUÚŮVWXYÝZŽ aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž "
          + "ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż 0123456789 §%&'\"„“”‚‘’»«–—…·•°×½€-+=/\\()[]{}<>@#*!?,;:|~^_²³";

  private Pages() {}

  static String page(String body) {
    return page("cs", "Zpráva o průběhu péče", body);
  }

  static String page(String language, String title, String body) {
    return "<html lang=\"%s\"><head><title>%s</title></head><body>%s</body></html>"
        .formatted(language, title, body);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A table with a head that is repeated. */
  static String table(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(
            row -> "<tr><td>%d.</td><td>%s</td><td>%s</td></tr>".formatted(row, CZECH, POLISH))
        .collect(
            Collectors.joining(
                "",
                "<h1>Návštěvy</h1><table><thead><tr><th scope=\"col\">č.</th>"
                    + "<th scope=\"col\">česky</th><th scope=\"col\">polsky</th></tr></thead><tbody>",
                "</tbody></table>"));
  }
}
