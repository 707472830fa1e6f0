package org.opora.supervisedcontacts.observations.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.evidence.Fact;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** What the centre promises of reports, and from what that is counted. */
class ReportPromiseTest {
  private static final CentreRule RULE = new ReportPromise().rules().get(0);

  @OnEveryDatabase
  void whatBeginsWithAContactEndsWithItsReport(Product product) {
    assertEquals(Set.of(Contacts.TO_REPORT, Reports.EVIDENCE), RULE.evidence());
    assertTrue(new SupervisedContactsModule().evidence().containsAll(RULE.evidence()));
    try (MeetingHouse house = new MeetingHouse(product)) {
      Case opened = house.centre.opened();
      var facilitator = house.centre.viewer("facilitator");
      var contact = house.held(opened, facilitator);
      assertEquals(List.of(), facts(house, opened, Reports.EVIDENCE));
      house.submitted(facilitator, contact);
      assertEquals(
          List.of(house.line(contact).toString()), facts(house, opened, Contacts.TO_REPORT));
      assertEquals(List.of(house.line(contact).toString()), facts(house, opened, Reports.EVIDENCE));
    }
  }

  private static List<String> facts(MeetingHouse house, Case opened, String kind) {
    return house
        .centre
        .register
        .evidence
        .of(house.centre.director, opened.family().file(), opened.family().child(), kind, 10)
        .stream()
        .map(Fact::ref)
        .toList();
  }
}
