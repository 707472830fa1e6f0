package org.opora.documents.content.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;

/**
 * A part of a document that says who wrote it, for whom, with what, and when.
 *
 * @param level of the elements that say it; the one around all of them is 1
 * @param kept names of those that say what the document is
 */
record PropertyPart(int level, Set<String> kept) {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  /** Reads without fetching. */
  static XMLInputFactory reading() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The part with nothing but what is kept; empty when there is nothing else in it. */
  Optional<byte[]> without(byte[] part) throws XMLStreamException {
    XMLEventReader in = reading().createXMLEventReader(new ByteArrayInputStream(part));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEAD.getBytes(StandardCharsets.UTF_8));
    XMLEventWriter out =
        XMLOutputFactory.newDefaultFactory()
            .createXMLEventWriter(bytes, StandardCharsets.UTF_8.name());
    boolean any = false;
    boolean inside = false;
    int depth = 0;
    while (in.hasNext()) {
      XMLEvent event = in.nextEvent();
      if (event.isStartElement()) {
        depth++;
        if (depth == level && !kept.contains(event.asStartElement().getName().getLocalPart())) {
          inside = true;
          any = true;
        }
      }
      boolean aside = event.getEventType() == XMLEvent.COMMENT || event.isProcessingInstruction();
      any |= aside;
      if (!inside && !aside && !event.isStartDocument() && !event.isEndDocument()) {
        out.add(event);
      }
      if (event.isEndElement()) {
        inside &= depth != level;
        depth--;
      }
    }
    out.close();
    return any ? Optional.of(bytes.toByteArray()) : Optional.empty();
  }
}
