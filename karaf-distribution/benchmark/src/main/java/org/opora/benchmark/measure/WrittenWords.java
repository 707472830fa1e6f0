package org.opora.benchmark.measure;

import org.jsoup.nodes.Document;
import org.opora.benchmark.data.Filling;
import org.opora.benchmark.data.Worker;
import org.opora.driver.Visitor;

/**
 * Whether the pages of the product open what was written into its tables: if not, another product
 * than the one of a centre would be measured.
 */
final class WrittenWords {
  private final Visitor director;

  WrittenWords(Visitor director) {
    this.director = director;
  }

  void read(Worker.Own family) {
    String file = "/files/" + family.file();
    holds(file + "/ledgers/education", Filling.TOPIC);
    holds(first(file + "/requests", file + "/requests/", "/new"), Filling.WISH);
    holds(first(file + "/course/part", "/course/", "/new"), Filling.CONCLUSION);
  }

  /** Where the first link of a page leads that begins like this. */
  private String first(String page, String begins, String butNo) {
    return page(page).select("a[href^=" + begins + "]").stream()
        .map(link -> link.attr("href"))
        .filter(href -> !href.endsWith(butNo))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(page + " leads nowhere"));
  }

  private void holds(String path, String words) {
    if (!page(path).text().contains(words)) {
      throw new IllegalStateException(path + " does not say " + words);
    }
  }

  private Document page(String path) {
    Visitor.Answer answer = director.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " answered " + answer.status());
    }
    return answer.page();
  }
}
