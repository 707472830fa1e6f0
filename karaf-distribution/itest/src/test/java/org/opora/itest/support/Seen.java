package org.opora.itest.support;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.opora.driver.Visitor;

/** An answer that is looked at more than once. What is packed is no page. */
final class Seen {
  private final int status;
  private final String location;
  private final Document page;
  private Readable words;

  private Seen(int status, String location, Document page) {
    this.status = status;
    this.location = location;
    this.page = page;
  }

  static Seen of(Visitor.Answer answer) {
    return new Seen(
        answer.status(),
        answer.location(),
        Secrets.file(answer.content()) ? Jsoup.parse("") : answer.page());
  }

  int status() {
    return status;
  }

  /** Where it leads on, or null. */
  String location() {
    return location;
  }

  Document page() {
    return page;
  }

  /** What it is, for whoever looks for why it does not say something. */
  String heading() {
    return status + " " + page.select("h1").text() + " " + page.select(".faults, .alert").text();
  }

  /** Whether it says itself that it does not show all. */
  boolean leavesOut() {
    return page.selectFirst(".left-out") != null;
  }

  boolean says(String word) {
    if (words == null) {
      words = Readable.of(page);
    }
    return words.says(word);
  }
}
