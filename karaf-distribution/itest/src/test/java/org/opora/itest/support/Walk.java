package org.opora.itest.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.opora.driver.Visitor;

/**
 * Goes once to every page that links lead to, from the page Today on. Of pages that differ by the
 * day, month or year they show, and so lead on and on, it goes to a few; to tables of figures, and
 * the lists behind each of them, in one period.
 */
public final class Walk {
  /** Of them the trail of all that was asked before may be a thousand and more. */
  private static final int MOST_PAGES = 5_000;

  private static final int MOST_TIMES = 3;
  private static final int MOST_FIGURES = 20;
  private static final int MOST_OF_A_KIND = 12;
  private static final int FAILED = 500;
  private static final Pattern KEY =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=[/=])[0-9][0-9-]*|(?<=/lists/)[^/?]+");
  private static final Pattern TIME = Pattern.compile("(year|month|day)=[0-9-]+");
  private static final Pattern PERIOD = Pattern.compile("(from|until)=[0-9-]+");
  private static final Pattern FIGURE = Pattern.compile("(figure=|/lists/)[^&/?]+");

  private Walk() {}

  /** What was answered at each address, in the order in which they were found. */
  public static Map<String, Visitor.Answer> of(Visitor visitor) {
    Map<String, Visitor.Answer> answers = new LinkedHashMap<>();
    Set<String> known = new LinkedHashSet<>(List.of("/"));
    Map<String, Integer> times = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      String page = open.poll();
      Visitor.Answer answer = visitor.get(page);
      answers.put(page, answer);
      if (answer.status() == 200 && !Secrets.file(answer.content())) {
        for (String path : links(answer)) {
          if (known.add(path) && goes(times, path)) {
            open.add(path);
          }
        }
      }
      if (answers.size() > MOST_PAGES) {
        throw new AssertionError("the walk does not come to an end: " + answers.keySet());
      }
    }
    return answers;
  }

  /**
   * The same, going to one page of each kind only; files to be downloaded are left where they are.
   * What falls over is among the answers, too.
   */
  public static Map<String, Visitor.Answer> throughKinds(Visitor visitor) {
    Map<String, Visitor.Answer> answers = everyKind(visitor);
    answers.values().removeIf(answer -> answer.status() != 200 && answer.status() < FAILED);
    return answers;
  }

  /** The same, with all that is not found or not opened. */
  public static Map<String, Visitor.Answer> everyKind(Visitor visitor) {
    Map<String, Visitor.Answer> answers = new LinkedHashMap<>();
    Set<String> known = new LinkedHashSet<>(List.of("/"));
    Deque<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty()) {
      String page = open.poll();
      Visitor.Answer answer = visitor.get(page);
      if (answer.status() != 200) {
        answers.put(page, answer);
      } else if (!Secrets.file(answer.content())) {
        answers.put(page, answer);
        for (String path : links(answer)) {
          if (!path.contains("/export") && known.add(kind(path))) {
            open.add(path);
          }
        }
      }
    }
    return answers;
  }

  /**
   * From the page of a family on, to some pages of each kind of those that lead back to it, so that
   * of each kind there is one that belongs to the family, whatever state it is in.
   *
   * @param file path of its file
   * @param others paths of other pages that belong to it, and all that stands below them
   */
  public static Map<String, Visitor.Answer> throughFamily(
      Visitor visitor, String file, List<String> others) {
    Map<String, Visitor.Answer> answers = new LinkedHashMap<>();
    List<String> own = Stream.concat(Stream.of(file), others.stream()).toList();
    Set<String> known = new LinkedHashSet<>(own);
    Map<String, Integer> kinds = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(own);
    while (!open.isEmpty()) {
      String page = open.poll();
      if (kinds.getOrDefault(kind(page), 0) == MOST_OF_A_KIND) {
        continue;
      }
      Visitor.Answer answer = visitor.get(page);
      if (answer.status() != 200 || Secrets.file(answer.content())) {
        continue;
      }
      Elements inner = inner(answer);
      if (own.stream().anyMatch(page::startsWith) || inner.outerHtml().contains(file)) {
        kinds.merge(kind(page), 1, Integer::sum);
        answers.put(page, answer);
        inner.select("[href^=/], [hx-get^=/]").stream()
            .map(Walk::path)
            .filter(path -> KEY.matcher(path).find() && !path.contains("/export"))
            .filter(known::add)
            .forEach(open::add);
      }
    }
    return answers;
  }

  /** Without menu and frame; a part that a page loads by itself has none. */
  private static Elements inner(Visitor.Answer answer) {
    Elements main = answer.page().select("main");
    return main.isEmpty() ? answer.page().select("body") : main;
  }

  /** What pages have in common that differ by whom or which day they show. */
  public static String kind(String path) {
    return KEY.matcher(path).replaceAll("x").replaceAll("=[^&]*", "=");
  }

  private static boolean goes(Map<String, Integer> times, String path) {
    return goes(times, TIME.matcher(path), MOST_TIMES)
        && goes(times, PERIOD.matcher(path), 1)
        && goes(times, FIGURE.matcher(path), MOST_FIGURES);
  }

  private static boolean goes(Map<String, Integer> times, Matcher time, int most) {
    return !time.find() || times.merge(time.replaceAll("$1"), 1, Integer::sum) <= most;
  }

  private static List<String> links(Visitor.Answer answer) {
    return answer.page().select("[href^=/], [hx-get^=/]").stream()
        .map(Walk::path)
        .filter(path -> !path.contains("/static/"))
        .toList();
  }

  private static String path(Element link) {
    return (link.hasAttr("hx-get") ? link.attr("hx-get") : link.attr("href"))
        .replaceFirst("#.*", "");
  }
}
