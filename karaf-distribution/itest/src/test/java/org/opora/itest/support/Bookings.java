package org.opora.itest.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.opora.driver.People;
import org.opora.driver.Visitor;

/** Books a supervised contact as the pages let one: a room, a plan, a time. */
public final class Bookings {
  public static final String ROOM = "Modrý pokoj";
  private static final String CONTACTS = "/m/supervised-contacts";

  private Bookings() {}

  /**
   * In a centre with the module and at least one child.
   *
   * @param facilitator family name of somebody who works there
   * @return path of the contact
   */
  public static String book(Visitor director, String facilitator) {
    String rooms = "/calendar/rooms";
    People.expect(director.submit(director.get(rooms).page(), rooms, Map.of("name", ROOM)), 303);
    String plan = plan(director);
    Document form = director.get(plan + "/book").page();
    Map<String, String> typed = new HashMap<>();
    typed.put("on", LocalDate.now().plusDays(1).toString());
    typed.put("from", "14:00");
    typed.put("to", "15:00");
    typed.put("room", option(form, "room", ROOM));
    typed.put("staff", option(form, "staff", facilitator));
    return People.expect(director.submit(form, plan + "/contacts", typed), 303).location();
  }

  /** In the first file of the register with a child for whom a plan can be made. */
  private static String plan(Visitor director) {
    for (Element link : director.get("/files").page().select("main tr a[href^=/files/]")) {
      String file = link.attr("href");
      Document form = director.get(CONTACTS + file + "/plans/new").page();
      Element child = form.selectFirst("select[name=child] option[value~=.+]");
      if (child != null) {
        Map<String, String> typed = new HashMap<>();
        typed.put("child", child.attr("value"));
        typed.put("basisReference", "12 P 34/2026");
        typed.put("name1", "Lenka Slavíková");
        typed.put("kin1", "MOTHER");
        return People.expect(director.submit(form, CONTACTS + file + "/plans", typed), 303)
            .location();
      }
    }
    throw new AssertionError("no child of the register can have a plan");
  }

  private static String option(Document form, String field, String label) {
    return form.select("select[name=" + field + "] option").stream()
        .filter(option -> option.text().contains(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not offered as " + field))
        .attr("value");
  }
}
