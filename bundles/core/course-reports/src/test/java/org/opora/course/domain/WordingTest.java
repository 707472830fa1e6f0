package org.opora.course.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.documents.Documents.Block;
import org.opora.api.documents.Documents.Look;

/** Words become paragraphs and items as they were typed. */
class WordingTest {
  @Test
  void anEmptyLinePartsAndAHyphenBeginsAnItem() {
    assertEquals(
        List.of(
            new Block(Look.PARAGRAPH, "Setkání:"),
            new Block(Look.ITEM, "1. 2. doma"),
            new Block(Look.ITEM, "3. 4. v centru"),
            new Block(Look.PARAGRAPH, "Dále\nv bodech"),
            new Block(Look.PARAGRAPH, "-10 stupňů")),
        Wording.blocks(
            "Setkání:\r\n"
                + "- 1. 2. doma\r\n"
                + " -  3. 4. v centru\r\n\r\n"
                + "Dále\n"
                + "  v bodech\n\n"
                + "-10 stupňů\n"));
    assertEquals(List.of(), Wording.blocks(" \n\n "));
  }
}
