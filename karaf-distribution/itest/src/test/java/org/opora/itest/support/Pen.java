package org.opora.itest.support;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.People;
import org.opora.driver.Visitor;

/** Fills in the forms of the product for somebody, and remembers where what was written is read. */
final class Pen {
  private final Visitor writer;
  private final Set<String> pages = new LinkedHashSet<>();

  Pen(Visitor writer) {
    this.writer = writer;
  }

  /** Where what was written is read. */
  Set<String> pages() {
    return pages;
  }

  Document page(String path) {
    return writer.get(path).page();
  }

  /**
   * Sends the form of a page.
   *
   * @param action where the form is posted to
   * @return path of the page one comes to
   */
  String send(String page, String action, Map<String, String> typed) {
    return follow(writer.submit(page(page), action, typed));
  }

  /** Where the versions of a document are handed out. */
  List<String> versionsOf(String document) {
    return page(document).select("main a[href^=" + document + "/versions/]").eachAttr("href");
  }

  /** Sends a form that is posted to the address of its page. */
  String send(String page, Map<String, String> typed) {
    return send(page, page.replaceFirst("\\?.*", ""), typed);
  }

  /** Sends the form of a page with a file. */
  String send(String page, String action, Map<String, String> typed, Visitor.Handed file) {
    return follow(writer.submit(page(page), action, typed, file));
  }

  /** Sends a form that shows first what comes of it, and then what it asks to be confirmed. */
  String sendTwice(String page, Map<String, String> typed) {
    Visitor.Answer shown = People.expect(writer.submit(page(page), page, typed), 200);
    return follow(writer.submit(shown.page(), page, Map.of()));
  }

  /** The same where the form is posted to another address, and a button says what is confirmed. */
  String sendTwice(
      String page, String action, Map<String, String> typed, Map<String, String> confirmed) {
    Visitor.Answer shown = People.expect(writer.submit(page(page), action, typed), 200);
    return follow(writer.submit(shown.page(), action, confirmed));
  }

  /** Opens a page on which what was written is read as well. */
  void read(String page) {
    page(page);
    pages.add(page);
  }

  /** Writes what somebody else sent. */
  String follow(Visitor.Answer answer) {
    String read = People.expect(answer, 303).location().replaceFirst("#.*", "");
    pages.add(read);
    return read;
  }

  /** Where the link of a page leads that is chosen so and says so. */
  String link(String page, String selector, String said) {
    return page(page).select(selector).stream()
        .filter(link -> link.text().contains(said))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page + " does not lead to " + said))
        .attr("href");
  }

  /** Where the first form of a page is posted to that ends so. */
  String action(String page, String end) {
    Element form = page(page).selectFirst("form[action$=" + end + "]");
    if (form == null) {
      throw new AssertionError(page + " has no form for " + end);
    }
    return form.attr("action");
  }

  /** The first answer that a field offers. */
  String first(String page, String field) {
    return page(page)
        .select("input[name=" + field + "], select[name=" + field + "] option")
        .stream()
        .map(one -> one.attr("value"))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(page + " offers nothing for " + field));
  }
}
