package org.opora.itest.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.Visitor;

/**
 * A form that is sent again and again, each time from the page where it stands, as it is by then.
 */
final class TypedForm {
  private static final int REFUSED = 422;

  private static final String FIELDS =
      "textarea[name], input[name][type=text], input[name][type=search], input[name][type=tel],"
          + " input[name][type=email], input[name]:not([type])";

  /** Forms that end the visit, or exchange the product under the test. */
  private static final Pattern NOT_SENT =
      Pattern.compile(
          "/(sign-out|sign-in|my-sign-in|sign-ins|modules|backups?|set-up|demo)(/.*)?|.*/disable.*");

  private final Visitor visitor;
  private final Doorplates doors;
  private final Kind kind;
  private final List<String> paths = new ArrayList<>();

  TypedForm(Visitor visitor, Doorplates doors, Kind kind) {
    this.visitor = visitor;
    this.doors = doors;
    this.kind = kind;
  }

  /** What makes it the same form, whatever it is about: where it is sent, and with which fields. */
  record Kind(String door, Set<String> fields) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return door + " " + fields;
    }
  }

  /** It stands on this page, too. */
  void standsOn(String path) {
    paths.add(path);
  }

  /** Kinds of the forms of a page that have fields to be typed into. */
  static Set<Kind> kinds(Document page, Doorplates doors) {
    return all(page)
        .filter(form -> !NOT_SENT.matcher(form.attr("action")).matches())
        .map(form -> kind(form, doors))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Element> all(Document page) {
    return page.select("form[method=post][action]").stream()
        .filter(form -> !form.select(FIELDS).isEmpty());
  }

  private static Kind kind(Element form, Doorplates doors) {
    return new Kind(
        doors.of(form.attr("action")),
        form.select(FIELDS).stream()
            .map(field -> Walk.kind(field.attr("name")))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Sends it with these words in its fields; empty when it stands nowhere any more.
   *
   * @param turn from one to the next it is sent from another of its pages
   */
  Optional<Sent> send(int turn, UnaryOperator<String> words) {
    Element form = form(turn);
    if (form == null) {
      return Optional.empty();
    }
    Map<String, String> typed = new LinkedHashMap<>();
    form.select(FIELDS)
        .forEach(field -> typed.put(field.attr("name"), words.apply(field.attr("name"))));
    Seen answer = Seen.of(visitor.submit(form, typed));
    Seen next = answer.location() == null ? null : Seen.of(visitor.get(answer.location()));
    return Optional.of(new Sent(form.attr("action"), typed, answer, next));
  }

  private Element form(int turn) {
    Element form = null;
    while (form == null && !paths.isEmpty()) {
      String path = paths.get(Math.floorMod(turn, paths.size()));
      form = on(visitor.get(path).page());
      if (form == null) {
        paths.remove(path);
      }
    }
    return form;
  }

  private Element on(Document page) {
    return all(page).filter(form -> kind(form, doors).equals(kind)).findFirst().orElse(null);
  }

  /**
   * What came of sending it once.
   *
   * @param typed words by field
   * @param next the page it led to, or null
   */
  record Sent(String action, Map<String, String> typed, Seen answer, Seen next) {
    Stream<Seen> pages() {
      return Stream.of(answer, next).filter(Objects::nonNull);
    }

    /** By place, what was typed and is gone from a form that was refused. */
    Map<String, String> lost() {
      Map<String, String> lost = new TreeMap<>();
      if (answer.status() != REFUSED) {
        return lost;
      }
      Element again =
          all(answer.page())
              .filter(form -> form.attr("action").equals(action))
              .findFirst()
              .orElse(null);
      if (again == null) {
        lost.put(action, "refused without its form");
        return lost;
      }
      for (Element field : again.select(FIELDS)) {
        String before = typed.get(field.attr("name"));
        String after =
            field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
        if (before != null && !before.isBlank() && after.isBlank()) {
          lost.put(action + " " + field.attr("name"), "lost: " + before);
        }
      }
      return lost;
    }

    /** Fields whose words stand on the page that it led to. */
    List<String> shown() {
      if (next == null) {
        return List.of();
      }
      String said = next.page().text();
      return typed.keySet().stream()
          .filter(name -> said.contains(asShown(typed.get(name))))
          .toList();
    }

    private static String asShown(String word) {
      return Jsoup.parse("<p>").body().appendText(word).text();
    }
  }
}
