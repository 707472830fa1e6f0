package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.testkit.OnEveryDatabase;

/** A return speaks of the whole centre, so it is for whoever sees the whole centre. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnForWhomTest {
  private static final int YEAR = 2025;
  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    register.family(new Office(register).director(), null, "Výkazová");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Viewer viewer(Reach returns, Reach files) {
    return register.house.viewer(
        StaffId.next(), Map.of(Intake.RETURN, returns, CaseFiles.READ, files));
  }

  @Test
  void whoSeesAllOfItSeesTheReturn() {
    assertEquals(0, rooms.returns.of(viewer(Reach.ALL, Reach.ALL), YEAR).count(ReturnDesk.USED));
  }

  @Test
  void whoSeesLessSeesNoneOfIt() {
    for (Viewer less :
        List.of(
            viewer(Reach.OWN, Reach.ALL),
            viewer(Reach.ALL, Reach.OWN),
            viewer(Reach.ALL, Reach.NONE))) {
      assertThrows(NotFound.class, () -> rooms.returns.of(less, YEAR));
      assertThrows(NotFound.class, () -> rooms.returns.years(less));
      assertThrows(
          NotFound.class, () -> rooms.returns.behind(less, YEAR, ReturnDesk.USED, null, 10));
      assertThrows(
          NotFound.class, () -> rooms.returns.file(less, YEAR, LocalDate.of(2026, 5, 4), null));
    }
  }
}
