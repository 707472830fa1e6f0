package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** The pages of visits over a real register. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitDoorsTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    doors = new Doors(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @AfterEach
  void today() {
    register.house.clock().set(TODAY);
  }

  /** Posted fields of a visit with the carer alone. */
  private static String[] fields(Family family, String note, String... more) {
    String[] all = {
      "on", TODAY.toString(), "announced", "NO", "place", "HOME", "minutes", "60",
      "travelMinutes", "40", "kilometres", "27", "present", family.carer().toString(), "note", note
    };
    return java.util.stream.Stream.of(List.of(all), List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  @Test
  void aLockedEntryAsksForTheReasonAndShowsBothVersions() {
    Family family = register.family(director, worker, "Dveřní");
    String list = "/files/" + family.file() + "/visits";
    String page = doors.post(worker, list + "/new", fields(family, "Klid."));
    String open = doors.open(worker, page);
    assertTrue(open.contains("27 km") && open.contains("bez důvodu"), open);
    assertFalse(doors.open(worker, page + "/edit").contains("name=\"why\""));
    register.house.clock().set(TODAY.plusDays(8));
    assertTrue(doors.open(worker, page).contains("Zápis je uzamčen"));
    assertTrue(doors.open(worker, page + "/edit").contains("name=\"why\""));
    String refused =
        doors.refused(worker, 422, page + "/edit", fields(family, "Ruch.", "version", "1"));
    assertTrue(refused.contains("id=\"e-why\"") && refused.contains("Ruch."), refused);
    assertEquals(
        page,
        doors.post(
            worker,
            page + "/edit",
            fields(family, "Ruch.", "version", "1", "why", "Spletl jsem si rodiny.")));
    String stale =
        doors.refused(
            worker, 422, page + "/edit", fields(family, "Křik.", "version", "1", "why", "Znovu."));
    assertTrue(stale.contains("Ruch.") && stale.contains("Křik."), stale);
    assertTrue(doors.open(worker, page).contains(page + "/versions"));
    String both = doors.open(worker, page + "/versions");
    assertTrue(both.contains("Klid.") && both.contains("Ruch."), both);
    assertTrue(both.contains("Spletl jsem si rodiny."), both);
    String elsewhere = page.replace(family.file().toString(), other().toString());
    assertThrows(NotFound.class, () -> doors.open(worker, elsewhere + "/versions"));
  }

  @Test
  void aMistakeIsWithdrawnAndPutBackOnThePages() {
    Family family = register.family(director, worker, "Stažená");
    String list = "/files/" + family.file() + "/visits";
    String page = doors.post(worker, list + "/new", fields(family, "Klid."));
    String ask = doors.open(worker, page + "/withdraw");
    assertTrue(ask.contains("1 člověk") && ask.contains("Žádný otevřený úkol"), ask);
    assertTrue(
        doors.refused(worker, 422, page + "/withdraw", "version", "1", "why", "").contains("e-why"));
    assertEquals(
        page, doors.post(worker, page + "/withdraw", "version", "1", "why", "Nebyl jsem tam."));
    String gone = doors.open(worker, page);
    assertTrue(gone.contains("Stažený zápis") && gone.contains("Nebyl jsem tam."), gone);
    assertFalse(gone.contains(page + "/edit"), gone);
    assertTrue(doors.open(worker, list).contains("staženo nebo přesunuto"));
    String stale = doors.refused(worker, 422, page + "/put-back", "version", "1");
    assertTrue(stale.contains("Mezitím"), stale);
    doors.post(worker, page + "/put-back", "version", "2");
    assertTrue(doors.open(worker, page).contains(page + "/edit"));
    assertTrue(doors.refused(worker, 422, page + "/put-back", "version", "3").contains("faults"));
  }

  @Test
  void anEntryMovesByTheNumberOrByOneOfOnesOwnFamilies() {
    Family wrong = register.family(director, worker, "Omylová");
    Family right = register.family(director, worker, "Správná");
    String page =
        doors.post(worker, "/files/" + wrong.file() + "/visits/new", fields(wrong, "Klid."));
    String ask = doors.open(worker, page + "/move");
    assertTrue(ask.contains("value=\"" + right.file() + "\""), ask);
    assertFalse(doors.open(director, page + "/move").contains("name=\"to\""), "all are too many");
    assertTrue(doors.refused(worker, 422, page + "/move").contains("e-number"));
    assertTrue(doors.refused(worker, 422, page + "/move", "number", "nic").contains("e-number"));
    assertTrue(
        doors
            .refused(worker, 422, page + "/move", "to", wrong.file().toString())
            .contains("e-number"));
    String step = page + "/move/" + right.file();
    assertEquals(step, doors.post(worker, page + "/move", "to", right.file().toString()));
    String number = register.files.header(worker, right.file()).number();
    assertEquals(step, doors.post(director, page + "/move", "number", number));
    String form = doors.open(worker, step);
    assertTrue(form.contains("Omylová") && form.contains("Klid.") && form.contains("27"), form);
    assertFalse(form.contains("value=\"" + wrong.carer() + "\""), "only the right family");
    assertTrue(
        doors
            .refused(worker, 422, step, fields(right, "Klid.", "version", "1"))
            .contains("id=\"e-why\""));
    String there =
        doors.post(worker, step, fields(right, "Klid.", "version", "1", "why", "Spletené."));
    assertTrue(there.startsWith("/files/" + right.file() + "/visits/"), there);
    String arrived = doors.open(worker, there);
    assertTrue(arrived.contains("Klid.") && arrived.contains(page), arrived);
    String trace = doors.open(worker, page);
    assertFalse(trace.contains("Klid."), trace);
    assertTrue(trace.contains(there) && trace.contains("Spletené."), trace);
    Viewer stranger = register.viewer("key-worker");
    for (String door : List.of("/move", "/withdraw", "/versions", "/edit")) {
      assertThrows(NotFound.class, () -> doors.open(stranger, there + door), door);
    }
  }

  private org.opora.api.ids.CaseFileId other() {
    return register.family(director, worker, "Jiná").file();
  }
}
