package org.opora.supervisedcontacts.risks.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The pages of assessments, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private final Centre centre = new Centre(Product.DERBY);
  private final RiskReader reader =
      new RiskReader(
          centre.tx, centre.keys(), centre.access(), centre.register.people, centre.register.staff);
  private final ModuleDoors doors =
      new ModuleDoors(
          new RiskRoutes(
              new Risks(
                  centre.tx,
                  centre.keys(),
                  centre.access(),
                  centre.register.house.audit(),
                  centre.register.access.colleagues(),
                  centre.register.files,
                  centre.register.people,
                  centre.register.timeline,
                  centre.register.tasks,
                  centre.register.inbox,
                  Centre.texts()),
              reader,
              centre.planReader,
              ModuleDoors.messages()));

  @AfterAll
  void close() {
    centre.close();
  }

  private static String[] fields(String version, String violence, String... more) {
    List<String> fields = new ArrayList<>(List.of("version", version));
    fields.addAll(List.of("on", Centre.TODAY.toString(), "words-VIOLENCE", "Křičel na matku."));
    for (RiskKind kind : RiskKind.values()) {
      fields.addAll(List.of("level-" + kind, kind == RiskKind.VIOLENCE ? violence : "NONE"));
    }
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private String version(String page) {
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return String.valueOf(reader.view(centre.director, new RiskId(id)).version());
  }

  @Test
  void aHighRiskIsAssessedAndASecondPersonDecides() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    Viewer director = centre.director;
    String plan = HOME + "/plans/" + opened.plan();
    assertTrue(doors.open(worker, plan + "/risks/new").contains("f-level-TRAVEL"));
    assertTrue(
        doors.open(centre.viewer("director"), HOME + "/risks").contains("Nic nečeká."),
        "the list says so when it is empty");
    String wrong = doors.refused(worker, plan + "/risks", "words", "Proto.");
    assertTrue(wrong.contains("e-on") && wrong.contains("e-level-VIOLENCE"), wrong);
    assertTrue(wrong.contains("Proto.</textarea>"), "nothing typed is lost");
    String measureless =
        doors.refused(
            worker,
            plan + "/risks",
            fields("0", "HIGH", "outcome", "WITH_MEASURES", "words", "Proto."));
    assertTrue(measureless.contains("e-measure-VIOLENCE"), measureless);
    assertTrue(measureless.contains("Křičel na matku.</textarea>"), measureless);
    String page =
        doors.post(
            worker,
            plan + "/risks",
            fields(
                "0",
                "HIGH",
                "outcome",
                "WITH_MEASURES",
                "words",
                "Proto.",
                "measure-VIOLENCE",
                "Dva pracovníci."));
    assertTrue(doors.open(worker, page).contains("Dva pracovníci."));
    assertTrue(doors.open(worker, plan + "/risks/new").contains("Dva pracovníci.</textarea>"));
    assertTrue(doors.open(director, HOME + "/risks").contains(page));
    String stale =
        doors.refused(
            worker, plan + "/risks", fields("0", "LOW", "outcome", "CONTACTS", "words", "Už ne."));
    assertTrue(stale.contains("Už ne.</textarea>"), "somebody else was faster: " + stale);
    assertTrue(
        doors
            .refused(director, page + "/decide", "version", version(page), "words", "Hm.")
            .contains("e-answer"));
    String silent =
        doors.refused(director, page + "/decide", "version", version(page), "answer", "no");
    assertTrue(silent.contains("e-words"), silent);
    doors.post(
        director,
        page + "/decide",
        "version",
        version(page),
        "answer",
        "yes",
        "words",
        "Souhlasím.");
    assertTrue(doors.open(worker, page).contains("Souhlasím."));
    assertFalse(doors.open(director, HOME + "/risks").contains(page));
  }
}
