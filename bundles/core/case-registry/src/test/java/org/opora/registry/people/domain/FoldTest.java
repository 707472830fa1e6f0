package org.opora.registry.people.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void marksAndCaseDoNotMatter() {
    assertEquals("prilis zlutoucky kun", Fold.fold("Příliš  ŽLUŤOUČKÝ kůň"));
  }

  @Test
  void lettersWithAStrokeBecomePlain() {
    assertEquals("lodz", Fold.fold("Łódź"));
    assertEquals("dordevic", Fold.fold("Đorđević"));
  }

  @Test
  void aDoubleNameIsTwoWords() {
    assertEquals(List.of("novakova", "mala"), Fold.words("Nováková-Malá"));
    assertEquals(List.of("anna"), Fold.words(" Anna  anna "));
    assertEquals(List.of(), Fold.words(" - "));
    assertEquals("", Fold.fold(null));
  }

  @Test
  void theSameNameInBothFormsOfUnicodeIsTheSame() {
    assertEquals(Fold.fold("Jiří"), Fold.fold("Jiří"));
  }
}
