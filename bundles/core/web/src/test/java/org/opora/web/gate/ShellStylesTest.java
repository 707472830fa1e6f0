package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Paper is narrower than most screens and no telephone: what is made for those is for the screen.
 */
class ShellStylesTest {
  @Test
  void noNarrowLayoutAppliesToPaper() throws IOException {
    for (String sheet : List.of("shell.css")) {
      List<String> layouts = text(sheet).lines().filter(line -> line.contains("@media")).toList();
      assertFalse(layouts.isEmpty(), sheet);
      assertEquals(
          List.of(),
          layouts.stream()
              .filter(line -> line.contains("max-width") && !line.contains("@media screen and"))
              .toList(),
          sheet);
    }
  }

  private static String text(String sheet) throws IOException {
    try (InputStream file = ShellStylesTest.class.getResourceAsStream("/static/" + sheet)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
