package org.opora.supervisedcontacts.requests.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.BodyId;
import org.opora.api.web.Sheet;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The pages of requests for contact, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private static final BodyId COURT = new BodyId(UUID.randomUUID());
  private static final Bodies.Line LINE =
      new Bodies.Line(COURT, Bodies.Kind.COURT, "Okresní soud v Brně", "Brno", null, null, null);
  private final Centre centre = new Centre(Product.DERBY);
  private final Requests requests =
      new Requests(
          centre.tx,
          centre.keys(),
          centre.access(),
          centre.register.house.audit(),
          centre.register.files,
          centre.register.people,
          new Courts(),
          centre.settings,
          centre.register.timeline,
          centre.register.tasks,
          centre.register.search,
          Centre.texts());
  private final RequestReader reader =
      new RequestReader(
          centre.tx,
          centre.keys(),
          centre.access(),
          centre.register.people,
          centre.register.staff,
          WorkingDays.of(List.of()));
  private final ModuleDoors doors =
      new ModuleDoors(
          new RequestRoutes(
              requests,
              reader,
              centre.register.files,
              (viewer, child) -> List.of(),
              new Courts(),
              ModuleDoors.messages()));

  @AfterAll
  void close() {
    centre.close();
  }

  /** The directory, with one court. */
  private record Courts() implements Bodies {
    @Override
    public List<Line> find(Viewer viewer, String words, int limit) {
      return LINE.name().contains(words) ? List.of(LINE) : List.of();
    }

    @Override
    public Map<BodyId, Line> lines(Collection<BodyId> bodies) {
      return bodies.contains(COURT) ? Map.of(COURT, LINE) : Map.of();
    }
  }

  /** What a child asked two days ago, as far as these fields say nothing else. */
  private static String[] fields(Case opened, String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("child", opened.family().child().toString());
    fields.put("asker", "CHILD");
    fields.put("on", Centre.TODAY.minusDays(2).toString());
    fields.put("channel", "IN_PERSON");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
        .toArray(String[]::new);
  }

  private String version(String page) {
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return String.valueOf(reader.view(centre.director, new RequestId(id)).version());
  }

  @Test
  void aRequestIsWrittenDownAmendedAndAnswered() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String all = HOME + "/files/" + opened.family().file() + "/requests";
    String blank = doors.open(worker, all + "/new");
    assertTrue(blank.contains("Ema") && blank.contains("Marie"), "child and carer are offered");
    String wrong = doors.refused(worker, all, "wish", "Chce za mámou.");
    for (String field : List.of("child", "asker", "on", "channel")) {
      assertTrue(wrong.contains("id=\"e-" + field + "\""), field + ": " + wrong);
    }
    assertTrue(wrong.contains("Chce za mámou."), "nothing typed is lost");
    String wordless = doors.refused(worker, all, fields(opened));
    assertTrue(wordless.contains("e-wish"), wordless);
    String late =
        doors.refused(
            worker,
            all,
            fields(opened, "wish", "Chce za mámou.", "on", Centre.TODAY.plusDays(1).toString()));
    assertTrue(late.contains("e-on") && late.contains("Chce za mámou."), late);
    String page = doors.post(worker, all, fields(opened, "wish", "Chce za mámou."));
    assertTrue(doors.open(worker, page).contains("Chce za mámou."));
    assertTrue(doors.open(worker, HOME + "/requests").contains(page), "it is open");
    assertTrue(doors.open(worker, HOME + "/requests/card").contains("/requests/"));
    assertEquals(1, rows(doors.export(worker, HOME + "/requests/export")).size());
    assertEquals(0, rows(doors.export(worker, HOME + "/requests/export?show=answered")).size());
    assertTrue(doors.open(worker, page + "/edit").contains("Chce za mámou.</textarea>"));
    assertTrue(
        doors
            .refused(worker, page, "version", version(page), "wish", "A za tátou.")
            .contains("A za tátou.</textarea>"));
    assertTrue(
        doors
            .refused(worker, page, fields(opened, "version", "99", "wish", "A za tátou."))
            .contains("A za tátou.</textarea>"),
        "somebody else was faster");
    doors.post(
        worker, page, fields(opened, "version", version(page), "wish", "Za mámou i za tátou."));
    assertTrue(doors.open(worker, page).contains("Za mámou i za tátou."));
    assertTrue(
        doors
            .refused(
                worker, page + "/answer", "version", version(page), "on", Centre.TODAY.toString())
            .contains("e-outcome"));
    assertTrue(
        doors
            .refused(
                worker,
                page + "/answer",
                "version",
                version(page),
                "outcome",
                "REFUSED",
                "on",
                Centre.TODAY.toString())
            .contains("e-reason"),
        "who refuses says why");
    doors.post(
        worker,
        page + "/answer",
        "version",
        version(page),
        "outcome",
        "REFUSED",
        "on",
        Centre.TODAY.toString(),
        "reason",
        "Táta odmítl.");
    assertTrue(doors.open(worker, page).contains("Táta odmítl."));
    assertFalse(doors.open(worker, HOME + "/requests").contains(page));
    assertTrue(doors.open(worker, HOME + "/requests?show=answered").contains(page));
  }

  private static List<?> rows(Sheet<?> sheet) {
    return sheet.source().page(null, 10).items();
  }

  @Test
  void anOfficeIsFoundByItsName() {
    Case opened = centre.opened();
    Viewer director = centre.director;
    String all = HOME + "/files/" + opened.family().file() + "/requests";
    String found =
        doors.made(director, all + "/find", fields(opened, "name", "Okresní", "wish", "Styk."));
    assertTrue(found.contains(COURT.toString()), found);
    assertFalse(doors.made(director, all + "/find", "name", "Krajský").contains(COURT.toString()));
    String page =
        doors.post(
            director,
            all,
            fields(opened, "wish", "Styk.", "asker", "COURT", "body", COURT.toString()));
    assertTrue(doors.open(director, page).contains("Okresní soud v Brně"));
    assertTrue(doors.made(director, page + "/find", "name", "Okresní").contains(COURT.toString()));
  }
}
