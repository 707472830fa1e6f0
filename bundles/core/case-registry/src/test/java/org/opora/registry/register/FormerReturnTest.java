package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.application.ReturnDesk.Figures;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.testkit.OnEveryDatabase;

/** A return that was filed when returns spoke of inquiries alone, and kept no lists. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormerReturnTest {
  private static final int YEAR = 2026;

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void filedBefore() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = new Office(register).director();
    register.family(director, null, "Dřívější");
    register.tx.run(
        em -> {
          em.persist(new YearlyReturn(YEAR, LocalDate.of(2027, 6, 1), director.staff()));
          em.flush();
          em.persist(new ReturnFigure(YEAR, ReturnDesk.ASKED, 0, 3));
          em.persist(new ReturnFigure(YEAR, ReturnDesk.USED, 1, 1));
        });
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whatItDidNotSayYetIsNoChange() {
    Figures figures = rooms.returns.of(director, YEAR);
    assertEquals(
        List.of(ReturnDesk.ASKED, ReturnDesk.USED),
        figures.rows().stream().map(ReturnDesk.Figure::code).toList());
    assertEquals(1, figures.count(ReturnDesk.USED));
    assertEquals(0, figures.rows().get(0).now(), "what it did say is compared");
  }

  @Test
  void itsFiguresHaveNoLists() {
    Figures figures = rooms.returns.of(director, YEAR);
    assertFalse(figures.rows().stream().anyMatch(ReturnDesk.Figure::listed));
    assertThrows(
        NotFound.class, () -> rooms.returns.behind(director, YEAR, ReturnDesk.USED, null, 10));
  }
}
