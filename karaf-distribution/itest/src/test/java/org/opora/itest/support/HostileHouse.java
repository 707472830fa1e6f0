package org.opora.itest.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * A centre into whose fields and addresses somebody types what programs stumble over. Before that
 * plain words are typed everywhere: it is learned on which pages they are read, and what the pages
 * are made of.
 */
public final class HostileHouse implements AutoCloseable {
  private static final int FAILED = 500;

  /** Forms of somebody who is not signed in. */
  private static final List<String> OUTSIDE = List.of("/sign-in", "/invitation", "/tablet/pair");

  private static final Pattern FILE_NUMBER = Pattern.compile("\\b\\d{1,3}/20\\d\\d\\b");

  /** Doors through which something goes once, and takes with it what could be corrected before. */
  public static final Set<String> ONCE =
      Set.of(
          "/complaints/{complaint}/strike-out",
          "/data-requests/{request}/answer",
          "/documents/{document}/deliveries/{delivery}/delivered",
          "/documents/{document}/deliveries/{delivery}/strike",
          "/documents/{document}/withdraw",
          "/files/{file}/ledgers/education/{entry}/edit",
          "/files/{file}/ledgers/education/{entry}/strike",
          "/files/{file}/ledgers/help/{entry}/edit",
          "/files/{file}/ledgers/help/{entry}/strike",
          "/files/{file}/ledgers/respite/{entry}/edit",
          "/files/{file}/ledgers/respite/{entry}/strike",
          "/files/{file}/notes/{note}/move",
          "/files/{file}/notes/{note}/sign",
          "/files/{file}/notes/{note}/withdraw",
          "/files/{file}/stages/{stage}/strike-out",
          "/files/{file}/visits/{visit}/move",
          "/files/{file}/visits/{visit}/sign",
          "/files/{file}/visits/{visit}/withdraw",
          "/grant/expenses/{expense}/reject",
          "/inquiries/{inquiry}/family",
          "/inquiries/{inquiry}/file",
          "/inquiries/{inquiry}/refuse",
          "/intake/{contact}/family",
          "/inspections/{inspection}/strike-out",
          "/intake/{contact}/file",
          "/intake/{contact}/inquiry",
          "/people/{person}/kin/{tie}/strike",
          "/post/{letter}/settle",
          "/post/{letter}/strike-out",
          "/rules/readers/{reader}/withdraw",
          "/standards/measures/{measure}/done",
          "/walls/{wall}/lift");

  /**
   * What is made so when somebody may be known already, a page keeps what it cannot take, something
   * is struck out, or a child is shown in pictures whom it is to see.
   */
  private static final Set<String> SELDOM =
      Set.of(
          "circle@class",
          "defs>symbol",
          "main>svg",
          "svg>defs",
          "svg@focusable",
          "symbol>circle",
          "symbol>path",
          "symbol@id",
          "symbol@viewBox",
          "details>fieldset",
          "fieldset>table",
          "li>s",
          "th@data-label",
          "tr@class",
          "main>textarea",
          "textarea@aria-label",
          "textarea@readonly");

  /** What holds from a day on: each time it is another day, and another page shows it. */
  private static final Set<String> FROM_A_DAY =
      Set.of("/house/mandate/{mandate}/states/new", "/people/{person}/legal/representatives/new");

  /** What fields want that take not any word; most of them may be left empty. */
  private static final List<String> PLAUSIBLE =
      List.of(
          "1", "0,5", "ab", "10:00", "602123456", "slovo@example.org", "27074358", "4a2bcde", "");

  private static final String NEXT = "where it led";

  private final Path data = Distribution.freshData("hostile");
  private final Product product = Product.on(data, "--demo");
  private final Turns turns;
  private final Typed typed;
  private final Doorplates doors = new Doorplates();
  private final Set<String> made = new TreeSet<>(SELDOM);
  private final Map<TypedForm.Kind, TypedForm> forms = new LinkedHashMap<>();
  private final Addresses addresses = new Addresses();
  private final PlainWords plain = new PlainWords();

  /** Fields whose words stand on the page to which their form leads. */
  private final Set<String> next = new TreeSet<>();

  /** Forms of what is done once. */
  private final Map<TypedForm.Kind, TypedForm> last = new LinkedHashMap<>();

  private final Map<String, Integer> statuses = new TreeMap<>();
  private final List<String> plausible = new ArrayList<>(PLAUSIBLE);
  private final List<Missed> missed = new ArrayList<>();
  private Visitor director;
  private Views views;

  /** A word that was not read where a plain one had been. */
  private record Missed(
      TypedForm.Kind kind, String name, String where, String word, String heading) {}

  public HostileHouse(Turns turns, Typed typed) {
    this.turns = turns;
    this.typed = typed;
  }

  public void open() throws IOException {
    product.start();
    Map<String, String> accounts =
        Printed.accounts(Files.readAllLines(data.resolve("demo-accounts.txt")));
    director = product.visitor().signIn("reditelka", accounts.get("reditelka"));
    FILE_NUMBER
        .matcher(get("/files").page().select("main").text())
        .results()
        .limit(1)
        .forEach(number -> plausible.add(0, number.group()));
    Map<String, Visitor.Answer> pages = Walk.throughKinds(director);
    pages.forEach((path, answer) -> find(director, path, answer.page()));
    Visitor stranger = product.visitor();
    OUTSIDE.forEach(path -> find(stranger, path, stranger.get(path).page()));
    typed.found(names(), addresses.parameters().keySet());
    // Where a list goes on depends on what stands in it.
    views =
        new Views(
            director,
            pages.keySet().stream()
                .filter(path -> !path.contains("after="))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    learn();
    Set<String> first = new TreeSet<>(next);
    next.clear();
    learn();
    next.retainAll(first);
    addresses
        .parameters()
        .values()
        .forEach(address -> learn(get(Addresses.with(address, plain.next()))));
  }

  private void find(Visitor visitor, String path, Document page) {
    made.addAll(Shape.of(page));
    TypedForm.kinds(page, doors, visitor == director)
        .forEach(
            kind ->
                (ONCE.contains(kind.door()) ? last : forms)
                    .computeIfAbsent(kind, first -> new TypedForm(visitor, doors, first, plausible))
                    .standsOn(path));
    addresses.find(path, page);
  }

  private Set<String> names() {
    return Stream.concat(forms.keySet().stream(), last.keySet().stream())
        .map(TypedForm.Kind::toString)
        .collect(Collectors.toSet());
  }

  /** A page that refuses is made of more than one that asks, whatever was typed. */
  private void learn() {
    Map<String, String> words = new TreeMap<>();
    forms.forEach(
        (kind, form) ->
            form.learn(name -> plain.next()).ifPresent(sent -> learn(kind, sent, words)));
    views
        .learn(words)
        .forEach(
            (address, page) -> {
              learn(page);
              statuses.put(address, page.status());
            });
  }

  private void learn(TypedForm.Kind kind, SentForm sent, Map<String, String> words) {
    typed.learned(kind.toString(), sent);
    sent.others().forEach(this::learn);
    sent.pages().forEach(this::learn);
    sent.kept()
        .forEach(
            (name, word) -> {
              if (!FROM_A_DAY.contains(kind.door())) {
                words.put(place(kind, name), word);
              }
              if (sent.next().says(word)) {
                next.add(place(kind, name));
              }
            });
  }

  private static String place(TypedForm.Kind kind, String name) {
    return kind + " " + Walk.kind(name);
  }

  /** Sends each parameter once, every one with the string whose turn it is. */
  public void ask(int round) {
    addresses
        .parameters()
        .forEach(
            (kind, address) ->
                look(
                    Typed.At.PARAMETER,
                    kind,
                    get(Addresses.with(address, turns.string(kind, round)))));
  }

  /** Sends each form once, every field with the string whose turn it is. */
  public void type(int round) {
    Map<TypedForm.Kind, Map<String, String>> words = new TreeMap<>();
    forms.forEach((kind, form) -> type(kind, form, round, words));
    read(words);
    missed();
  }

  private void type(
      TypedForm.Kind kind,
      TypedForm form,
      int round,
      Map<TypedForm.Kind, Map<String, String>> words) {
    form.send(name -> turns.string(place(kind, name), round))
        .ifPresentOrElse(sent -> took(kind, sent, words), () -> typed.gone(kind.toString()));
  }

  /** Does once what can be done once, when nothing else is to be typed. */
  public void once(int round) {
    Map<TypedForm.Kind, Map<String, String>> words = new TreeMap<>();
    last.forEach(
        (kind, form) ->
            form.learn(name -> turns.string(place(kind, name), round))
                .ifPresent(sent -> took(kind, sent, words)));
  }

  private void took(
      TypedForm.Kind kind, SentForm sent, Map<TypedForm.Kind, Map<String, String>> words) {
    typed.sent(kind.toString(), sent);
    sent.others().forEach(page -> look(Typed.At.FIELD, kind + ", what is not typed", page));
    sent.pages().forEach(page -> look(Typed.At.FIELD, kind.toString(), page));
    sent.lost().forEach((name, what) -> typed.fault(Typed.At.FIELD, kind + " " + name, what));
    sent.kept()
        .forEach(
            (name, word) -> {
              words.computeIfAbsent(kind, first -> new TreeMap<>()).put(name, word);
              typed.kept(place(kind, name));
              if (next.contains(place(kind, name))) {
                shown(kind, name, NEXT, sent.next(), views.from(sent.next()).says(word), word);
              }
            });
  }

  /** Each word that was just taken is read on each page on which a plain one was read. */
  private void read(Map<TypedForm.Kind, Map<String, String>> words) {
    Set<String> places = new TreeSet<>();
    words.forEach((kind, said) -> said.keySet().forEach(name -> places.add(place(kind, name))));
    for (String address : views.of(places)) {
      Seen page = get(address);
      look(Typed.At.VIEW, address, page);
      Views.Leaves list = views.from(page);
      words.forEach(
          (kind, said) ->
              said.forEach(
                  (name, word) -> {
                    if (views.of(place(kind, name)).contains(address)) {
                      shown(kind, name, address, page, list.says(word), word);
                    }
                  }));
    }
  }

  private void shown(
      TypedForm.Kind kind, String name, String where, Seen page, boolean says, String word) {
    if (says) {
      typed.shown(place(kind, name));
    } else {
      missed.add(new Missed(kind, name, where, word, page.heading()));
    }
  }

  /** Only when all has been read: it types over what was to be read elsewhere. */
  private void missed() {
    for (Missed one : missed) {
      String place = place(one.kind(), one.name());
      String at = place + " at " + Walk.kind(one.where());
      // A page shows the newest of many, or the first, and others were typed since.
      if (says(one, field -> field.equals(one.name()) ? one.word() : plain.next()).orElse(false)) {
        typed.shown(place);
        typed.again(at);
      } else if (!leavesOut(one) && says(one, field -> plain.next()).orElse(true)) {
        typed.fault(Typed.At.VIEW, at, "does not say " + one.word() + ": " + one.heading());
      } else {
        if (one.where().equals(NEXT)) {
          next.remove(place);
        }
        views.forget(place, one.where());
        typed.hidden(at);
      }
    }
    missed.clear();
  }

  /** A picture of so many people shows who is drawn first, and this need not be the newest. */
  private boolean leavesOut(Missed one) {
    return !one.where().equals(NEXT) && get(one.where()).leavesOut();
  }

  /** Whether a word is read there when it is typed last of all; empty when it is not taken. */
  private Optional<Boolean> says(Missed one, UnaryOperator<String> words) {
    return Optional.ofNullable(forms.get(one.kind()))
        .flatMap(form -> form.send(words))
        .filter(sent -> sent.kept().containsKey(one.name()))
        .map(
            sent -> {
              Seen page = one.where().equals(NEXT) ? sent.next() : get(one.where());
              return views.from(page).says(sent.kept().get(one.name()));
            });
  }

  /** Whatever was typed, each page is still there. */
  public void pages() {
    statuses.forEach(
        (address, status) -> {
          Seen page = get(address);
          look(Typed.At.VIEW, address, page);
          if (page.status() != status) {
            typed.fault(Typed.At.VIEW, Walk.kind(address), status + " became " + page.status());
          }
        });
  }

  /** Goes through the house once more; and nobody has complained in the meantime. */
  public void views() {
    Walk.throughKinds(director)
        .forEach((path, answer) -> look(Typed.At.VIEW, path, Seen.of(answer)));
    ContainerLog.trouble(product.log())
        .forEach(line -> typed.fault(Typed.At.LOG, line, data.toString()));
  }

  private Seen get(String address) {
    return Seen.of(director.get(address));
  }

  private void learn(Seen page) {
    made.addAll(Shape.of(page.page()));
  }

  /** Refused or not there is an answer; a page that falls over, or is made otherwise, is none. */
  private void look(Typed.At at, String address, Seen seen) {
    String place = Walk.kind(address);
    if (seen.status() >= FAILED) {
      typed.fault(at, place, seen.status() + " " + seen.page().select("h1").text());
    }
    Set<String> other = Shape.of(seen.page());
    other.removeAll(made);
    if (!other.isEmpty()) {
      typed.fault(at, place, "made of " + other);
    }
  }

  @Override
  public void close() {
    product.close();
  }
}
