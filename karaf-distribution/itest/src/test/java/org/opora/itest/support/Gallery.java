package org.opora.itest.support;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures of the pages that were seen, at a desk and on a telephone, and what is wrong with them.
 */
public final class Gallery {
  static final int WIDE = 1280;
  static final int HEIGHT = 800;
  static final int TABLET = 800;
  private static final int NARROW = 360;
  private static final Path FOLDER = Path.of(System.getProperty("opora.screenshots"));

  private static final Pattern KEY =
      Pattern.compile(
          "[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|(?<=/lists/)[^/?]+"
              + "|(after|as-of|day|month|year|from|until|figure)=[^&]*");

  private final Path folder;
  private final Map<Desk, Map<String, String>> seen = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Inspector inspector = new Inspector(faults);
  private int count;

  /**
   * @param name of the folder of its pictures
   */
  public Gallery(String name) {
    folder = FOLDER.resolve(name);
  }

  /** Takes the page as it is in both widths, inspects it, and remembers where it was. */
  public void take(Desk desk, String name) {
    take(desk, name, true);
  }

  private void take(Desk desk, String name, boolean pictures) {
    String numbered = glimpse(desk, name, pictures);
    seen.computeIfAbsent(desk, one -> new LinkedHashMap<>()).putIfAbsent(desk.path(), numbered);
  }

  /**
   * Takes and inspects a page that will not be there for who comes back to its address.
   *
   * @return the name of its pictures
   */
  public String glimpse(Desk desk, String name) {
    return glimpse(desk, name, true);
  }

  private String glimpse(Desk desk, String name, boolean pictures) {
    String numbered = "%02d-%s".formatted(++count, name);
    String language = language(desk);
    inspector.accessible(desk.page(), numbered + " at the desk");
    shoot(desk, numbered, language, NARROW, pictures);
    inspector.reachable(desk.page(), numbered + " on the telephone");
    shoot(desk, numbered, language, WIDE, pictures);
    return numbered;
  }

  /**
   * Takes and inspects a page as it is on a telephone, on a tablet and at a desk; the desk is as
   * wide as before then.
   */
  public void everyWidth(Desk desk, String name) {
    int width = desk.page().viewportSize().width;
    String numbered = glimpse(desk, name);
    shoot(desk, numbered, language(desk), TABLET, true);
    desk.page().setViewportSize(width, HEIGHT);
  }

  /** Takes a page that cannot be come back to, in all languages. */
  public void takeOnce(Desk desk, String name) {
    for (String language : List.of("pl", "en")) {
      desk.speak(language);
      foreign(desk, name, language);
    }
    desk.speak("cs");
    glimpse(desk, name);
  }

  /** Takes the answer to such steps, in all languages; they begin anywhere. */
  public void takeAnswer(Desk desk, String name, Runnable steps) {
    for (String language : List.of("pl", "en")) {
      desk.open("/").speak(language);
      steps.run();
      foreign(desk, name, language);
    }
    desk.open("/").speak("cs");
    steps.run();
    glimpse(desk, name);
  }

  private void foreign(Desk desk, String name, String language) {
    String numbered = "%02d-%s".formatted(count + 1, name);
    inspector.words(desk.page().content(), name + " in " + language, language);
    shoot(desk, numbered, language, NARROW, true);
    shoot(desk, numbered, language, WIDE, true);
  }

  /**
   * Follows every kind of link there is from Today on, and inspects what was not seen yet.
   *
   * @param known kinds of pages that need not be gone to
   * @param pictures whether each of them is taken, which is as long again
   */
  public void wander(Desk desk, Set<String> known, boolean pictures) {
    Map<String, String> pages = seen.computeIfAbsent(desk, one -> new LinkedHashMap<>());
    known.add("/");
    pages.keySet().forEach(path -> known.add(kind(path)));
    Deque<String> ahead = new ArrayDeque<>(pages.keySet());
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      desk.open(path);
      if (!pages.containsKey(path)) {
        take(desk, kind(path).substring(1).replaceAll("[^a-z0-9]+", "-"), pictures);
      }
      for (String link : links(desk)) {
        if (known.add(kind(link))) {
          ahead.add(link);
        }
      }
    }
  }

  /** Those to pages: what is taken along is shown by no page. */
  private static List<String> links(Desk desk) {
    Object found =
        desk.page()
            .evaluate(
                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a =>"
                    + " a.getAttribute('href'))");
    return ((List<?>) found)
        .stream()
            .map(String::valueOf)
            .filter(link -> !link.contains("/export") && !link.contains("/pdf"))
            .filter(link -> !link.matches(".*/court/paper([?].*)?"))
            .toList();
  }

  /** The kinds of pages that were seen so far, whoever sat at the desk. */
  public Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    seen.values().forEach(pages -> pages.keySet().forEach(path -> kinds.add(kind(path))));
    return kinds;
  }

  private static String kind(String path) {
    return KEY.matcher(path).replaceAll("x");
  }

  /**
   * Reads the words of everything seen at a desk, and of the parts that pages fetch later, in the
   * language spoken there. That needs no browser, so it is done for all of it.
   */
  public void read(Desk desk) {
    String language = language(desk);
    Set<String> parts = new LinkedHashSet<>();
    pages(desk)
        .forEach(
            (path, name) ->
                parts.addAll(
                    inspector.words(desk.fetch(path), name + " in " + language, language)));
    parts.forEach(
        part -> inspector.words(desk.fetch(part), kind(part) + " in " + language, language));
  }

  /** Looks once more at some of what was seen at a desk, in the language spoken there. */
  public void look(Desk desk, Collection<String> paths) {
    String language = language(desk);
    Map<String, String> pages = pages(desk);
    for (String path : paths) {
      desk.open(path);
      shoot(desk, pages.getOrDefault(path, kind(path)), language, NARROW, true);
      shoot(desk, pages.getOrDefault(path, kind(path)), language, WIDE, true);
    }
  }

  /** Everything seen at a desk. */
  public Set<String> seen(Desk desk) {
    return pages(desk).keySet();
  }

  /** The pictures of a page, in Czech. */
  public List<Path> pictures(String name) {
    Pattern picture = Pattern.compile("(\\d+-)?" + Pattern.quote(name) + "-cs-\\d+\\.png");
    try (Stream<Path> pictures = Files.list(folder)) {
      return pictures
          .filter(path -> picture.matcher(path.getFileName().toString()).matches())
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What no page may have, found so far. */
  public List<String> faults() {
    return faults;
  }

  private Map<String, String> pages(Desk desk) {
    return seen.getOrDefault(desk, Map.of());
  }

  private static String language(Desk desk) {
    return desk.page().locator("html").getAttribute("lang");
  }

  /**
   * Inspects the whole page, and takes its picture; what must be pushed aside to be read is a
   * fault.
   */
  private void shoot(Desk desk, String name, String language, int width, boolean picture) {
    Page page = desk.page();
    page.setViewportSize(width, HEIGHT);
    // Further down the bar at the top would lie over the page, in the picture and for axe-core.
    page.evaluate("() => window.scrollTo(0, 0)");
    inspector.fits(page, name + " in " + language, width);
    if (picture) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(folder.resolve(name + "-" + language + "-" + width + ".png"))
              .setFullPage(true));
    }
  }
}
