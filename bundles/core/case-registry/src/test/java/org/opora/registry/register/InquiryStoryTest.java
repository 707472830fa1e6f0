package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.registry.intake.application.InquiryDesk.Refusal;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.application.ReturnDesk.Figure;
import org.opora.registry.intake.application.ReturnDesk.Figures;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.testkit.OnEveryDatabase;

/** An inquiry refused for capacity, from the first call to the filed return. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryStoryTest {
  private static final int PLACES = 40;
  private static final LocalDate ASKED = LocalDate.of(2026, 5, 4);
  private static final LocalDate TOLD = LocalDate.of(2026, 5, 6);
  private static final LocalDate DUE = LocalDate.of(2027, 6, 30);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = new Office(register).director();
    for (int i = 0; i < PLACES; i++) {
      register.family(director, null, "Plná" + i);
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void aRefusalForCapacityIsCountedAndItsDataAreForgottenWithTheReturn() {
    rooms.figures.set(director, FigureKind.PLACES, PLACES, LocalDate.of(2026, 1, 1));
    UUID inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(ASKED, "Malá", "600 123 456", null, director.staff()));
    assertEquals(0, rooms.inquiries.capacity(director, TOLD).free());

    Viewer worker = register.viewer("key-worker");
    assertThrows(NotAllowed.class, () -> rooms.returns.of(worker, 2026));
    Refused vague =
        assertThrows(Refused.class, () -> refuse(inquiry, "cz.we-do-not-want-to", TOLD));
    assertEquals("ground", vague.field());
    Refused early =
        assertThrows(Refused.class, () -> refuse(inquiry, "cz.capacity", ASKED.minusDays(1)));
    assertEquals("toldOn", early.field());
    refuse(inquiry, "cz.capacity", TOLD);

    InquiryLine refused = rooms.inquiries.view(director, inquiry);
    assertEquals(InquiryState.REFUSED, refused.state());
    assertEquals(TOLD, refused.stateOn());
    assertEquals(List.of("Organizace A", "Organizace B"), refused.others());
    assertEquals(PLACES, refused.placesThen());
    assertEquals(PLACES, refused.usedThen(), "the register counts forty agreements");
    assertThrows(Refused.class, () -> refuse(inquiry, "cz.capacity", TOLD), "only once");

    Refused tooEarly =
        assertThrows(Refused.class, () -> rooms.returns.file(director, 2026, Register.TODAY, null));
    assertEquals("filedOn", tooEarly.field());
    Viewer later = IntakeRooms.on(director, LocalDate.of(2027, 6, 15));
    assertFigures(rooms.returns.of(later, 2026), 1);
    UUID disposal = rooms.returns.file(later, 2026, later.today(), null);
    assertEquals("Malá", rooms.inquiries.view(later, inquiry).name(), "nothing was deleted");

    // Nobody else in this centre could approve it.
    Refused unasked =
        assertThrows(
            Refused.class, () -> rooms.disposals.approve(later, disposal, 1, false, "Jsem sama"));
    assertEquals("confirmed", unasked.field());
    Refused why =
        assertThrows(Refused.class, () -> rooms.disposals.approve(later, disposal, 1, true, " "));
    assertEquals("reason", why.field());
    assertEquals(1, rooms.disposals.approve(later, disposal, 1, true, "Jsem v centru sama"));
    InquiryLine forgotten = rooms.inquiries.view(later, inquiry);
    assertNull(forgotten.name());
    assertNull(forgotten.phone());
    assertNull(forgotten.note());
    assertEquals(List.of(), forgotten.others());
    assertEquals(2, forgotten.othersOffered());
    assertEquals(later.today(), forgotten.anonymisedOn());
    Figures filed = rooms.returns.of(later, 2026);
    assertFigures(filed, 0);
    assertFalse(filed.changed());
    assertEquals(later.today(), filed.filedOn());
    assertThrows(
        Refused.class, () -> rooms.returns.file(later, 2026, later.today(), null), "only once");

    UUID late =
        rooms.inquiries.record(
            director, new NewInquiry(ASKED, "Pozdní", "600 654 321", null, director.staff()));
    rooms.figures.set(director, FigureKind.PLACES, PLACES + 1, LocalDate.of(2026, 1, 1));
    Refused counted = assertThrows(Refused.class, () -> refuse(late, "cz.capacity", TOLD));
    assertEquals("toldOn", counted.field(), "what has been reported is not changed");
    Figures since = rooms.returns.of(later, 2026);
    assertFigures(since, 0);
    assertTrue(since.changed());
    assertEquals(2, now(since, ReturnDesk.ASKED));
    assertEquals(PLACES + 1, now(since, ReturnDesk.PLACES));
    assertNull(now(since, ReturnDesk.REFUSED), "as it was");
  }

  private static Integer now(Figures figures, String code) {
    return figures.rows().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow()
        .now();
  }

  private void refuse(UUID inquiry, String ground, LocalDate told) {
    long version = rooms.inquiries.view(director, inquiry).version();
    rooms.inquiries.refuse(
        director,
        inquiry,
        version,
        new Refusal(ground, told, List.of("Organizace A", " Organizace B ", "")));
  }

  private static void assertFigures(Figures figures, int readable) {
    assertEquals(1, figures.count(ReturnDesk.ASKED));
    assertEquals(1, figures.count(ReturnDesk.REFUSED));
    assertEquals(
        List.of(0, 1, 0),
        figures.rows().stream()
            .filter(row -> row.code().startsWith(ReturnDesk.GROUND))
            .map(Figure::count)
            .toList(),
        "out of mandate, capacity, terminated");
    assertEquals(PLACES, figures.count(ReturnDesk.PLACES));
    assertEquals(PLACES, figures.count(ReturnDesk.USED));
    assertEquals(DUE, figures.due());
    assertEquals(readable, figures.readable());
  }
}
