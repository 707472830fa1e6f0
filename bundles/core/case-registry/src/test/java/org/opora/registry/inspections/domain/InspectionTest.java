package org.opora.registry.inspections.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A loan is out until it is returned; nothing else ever is. */
class InspectionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final byte[] WORDS = {1};
  private final StaffId jana = StaffId.next();

  private Inspection of(Deed deed) {
    Inspection inspection = new Inspection(UUID.randomUUID(), CaseFileId.next(), deed, jana);
    inspection.says(DAY, Asker.AUTHORITY, WORDS, WORDS, WORDS, null);
    return inspection;
  }

  @Test
  void onlyALoanIsOut() {
    for (Deed deed : Deed.values()) {
      assertEquals(deed == Deed.LENT, of(deed).lentOut(), deed.name());
      assertEquals(deed != Deed.REFUSED, deed.supervised(), deed.name());
    }
  }

  @Test
  void aLoanIsOutUntilItIsReturnedOrStruckOut() {
    Inspection loan = of(Deed.LENT);
    loan.returned(DAY.plusDays(3), jana);
    assertFalse(loan.lentOut());
    loan.says(DAY, Asker.CARER, WORDS, null, WORDS, null);
    assertFalse(loan.lentOut(), "a correction does not lend it again");
    loan.notReturned();
    assertTrue(loan.lentOut());
    loan.strikeOut(DAY, jana, WORDS);
    assertFalse(loan.lentOut());
  }

  @Test
  void anAuthorityAndOthersNeedATitle() {
    assertTrue(Asker.AUTHORITY.needsTitle() && Asker.OTHER.needsTitle());
    assertFalse(Asker.CHILD.needsTitle() || Asker.PARENT.needsTitle() || Asker.CARER.needsTitle());
  }
}
