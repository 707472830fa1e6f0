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
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** The book of post through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Office office = new Office(register);
  private final Doors doors = new Doors(register);
  private final Viewer director = office.director();

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aLetterComesIsAnsweredAndTheAnswerGoes() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Dopisová");
    String number = register.files.header(worker, family.file()).number();
    String tab = "/files/" + family.file() + "/post";
    String blank = doors.open(worker, tab);
    assertTrue(blank.contains("Ve spisu zatím není žádná pošta"), blank);
    String form = listed(worker, "/post/new", "way", "in", "file", family.file().toString());
    assertTrue(form.contains("value=\"" + number + "\""), "the file is filled in");
    assertTrue(form.contains("value=\"2026-11-02\""), "today is filled in");

    String wrong =
        doors.refused(
            worker,
            422,
            "/post/new",
            "direction",
            "INCOMING",
            "passedOn",
            "31. 2. 2026",
            "party",
            "Soud <v Jičíně>",
            "file",
            "999/1999",
            "due",
            "20. 11. 2026");
    assertTrue(wrong.contains("e-passedOn") && wrong.contains("e-channel"), wrong);
    assertTrue(wrong.contains("e-matter") && wrong.contains("e-file"), wrong);
    assertTrue(wrong.contains("31. 2. 2026") && wrong.contains("Soud &lt;v Jičíně&gt;"), wrong);

    String letter =
        doors.post(
            worker,
            "/post/new",
            "direction",
            "INCOMING",
            "passedOn",
            "2. 11. 2026",
            "channel",
            "DATA_BOX",
            "party",
            "Soud <v Jičíně>",
            "matter",
            "Výzva k podání zprávy",
            "file",
            number,
            "doer",
            worker.staff().toString(),
            "due",
            "20. 11. 2026");
    String page = doors.open(worker, letter);
    assertTrue(page.contains("Soud &lt;v Jičíně&gt;") && page.contains("K vyřízení"), page);
    assertTrue(page.contains("/post/new?answers=" + Doors.last(letter)), page);
    Asked asked = doors.knock(worker, tab, Map.of());
    String part = doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(part.contains(letter) && part.contains("Výzva k podání zprávy"), part);
    assertTrue(asked.shown().contains(Subject.of(family.file())));
    assertTrue(doors.open(worker, "/tasks/card").contains("Vyřídit došlou poštu č. "));
    String task =
        register.desk.list(worker, worker.staff(), false, null, 5).items().get(0).id().toString();
    assertTrue(doors.open(worker, "/tasks/" + task).contains("href=\"" + letter + "\""));

    doors.open(worker, letter + "/edit");
    assertEquals(
        letter,
        doors.post(
            worker,
            letter + "/edit",
            "version",
            "1",
            "passedOn",
            "2. 11. 2026",
            "channel",
            "POST",
            "party",
            "Okresní soud",
            "matter",
            "Výzva",
            "file",
            number,
            "doer",
            worker.staff().toString(),
            "due",
            "20. 11. 2026"));
    String both =
        doors.refused(
            worker,
            422,
            letter + "/edit",
            "version",
            "1",
            "passedOn",
            "2. 11. 2026",
            "channel",
            "POST",
            "party",
            "Krajský soud",
            "matter",
            "Výzva");
    assertTrue(both.contains("Okresní soud") && both.contains("Krajský soud"), both);
    String unknown =
        doors.refused(worker, 422, letter + "/settle", "version", "2", "answer", "9/9");
    assertTrue(unknown.contains("e-answer") && unknown.contains("value=\"9/9\""), unknown);

    String reply = listed(worker, "/post/new", "answers", Doors.last(letter));
    assertTrue(reply.contains("value=\"Okresní soud\"") && reply.contains("Výzva"), reply);
    String answer =
        doors.post(
            worker,
            "/post/new",
            "direction",
            "OUTGOING",
            "answers",
            Doors.last(letter),
            "passedOn",
            "2. 11. 2026",
            "channel",
            "DATA_BOX",
            "party",
            "Okresní soud",
            "matter",
            "Zpráva",
            "file",
            number);
    assertTrue(doors.open(worker, answer).contains("Zatím není známo"));
    String settled = doors.open(worker, letter);
    assertTrue(settled.contains("href=\"" + answer + "\"") && settled.contains("Vyřízeno"));
    assertFalse(settled.contains(letter + "/settle"), "it is settled");
    String again = doors.refused(worker, 422, letter + "/settle", "version", "3");
    assertTrue(again.contains("je od"), again);
    doors.post(worker, letter + "/reopen", "version", "3");
    assertEquals(letter, doors.post(worker, letter + "/settle", "version", "4", "answer", ""));

    assertTrue(doors.open(worker, answer + "/strike-out").contains("Vrátit to nejde"));
    assertTrue(
        doors
            .refused(worker, 422, answer + "/strike-out", "version", "1", "reason", "")
            .contains("e-reason"));
    doors.post(worker, answer + "/strike-out", "version", "1", "reason", "Neodešlo");
    String gone = doors.open(worker, answer);
    assertTrue(gone.contains("Neodešlo") && !gone.contains(answer + "/edit"), gone);
  }

  @Test
  void theTaskOfALetterLeadsToItAndIsNotFinishedByItself() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Vedoucí");
    String number = register.files.header(worker, family.file()).number();
    String letter = enter(worker, "INCOMING", "Výzva", number, worker);
    String card = doors.open(worker, "/tasks/card");
    String task =
        "/tasks/" + register.desk.list(worker, worker.staff(), false, null, 5).items().get(0).id();
    assertTrue(card.contains("href=\"" + letter + "\"") && !card.contains(task + "/done"), card);
    String page = doors.open(worker, task);
    assertTrue(page.contains("href=\"" + letter + "\"") && page.contains("Předat"), page);
    assertFalse(page.contains(task + "/done") || page.contains(task + "/edit"), page);
    String refused = doors.refused(worker, 422, task + "/done", "version", "1", "note", "");
    assertTrue(refused.contains("vyplývá ze zápisu"), refused);
    doors.post(worker, letter + "/settle", "version", "1", "answer", "");
    assertFalse(doors.open(worker, task).contains(task + "/reopen"));
  }

  @Test
  void whatWasBegunForOneFamilyDoesNotComeUpForAnother() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Rozepsaná");
    String key = "data-draft=\"post-new-INCOMING";
    String ofFile = listed(worker, "/post/new", "way", "in", "file", family.file().toString());
    assertTrue(ofFile.contains(key + "-" + family.file() + "\""), ofFile);
    assertTrue(listed(worker, "/post/new", "way", "in").contains(key + "\""));
    String again =
        doors.refused(
            worker,
            422,
            "/post/new",
            "direction",
            "INCOMING",
            "draft-key",
            "post-new-INCOMING-" + family.file(),
            "file",
            "");
    assertTrue(again.contains(key + "-" + family.file() + "\""), "it is the same letter");
  }

  @Test
  void theFilterStaysInTheAddressAndTheFileOfTheListHoldsTheSame() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Vybíraná");
    String number = register.files.header(worker, family.file()).number();
    String mine = enter(worker, "INCOMING", "=Moje výzva", number, worker);
    String other = enter(worker, "OUTGOING", "Odeslaná věc", "", worker);
    assertTrue(listed(worker, "/post").contains(mine));
    assertTrue(listed(worker, "/post").contains(other));
    String waiting = listed(worker, "/post", "way", "in", "show", "mine");
    assertTrue(waiting.contains(mine) && !waiting.contains(other), waiting);
    assertTrue(waiting.contains("/post/export?way=in&amp;show=mine&amp;format=csv"), waiting);
    String ofFamily = listed(worker, "/post", "file", family.file().toString());
    assertTrue(ofFamily.contains("Vybíraná") && !ofFamily.contains(other), ofFamily);
    assertTrue(
        listed(worker, "/post", "way", "x", "show", "x", "file", "x", "after", "x").contains(other),
        "an address that makes no sense shows all");
    assertTrue(listed(worker, "/post", "way", "out", "show", "waiting").contains("jiný výběr"));

    Asked knock = doors.knock(worker, "/post/export", Map.of()).asking("format", "csv");
    knock.asking("show", "waiting");
    Set<Subject> shown = new HashSet<>();
    String csv = new String(doors.take(knock, shown), StandardCharsets.UTF_8);
    assertTrue(csv.contains("'=Moje výzva") && csv.contains("2. 11. 2026"), csv);
    assertFalse(csv.contains("Odeslaná věc"), csv);
    assertEquals(Set.of(Subject.of(family.file())), shown);
    Viewer stranger = office.colleague("key-worker");
    Asked theirs = doors.knock(stranger, "/post/export", Map.of()).asking("format", "csv");
    assertFalse(
        new String(doors.take(theirs, shown), StandardCharsets.UTF_8).contains("Moje výzva"));
  }

  @Test
  void whoMayNotSeeTheLetterFindsNothingBehindAnyDoorOfIt() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Skrytá");
    String number = register.files.header(worker, family.file()).number();
    String letter = enter(worker, "INCOMING", "Skryté", number, worker);
    Viewer stranger = office.colleague("key-worker");
    int tried = 0;
    for (Route route : doors.routes()) {
      if (route.pattern().startsWith("/post")) {
        assertTrue(Set.of(PostDesk.READ, PostDesk.WRITE).contains(route.permission()));
      }
      if (route.pattern().startsWith("/post/{letter}")) {
        String path = route.pattern().replace("{letter}", Doors.last(letter));
        Asked knock =
            doors.knock(
                stranger,
                path,
                Doors.fields(
                    "version",
                    "1",
                    "reason",
                    "x",
                    "passedOn",
                    "2. 11. 2026",
                    "channel",
                    "POST",
                    "party",
                    "x",
                    "matter",
                    "x"));
        assertThrows(NotFound.class, () -> doors.ask(route.method(), knock), path);
        tried++;
      }
    }
    assertEquals(7, tried);
    for (List<String> query :
        List.of(
            List.of("answers", Doors.last(letter)), List.of("file", family.file().toString()))) {
      assertThrows(NotFound.class, () -> listed(stranger, "/post/new", query.get(0), query.get(1)));
    }
    assertThrows(NotFound.class, () -> listed(stranger, "/post", "file", family.file().toString()));
    assertEquals(
        1, register.post.list(worker, PostFilter.of(family.file()), null, 9).items().size());
  }

  private String enter(Viewer viewer, String direction, String matter, String file, Viewer doer) {
    return doors.post(
        viewer,
        "/post/new",
        "direction",
        direction,
        "passedOn",
        "2. 11. 2026",
        "channel",
        "EMAIL",
        "party",
        "Úřad",
        "matter",
        matter,
        "file",
        file,
        "doer",
        doer.staff().toString());
  }

  private String listed(Viewer viewer, String path, String... namesAndValues) {
    Asked asked = doors.knock(viewer, path, Map.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.asking(namesAndValues[i], namesAndValues[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }
}
