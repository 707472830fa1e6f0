package org.opora.documents.templates.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.opora.documents.templates.application.Stories.Story;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How a document of Word reads, without its look: what a page shows of it before it leaves. */
public final class Reading {
  private Reading() {}

  /**
   * @param words with a new line and a tabulator where there is one; not blank
   */
  public record Paragraph(Part part, String words) {}

  /**
   * Headers first, then the text, then what stands below it.
   *
   * @param document has been looked through
   */
  public static List<Paragraph> of(byte[] document) {
    try {
      Map<String, byte[]> parts = Package.parts(document);
      List<Paragraph> paragraphs = new ArrayList<>();
      List<Map.Entry<String, Story>> stories = new ArrayList<>(Stories.of(parts).entrySet());
      stories.sort(Comparator.comparing(story -> place(story.getValue().part())));
      for (Map.Entry<String, Story> story : stories) {
        Element root = Xml.read(parts.get(story.getKey())).getDocumentElement();
        for (Element paragraph : Xml.all(root, "p")) {
          String words = copied(paragraph) ? "" : words(paragraph);
          if (!words.isBlank()) {
            paragraphs.add(new Paragraph(story.getValue().part(), words.strip()));
          }
        }
      }
      return paragraphs;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int place(Part part) {
    return part == Part.HEADER ? 0 : part == Part.BODY ? 1 : 2;
  }

  /** What Word keeps besides for those who cannot show a text box. */
  private static boolean copied(Element paragraph) {
    for (Node node = paragraph; node != null; node = node.getParentNode()) {
      if ("Fallback".equals(node.getLocalName())) {
        return true;
      }
    }
    return false;
  }

  private static String words(Element paragraph) {
    StringBuilder words = new StringBuilder();
    Xml.each(
        paragraph,
        element -> {
          // A paragraph in a text box of this one is a paragraph of its own.
          if (Xml.around(element, "p") == paragraph) {
            if (Xml.is(element, "t")) {
              words.append(element.getTextContent());
            } else if (Xml.is(element, "br") || Xml.is(element, "cr")) {
              words.append('\n');
            } else if (Xml.is(element, "tab") && Xml.around(element, "r") != null) {
              words.append('\t');
            }
          }
        });
    return words.toString();
  }
}
