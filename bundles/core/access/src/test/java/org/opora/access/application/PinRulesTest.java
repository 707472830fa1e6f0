package org.opora.access.application;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.faults.Refused;

class PinRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "274195063", "27419x", "27 419", "２７４１９５"})
  void sixToEightDigitsAndNothingElse(String pin) {
    assertEquals("pin.form", refused(pin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000", "121212", "11122211", "123456", "654321", "890123", "135791", "24680246",
        "123123", "27412741", "274274", "123321", "27411472", "147258", "159753", "789456",
        "112233", "102030", "240386", "860324", "24031986", "19860324", "290224"
      })
  void whatEverybodyWouldGuess(String pin) {
    assertEquals("pin.guessed", refused(pin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"274195", "908352", "8315297", "47018352", "993172"})
  void whatNobodyGuessesSoon(String pin) {
    assertDoesNotThrow(() -> PinRules.check(pin.toCharArray()));
  }

  private static String refused(String pin) {
    Refused refused = assertThrows(Refused.class, () -> PinRules.check(pin.toCharArray()), pin);
    assertEquals("pin", refused.field());
    return refused.text().key();
  }
}
