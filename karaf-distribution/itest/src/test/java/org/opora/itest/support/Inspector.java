package org.opora.itest.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Finds what no page may have: barriers, words that are missing, lines that do not fit. */
final class Inspector {
  /** What changes when the page is folded for a telephone. */
  private static final List<String> OF_THE_WIDTH =
      List.of("target-size", "scrollable-region-focusable", "landmark-unique", "region");

  private static final String ONCE_MORE =
      "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found =>"
          + " found.violations.flatMap(rule => rule.nodes.map(node =>"
          + " [rule.id, rule.help, node.html].join(', '))))";

  private static final Pattern UNSAID = Pattern.compile("\\?\\?|\\{\\d|\\bnull\\b");

  private final List<String> faults;

  Inspector(List<String> faults) {
    this.faults = faults;
  }

  /** Every rule of axe-core. */
  void accessible(Page page, String name) {
    AxeRunOptions violationsOnly = new AxeRunOptions();
    violationsOnly.setResultTypes(List.of("violations"));
    new AxeBuilder(page)
        .setLegacyMode(true)
        .options(violationsOnly)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            faults.add(
                                "%s: %s, %s, %s"
                                    .formatted(
                                        name, rule.getId(), rule.getHelp(), node.getHtml()))));
  }

  /**
   * The rules of axe-core whose answer may differ on a narrow screen. The page has been inspected
   * before, so axe-core is in it already.
   */
  void reachable(Page page, String name) {
    ((List<?>) page.evaluate(ONCE_MORE, OF_THE_WIDTH))
        .forEach(found -> faults.add(name + ": " + found));
  }

  /** Nothing reaches over the edge of the screen. */
  void fits(Page page, String name, int width) {
    int wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
    if (wide > width) {
      faults.add(name + " is " + wide + " px wide on " + width + " px");
    }
  }

  /**
   * The page speaks one language, and says all of it.
   *
   * @return where the parts are that the page fetches for itself
   */
  List<String> words(String html, String name, String language) {
    Document page = Jsoup.parse(html);
    if (!language.equals(page.select("html").attr("lang"))) {
      faults.add(name + " does not speak the language");
    }
    if (page.select("h1").size() != 1) {
      faults.add(name + " has " + page.select("h1").size() + " first headings");
    }
    if (UNSAID.matcher(page.text()).find()) {
      faults.add(name + " has a word that is missing: " + page.text());
    }
    return page.select("[hx-get][hx-trigger=load]").eachAttr("hx-get");
  }
}
