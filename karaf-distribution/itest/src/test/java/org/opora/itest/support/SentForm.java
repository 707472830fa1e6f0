package org.opora.itest.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What came of sending a form, until it was taken or nothing was left of it that could be refused.
 */
final class SentForm {
  private static final int REFUSED = 422;
  private static final int NOT_READ = 400;

  private final String action;
  private final Map<String, Integer> longest;
  private final List<Seen> answers = new ArrayList<>();
  private final Map<String, String> lost = new TreeMap<>();
  private Map<String, String> typed = Map.of();
  private List<Seen> others = List.of();
  private Seen next;

  /**
   * @param longest by field, how many characters a browser lets somebody type
   */
  SentForm(String action, Map<String, Integer> longest) {
    this.action = action;
    this.longest = longest;
  }

  /**
   * Notes what was answered to these words, and what of them a refusal lost.
   *
   * @param words by field
   */
  void answered(Seen answer, Map<String, String> words) {
    answers.add(answer);
    typed = new LinkedHashMap<>(words);
    if (answer.status() == REFUSED) {
      Optional<Element> again = TypedForm.again(answer.page(), action);
      again.ifPresentOrElse(
          form -> TypedForm.fields(form).forEach(this::compare),
          () -> lost.put("", "refused without its form"));
    }
  }

  private void compare(Element field) {
    String before = typed.get(field.attr("name"));
    String after = field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
    if (before != null && !Readable.flat(before).equals(Readable.flat(after))) {
      lost.put(Walk.kind(field.attr("name")), before + " became " + after);
    }
  }

  /** What was answered when other words stood in what nobody types into. */
  SentForm besides(List<Seen> answered) {
    others = answered;
    return this;
  }

  static boolean refuses(Seen answer) {
    return answer.status() >= NOT_READ;
  }

  List<Seen> others() {
    return others;
  }

  void led(Seen where) {
    next = where;
  }

  Seen last() {
    return answers.get(answers.size() - 1);
  }

  /** Names of the fields that are refused. */
  static Set<String> refused(Seen answer) {
    Set<String> refused = new TreeSet<>();
    answer.page().select("[id^=e-]").forEach(fault -> refused.add(fault.id().substring(2)));
    return refused;
  }

  /** What the page that refused it says. */
  String refusal() {
    return last().status() + " " + last().page().select("h1, .faults").text();
  }

  /** What it was answered in the end, and the page that this led to. */
  Set<Integer> statuses() {
    return Stream.of(last(), next)
        .filter(Objects::nonNull)
        .map(Seen::status)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String action() {
    return action;
  }

  boolean taken() {
    return last().status() < NOT_READ;
  }

  /** By field the words that were taken, as far as a browser would have let them be typed. */
  Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<>();
    if (taken()) {
      typed.forEach(
          (name, word) ->
              kept.put(
                  name,
                  word.substring(
                      0, Math.min(word.length(), longest.getOrDefault(name, word.length())))));
    }
    return kept;
  }

  /** By field, what was typed and stands otherwise in a form that was refused. */
  Map<String, String> lost() {
    return lost;
  }

  /** All answers, and the page that they led to. */
  List<Seen> pages() {
    List<Seen> pages = new ArrayList<>(answers);
    if (next != null) {
      pages.add(next);
    }
    return pages;
  }

  /** Where it led to, or the page that is its answer; null when it was refused. */
  Seen next() {
    return next == null && taken() ? last() : next;
  }
}
