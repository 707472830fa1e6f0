package org.opora.itest.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** What is typed into this field is not read on this page any more. */
  void forget(String field, String address) {
    Set<String> left = new TreeSet<>(of(field));
    left.remove(address);
    where.put(field, left);
  }

  /** Pages on which one of these fields is read. */
  Set<String> of(Set<String> fields) {
    Set<String> all = new TreeSet<>();
    fields.forEach(field -> all.addAll(of(field)));
    return all;
  }

  /** The page, and those that go on with its list: each is asked for once, when it is needed. */
  Leaves from(Seen page) {
    return new Leaves(page);
  }

  /** A list from its first page on. */
  final class Leaves {
    private final List<Seen> pages = new ArrayList<>();

    private Leaves(Seen first) {
      pages.add(first);
    }

    /** Whether the word stands on one of them. */
    boolean says(String word) {
      int at = 0;
      while (at < pages.size() && !pages.get(at).says(word)) {
        at++;
        if (at == pages.size()) {
          turn();
        }
      }
      return at < pages.size();
    }

    private void turn() {
      Element next = pages.get(pages.size() - 1).page().selectFirst("a[rel=next]");
      if (next != null && pages.size() <= MORE) {
        pages.add(Seen.of(visitor.get(next.attr("href"))));
      }
    }
  }
}
