package org.opora.documents.templates.application;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.w3c.dom.Element;

/** Which parts of a document hold words that are filled, by what the document says of them. */
final class Stories {
  static final String TYPES = "[Content_Types].xml";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  /**
   * @param number from 1 where there are several
   */
  record Story(Part part, int number) {}

  private Stories() {}

  static Map<String, Story> of(Map<String, byte[]> parts) throws IOException {
    Map<String, Story> stories = new LinkedHashMap<>();
    Map<Part, Integer> count = new EnumMap<>(Part.class);
    types(parts)
        .forEach(
            (name, type) -> {
              Part part = type.startsWith(TYPE) ? part(type.substring(TYPE.length())) : null;
              if (part != null) {
                boolean several = part == Part.HEADER || part == Part.FOOTER;
                stories.put(
                    name, new Story(part, several ? count.merge(part, 1, Integer::sum) : 0));
              }
            });
    return stories;
  }

  /**
   * What each part is: those that are named first, in their order, then those whose kind follows
   * from how their name ends.
   */
  static Map<String, String> types(Map<String, byte[]> parts) throws IOException {
    Map<String, String> called = new LinkedHashMap<>();
    parts.keySet().forEach(name -> called.put(small(name), name));
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, String> ends = new LinkedHashMap<>();
    Element root = Xml.read(parts.get(TYPES)).getDocumentElement();
    Xml.each(
        root,
        element -> {
          String type = element.getAttribute("ContentType");
          if ("Override".equals(element.getLocalName())) {
            String name =
                called.get(small(element.getAttribute("PartName")).replaceFirst("^/", ""));
            if (name != null) {
              types.putIfAbsent(name, type);
            }
          } else if ("Default".equals(element.getLocalName())) {
            ends.putIfAbsent(small(element.getAttribute("Extension")), type);
          }
        });
    for (String name : parts.keySet()) {
      String type = ends.get(small(name.substring(name.lastIndexOf('.') + 1)));
      if (type != null && !name.equals(TYPES)) {
        types.putIfAbsent(name, type);
      }
    }
    return types;
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
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
