package org.opora.itest.support;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Of what a page is made: the kinds of its elements, in which others they lie, and the names of
 * their attributes. Words that become part of a page's making bring a kind that no page had before:
 * every page has a script, but none in a cell of a table.
 */
public final class Shape {
  private Shape() {}

  public static Set<String> of(Document page) {
    Set<String> kinds = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      kinds.add(element.parent() == null ? name : element.parent().normalName() + ">" + name);
      for (Attribute attribute : element.attributes()) {
        kinds.add(name + "@" + attribute.getKey() + scheme(attribute));
      }
    }
    return kinds;
  }

  /**
   * An address that runs something, or leads out of the house, is another kind than one that leads
   * somewhere.
   */
  private static String scheme(Attribute attribute) {
    String value = attribute.getValue().strip();
    return attribute.getKey().matches("href|src|action|formaction|data")
            && value.matches("(?is)([a-z][a-z0-9+.-]*:|[/\\\\]{2}).*")
        ? "=" + value.replaceFirst("(?s):.*", ":").toLowerCase(Locale.ROOT)
        : "";
  }
}
