package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.files.CareKind;
import org.opora.api.ids.CaseFileId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.intake.application.InquiryLine;
import org.opora.registry.intake.application.ReturnDesk;
import org.opora.registry.intake.application.ReturnDesk.Behind;
import org.opora.registry.intake.application.ReturnDesk.Figures;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.register.Doors;
import org.opora.testkit.OnEveryDatabase;

/** Story S11: an inquiry is refused because there is no place, as the pages lead through it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoPlaceStoryTest {
  private static final int PLACES = 40;
  private static final LocalDate BEGUN = LocalDate.of(2025, 3, 3);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;

  @BeforeParameterizedClassInvocation
  void fortyAgreements() {
    house = new StoryHouse(product);
    house.on(2026, 5, 4);
    for (int i = 0; i < PLACES; i++) {
      CaseFileId file =
          house.file(
              null,
              "Plná " + i,
              BEGUN,
              house.person("Jana", "Plná " + i, LocalDate.of(1980, 1, 1).plusDays(i)));
      house.takenOver(file, CareKind.LONG_TERM, true, BEGUN, "Praha 4");
    }
    house.intake.figures.set(house.director, FigureKind.PLACES, PLACES, LocalDate.of(2026, 1, 1));
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void familyMalaAsksIsRefusedAndForgotten() {
    String path =
        house.doors.post(
            house.director,
            "/inquiries/new",
            "on",
            "4. 5. 2026",
            "name",
            "Malá",
            "phone",
            "600 123 456",
            "doer",
            house.director.staff().toString());
    UUID inquiry = UUID.fromString(Doors.last(path));
    InquiryLine asked = line(inquiry);
    assertEquals("Malá", asked.name());
    assertEquals("600 123 456", asked.phone());
    assertNull(asked.note(), "name and phone, nothing else");

    house.on(2026, 5, 6);
    assertEquals(
        0, house.intake.inquiries.capacity(house.director, LocalDate.of(2026, 5, 6)).free());
    assertTrue(house.doors.open(house.director, path + "/refuse").contains("cz.capacity"));
    house.doors.post(
        house.director,
        path + "/refuse",
        "ground",
        "cz.capacity",
        "toldOn",
        "6. 5. 2026",
        "others",
        "Doprovázení Sever\nDoprovázení Jih",
        "version",
        Long.toString(asked.version()));
    InquiryLine refused = line(inquiry);
    assertEquals(InquiryState.REFUSED, refused.state());
    assertEquals("cz.capacity", refused.groundCode());
    assertEquals(LocalDate.of(2026, 5, 6), refused.stateOn());
    assertEquals(List.of("Doprovázení Sever", "Doprovázení Jih"), refused.others());
    assertEquals(PLACES, refused.usedThen());
    String page = house.doors.open(house.director, path);
    for (String said : List.of("6. 5. 2026", "Doprovázení Sever", "Doprovázení Jih")) {
      assertTrue(page.contains(said), said);
    }

    house.on(2027, 6, 15);
    String figures = house.doors.open(house.director, "/inquiries/return");
    assertTrue(figures.contains("30. 6. 2027"), "by when the return for 2026 is due");
    counted(house.intake.returns.of(house.director, 2026));
    everyFigureOpensItsList(inquiry, false);
    String disposal =
        house.doors.post(
            house.director, "/inquiries/return/file", "year", "2026", "filedOn", "15. 6. 2027");
    assertEquals("Malá", line(inquiry).name(), "until somebody approves it");
    house.intake.disposals.approve(
        house.director, UUID.fromString(Doors.last(disposal)), 1, true, "Jsem v centru sama");
    InquiryLine forgotten = line(inquiry);
    assertNull(forgotten.name());
    assertNull(forgotten.phone());
    assertEquals(LocalDate.of(2027, 6, 15), forgotten.anonymisedOn());
    assertFalse(house.doors.open(house.director, path).contains("Malá"));
    counted(house.intake.returns.of(house.director, 2026));
    everyFigureOpensItsList(inquiry, true);
    theReturnIsADocument();
  }

  /** Also when the words of the family are deleted, and whatever has been recorded since. */
  private void everyFigureOpensItsList(UUID inquiry, boolean filed) {
    Figures figures = house.intake.returns.of(house.director, 2026);
    String page = house.doors.open(house.director, "/inquiries/return?year=2026");
    for (ReturnDesk.Figure figure : figures.rows()) {
      if (figure.code().equals(ReturnDesk.PLACES)) {
        assertTrue(page.contains("href=\"/intake/figures\""), "where the places are set");
        continue;
      }
      assertTrue(figure.count() == 0 || figure.listed(), figure.code());
      if (figure.listed()) {
        assertTrue(page.contains("figure=" + figure.code() + "\""), figure.code());
        Behind behind = behind(figure.code());
        assertEquals(filed, behind.filed());
        assertEquals(
            figure.count().longValue(),
            behind.list().lines().stream().mapToLong(line -> line.amount()).sum(),
            figure.code());
        assertEquals(0, behind.list().closed(), figure.code());
      }
    }
    assertEquals(
        List.of("/inquiries/" + inquiry),
        behind(ReturnDesk.GROUND + "cz.capacity").list().lines().stream()
            .map(line -> line.shown().href())
            .toList());
    assertEquals(PLACES, behind(ReturnDesk.USED).list().lines().size());
    assertEquals(PLACES, figures.count("agreements.some.LONG_TERM"));
    assertEquals(PLACES, figures.count("carers.some"));
    assertEquals(0, figures.count("children.some"));
    assertEquals(PLACES, figures.count("served.people"));
    String list =
        house.doors.open(
            house.director,
            "/inquiries/return/list?year=2026&figure=" + ReturnDesk.GROUND + "cz.capacity");
    assertTrue(list.contains("/inquiries/" + inquiry) && !list.contains("Malá"), list);
  }

  private Behind behind(String code) {
    return house.intake.returns.behind(house.director, 2026, code, null, 100);
  }

  private void theReturnIsADocument() {
    house.doors.take(house.director, "/inquiries/return/pdf?year=2026");
    List<String> rows = house.intake.papers.rows();
    assertTrue(rows.contains("Platných dohod|40"), rows.toString());
    assertTrue(rows.contains("Míst pro dohody|40"), rows.toString());
    assertTrue(
        rows.stream().anyMatch(row -> row.startsWith("Odmítnuto: ") && row.endsWith("|1")),
        rows.toString());
    assertTrue(house.intake.papers.last().head().contains("Opora Zkušební"));
  }

  private InquiryLine line(UUID inquiry) {
    return house.intake.inquiries.view(house.director, inquiry);
  }

  private static void counted(Figures figures) {
    assertEquals(1, figures.count(ReturnDesk.ASKED));
    assertEquals(1, figures.count(ReturnDesk.REFUSED));
    assertEquals(1, figures.count(ReturnDesk.GROUND + "cz.capacity"));
    assertEquals(0, figures.count(ReturnDesk.GROUND + "cz.out-of-mandate"));
    assertEquals(0, figures.count(ReturnDesk.GROUND + "cz.terminated"));
    assertEquals(PLACES, figures.count(ReturnDesk.PLACES));
    assertEquals(PLACES, figures.count(ReturnDesk.USED), "the register counts forty");
    assertEquals(LocalDate.of(2027, 6, 30), figures.due());
  }
}
