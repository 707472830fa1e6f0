package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.web.ContactRoutes;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.Asked;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/** The list of contacts as a file: what the list shows to the one who takes it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsExportTest {
  private static final String LIST = "/m/supervised-contacts";

  @Parameter Product product;
  private Centre centre;
  private Case mine;
  private Case foreign;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    mine = centre.opened();
    foreign = centre.opened();
    for (int day = -2; day < 4; day++) {
      for (Case opened : List.of(mine, foreign)) {
        centre.book(
            opened,
            centre.room(),
            centre.viewer("key-worker").staff(),
            centre.slot(Centre.TODAY.plusDays(day), "14:00", "15:30"));
      }
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private Reply ask(Viewer viewer, String path, Map<String, String> query) throws Exception {
    Route route =
        new ContactRoutes(
                centre.reader, centre.views, centre.planReader, centre.rooms, centre.ways())
            .routes().stream().filter(one -> one.pattern().equals(path)).findFirst().orElseThrow();
    assertEquals(SupervisedContactsModule.READ, route.permission());
    assertEquals(Route.Audit.READ, route.audit());
    Asked asked = Asked.by(viewer, path);
    query.forEach(asked::asking);
    return route.handler().handle(asked);
  }

  private Sheet<?> sheet(Viewer viewer, Map<String, String> query) throws Exception {
    return assertInstanceOf(Reply.Export.class, ask(viewer, LIST + "/export", query)).sheet();
  }

  @Test
  void everyoneTakesWhatTheirListShows() throws Exception {
    for (Map<String, String> query : List.of(Map.<String, String>of(), Map.of("when", "past"))) {
      for (Viewer viewer : List.of(centre.director, mine.worker(), foreign.worker())) {
        Page<?> listed = (Page<?>) ((Reply.Page) ask(viewer, LIST, query)).model().get("page");
        assertFalse(listed.items().isEmpty());
        assertEquals(listed.items(), rows(sheet(viewer, query), 2), "page by page");
      }
      assertEquals(Set.of(mine.subject()), subjects(sheet(mine.worker(), query)));
      assertEquals(
          Set.of(mine.subject(), foreign.subject()), subjects(sheet(centre.director, query)));
      assertEquals(
          List.of(), rows(sheet(centre.viewer("it-administrator"), query), 2), "not for IT");
    }
  }

  @Test
  void aRowSaysWhatTheListSays() throws Exception {
    List<Object> cells = cells(sheet(mine.worker(), Map.of()));
    assertEquals(Centre.TODAY, cells.get(0));
    assertEquals(List.of(LocalTime.of(14, 0), LocalTime.of(15, 30)), cells.subList(1, 3));
    assertEquals(
        Text.of(SupervisedContactsModule.ORIGIN, "state.PLANNED"), cells.get(cells.size() - 2));
  }

  @Test
  void itsWordsAreThere() throws Exception {
    BundleTexts texts =
        new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN);
    Sheet<?> sheet = sheet(centre.director, Map.of());
    assertFalse(texts.text(centre.director.locale(), sheet.title()).isBlank());
    sheet
        .columns()
        .forEach(
            column -> assertFalse(texts.text(centre.director.locale(), column.title()).isBlank()));
  }

  private static <T> List<T> rows(Sheet<T> sheet, int limit) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = sheet.source().page(after, limit);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private static <T> Set<Subject> subjects(Sheet<T> sheet) {
    Set<Subject> subjects = new HashSet<>();
    rows(sheet, 100).forEach(row -> subjects.addAll(sheet.subjects().apply(row)));
    return subjects;
  }

  private static <T> List<Object> cells(Sheet<T> sheet) {
    T first = rows(sheet, 1).get(0);
    List<Object> cells = new ArrayList<>();
    sheet.columns().forEach(column -> cells.add(column.value().apply(first)));
    return cells;
  }
}
