package org.opora.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.driver.Product;
import org.opora.itest.support.Browser;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Gallery;
import org.opora.itest.support.StoryDay;

/**
 * A centre in which stories happen, each on its own day: who works there, its rooms, and what
 * stories have in common. Everything is done on the pages, as people would.
 */
final class StoryCentre implements AutoCloseable {
  static final String CONTACTS = "/m/supervised-contacts";
  static final String CONTACT = CONTACTS + "/contacts/[^/]+";
  static final String BLUE = "Modrý pokoj";
  static final String GREEN = "Zelený pokoj";
  static final String YELLOW = "Žlutý pokoj";
  static final String PIN = "730294";

  private static final String PASSWORD = "řeka mostek břeh vrba";
  private static final String AGREED = "2026-02-02";

  /** Who works here. */
  enum Colleague {
    DIRECTOR("Mgr. Alena Říhová", null),
    PETRA("Bc. Petra Nováková", "key-worker"),
    HANA("Bc. Hana Bílá", "key-worker"),
    TOMAS("Tomáš Hlaváč", "facilitator"),
    JITKA("Jitka Malá", "facilitator");

    private final String called;
    private final String role;

    Colleague(String called, String role) {
      this.called = called;
      this.role = role;
    }

    String called() {
      return called;
    }

    String signsInAs() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Product product = Product.fresh("stories");
  private final Gallery gallery = new Gallery("stories");
  private final Map<Colleague, Desk> desks = new EnumMap<>(Colleague.class);
  private final List<Desk> all = new ArrayList<>();
  private Browser browser;

  /** The product begins to believe that it is this moment; everybody has to sign in then. */
  void begin(String moment) {
    if (browser != null) {
      // A page that asks whether the product is there would be told no.
      all.forEach(desk -> desk.page().navigate("about:blank"));
      product.stop();
    }
    product.with(StoryDay.from(moment)).start();
    if (browser == null) {
      browser = new Browser(product.url());
    }
    desks.forEach((colleague, desk) -> signIn(colleague));
  }

  Product product() {
    return product;
  }

  Gallery gallery() {
    return gallery;
  }

  /** Everybody's, tablets too. */
  List<Desk> desks() {
    return all;
  }

  /** At their own desk, in their own browser. */
  Desk at(Colleague colleague) {
    return desks.get(colleague);
  }

  /** A browser in which nobody is signed in. */
  Desk desk(String name) {
    Desk desk = browser.desk(name);
    all.add(desk);
    return desk;
  }

  void isSetUp() {
    Desk director = desk("director");
    desks.put(Colleague.DIRECTOR, director);
    director
        .open("/set-up")
        .type("code", code())
        .type("centre", "Doprovázení Podhorsko")
        .type("ownName", Colleague.DIRECTOR.called())
        .type("signInName", Colleague.DIRECTOR.signsInAs())
        .type("password", PASSWORD)
        .type("again", PASSWORD)
        // Nobody in these stories carries a telephone.
        .untick("secondFactor")
        .save()
        .onPath("/");
    for (Colleague one : Colleague.values()) {
      if (one.role != null) {
        joins(one);
      }
    }
    director.open("/modules").follow("/modules/supervised-contacts/install");
    director.save().reads("main .mark-ok", "Běží");
    for (String room : new String[] {BLUE, GREEN, YELLOW}) {
      director.open("/calendar/rooms").type("name", room).save().reads(".notice", room);
    }
  }

  private String code() {
    try {
      return Files.readString(product.data().resolve("setup-code")).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private void joins(Colleague one) {
    Desk director = at(Colleague.DIRECTOR);
    director.open("/staff/new").type("name", one.called()).save().onPath("/staff/[^/]+");
    director.tick("roles", one.role).use("form[action$='/invite'] button");
    String code = director.find(".code code").innerText();
    Desk desk = desk(one.signsInAs());
    desks.put(one, desk);
    desk.open("/invitation")
        .type("code", code)
        .type("signInName", one.signsInAs())
        .type("password", PASSWORD)
        .type("again", PASSWORD)
        .save()
        .onPath("/");
  }

  private void signIn(Colleague one) {
    at(one)
        .outstay()
        .open("/sign-in")
        .type("name", one.signsInAs())
        .type("password", PASSWORD)
        .save()
        .onPath("/");
  }

  /**
   * A tablet of the centre on which somebody is in with their PIN.
   *
   * @param who has chosen none yet
   */
  Desk tablet(Colleague who) {
    at(who).open("/my-sign-in/pin").type("password", PIN).type("again", PIN).save();
    Desk director = at(Colleague.DIRECTOR);
    director.open("/tablets").type("name", "Tablet " + who.called()).save();
    Desk tablet = desk("tablet-" + who.signsInAs()).onTablet();
    tablet.open("/tablet/pair").type("code", director.find(".secret code").innerText()).save();
    tablet.onPath("/tablet/sign-in");
    return tablet;
  }

  void comesIn(Desk tablet, Colleague who) {
    tablet.open("/tablet/sign-in").type("name", who.signsInAs()).type("password", PIN).save();
    tablet.onPath("/tablet");
  }

  /**
   * A family as somebody writes it down.
   *
   * @param kind of care
   * @param carers given and family name of each
   */
  record NewFamily(
      String kind,
      boolean mediated,
      String name,
      String[] carers,
      String given,
      String family,
      LocalDate born) {}

  /** Taken in by its key worker; the path of its file. */
  String family(Colleague worker, NewFamily one) {
    Desk desk = at(worker);
    desk.open("/files/new").type("familyName", one.name()).type("openedOn", AGREED);
    for (int i = 0; i < one.carers().length; i++) {
      String[] name = one.carers()[i].split(" ");
      desk.type("carer" + (i + 1) + "given", name[0]);
      desk.type("carer" + (i + 1) + "family", name[1]);
    }
    desk.choose("kind", one.kind())
        .tick("mediated", one.mediated() ? "YES" : "NO")
        .type("concludedOn", AGREED)
        .type("child1given", one.given())
        .type("child1family", one.family())
        .type("child1birthDate", one.born().toString())
        .type("child1from", AGREED)
        .save()
        .onPath("/files/[^/]+");
    return desk.path();
  }

  /** Path of somebody in a family. */
  String person(Desk desk, String file, String name) {
    return desk.open(file + "/people").leads("a[href^='/people/']", name);
  }

  static String key(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Writes down somebody who is not in the register yet; the path of that person. */
  String relative(Desk desk, String person, String given, String family, String role) {
    desk.open(person + "/kin/new").tick("other", "new");
    desk.type("new-given", given).type("new-family", family).choose("role", role).save();
    return desk.onPath(person + "/kin").leads("#relatives a[href^='/people/']", family);
  }

  /** The same of somebody whom the register knows. */
  void kin(Desk desk, String person, String other, String name, String role) {
    desk.open(person + "/kin/new").type("who", name);
    desk.use("main button[formaction$='/kin/find']").tick("other", key(other));
    desk.choose("role", role).save().onPath(person + "/kin").reads("#relatives", name);
  }

  /** One figure of the contacts of a period. */
  String statistic(LocalDate from, LocalDate until, String row) {
    Desk director = at(Colleague.DIRECTOR);
    director.open("/statistics?from=" + from + "&until=" + until);
    return (String)
        director
            .find("main tr:has(th:text-is(\"" + row + "\")) td a[href*='supervised-contacts']")
            .first()
            .evaluate("a => a.firstChild.textContent.trim()");
  }

  /** One figure of what became of the contacts of a plan in the last half-year; null for none. */
  static String tally(Desk desk, String plan, String row) {
    desk.open(plan + "/contacts");
    var cell = desk.find("main .tally tr:has(th:text-is(\"" + row + "\")) td");
    return cell.count() == 0 ? null : cell.innerText().strip();
  }

  @Override
  public void close() {
    if (browser != null) {
      browser.close();
    }
    product.close();
  }
}
