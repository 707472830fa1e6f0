package org.opora.itest.support;

import org.jsoup.nodes.Document;
import org.opora.driver.Visitor;

/**
 * An answer that is looked at more than once.
 *
 * @param location where it leads on, or null
 */
record Seen(int status, String location, Document page) {
  static Seen of(Visitor.Answer answer) {
    return new Seen(answer.status(), answer.location(), answer.page());
  }
}
