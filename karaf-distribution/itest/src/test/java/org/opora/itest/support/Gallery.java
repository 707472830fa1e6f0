package org.opora.itest.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pictures of the pages that were seen, at a desk and on a telephone, and what is wrong with them.
 */
public final class Gallery {
  static final int WIDE = 1280;
  static final int HEIGHT = 800;
  private static final int NARROW = 360;
  private static final Path FOLDER = Path.of(System.getProperty("opora.screenshots"));

  private static final Pattern KEY =
      Pattern.compile("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|after=[^&]*|as-of=[^&]*");

  private final Map<Desk, Map<String, String>> seen = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int count;

  /** Takes the page as it is, and remembers where it was. */
  public void take(Desk desk, String name) {
    String numbered = "%02d-%s".formatted(++count, name);
    String language = desk.page().locator("html").getAttribute("lang");
    accessible(desk, numbered);
    shoot(desk, numbered, language);
    seen.computeIfAbsent(desk, one -> new LinkedHashMap<>()).putIfAbsent(desk.path(), numbered);
  }

  /** Takes a page that cannot be come back to in all languages. */
  public void takeOnce(Desk desk, String name) {
    String numbered = "%02d-%s".formatted(++count, name);
    for (String language : List.of("pl", "en", "cs")) {
      desk.speak(language);
      shoot(desk, numbered, language);
    }
    accessible(desk, numbered);
  }

  /** Follows every kind of link there is from Today on, and takes what was not seen yet. */
  public void wander(Desk desk) {
    Map<String, String> pages = seen.computeIfAbsent(desk, one -> new LinkedHashMap<>());
    Set<String> known = new HashSet<>();
    known.add("/");
    pages.keySet().forEach(path -> known.add(kind(path)));
    Deque<String> ahead = new ArrayDeque<>(pages.keySet());
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      desk.open(path);
      if (!pages.containsKey(path)) {
        take(desk, kind(path).substring(1).replaceAll("[^a-z0-9]+", "-"));
      }
      for (String link : links(desk)) {
        if (known.add(kind(link))) {
          ahead.add(link);
        }
      }
    }
  }

  private static List<String> links(Desk desk) {
    Object found =
        desk.page()
            .evaluate(
                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))");
    return ((List<?>) found)
        .stream().map(String::valueOf).filter(link -> !link.contains("/export")).toList();
  }

  private static String kind(String path) {
    return KEY.matcher(path).replaceAll("x");
  }

  /** Walks through everything seen at a desk once more, in another language. */
  public void again(Desk desk, String language) {
    desk.open("/").speak(language);
    seen.getOrDefault(desk, Map.of())
        .forEach(
            (path, name) -> {
              desk.open(path);
              shoot(desk, name, language);
            });
  }

  /** What no page may have, found so far. */
  public List<String> faults() {
    return faults;
  }

  private void shoot(Desk desk, String name, String language) {
    Page page = desk.page();
    if (page.locator("body").innerText().contains("??")) {
      faults.add(name + " in " + language + " has a word that is missing");
    }
    page.evaluate("() => window.scrollTo(0, 0)");
    for (int width : List.of(NARROW, WIDE)) {
      page.setViewportSize(width, HEIGHT);
      Object wide = page.evaluate("() => document.documentElement.scrollWidth");
      if (((Number) wide).intValue() > width) {
        faults.add(name + " in " + language + " is " + wide + " px wide on " + width + " px");
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve(name + "-" + language + "-" + width + ".png"))
              .setFullPage(true));
    }
  }

  private void accessible(Desk desk, String name) {
    new AxeBuilder(desk.page())
        .setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            faults.add(
                                name
                                    + ": "
                                    + rule.getId()
                                    + ", "
                                    + rule.getHelp()
                                    + ", "
                                    + node.getHtml())));
  }
}
