package org.opora.duties.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.duties.application.Centre;

/** What stands together on the card and in a file. */
class CardEntryTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final LocalDate DRAFTED = LocalDate.of(2026, 7, 8);
  private static final LocalDate DAY = LocalDate.of(2026, 8, 12);
  private static final CaseFiles.Carer EVA = Centre.carer("Eva", "Nováková", null);
  private static final CaseFiles.Carer JAN = Centre.carer("Jan", "Novák", null);
  private static final About AGREEMENT =
      About.agreement(Centre.file("1/26"), Centre.agreementOf("1/26", SIGNED));

  private static List<DutyRow> rows(Centre centre, String rule) {
    return centre.duties(true).list(Centre.viewer(Reach.ALL, DAY), DAY).stream()
        .filter(line -> line.rule().equals(rule))
        .map(line -> DutyRow.of(line, DAY, DAY, false, null))
        .toList();
  }

  private static Centre centre() {
    return new Centre()
        .agreement("1/26", SIGNED, null, null, Centre.WORKER, List.of(EVA, JAN), List.of())
        .bringing(Kinds.EDUCATION);
  }

  @Test
  void twoOfficesThatHaveNotGotAReportAreTwo() {
    Centre centre = centre();
    centre.proved(
        Centre.key("report"),
        NewFact.of(Kinds.REPORT_DRAFTED, AGREEMENT, DRAFTED).tiedTo("report"));
    for (String office : List.of("of the boy", "of the girl")) {
      centre.proved(
          Centre.key(office),
          NewFact.of(Kinds.REPORT_ADDRESSED, AGREEMENT, DRAFTED)
              .tiedTo("report")
              .formed("child-authority"));
    }
    List<DutyRow> late =
        rows(centre, "cz.report").stream().filter(row -> row.ref() != null).toList();
    assertEquals(2, CardEntry.of(late).size());
    assertEquals(2, CardEntry.inFile(late).size());
  }

  @Test
  void whatConcernsTwoPeopleInTheSameWayIsOne() {
    List<DutyRow> hours = rows(centre(), "cz.education");
    assertEquals(2, hours.size());
    assertEquals(1, CardEntry.of(hours).size());
    assertEquals(1, CardEntry.inFile(hours).size());
  }
}
