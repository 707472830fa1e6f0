package org.opora.registry.importing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderWordsTest {
  @Test
  void polishHeadersAreKnown() {
    known("Nr akt", Column.FILE_NUMBER);
    known("Opiekun 1 – nazwisko", Column.CARER1_FAMILY);
    known("Opiekun 1 – imię", Column.CARER1_GIVEN);
    known("Opiekun 2 – data urodzenia", Column.CARER2_BIRTH);
    known("Nazwisko dziecka", Column.CHILD_FAMILY);
    known("Imię dziecka", Column.CHILD_GIVEN);
    known("PESEL dziecka", Column.CHILD_NATIONAL_ID);
    known("Data urodzenia dziecka", Column.CHILD_BIRTH);
    known("Kod pocztowy", Column.POSTAL_CODE);
    known("Rodzaj pieczy", Column.CARE_KIND);
    known("Data umieszczenia", Column.PLACED_ON);
    known("Sygnatura postanowienia", Column.COURT_REFERENCE);
    known("Koordynator", Column.KEY_WORKER);
    known("Ostatni kontakt", Column.LAST_CONTACT);
    known("Uwagi", Column.NOTE);
  }

  @Test
  void englishHeadersAreKnown() {
    known("File number", Column.FILE_NUMBER);
    known("Carer 1 surname", Column.CARER1_FAMILY);
    known("Carer 2 first name", Column.CARER2_GIVEN);
    known("Carer 1 date of birth", Column.CARER1_BIRTH);
    known("Child's family name", Column.CHILD_FAMILY);
    known("Child birth number", Column.CHILD_NATIONAL_ID);
    known("Child date of birth", Column.CHILD_BIRTH);
    known("Street", Column.STREET);
    known("Placed on", Column.PLACED_ON);
    known("Agreement concluded on", Column.CONCLUDED_ON);
    known("Agreement ended on", Column.ENDED_ON);
    known("Key worker", Column.KEY_WORKER);
    known("Deputy", Column.DEPUTY);
    known("Last visit", Column.LAST_CONTACT);
    known("Respite days 2026", Column.RESPITE_DAYS);
  }

  @Test
  void otherCzechHabitsAreKnown() {
    known("PŘÍJMENÍ DÍTĚTE", Column.CHILD_FAMILY);
    known("RČ dítěte", Column.CHILD_NATIONAL_ID);
    known("Datum narození dítěte", Column.CHILD_BIRTH);
    known("Pěstoun 2 příjmení", Column.CARER2_FAMILY);
    known("Druh péče", Column.CARE_KIND);
    known("Konec dohody", Column.ENDED_ON);
    known("Zástup", Column.DEPUTY);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    Columns columns = HeaderWords.recognise(List.of("Spis č.", "Barva dveří", ""));
    assertEquals(List.of("Barva dveří"), columns.unknown());
    assertFalse(columns.sufficient());
    assertTrue(HeaderWords.recognise(List.of("Pěstoun – příjmení")).sufficient());
  }

  @Test
  void theOrderOfHeadersDoesNotMatterForTheMemory() {
    assertEquals(Columns.key(List.of("Obec", "PSČ")), Columns.key(List.of("psč ", " obec")));
  }

  private static void known(String header, Column column) {
    Columns columns = HeaderWords.recognise(List.of(header));
    assertEquals(column, columns.at(0), header);
  }
}
