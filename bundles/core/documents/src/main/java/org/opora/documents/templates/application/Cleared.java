package org.opora.documents.templates.application;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Takes out where Word would look for addresses itself: a letter that is filled would ask for them
 * when it is opened.
 */
final class Cleared {
  private static final String SETTINGS = "word/settings.xml";
  private static final String RELATIONS = "word/_rels/settings.xml.rels";

  private Cleared() {}

  static Map<String, byte[]> of(Map<String, byte[]> parts) throws IOException {
    Map<String, byte[]> cleared = new LinkedHashMap<>(parts);
    if (parts.containsKey(SETTINGS)) {
      Document settings = Xml.read(parts.get(SETTINGS));
      List<Element> sources = Xml.all(settings.getDocumentElement(), "mailMerge");
      if (!sources.isEmpty()) {
        sources.forEach(Xml::remove);
        cleared.put(SETTINGS, Xml.written(settings));
        if (parts.containsKey(RELATIONS)) {
          cleared.put(RELATIONS, relations(Xml.read(parts.get(RELATIONS))));
        }
      }
    }
    return cleared;
  }

  private static byte[] relations(Document relations) {
    List<Element> sources = new ArrayList<>();
    Xml.each(
        relations.getDocumentElement(),
        element -> {
          if (element.getAttribute("Type").contains("/mailMerge")) {
            sources.add(element);
          }
        });
    sources.forEach(Xml::remove);
    return Xml.written(relations);
  }
}
