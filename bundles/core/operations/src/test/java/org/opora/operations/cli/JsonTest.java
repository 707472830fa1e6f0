package org.opora.operations.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsWhatTheServerWrites() {
    Object read =
        Json.parse(
            " {\"a\": [1, -2.5e1, true, false, null], \"b\": {\"c\": \"ž\\u0159\\n\\\"\\\\\"}, \"d\":[]}\n");
    assertEquals(
        Map.of(
            "a",
            Arrays.asList(new BigDecimal(1), new BigDecimal("-2.5e1"), true, false, null),
            "b",
            Map.of("c", "žř\n\"\\"),
            "d",
            List.of()),
        read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,",
        "{\"a\"}",
        "{a:1}",
        "\"abc",
        "tru",
        "1 2",
        "[1]]",
        "\"\\x\"",
        "\"\\u12\""
      })
  void refusesWhatIsNoJson(String text) {
    assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
  }

  @Test
  void refusesWhatIsTooDeep() {
    assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(10_000)));
  }
}
