package org.opora.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The list of duties from its first page to its last, as its links lead through it.
 *
 * @param pages in their order
 * @param lines on all of them together
 * @param rules that the lines go by
 */
record DutyPages(List<Page> pages, int lines, Set<String> rules) {
  private static final String FIRST = "/duties";
  private static final String AFTER = "after=";
  private static final Pattern COUNT = Pattern.compile("\\((\\d+)\\)");
  private static final Pattern RULE = Pattern.compile("/duties/files/[^/]+/([^/]+)/.+");

  /**
   * @param holds what only this page holds: the key with which the next one begins, as long as
   *     there is one
   */
  record Page(String path, String holds) {}

  /**
   * Follows the links.
   *
   * @param open gives the page at an address
   * @throws IllegalStateException when they lead to more or fewer lines than the list says it has
   */
  static DutyPages walk(Function<String, Document> open) {
    List<Page> pages = new ArrayList<>();
    Set<String> rules = new TreeSet<>();
    int lines = 0;
    int told = 0;
    String path = FIRST;
    while (path != null) {
      Document page = open.apply(path);
      told = told(page);
      lines += page.select("li.duty").size();
      page.select("li.duty a[href^=/duties/files/]").forEach(link -> rule(rules, link));
      Element next = page.selectFirst("nav.pager a[rel=next]");
      String href = next == null ? null : next.attr("href");
      pages.add(new Page(path, href == null ? "class=\"duty\"" : after(href)));
      path = href;
    }
    if (lines == 0 || lines != told) {
      throw new IllegalStateException(
          "the pages of the list have " + lines + " lines, of which it says " + told);
    }
    return new DutyPages(List.copyOf(pages), lines, rules);
  }

  /** What follows the first page. */
  List<Page> further() {
    return pages.subList(1, pages.size());
  }

  private static String after(String href) {
    return href.substring(href.indexOf(AFTER));
  }

  private static void rule(Set<String> rules, Element link) {
    Matcher href = RULE.matcher(link.attr("href"));
    if (href.matches()) {
      rules.add(href.group(1));
    }
  }

  /** How many lines the whole list has, by itself. */
  private static int told(Document page) {
    Element all = page.selectFirst("nav.tabs a");
    Matcher count = COUNT.matcher(all == null ? "" : all.text());
    if (!count.find()) {
      throw new IllegalStateException("this is no list of duties: " + page.title());
    }
    return Integer.parseInt(count.group(1));
  }
}
