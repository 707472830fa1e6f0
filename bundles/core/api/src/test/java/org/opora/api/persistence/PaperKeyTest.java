package org.opora.api.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaperKeyTest {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final Random random = new Random(4);

  private byte[] key() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return key;
  }

  @Test
  void whatIsWrittenIsReadAgainHoweverItIsTyped() throws PaperKey.Misread {
    byte[] full = new byte[32];
    Arrays.fill(full, (byte) 0xFF);
    List<byte[]> keys = new ArrayList<>(List.of(new byte[32], full));
    for (int i = 0; i < 200; i++) {
      keys.add(key());
    }
    for (byte[] key : keys) {
      List<String> lines = PaperKey.write(key);
      assertEquals(PaperKey.LINES, lines.size());
      assertTrue(lines.stream().allMatch(line -> line.matches("(?:[0-9A-Z]{5} ?){3}")));
      assertArrayEquals(key, PaperKey.read(lines));
      String careless = String.join("-", lines).toLowerCase().replace('0', 'o').replace('1', 'l');
      assertArrayEquals(key, PaperKey.read(careless));
    }
  }

  /** One wrong character, and two that changed places, are found with the number of the line. */
  @Test
  void aLineThatWasCopiedWronglyIsNamed() throws PaperKey.Misread {
    int missed = 0;
    int tried = 0;
    for (int round = 0; round < 20; round++) {
      List<String> lines = PaperKey.write(key());
      for (int i = 0; i < lines.size(); i++) {
        for (int at = 0; at < lines.get(i).length(); at++) {
          if (lines.get(i).charAt(at) == ' ') {
            continue;
          }
          char wrong = SIGNS.charAt((SIGNS.indexOf(lines.get(i).charAt(at)) + 1) % 32);
          StringBuilder line = new StringBuilder(lines.get(i));
          line.setCharAt(at, wrong);
          List<String> typed = new ArrayList<>(lines);
          typed.set(i, line.toString());
          tried++;
          try {
            PaperKey.read(typed);
            missed++;
          } catch (PaperKey.Misread found) {
            assertEquals(i + 1, found.line());
          }
        }
      }
    }
    assertEquals(1_200, tried);
    assertTrue(missed <= 6, missed + " of " + tried);
  }

  @Test
  void linesInAnotherOrderMissingOrTooManyAreRefused() {
    List<String> lines = new ArrayList<>(PaperKey.write(key()));
    assertEquals(
        4, assertThrows(PaperKey.Misread.class, () -> PaperKey.read(lines.subList(0, 3))).line());
    assertThrows(
        PaperKey.Misread.class, () -> PaperKey.read(String.join(" ", lines) + " " + lines.get(0)));
    assertThrows(PaperKey.Misread.class, () -> PaperKey.read(""));
    assertThrows(PaperKey.Misread.class, () -> PaperKey.line(1, "ÚÚÚÚÚ ÚÚÚÚÚ ÚÚÚÚÚ"));
    Collections.swap(lines, 1, 2);
    assertEquals(2, assertThrows(PaperKey.Misread.class, () -> PaperKey.read(lines)).line());
    assertThrows(IllegalArgumentException.class, () -> PaperKey.write(new byte[31]));
  }
}
