package org.opora.supervisedcontacts.preparation.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.preparation.application.PreparationReader;
import org.opora.supervisedcontacts.preparation.application.Preparations;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The pages of preparations, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparationPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private final Centre centre = new Centre(Product.DERBY);
  private final PreparationReader reader =
      new PreparationReader(
          centre.tx,
          centre.keys(),
          centre.access(),
          centre.register.files,
          centre.register.people,
          centre.register.staff);
  private final ModuleDoors doors =
      new ModuleDoors(
          new PreparationRoutes(
              new Preparations(
                  centre.tx,
                  centre.keys(),
                  centre.access(),
                  centre.register.house.audit(),
                  centre.register.files,
                  centre.register.people,
                  centre.register.evidence,
                  centre.register.timeline,
                  Centre.texts()),
              reader,
              centre.planReader,
              centre.register.files,
              ModuleDoors.messages()));

  @AfterAll
  void close() {
    centre.close();
  }

  private String version(Viewer viewer, String page) {
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return String.valueOf(reader.view(viewer, new PreparationId(id)).version());
  }

  @Test
  void aChildIsPreparedAndSaysWhoMayReadIt() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String all = HOME + "/plans/" + opened.plan() + "/preparations";
    assertTrue(doors.open(worker, all + "/new").contains("Marie"), "the carer is offered");
    String wrong = doors.refused(worker, all, "wants", "Chce si hrát.");
    assertTrue(wrong.contains("e-whom") && wrong.contains("e-on"), wrong);
    assertTrue(wrong.contains("Chce si hrát.</textarea>"), "nothing typed is lost");
    String day = Centre.TODAY.toString();
    String unchosen =
        doors.refused(worker, all, "whom", "CHILD", "on", day, "wants", "Chce si hrát.");
    assertTrue(unchosen.contains("e-chosenBy"), unchosen);
    String page =
        doors.post(
            worker,
            all,
            "whom",
            "CHILD",
            "on",
            day,
            "wants",
            "Chce si hrát.",
            "fears",
            "Že máma nepřijde.",
            "readers",
            "HOUSE",
            "chosenBy",
            "CHILD");
    String shown = doors.open(worker, page);
    assertTrue(shown.contains("Chce si hrát.") && shown.contains("Že máma nepřijde."), shown);
    String readers =
        doors.refused(
            worker, page + "/readers", "version", version(worker, page), "readers", "COURT");
    assertTrue(readers.contains("e-chosenBy"), readers);
    assertTrue(readers.matches("(?s).*value=\"COURT\" checked.*"), "what was ticked stays ticked");
    doors.post(
        worker,
        page + "/readers",
        "version",
        version(worker, page),
        "readers",
        "COURT",
        "chosenBy",
        "CHILD");
    assertTrue(doors.open(worker, page).contains("Chce si hrát."));
    doors.post(worker, page + "/strike");
    assertFalse(doors.open(worker, page).contains("/strike"), "it is struck out once");
  }

  @Test
  void anAdultIsPreparedWithWhatTheyExpect() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String all = HOME + "/plans/" + opened.plan() + "/preparations";
    String day = Centre.TODAY.toString();
    String wrong =
        doors.refused(worker, all, "whom", "PARENT", "on", day, "name", "Lenka Slavíková");
    assertTrue(wrong.contains("e-expects") && wrong.contains("Lenka Slavíková"), wrong);
    String page =
        doors.post(
            worker,
            all,
            "whom",
            "PARENT",
            "on",
            day,
            "name",
            "Lenka Slavíková",
            "expects",
            "Že si popovídají.");
    assertTrue(doors.open(worker, page).contains("Že si popovídají."));
  }
}
