package org.opora.supervisedcontacts.court.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.legal.application.NewDecision;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** Decisions of courts on the page for a court, as the register knows them. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtReaderTest {
  private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;
  private CourtReader court;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
    court =
        new CourtReader(
            centre.planReader,
            centre.reader,
            house.reportReader,
            house.evaluationReader,
            centre.legal,
            centre.register.overrides,
            centre.settings);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private void decided(Case opened, String reference, String force, String until) {
    centre.legal.add(
        opened.worker(),
        opened.family().child(),
        new NewDecision(
            DecisionKind.CONTACT,
            "OS Brno",
            reference,
            null,
            null,
            List.of(),
            null,
            LocalDate.parse(force).minusDays(10),
            LocalDate.parse(force),
            false,
            null,
            null,
            until == null ? null : LocalDate.parse(until)));
  }

  private static List<String> references(CourtView view) {
    return view.decisions().stream().map(LegalPosition.Decision::reference).toList();
  }

  @Test
  void everyDecisionThatHeldOnSomeDayIsThereInTheirOrder() {
    Case opened = centre.opened();
    decided(opened, "4 P 4/2026", "2026-09-11", null);
    decided(opened, "2 P 2/2026", "2026-08-05", "2026-08-05");
    decided(opened, "1 P 1/2025", "2026-01-01", "2026-06-01");
    decided(opened, "0 P 0/2025", "2026-01-01", "2026-05-31");
    decided(opened, "3 P 3/2026", "2026-08-06", "2026-09-10");
    decided(opened, "5 P 5/2026", "2026-11-03", null);
    CourtView view = court.of(opened.worker(), opened.plan(), FROM, Centre.TODAY);
    assertTrue(view.reads());
    assertEquals(List.of("1 P 1/2025", "2 P 2/2026", "3 P 3/2026", "4 P 4/2026"), references(view));
    assertEquals(
        List.of("2 P 2/2026"),
        references(
            court.of(
                opened.worker(),
                opened.plan(),
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2026, 8, 5))));
  }

  @Test
  void whoeverOnlyAssistsReadsNone() {
    Case opened = centre.opened();
    decided(opened, "6 P 6/2026", "2026-08-06", null);
    Viewer facilitator = centre.viewer("facilitator");
    house.soon(opened, facilitator);
    CourtView view = court.of(facilitator, opened.plan(), FROM, Centre.TODAY);
    assertFalse(view.reads());
    assertEquals(List.of(), view.decisions());
  }
}
