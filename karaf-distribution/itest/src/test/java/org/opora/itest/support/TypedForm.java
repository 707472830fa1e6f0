package org.opora.itest.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.Visitor;

/**
 * A form that is sent again and again, each time from the page where it stands, as it is by then.
 */
final class TypedForm {
  private static final int REFUSED = 422;

  /** The gate refuses what holds control characters, whatever it was typed into. */
  private static final int NOT_READ = 400;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

  private static final String FIELDS =
      "textarea[name], input[name][type=text], input[name][type=search], input[name][type=tel],"
          + " input[name][type=email], input[name]:not([type])";

  private static final String CHOSEN =
      "select[name], input[name][type]:not([type=hidden], [type=file], [type=submit], [type=text],"
          + " [type=search], [type=tel], [type=email])";

  private static final String HIDDEN = "input[name][type=hidden]";

  /** Forms that end the visit, or exchange the product under the test. */
  private static final Pattern NOT_SENT =
      Pattern.compile(
          "/(sign-out|sign-in|my-sign-in|sign-ins|modules|backups?|set-up|demo)(/.*)?|.*/disable.*");

  /** As often a form is sent again without what it refused. */
  private static final int TIMES = 14;

  private static final int FEW_TIMES = 3;

  /** Whether it is somebody who is known: the last choice says that it is not. */
  private static final String KNOWN = "known";

  /** From today on, until one is early or late enough. */
  private static final List<Long> DAYS = List.of(0L, 1L, -30L, 100L);

  private final Visitor visitor;
  private final Doorplates doors;
  private final Kind kind;
  private final List<String> plausible;
  private final List<String> paths = new ArrayList<>();

  /** By field, what it takes in place of a word that it refuses. */
  private final Map<String, String> spare = new LinkedHashMap<>();

  /** Names of boxes all of which are ticked. */
  private final Set<String> ticked = new TreeSet<>();

  /**
   * @param plausible what fields want that take not any word
   */
  TypedForm(Visitor visitor, Doorplates doors, Kind kind, List<String> plausible) {
    this.visitor = visitor;
    this.doors = doors;
    this.kind = kind;
    this.plausible = plausible;
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
  static Set<Kind> kinds(Document page, Doorplates doors, boolean inside) {
    return all(page)
        .filter(form -> !inside || !NOT_SENT.matcher(form.attr("action")).matches())
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
   * Sends it with plain words, and fills in what else it asks for; before that with nothing, so
   * that it asks. Empty when it stands nowhere any more.
   */
  Optional<SentForm> learn(UnaryOperator<String> words) {
    Optional<SentForm> sent = after(List.of(FIELDS, CHOSEN, HIDDEN), name -> "", words, TIMES);
    sent.ifPresent(one -> one.kept().forEach(spare::putIfAbsent));
    return sent;
  }

  /**
   * Sends it with these words in its fields, and what was learned in the others. Before that it is
   * sent with such words in what nobody types into: once in what is chosen and ticked, once in what
   * the page keeps for itself.
   */
  Optional<SentForm> send(UnaryOperator<String> words) {
    return after(List.of(CHOSEN, HIDDEN), words, words, FEW_TIMES);
  }

  private Optional<SentForm> after(
      List<String> groups, UnaryOperator<String> besides, UnaryOperator<String> words, int times) {
    Element form = form();
    if (form == null) {
      return Optional.empty();
    }
    List<Seen> others = new ArrayList<>();
    for (String group : groups) {
      Map<String, String> fields = typed(form, group, besides);
      if (!fields.isEmpty()) {
        others.add(Seen.of(visitor.submit(form, fields)));
      }
    }
    // What was taken must not be taken again.
    Element fresh = others.stream().allMatch(SentForm::refuses) ? form : form();
    return Optional.ofNullable(fresh)
        .map(one -> sent(one, words, times))
        .map(sent -> sent.besides(others));
  }

  private Map<String, String> typed(Element form, String group, UnaryOperator<String> words) {
    Map<String, String> typed = new LinkedHashMap<>();
    form.select(group)
        .forEach(field -> typed.put(field.attr("name"), words.apply(field.attr("name"))));
    return typed;
  }

  private SentForm sent(Element first, UnaryOperator<String> words, int times) {
    Map<String, String> typed = typed(first, FIELDS, words);
    Map<String, String> before =
        first.select(FIELDS).stream()
            .collect(Collectors.toMap(field -> field.attr("name"), Element::val, (a, b) -> a));
    SentForm sent = new SentForm(first.attr("action"), longest(first));
    Element form = first;
    for (int time = 0; form != null; time++) {
      tick(form);
      Map<String, String> fields = new LinkedHashMap<>(before);
      fields.putAll(spare);
      fields.putAll(typed);
      Seen answer = Seen.of(visitor.submit(form, fields));
      sent.answered(answer, typed);
      Set<String> asked = new TreeSet<>(SentForm.refused(answer));
      // What stands in for a refused word was not tried yet.
      asked.removeIf(name -> typed.containsKey(name) && spare.containsKey(name));
      boolean again = without(typed, answer);
      if (answer.status() == REFUSED) {
        // A page that refuses may ask for more, such as whether somebody is known.
        form = again(answer.page(), sent.action()).orElse(form);
        again |= fill(form, asked);
      }
      form = again && time < times ? form : null;
    }
    if (sent.last().location() != null) {
      sent.led(Seen.of(visitor.get(sent.last().location())));
    }
    return sent;
  }

  /** By field, how many characters a browser lets somebody type. */
  private static Map<String, Integer> longest(Element form) {
    return form.select(FIELDS).stream()
        .filter(field -> field.hasAttr("maxlength"))
        .collect(
            Collectors.toMap(
                field -> field.attr("name"),
                field -> Integer.parseInt(field.attr("maxlength")),
                Math::min));
  }

  private void tick(Element form) {
    ticked.forEach(name -> form.select("[type=checkbox][name=" + name + "]").attr("checked", ""));
  }

  /** Takes out what is refused; whether there is something to be sent again. */
  private boolean without(Map<String, String> typed, Seen answer) {
    return switch (answer.status()) {
      case REFUSED -> typed.keySet().removeAll(SentForm.refused(answer));
      case NOT_READ -> typed.values().removeIf(word -> CONTROL.matcher(word).find());
      default -> false;
    };
  }

  /** Fills in what is asked for; whether there is something else to be tried. */
  private boolean fill(Element form, Set<String> asked) {
    boolean more = false;
    for (String name : asked) {
      if (!form.select("[type=checkbox][name=" + name + "]").isEmpty()) {
        more |= ticked.add(name);
        continue;
      }
      String next =
          form.select("[name]").stream()
              .filter(field -> field.attr("name").equals(name))
              .findFirst()
              .map(field -> plausible(field, spare.get(name)))
              .orElse(null);
      more |= next != null && !next.equals(spare.put(name, next));
    }
    return more;
  }

  /** What to try next; null when all has been tried. */
  private String plausible(Element field, String before) {
    List<String> all = new ArrayList<>();
    switch (field.normalName().equals("select") ? "select" : field.attr("type")) {
      case "select" -> field.select("option").forEach(option -> all.add(option.attr("value")));
      case "radio" ->
          field
              .ownerDocument()
              .select("[type=radio][name=" + field.attr("name") + "]")
              .forEach(choice -> all.add(choice.attr("value")));
      case "date" -> DAYS.forEach(days -> all.add(LocalDate.now().plusDays(days).toString()));
      case "hidden", "file", "password" -> {}
      default -> all.addAll(plausible);
    }
    if (field.attr("name").toLowerCase(Locale.ROOT).endsWith(KNOWN)) {
      // The others lead to whom they name, and not to what was typed.
      all.subList(0, Math.max(0, all.size() - 1)).clear();
      return all.isEmpty() || all.get(0).equals(before) ? null : all.get(0);
    }
    // The choice of nothing was refused already.
    all.removeIf(one -> one.isEmpty() && !field.is(FIELDS));
    int next = before == null ? 0 : all.indexOf(before) + 1;
    return next < all.size() && (before == null || next > 0) ? all.get(next) : null;
  }

  private Element form() {
    Element form = null;
    while (form == null && !paths.isEmpty()) {
      form = on(visitor.get(paths.get(0)).page());
      if (form == null) {
        paths.remove(0);
      }
    }
    return form;
  }

  private Element on(Document page) {
    return all(page).filter(form -> kind(form, doors).equals(kind)).findFirst().orElse(null);
  }

  /** The same field of a page that answers it. */
  static Optional<Element> again(Document page, String action) {
    return all(page).filter(form -> form.attr("action").equals(action)).findFirst();
  }

  static Stream<Element> fields(Element form) {
    return form.select(FIELDS).stream();
  }
}
