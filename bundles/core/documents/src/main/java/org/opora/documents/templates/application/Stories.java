package org.opora.documents.templates.application;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.w3c.dom.Element;

/** Which parts of a document hold words that are filled, by what the document says of them. */
final class Stories {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  /**
   * @param number from 1 where there are several
   */
  record Story(Part part, int number) {}

  private Stories() {}

  static Map<String, Story> of(Map<String, byte[]> parts) throws IOException {
    Map<String, Story> stories = new LinkedHashMap<>();
    Map<Part, Integer> count = new java.util.EnumMap<>(Part.class);
    Element types = Xml.read(parts.get("[Content_Types].xml")).getDocumentElement();
    Xml.each(
        types,
        element -> {
          String type = element.getAttribute("ContentType");
          if ("Override".equals(element.getLocalName()) && type.startsWith(TYPE)) {
            Part part = part(type.substring(TYPE.length()));
            String name = element.getAttribute("PartName").replaceFirst("^/", "");
            if (part != null && parts.containsKey(name) && !stories.containsKey(name)) {
              boolean several = part == Part.HEADER || part == Part.FOOTER;
              stories.put(name, new Story(part, several ? count.merge(part, 1, Integer::sum) : 0));
            }
          }
        });
    return stories;
  }

  private static Part part(String type) {
    return switch (type) {
      case "document.main+xml" -> Part.BODY;
      case "header+xml" -> Part.HEADER;
      case "footer+xml" -> Part.FOOTER;
      case "footnotes+xml" -> Part.FOOTNOTES;
      case "endnotes+xml" -> Part.ENDNOTES;
      default -> null;
    };
  }
}
