package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.RequestDesk.Answer;
import org.opora.registry.intake.application.RequestDesk.Asked;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What the pages of first contact post by themselves, and what they leave in the trail. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstContactDoorsTest {
  private static final int OF_A_FILE = 50;
  private static final Pattern FIELD =
      Pattern.compile(
          "<input type=\"hidden\" name=\"version\"[^>]*>|<input class=\"form-(?:control|check-input)[^>]*>|<textarea[^>]*>[^<]*|<select[^>]*>|<option value=\"([^\"]*)\" selected>");
  private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Doors doors;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    doors = rooms.doors();
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void nobodyCountsAsAnsweredByWhatTheFormSaysOfItself() {
    Viewer worker = register.viewer("key-worker");
    List<String> sent = typed(doors.open(worker, "/intake/new"));
    assertTrue(sent.contains("respondedOn"), "the form asks for the day of the answer");
    sent.addAll(
        List.of("way", "PHONE", "topic", "VIOLENCE", "urgency", "URGENT", "nextStep", "CALL_BACK"));
    replace(sent, "says", "Manžel nás bije");
    replace(sent, "nextOn", "3. 11. 2026");
    String unsaid = doors.refused(worker, 422, "/intake/new", sent.toArray(String[]::new));
    assertTrue(unsaid.contains("e-answered"), unsaid);
    sent.addAll(List.of("answered", "NO"));
    String path = doors.post(worker, "/intake/new", sent.toArray(String[]::new));
    assertTrue(doors.open(worker, "/intake/card").contains(path), "they wait for an answer");
    assertTrue(doors.open(worker, path).contains("Čeká na odpověď"));

    List<String> again = typed(doors.open(worker, path + "/edit"));
    assertEquals("NO", value(again, "answered"), "and the form of the entry says so");
    replace(again, "respondedOn", "2. 11. 2026");
    String both = doors.refused(worker, 422, path + "/edit", again.toArray(String[]::new));
    assertTrue(both.contains("e-respondedOn"), both);
    replace(again, "answered", "YES");
    String untold = doors.refused(worker, 422, path + "/edit", again.toArray(String[]::new));
    assertTrue(untold.contains("e-advice"), untold);
    replace(again, "advice", "Linka bezpečí, dnes večer azylový dům");
    replace(again, "respondedOn", "");
    doors.post(worker, path + "/edit", again.toArray(String[]::new));
    assertFalse(doors.open(worker, "/intake/card").contains(path));
    assertTrue(
        doors.open(worker, path + "/edit").contains("value=\"2026-11-02\""),
        "without a day it was the day they came");
  }

  @Test
  void severalTopicsAreTickedAndShown() {
    List<String> sent = entry(director);
    sent.addAll(List.of("topic", "MONEY", "topic", "SCHOOL"));
    String path = doors.post(director, "/intake/new", sent.toArray(String[]::new));
    assertTrue(doors.open(director, path).contains("Škola, Peníze a dluhy"));
    assertTrue(doors.open(director, "/intake").contains("Škola, Peníze a dluhy"));
    assertTrue(csv(director, "/intake/export", "show", "all").contains("Škola, Peníze a dluhy"));
    List<String> again = typed(doors.open(director, path + "/edit"));
    assertEquals(2, Collections.frequency(again, "topic"), "both are ticked");
    String none =
        doors.refused(director, 422, "/intake/new", entry(director).toArray(String[]::new));
    assertTrue(none.contains("e-topic"), none);
    sent.addAll(List.of("topic", "CURLING"));
    String wrong = doors.refused(director, 422, "/intake/new", sent.toArray(String[]::new));
    assertTrue(wrong.contains("e-topic"), wrong);
  }

  @Test
  void whoeverReadsAnEntryStandsInTheTrail() {
    List<String> sent = entry(director);
    sent.addAll(List.of("topic", "VIOLENCE"));
    String contact = doors.post(director, "/intake/new", sent.toArray(String[]::new));
    String inquiry =
        doors.post(
            director,
            "/inquiries/new",
            "on",
            "2. 11. 2026",
            "name",
            "Stopovaná",
            "phone",
            "600 100 200",
            "doer",
            director.staff().toString());
    for (String door :
        List.of("/intake", "/intake/card", contact, contact + "/edit", contact + "/family")) {
      assertTrue(shown(door).contains(self(contact)), door);
    }
    for (String door :
        List.of(
            "/inquiries", inquiry, inquiry + "/edit", inquiry + "/refuse", inquiry + "/family")) {
      assertTrue(shown(door).contains(self(inquiry)), door);
    }
    assertTrue(taken("/intake/export").contains(self(contact)));
    assertTrue(taken("/inquiries/export").contains(self(inquiry)));
    assertEquals(Set.of(), shown("/intake/new"), "a blank form shows nobody");

    String file =
        doors.post(
            director,
            contact + "/family",
            "familyName",
            "Stopovaná",
            "openedOn",
            "2. 11. 2026",
            "carer1given",
            "Olga",
            "carer1family",
            "Stopovaná");
    assertEquals(
        Set.of(self(contact), Subject.of(new CaseFileId(UUID.fromString(Doors.last(file))))),
        shown(contact),
        "the entry, and the file that has come of it");
    doors
        .routes()
        .forEach(
            route -> {
              boolean entries =
                  route.pattern().matches("/(intake|inquiries)(|/export|/card|/\\{.*)");
              assertTrue(!entries || route.audit() == Route.Audit.READ, route.pattern());
            });
  }

  @Test
  void theRestOfAFamilysRequestsIsThatFamilys() {
    Family family = register.family(director, null, "Žádostivá");
    Family other = register.family(director, null, "Cizí");
    String theirs = "/files/" + other.file() + "/requests/" + ask(other);
    UUID first = ask(family);
    for (int i = 0; i < OF_A_FILE; i++) {
      ask(family);
    }
    String part = doors.open(director, "/files/" + family.file() + "/requests");
    String more = "/requests?show=open&amp;file=" + family.file();
    assertTrue(part.contains("href=\"" + more + "\""), part);
    assertFalse(part.contains("href=\"/requests\""), part);
    String list = list("open", family);
    assertTrue(list.contains("Žádosti rodiny Žádostivá"), list);
    assertTrue(list.contains("/requests/" + first), list);
    assertFalse(list.contains(theirs), "of this family only");
    assertTrue(
        list.contains("/requests?show=open&amp;file=" + family.file() + "&amp;after="), list);
    String file = csv(director, "/requests/export", "file", family.file().toString());
    assertEquals(OF_A_FILE + 2, file.lines().count(), "the heading and theirs");

    rooms
        .requests
        .list(director, family.file(), false, null, 100)
        .items()
        .forEach(
            line ->
                rooms.requests.answer(
                    director,
                    line.id(),
                    line.version(),
                    new Answer("Víkend", Register.TODAY, Outcome.PROVIDED, Register.TODAY, null)));
    String answered = doors.open(director, "/files/" + family.file() + "/requests");
    assertTrue(
        answered.contains("href=\"/requests?show=answered&amp;file=" + family.file() + "\""),
        answered);
    assertTrue(list("answered", family).contains("Žádosti rodiny Žádostivá"));
  }

  private UUID ask(Family family) {
    return rooms.requests.record(
        director, family.file(), new Asked(Register.TODAY, family.carer(), "cz.47a.a", "Hlídání"));
  }

  private String list(String show, Family family) {
    return doors.show(
        director,
        doors.ask(
            Route.Method.GET,
            doors
                .knock(director, "/requests", Map.of())
                .asking("show", show)
                .asking("file", family.file().toString())),
        200);
  }

  private Set<Subject> shown(String path) {
    org.opora.testkit.Asked knock = doors.knock(director, path, Map.of());
    knock.asking("show", "all");
    doors.show(director, doors.ask(Route.Method.GET, knock), 200);
    return knock.shown();
  }

  private Set<Subject> taken(String path) {
    Set<Subject> shown = new HashSet<>();
    doors.take(doors.knock(director, path, Map.of()).asking("format", "csv"), shown);
    return shown;
  }

  private static Subject self(String path) {
    return new Subject(Subject.Kind.DRAWER, UUID.fromString(Doors.last(path)));
  }

  /** All that an entry needs, but for the topics. */
  private static List<String> entry(Viewer doer) {
    return new ArrayList<>(
        List.of(
            "on",
            "2. 11. 2026",
            "way",
            "PHONE",
            "urgency",
            "SOON",
            "says",
            "Dluhy a škola",
            "answered",
            "NO",
            "nextStep",
            "NONE",
            "doer",
            doer.staff().toString()));
  }

  /** Names and values that a browser would send without anybody having touched the form. */
  private static List<String> typed(String page) {
    List<String> sent = new ArrayList<>();
    Matcher field = FIELD.matcher(page);
    String list = null;
    while (field.find()) {
      String found = field.group();
      if (field.group(1) != null) {
        sent.addAll(List.of(list, field.group(1)));
      } else if (found.startsWith("<select")) {
        list = first(NAME, found);
      } else if (found.startsWith("<textarea")) {
        sent.addAll(List.of(first(NAME, found), found.substring(found.indexOf('>') + 1)));
      } else if (!found.contains("form-check-input") || found.contains(" checked")) {
        sent.addAll(List.of(first(NAME, found), first(VALUE, found)));
      }
    }
    return sent;
  }

  private static String first(Pattern pattern, String tag) {
    Matcher found = pattern.matcher(tag);
    assertTrue(found.find(), tag);
    return found.group(1);
  }

  private static String value(List<String> sent, String name) {
    return sent.get(sent.indexOf(name) + 1);
  }

  private static void replace(List<String> sent, String name, String value) {
    sent.set(sent.indexOf(name) + 1, value);
  }

  private String csv(Viewer viewer, String path, String name, String value) {
    return new String(
        doors.take(
            doors.knock(viewer, path, Map.of()).asking("format", "csv").asking(name, value),
            new HashSet<>()),
        StandardCharsets.UTF_8);
  }
}
