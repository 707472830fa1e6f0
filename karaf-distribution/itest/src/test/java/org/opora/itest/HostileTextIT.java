package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.Naughty;
import org.opora.itest.support.Printed;
import org.opora.itest.support.Shape;
import org.opora.itest.support.Walk;

/**
 * Somebody types, into every field and every address there is, what programs stumble over. It is
 * kept or refused, and shown as what it is: no page falls over, none is made of other things than
 * before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileTextIT {
  private static final Naughty STRINGS = Naughty.strings();

  private static final String PLAIN = "slovo";
  private static final boolean CAMPAIGN = Boolean.getBoolean("opora.campaign");

  /**
   * How often each form is sent, each time with other strings in its fields: in the campaign until
   * each field has met each of them.
   */
  private static final int ROUNDS = CAMPAIGN ? STRINGS.count() : 3;

  /** From one round to the next; a part that is tried lies all over the list. */
  private static final int STEP = CAMPAIGN ? 1 : 167;

  private static final int FIRST = new Random(20261127).nextInt(STRINGS.count());

  /** As many fields are shown again at once, on the page that their form leads to, at least. */
  private static final int SHOWN = 20;

  private static final String TYPED =
      "textarea[name], input[name][type=text], input[name][type=search], input[name][type=tel],"
          + " input[name][type=email], input[name]:not([type])";

  /** Forms that end the visit, or exchange the product under the test. */
  private static final Pattern NOT_SENT =
      Pattern.compile(
          "/(sign-out|sign-in|my-sign-in|sign-ins|modules|backups?|set-up|demo)(/.*)?|.*/disable.*");

  private final Path data = Distribution.freshData("hostile");
  private final Product product = Product.on(data, "--demo");
  private final Set<String> made = new TreeSet<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> shown = new TreeSet<>();
  private Map<String, Visitor.Answer> pages;
  private Visitor director;

  @BeforeAll
  void start() throws IOException {
    product.start();
    Map<String, String> accounts =
        Printed.accounts(Files.readAllLines(data.resolve("demo-accounts.txt")));
    director = product.visitor().signIn("reditelka", accounts.get("reditelka"));
    pages = Walk.throughKinds(director);
    pages.values().forEach(this::learn);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void everyFieldTakesIt() {
    Map<String, String> forms = forms();
    assertTrue(forms.size() > 60, "forms that are sent: " + forms.keySet());
    // A page that refuses is made of more than one that asks, whatever was typed.
    forms.forEach((action, path) -> send(path, action, name -> PLAIN).forEach(this::learn));
    shown.clear();
    for (int round = 0; round < ROUNDS; round++) {
      int at = round;
      forms.forEach(
          (action, path) ->
              send(path, action, name -> string(Walk.kind(action) + " " + name, at))
                  .forEach(answer -> look(action, answer)));
    }
    assertEquals(Map.of(), faults);
    assertTrue(shown.size() >= SHOWN, "fields whose words are shown again: " + shown);
  }

  /** Each place has its own turn, so that the fields of a form meet different strings at once. */
  private String string(String place, int round) {
    return STRINGS.at(FIRST + places.computeIfAbsent(place, first -> places.size()) + round * STEP);
  }

  /** For each kind of form its action, and the page it stands on. */
  private Map<String, String> forms() {
    Map<String, String> forms = new LinkedHashMap<>();
    Set<String> kinds = new TreeSet<>();
    pages.forEach(
        (path, answer) -> {
          for (Element form : answer.page().select("form[method=post][action]")) {
            String action = form.attr("action");
            if (!form.select(TYPED).isEmpty()
                && !NOT_SENT.matcher(action).matches()
                && kinds.add(Walk.kind(action))) {
              forms.put(action, path);
            }
          }
        });
    return forms;
  }

  /** Sends the form with this in its fields; the answer, and the page it leads to. */
  private List<Visitor.Answer> send(String path, String action, UnaryOperator<String> words) {
    Document page = director.get(path).page();
    Element form = page.selectFirst("form[action=" + action + "]");
    if (form == null) {
      return List.of();
    }
    Map<String, String> typed = new LinkedHashMap<>();
    form.select(TYPED)
        .forEach(field -> typed.put(field.attr("name"), words.apply(field.attr("name"))));
    Visitor.Answer answer = director.submit(page, action, typed);
    if (answer.status() == 422) {
      nothingTypedIsLost(action, answer.page(), typed);
    }
    if (answer.location() == null) {
      return List.of(answer);
    }
    Visitor.Answer next = director.get(answer.location());
    String said = next.page().text();
    typed.forEach(
        (name, word) -> {
          if (said.contains(Jsoup.parse("<p>").body().appendText(word).text())) {
            shown.add(Walk.kind(action) + " " + name);
          }
        });
    return List.of(answer, next);
  }

  private void learn(Visitor.Answer answer) {
    made.addAll(Shape.of(answer.page()));
  }

  private void nothingTypedIsLost(String action, Document page, Map<String, String> typed) {
    Element form = page.selectFirst("form[action=" + action + "]");
    if (form == null) {
      faults.put(action, "refused without its form");
      return;
    }
    for (Element field : form.select(TYPED)) {
      String before = typed.get(field.attr("name"));
      String after =
          field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
      if (before != null && !before.isBlank() && after.isBlank()) {
        faults.put(action + " " + field.attr("name"), "lost: " + before);
      }
    }
  }

  @Test
  @Order(2)
  void everyParameterTakesIt() {
    Map<String, String> parameters = new LinkedHashMap<>();
    pages.forEach(
        (path, answer) ->
            parameters(path, answer.page())
                .forEach(one -> parameters.putIfAbsent(Walk.kind(one), one)));
    assertTrue(parameters.size() > 60, "parameters that are sent: " + parameters.keySet());
    parameters.values().forEach(address -> learn(director.get(address + PLAIN)));
    for (int round = 0; round < ROUNDS; round++) {
      for (String parameter : parameters.values()) {
        String address =
            parameter
                + URLEncoder.encode(string(Walk.kind(parameter), round), StandardCharsets.UTF_8);
        look(address, director.get(address));
      }
    }
    assertEquals(Map.of(), faults);
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

  @Test
  @Order(3)
  void everyViewShowsItAsWhatItIs() {
    Walk.throughKinds(director).forEach(this::look);
    assertEquals(Map.of(), faults);
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  /** Refused or not there is an answer; a page that falls over, or is made otherwise, is none. */
  private void look(String address, Visitor.Answer answer) {
    String at = Walk.kind(address);
    if (answer.status() >= 500) {
      faults.put(at, answer.status() + " " + answer.page().select("h1").text());
    }
    Set<String> other = Shape.of(answer.page());
    other.removeAll(made);
    if (!other.isEmpty()) {
      faults.put(at, "made of " + other);
    }
  }
}
