package org.opora.course.domain;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.documents.Documents.Block;
import org.opora.api.documents.Documents.Look;

/** Words of a section as blocks: an empty line parts paragraphs, a hyphen begins an item. */
public final class Wording {
  private static final String ITEM = "- ";

  private Wording() {}

  public static List<Block> blocks(String words) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : words.replace("\r", "").split("\n", -1)) {
      String plain = line.strip();
      if (plain.startsWith(ITEM)) {
        close(blocks, paragraph);
        blocks.add(new Block(Look.ITEM, plain.substring(ITEM.length()).strip()));
      } else if (plain.isEmpty()) {
        close(blocks, paragraph);
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : "\n").append(plain);
      }
    }
    close(blocks, paragraph);
    return blocks;
  }

  private static void close(List<Block> blocks, StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      blocks.add(new Block(Look.PARAGRAPH, paragraph.toString()));
      paragraph.setLength(0);
    }
  }
}
