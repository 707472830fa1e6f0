package org.opora.registry.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page owes its reader, as far as it can be seen without a browser. */
public final class PageCheck {
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");
  private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\b([^>]*)>");

  private PageCheck() {}

  /**
   * No missing text, one first heading, headings in order, unique ids, a label for every field,
   * named tables.
   */
  public static void sound(String name, String page) {
    assertFalse(page.contains("??"), () -> around(page, "??"));
    assertFalse(page.contains("null"), () -> around(page, "null"));
    assertEquals(count(page, "<table"), count(page, "<caption"), "captions of " + name);
    assertFalse(page.contains("<th>"), "a head without scope in " + name);
    assertFalse(page.contains(" style="), name);
    ids(page);
    headings(name, page);
    labels(name, page);
  }

  private static void ids(String page) {
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(page);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), id.group(1) + " stands twice");
    }
  }

  private static void headings(String name, String page) {
    boolean whole = page.contains("<html");
    int level = whole ? 0 : 2;
    int firsts = 0;
    Matcher heading = HEADING.matcher(page);
    while (heading.find()) {
      int next = Integer.parseInt(heading.group(1));
      assertTrue(next <= level + 1, "h" + next + " after h" + level + " in " + name);
      firsts += next == 1 ? 1 : 0;
      level = next;
    }
    assertEquals(whole ? 1 : 0, firsts, "first headings of " + name);
  }

  private static void labels(String name, String page) {
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      String about = field.group(1);
      if (!about.contains("type=\"hidden\"")) {
        Matcher own = ID.matcher(about);
        assertTrue(own.find(), "a field without id in " + name + ": " + about);
        assertTrue(page.contains("for=\"" + own.group(1) + "\""), "no label for " + own.group(1));
      }
    }
  }

  private static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }

  private static String around(String page, String what) {
    int at = page.indexOf(what);
    return page.substring(Math.max(0, at - 200), Math.min(page.length(), at + 200));
  }
}
