package org.opora.documents.templates.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opora.documents.templates.domain.TemplateFault;
import org.opora.documents.templates.domain.TemplateFault.Kind;
import org.opora.documents.templates.domain.TemplateFault.Part;
import org.w3c.dom.Element;

/**
 * A part that is no story. Nothing in it is filled, so nothing in it may look like a field; and no
 * page shows it before it leaves with a letter, so it says nothing to anybody.
 */
record Aside(String name, Element root) {
  List<TemplateFault> faults() {
    List<TemplateFault> faults = new ArrayList<>();
    if (Xml.is(root, "comments") && root.getElementsByTagName("*").getLength() > 0) {
      faults.add(fault(Kind.COMMENTS, root.getTextContent().strip()));
    }
    StringBuilder words = new StringBuilder(root.getTextContent());
    StringBuilder commands = new StringBuilder();
    Xml.each(
        root,
        element -> {
          for (int i = 0; i < element.getAttributes().getLength(); i++) {
            words.append('\n').append(element.getAttributes().item(i).getNodeValue());
          }
          if (Xml.is(element, "instrText")) {
            commands.append(element.getTextContent());
          } else if (Xml.is(element, "fldSimple")) {
            commands.append(Xml.attribute(element, "instr"));
          } else if (Xml.tracked(element)) {
            faults.add(fault(Kind.TRACKED, element.getTextContent()));
          } else if (whole(element)) {
            faults.add(fault(Kind.CHUNK, element.getAttribute("Target")));
          }
        });
    looksLikeField(words, commands, faults);
    return faults;
  }

  private void looksLikeField(
      StringBuilder words, StringBuilder commands, List<TemplateFault> faults) {
    boolean links = links();
    int at = words.indexOf("{{");
    at = at < 0 && links ? words.indexOf("%7B%7B") : at;
    if (at >= 0) {
      faults.add(fault(links ? Kind.HYPERLINK : Kind.PLACE, words.substring(at)));
    }
    int merge = commands.toString().toUpperCase(Locale.ROOT).indexOf("MERGEFIELD");
    if (merge >= 0) {
      faults.add(fault(Kind.PLACE, commands.substring(merge)));
    }
  }

  private boolean links() {
    return name.toLowerCase(Locale.ROOT).endsWith(".rels");
  }

  /** Whether it puts another document into this one when it is opened. */
  private boolean whole(Element element) {
    return links() && element.getAttribute("Type").toLowerCase(Locale.ROOT).endsWith("/afchunk");
  }

  private static TemplateFault fault(Kind kind, String found) {
    return new TemplateFault(kind, Part.OTHER, 0, 0, found, "");
  }
}
