package org.opora.itest.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
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

  private static final Pattern UNSAID = Pattern.compile("\\?\\?|\\{\\d|\\bnull\\b");

  private final List<String> faults;

  Inspector(List<String> faults) {
    this.faults = faults;
  }

  /** Every rule of axe-core. */
  void accessible(Page page, String name) {
    report(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations(), name);
  }

  /** The rules of axe-core whose answer may differ on a narrow screen. */
  void reachable(Page page, String name) {
    report(
        new AxeBuilder(page).setLegacyMode(true).withRules(OF_THE_WIDTH).analyze().getViolations(),
        name);
  }

  private void report(List<Rule> violations, String name) {
    violations.forEach(
        rule ->
            rule.getNodes()
                .forEach(
                    node ->
                        faults.add(
                            "%s: %s, %s, %s"
                                .formatted(name, rule.getId(), rule.getHelp(), node.getHtml()))));
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
