package org.opora.itest.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.opora.driver.Visitor;

/**
 * On which pages somebody reads what was typed into which field: learned with plain words, twice,
 * so that a page that only ever shows the first of many is none.
 */
final class Views {
  private static final int MORE = 20;

  private final Visitor visitor;
  private final Set<String> addresses;
  private final Map<String, Set<String>> where = new TreeMap<>();

  /**
   * @param addresses of all pages where it could be read
   */
  Views(Visitor visitor, Set<String> addresses) {
    this.visitor = visitor;
    this.addresses = addresses;
  }

  /**
   * Looks where these words are read.
   *
   * @param words by field
   * @return the pages by their address
   */
  Map<String, Seen> learn(Map<String, String> words) {
    Map<String, Seen> pages = new LinkedHashMap<>();
    addresses.forEach(address -> pages.put(address, Seen.of(visitor.get(address))));
    words.forEach(
        (field, word) -> {
          Set<String> read = new TreeSet<>();
          pages.forEach(
              (address, page) -> {
                if (page.says(word)) {
                  read.add(address);
                }
              });
          where.merge(field, read, Views::both);
        });
    where.keySet().retainAll(words.keySet());
    return pages;
  }

  private static Set<String> both(Set<String> these, Set<String> those) {
    Set<String> both = new TreeSet<>(these);
    both.retainAll(those);
    return both;
  }

  @Override
  public String toString() {
    return where.toString().replace("], ", "],\nVIEW ");
  }

  /** Pages on which somebody reads what was typed into this field. */
  Set<String> of(String field) {
    return where.getOrDefault(field, Set.of());
  }

  /** Pages on which one of these fields is read. */
  Set<String> of(Set<String> fields) {
    Set<String> all = new TreeSet<>();
    fields.forEach(field -> all.addAll(of(field)));
    return all;
  }

  /** Whether the word stands on this page, or on one of those that go on with its list. */
  boolean says(Seen page, String word) {
    Seen at = page;
    for (int more = 0; !at.says(word); more++) {
      Element next = at.page().selectFirst("a[rel=next]");
      if (next == null || more == MORE) {
        return false;
      }
      at = Seen.of(visitor.get(next.attr("href")));
    }
    return true;
  }
}
