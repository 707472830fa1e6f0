package org.opora.benchmark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "Novák,Nováková",
    "Černý,Černá",
    "Marek,Marková",
    "Němec,Němcová",
    "Svoboda,Svobodová"
  })
  void aWomanBearsItInHerForm(String his, String hers) {
    assertEquals(hers, Names.ofWoman(his));
  }

  @Test
  void foldedAsTheRegisterFolds() {
    assertEquals("rehor sustekova", Names.folded("Řehoř Šusteková"));
  }
}
