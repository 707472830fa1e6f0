package org.opora.itest.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * One of every role, and those whose relation to one family makes a difference: who works with it,
 * who is walled off from it, who opened it in an emergency.
 */
public final class Crowd {
  public static final String STREET = "street";
  public static final String WORKER = "worker";
  public static final String WALLED = "walled";
  public static final String EMERGENCY = "emergency";

  private static final String KEY_WORKER = "key-worker";
  private static final String DIRECTOR = "director";

  private final Product product;
  private final Visitor director;
  private final Map<String, Person> people = new LinkedHashMap<>();

  /**
   * Somebody who knocks.
   *
   * @param name what the table calls them
   * @param role null of who is not signed in
   */
  public record Person(String name, String role, String key, Visitor visitor) {}

  /** One of every role; the director is here already. */
  public Crowd(Product product, Visitor director, List<String> roles) {
    this.product = product;
    this.director = director;
    people.put(STREET, new Person(STREET, null, null, product.visitor()));
    for (String role : roles) {
      if (role.equals(DIRECTOR)) {
        people.put(role, new Person(role, role, People.staffId(director, "Ředitelová"), director));
      } else {
        join(role, role);
      }
    }
    join(WORKER, KEY_WORKER);
    join(WALLED, DIRECTOR);
    join(EMERGENCY, KEY_WORKER);
  }

  private void join(String name, String role) {
    String called = "Bc. Zkouška " + name;
    Visitor visitor = People.colleague(product, director, called, role);
    people.put(name, new Person(name, role, People.staffId(director, called), visitor));
  }

  public List<Person> all() {
    return new ArrayList<>(people.values());
  }

  public Person of(String name) {
    return people.get(name);
  }

  /** The family is handed over, and from today on somebody's. */
  public void worksWith(Person worker, String file) {
    String form = file + "/handovers/new";
    String protocol =
        sent(form, form, Map.of("taker", worker.key(), "from", LocalDate.now().toString()))
            .replaceFirst("#.*", "");
    People.expect(
        worker
            .visitor()
            .submit(
                worker.visitor().get(protocol).page(),
                protocol + "/confirm",
                Map.of("remark", "Převzato.")),
        303);
  }

  /** Somebody opens the file in an emergency. */
  public void opens(Person opener, String number) {
    String form = "/emergency";
    String reason = first(opener.visitor(), form, "reason");
    People.expect(
        opener
            .visitor()
            .submit(
                opener.visitor().get(form).page(),
                form,
                Map.of(
                    "number",
                    number,
                    "reason",
                    reason,
                    "words",
                    "Volá dítě, pěstoun nebere telefon a nikdo jiný tu není.")),
        303);
  }

  /**
   * A family that came for help, was somebody's, and went into the archive.
   *
   * @return path of its file
   */
  public String archived(Person worker) {
    String form = "/files/open/IN_NEED";
    String file =
        sent(
            form,
            form,
            Map.of(
                "familyName", "Odložených", "openedOn", "2020-01-02", "keyWorker", worker.key()));
    String close = file + "/close";
    sent(
        close,
        close,
        Map.of("closedOn", "2020-06-30", "why", first(director, close, "why"), "confirmed", "yes"));
    String archive = file + "/archive";
    sent(archive, archive, Map.of("class", first(director, archive, "class")));
    return file;
  }

  /** The first answer that a field offers, in a list or each beside a mark. */
  private static String first(Visitor visitor, String page, String field) {
    String named = "[name=" + field + "]";
    return visitor
        .get(page)
        .page()
        .select("select" + named + " option, input[type=radio]" + named)
        .stream()
        .map(option -> option.attr("value"))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(page + " offers nothing for " + field));
  }

  private String sent(String page, String action, Map<String, String> typed) {
    return People.expect(director.submit(director.get(page).page(), action, typed), 303).location();
  }
}
