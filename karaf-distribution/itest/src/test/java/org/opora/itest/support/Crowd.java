package org.opora.itest.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * One of every role, and those whose relation to one family makes a difference: who works with it,
 * who is walled off from it, who opened it in an emergency, to whom it was opened for an
 * inspection; and somebody who is in with a PIN on a paired tablet.
 */
public final class Crowd {
  public static final String STREET = "street";
  public static final String WORKER = "worker";
  public static final String WALLED = "walled";
  public static final String EMERGENCY = "emergency";
  public static final String INSPECTION = "inspection";
  public static final String TABLET = "tablet";

  private static final String KEY_WORKER = "key-worker";
  private static final String DIRECTOR = "director";
  private static final String INSPECTOR = "inspector";
  private static final String PIN = "730294";

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
    staySignedIn();
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
    join(INSPECTION, INSPECTOR);
    tablet();
  }

  /** Nobody's session locks while the others knock, however slow the machine is. */
  private void staySignedIn() {
    String page = "/sign-ins";
    String latest =
        director.get(page).page().select("select[name=minutes] option").last().attr("value");
    sent(page, page + "/lock", Map.of("minutes", latest));
  }

  /** The director prepares a tablet, and a key worker comes in on it with a PIN. */
  private void tablet() {
    join(TABLET, KEY_WORKER);
    Person holder = people.get(TABLET);
    sent(holder.visitor(), "/my-sign-in/pin", Map.of("password", PIN, "again", PIN));
    Document made =
        People.expect(
                director.submit(
                    director.get("/tablets").page(), "/tablets", Map.of("name", "Tablet v herně")),
                200)
            .page();
    Visitor tablet = product.visitor();
    sent(tablet, "/tablet/pair", Map.of("code", made.select(".secret code").text()));
    String name = People.signInName(called(TABLET), KEY_WORKER);
    sent(tablet, "/tablet/sign-in", Map.of("name", name, "password", PIN));
    People.expect(tablet.get("/tablet"), 200);
    people.put(TABLET, new Person(TABLET, KEY_WORKER, holder.key(), tablet));
  }

  private static void sent(Visitor visitor, String form, Map<String, String> typed) {
    People.expect(visitor.submit(visitor.get(form).page(), form, typed), 303);
  }

  private static String called(String name) {
    return "Bc. Zkouška " + name;
  }

  private void join(String name, String role) {
    String called = called(name);
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

  /** Files are opened to somebody for an inspection, today. */
  public void opened(Person inspector, String... numbers) {
    String form = "/openings/new";
    String today = LocalDate.now().toString();
    sent(
        form,
        form,
        Map.of(
            "staff",
            inspector.key(),
            "inspection",
            "Inspekce kvality",
            "from",
            today,
            "until",
            today,
            "numbers",
            String.join(", ", numbers)));
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
