package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** First contact through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Doors doors = new IntakeRooms(register).doors();
  private final Viewer director = register.viewer("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aRequestGoesFromTheFileThroughTodayToItsAnswer() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Dveřní");
    String all = "/files/" + family.file() + "/requests";
    assertTrue(doors.open(worker, all).contains(all + "/new"));
    assertTrue(doors.open(worker, "/files/" + family.file()).contains(all + "?show=open"));
    assertTrue(doors.open(worker, all + "/new").contains("Marie Dveřní"));

    String wrong =
        doors.refused(
            worker, 422, all + "/new", "askedOn", "31. 2. 2026", "right", "cz.47a.b", "wish", "");
    assertTrue(wrong.contains("e-askedOn") && wrong.contains("e-wish"), wrong);
    assertTrue(wrong.contains("e-askedBy") && wrong.contains("31. 2. 2026"), wrong);
    String path =
        doors.post(
            worker,
            all + "/new",
            "askedOn",
            "2. 11. 2026",
            "askedBy",
            family.carer().toString(),
            "right",
            "cz.47a.b",
            "wish",
            "Týden <v létě>");
    Asked asked = doors.knock(worker, "/requests/card", Map.of());
    String card = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(card.contains(path) && card.contains("Dveřní"), card);
    assertEquals(Set.of(Subject.of(family.file()), Subject.of(family.carer())), asked.shown());
    assertTrue(doors.open(worker, path).contains("Týden &lt;v létě&gt;"));
    doors.open(worker, path + "/edit");
    assertEquals(
        path,
        doors.post(
            worker,
            path + "/edit",
            "version",
            "1",
            "askedOn",
            "2. 11. 2026",
            "askedBy",
            family.carer().toString(),
            "right",
            "cz.47a.a",
            "wish",
            "Odpoledne"));
    String both =
        doors.refused(
            worker,
            422,
            path + "/edit",
            "version",
            "1",
            "askedOn",
            "2. 11. 2026",
            "askedBy",
            family.carer().toString(),
            "right",
            "cz.47a.a",
            "wish",
            "Dopoledne");
    assertTrue(both.contains("Odpoledne") && both.contains("Dopoledne"), both);
    String plain =
        doors.refused(
            worker,
            422,
            path + "/answer",
            "version",
            "2",
            "outcome",
            "NOT_POSSIBLE",
            "decidedOn",
            "2. 11. 2026");
    assertTrue(plain.contains("e-reason"), plain);
    doors.post(
        worker,
        path + "/answer",
        "version",
        "2",
        "offer",
        "Hlídání u tety",
        "offeredOn",
        "2. 11. 2026",
        "outcome",
        "NOT_POSSIBLE",
        "decidedOn",
        "2. 11. 2026",
        "reason",
        "Nikdo nemá čas");
    String answered = doors.open(worker, path);
    assertTrue(answered.contains("Hlídání u tety") && answered.contains("Nikdo nemá čas"));
    assertFalse(answered.contains(path + "/edit"), answered);
    assertFalse(doors.open(worker, "/requests").contains(path));
    assertTrue(doors.open(worker, all).contains(path));
    assertTrue(csv("/requests/export", worker, "show", "answered").contains("Dveřní"));

    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> doors.open(stranger, path));
    assertThrows(NotFound.class, () -> doors.open(stranger, all));
  }

  @Test
  void anInquiryBecomesAFamilyWithWhatIsKnownAlready() {
    String wrong = doors.refused(director, 422, "/inquiries/new", "on", "2. 11. 2026");
    assertTrue(wrong.contains("e-name") && wrong.contains("e-phone"), wrong);
    String path = inquiry("Zájemcová");
    assertTrue(doors.open(director, "/inquiries").contains("Zájemcová"));
    assertTrue(csv("/inquiries/export", director, "show", "OPEN").contains("Zájemcová"));
    doors.post(director, path + "/step", "version", "1", "next", "WAITING", "on", "2. 11. 2026");
    assertTrue(doors.open(director, path).contains("1. v pořadí"));
    assertTrue(
        doors
            .refused(director, 422, path + "/step", "version", "2", "on", "2. 11. 2026")
            .contains("e-next"));
    String form = doors.open(director, path + "/family");
    assertTrue(form.contains("value=\"Zájemcová\""), form);
    assertTrue(form.contains("action=\"" + path + "/family\""), form);
    String file =
        doors.post(
            director,
            path + "/family",
            "familyName",
            "Zájemcová",
            "openedOn",
            "2. 11. 2026",
            "carer1given",
            "Olga",
            "carer1family",
            "Zájemcová");
    assertTrue(file.startsWith("/files/"), file);
    assertTrue(doors.open(director, path).contains("href=\"" + file + "\""));
    assertFalse(doors.open(director, path).contains(path + "/refuse"), "settled");
  }

  @Test
  void aRefusalHasOneOfTheReasonsOfTheLaw() {
    doors.post(
        director, "/intake/figures", "kind", "PLACES", "amount", "40", "since", "1. 1. 2026");
    assertTrue(doors.open(director, "/intake/figures").contains("40"));
    assertTrue(
        doors
            .refused(director, 422, "/intake/figures", "kind", "PLACES", "amount", "x", "since", "")
            .contains("e-amount"));
    String path = inquiry("Odmítnutá");
    assertTrue(
        doors
            .refused(director, 422, path + "/refuse", "version", "1", "toldOn", "2. 11. 2026")
            .contains("e-ground"));
    doors.open(director, path + "/refuse");
    doors.post(
        director,
        path + "/refuse",
        "version",
        "1",
        "ground",
        "cz.capacity",
        "toldOn",
        "2. 11. 2026",
        "others",
        "Organizace A\nOrganizace B");
    String refused = doors.open(director, path);
    assertTrue(refused.contains("Organizace A, Organizace B"), refused);
    String figures = doors.open(director, "/inquiries/return");
    assertTrue(figures.contains("Roční výkaz 2026"), figures);
    assertFalse(figures.contains("/inquiries/return/file"), "the year is not over");
    assertTrue(csv("/inquiries/return/export", director).contains("Odmítnuto celkem"));
    String early =
        doors.refused(
            director, 422, "/inquiries/return/file", "year", "2026", "filedOn", "2. 11. 2026");
    assertTrue(early.contains("e-filedOn"), early);
    assertEquals(
        "/inquiries/return?year=2025",
        doors.post(director, "/inquiries/return/file", "year", "2025", "filedOn", "2. 11. 2026"));
  }

  @Test
  void aFirstContactIsOneForm() {
    Viewer worker = register.viewer("key-worker");
    doors.open(worker, "/intake/new");
    String wrong = doors.refused(worker, 422, "/intake/new", "on", "2. 11. 2026");
    assertTrue(wrong.contains("e-says") && wrong.contains("e-way"), wrong);
    assertTrue(wrong.contains("e-urgency") && wrong.contains("e-nextStep"), wrong);
    String noDay = doors.refused(worker, 422, "/intake/new", contact(worker, "APPOINTMENT"));
    assertTrue(noDay.contains("e-nextOn"), noDay);
    String path = doors.post(worker, "/intake/new", contact(worker, "NONE"));
    assertTrue(doors.open(worker, path).contains("Bojí se &lt;o dítě&gt;"));
    assertTrue(doors.open(worker, "/intake/card").contains(path));
    String list = doors.open(worker, "/intake");
    assertTrue(list.contains(path), list);
    assertFalse(list.contains("Bojí se"), "its words are read in the entry only");
    String export = csv("/intake/export", worker, "show", "all");
    assertTrue(export.contains("Starost o dítě") && !export.contains("Bojí se"), export);
    String edit = doors.open(worker, path + "/edit");
    assertTrue(edit.contains("Bojí se &lt;o dítě&gt;"), edit);
    doors.post(worker, path + "/edit", with(contact(worker, "NONE"), "version", "1"));
    String both =
        doors.refused(worker, 422, path + "/edit", with(contact(worker, "NONE"), "version", "1"));
    assertTrue(both.contains("Mezitím údaje změnil"), both);
    String file =
        doors.post(
            worker,
            path + "/family",
            "familyName",
            "Vzniklá",
            "openedOn",
            "2. 11. 2026",
            "carer1given",
            "Ota",
            "carer1family",
            "Vzniklý",
            "keyWorker",
            worker.staff().toString());
    assertTrue(doors.open(worker, path).contains("href=\"" + file + "\""));
    Viewer stranger = register.viewer("key-worker");
    assertThrows(NotFound.class, () -> doors.open(stranger, path));
    assertFalse(doors.open(stranger, "/intake").contains(path));
  }

  @Test
  void theItPersonFindsEveryDoorClosed() {
    Viewer it = register.viewer("it-administrator");
    List<Route> rooms =
        doors.routes().stream()
            .filter(
                route ->
                    route.pattern().startsWith("/intake")
                        || route.pattern().startsWith("/inquiries")
                        || route.pattern().contains("/requests"))
            .toList();
    assertTrue(rooms.size() > 38, "every room of first contact");
    rooms.forEach(route -> assertFalse(it.may(route.permission()), route.pattern()));
    Viewer worker = register.viewer("key-worker");
    rooms.stream()
        .filter(route -> route.pattern().matches("/(inquiries/return|intake/figures).*"))
        .forEach(route -> assertFalse(worker.may(route.permission()), route.pattern()));
  }

  private String inquiry(String name) {
    return doors.post(
        director,
        "/inquiries/new",
        "on",
        "2. 11. 2026",
        "name",
        name,
        "phone",
        "600 100 200",
        "doer",
        director.staff().toString());
  }

  private static String[] contact(Viewer viewer, String next) {
    return new String[] {
      "on",
      "2. 11. 2026",
      "at",
      "09:30",
      "way",
      "PHONE",
      "topic",
      "CHILD",
      "urgency",
      "SOON",
      "says",
      "Bojí se <o dítě>",
      "answered",
      "NO",
      "nextStep",
      next,
      "doer",
      viewer.staff().toString()
    };
  }

  private static String[] with(String[] fields, String... more) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private String csv(String path, Viewer viewer, String... query) {
    Asked asked = doors.knock(viewer, path, Map.of()).asking("format", "csv");
    for (int i = 0; i < query.length; i += 2) {
      asked.asking(query[i], query[i + 1]);
    }
    return new String(doors.take(asked, new HashSet<>()), StandardCharsets.UTF_8);
  }
}
