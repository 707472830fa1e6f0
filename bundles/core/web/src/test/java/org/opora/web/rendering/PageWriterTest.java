package org.opora.web.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageWriterTest {
  private final PageWriter writer = new PageWriter();

  @Test
  void everyKindOfLetterArrives() {
    writer.write("<p>");
    writer.write("Žluťoučký kůň");
    writer.write(" łódź ü €");
    writer.write("");
    writer.write('č');
    writer.write(new char[] {'x', 'é', 'y'}, 1, 1);
    writer.write("abcdef", 2, 3);
    assertEquals("<p>Žluťoučký kůň łódź ü €čécde", made());
  }

  @Test
  void aCharacterMayComeInTwoPieces() {
    String face = "😀";
    writer.write("a" + face.charAt(0));
    writer.write(face.charAt(1) + "b" + face);
    writer.write(face.charAt(0));
    writer.write(face.charAt(1));
    assertEquals("a😀b😀😀", made());
  }

  @Test
  void halfACharacterIsNoCharacter() {
    writer.write("a");
    writer.write("😀".charAt(0));
    assertEquals("a?", made());
  }

  @Test
  void aLongPageFits() {
    String line = "Všechno, co se o rodině ví. ".repeat(100);
    for (int i = 0; i < 200; i++) {
      writer.write(line);
    }
    assertEquals(line.repeat(200), made());
  }

  private String made() {
    return new String(writer.bytes(), StandardCharsets.UTF_8);
  }
}
