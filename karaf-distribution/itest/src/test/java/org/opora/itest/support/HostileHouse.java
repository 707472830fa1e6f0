package org.opora.itest.support;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * A centre into whose fields and addresses somebody types what programs stumble over. Before that a
 * plain word is typed everywhere, and what the pages are made of is learned.
 */
public final class HostileHouse implements AutoCloseable {
  private static final String PLAIN = "slovo";
  private static final int FAILED = 500;

  private final Path data = Distribution.freshData("hostile");
  private final Product product = Product.on(data, "--demo");
  private final Turns turns;
  private final Typed typed;
  private final Doorplates doors = new Doorplates();
  private final Set<String> made = new TreeSet<>();
  private final Map<TypedForm.Kind, TypedForm> forms = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private Visitor director;

  public HostileHouse(Turns turns, Typed typed) {
    this.turns = turns;
    this.typed = typed;
  }

  public void open() throws IOException {
    product.start();
    Map<String, String> accounts =
        Printed.accounts(Files.readAllLines(data.resolve("demo-accounts.txt")));
    director = product.visitor().signIn("reditelka", accounts.get("reditelka"));
    Walk.throughKinds(director).forEach((path, answer) -> find(path, answer.page()));
    typed.found(names(), parameters.keySet());
    // A page that refuses is made of more than one that asks, whatever was typed.
    forms
        .values()
        .forEach(
            form ->
                form.send(0, name -> PLAIN).ifPresent(sent -> sent.pages().forEach(this::learn)));
    parameters.values().forEach(address -> learn(get(address + PLAIN)));
  }

  private void find(String path, Document page) {
    made.addAll(Shape.of(page));
    TypedForm.kinds(page, doors)
        .forEach(
            kind ->
                forms
                    .computeIfAbsent(kind, first -> new TypedForm(director, doors, first))
                    .standsOn(path));
    parameters(path, page).forEach(one -> parameters.putIfAbsent(Walk.kind(one), one));
  }

  private Set<String> names() {
    return forms.keySet().stream().map(TypedForm.Kind::toString).collect(Collectors.toSet());
  }

  /** Addresses of this page that end where the value of a parameter begins. */
  private static List<String> parameters(String path, Document page) {
    List<String> parameters = new ArrayList<>();
    for (Element form : page.select("form[method=get][action]")) {
      for (Element field : form.select("[name]")) {
        parameters.add(form.attr("action") + "?" + field.attr("name") + "=");
      }
    }
    int query = path.indexOf('?');
    if (query > 0) {
      for (String pair : path.substring(query + 1).split("&")) {
        parameters.add(path.substring(0, query + 1) + pair.replaceFirst("=.*", "="));
      }
    }
    return parameters;
  }

  /** Sends each form once, and each parameter, every one with the string whose turn it is. */
  public void round(int round) {
    forms.forEach((kind, form) -> type(kind.toString(), form, round));
    parameters.forEach(
        (kind, address) ->
            look(
                Typed.At.PARAMETER,
                kind,
                get(
                    address
                        + URLEncoder.encode(turns.string(kind, round), StandardCharsets.UTF_8))));
  }

  private void type(String kind, TypedForm form, int round) {
    form.send(round, name -> turns.string(kind + " " + Walk.kind(name), round))
        .ifPresentOrElse(
            sent -> {
              sent.pages().forEach(page -> look(Typed.At.FIELD, kind, page));
              sent.lost().forEach((place, what) -> typed.fault(Typed.At.FIELD, place, what));
              sent.shown().forEach(name -> typed.shown(kind + " " + name));
            },
            () -> typed.gone(kind));
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
