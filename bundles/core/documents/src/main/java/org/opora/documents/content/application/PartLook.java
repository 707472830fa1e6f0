package org.opora.documents.content.application;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.opora.documents.content.domain.ContentFault;
import org.opora.documents.content.domain.ContentFault.Reason;
import org.opora.documents.content.domain.ContentKind;

/** What the parts of a document say they are, and what they would do. */
final class PartLook {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final Pattern RUNS =
      Pattern.compile("(?i)macroenabled|vbaproject|macrosheet|activex|dialogsheet");
  private static final Pattern RUNNING_NAME =
      Pattern.compile(
          "(.*/)?(vbaproject\\.bin|vbadata\\.xml)|(.*/)?(activex|macrosheets|dialogsheets)/.*"
              + "|(basic|scripts)/.*");
  private static final Pattern FETCHED = Pattern.compile("(?i)(https?|ftp|file:[/\\\\]+\\w+@).*");
  private static final Pattern OBJECT =
      Pattern.compile(".*/(oleObject|package|subDocument|frame|control|afChunk)");
  private static final Pattern TEMPLATE = Pattern.compile(".*/attachedTemplate");
  private static final Pattern CELLS =
      Pattern.compile("xl/(worksheets/[^/]*|sharedstrings|pivotcache/[^/]*)\\.xml");
  private static final Pattern DDE = Pattern.compile("(?i)DDE(AUTO)?\\b.*", Pattern.DOTALL);
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private ContentKind kind;

  PartLook() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** Null when no part says that it is a document. */
  ContentKind kind() {
    return kind;
  }

  /**
   * @param name in small letters
   */
  static void name(String name) throws ContentFault {
    if (RUNNING_NAME.matcher(name).matches()) {
      throw new ContentFault(Reason.MACROS);
    }
  }

  /** Whether the part may do something. Cells of a table only say something. */
  static boolean reads(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return (plain.endsWith(".xml") || plain.endsWith(".rels")) && !CELLS.matcher(plain).matches();
  }

  void look(InputStream part) throws ContentFault, IOException {
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(part);
      Instruction instruction = new Instruction();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> throw new ContentFault(Reason.DAMAGED);
          case XMLStreamConstants.START_ELEMENT -> element(xml, instruction);
          default -> {
            // Words are words.
          }
        }
      }
      xml.close();
    } catch (XMLStreamException broken) {
      // The parser wraps what its stream throws.
      if (broken.getNestedException() instanceof OfficePackages.TooLarge large) {
        throw large;
      }
      throw new ContentFault(Reason.DAMAGED, broken);
    }
  }

  private void element(XMLStreamReader xml, Instruction instruction)
      throws ContentFault, XMLStreamException {
    switch (xml.getLocalName()) {
      case "Override", "Default" -> type(value(xml, "ContentType"));
      case "Relationship" -> relation(xml);
      case "event-listener", "script", "ddeLink", "dde-connection-decl", "dde-source" ->
          throw new ContentFault(Reason.MACROS);
      case "encryption-data" -> throw new ContentFault(Reason.ENCRYPTED);
      case "fldSimple" -> new Instruction().add(value(xml, "instr"));
      // An instruction may be split over runs; each field begins anew.
      case "fldChar" -> instruction.anew();
      case "instrText" -> instruction.add(xml.getElementText());
      default -> {
        // Nothing that does anything.
      }
    }
  }

  private static String value(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void type(String type) throws ContentFault {
    if (RUNS.matcher(type).find()) {
      throw new ContentFault(Reason.MACROS);
    }
    ContentKind found =
        switch (type) {
          case WORD -> ContentKind.DOCX;
          case SHEET -> ContentKind.XLSX;
          default -> null;
        };
    if (found != null && kind != null && found != kind) {
      throw new ContentFault(Reason.TWO_KINDS);
    }
    kind = found == null ? kind : found;
  }

  private static void relation(XMLStreamReader xml) throws ContentFault {
    String type = value(xml, "Type");
    if (RUNS.matcher(type).find()) {
      throw new ContentFault(Reason.MACROS);
    }
    if (!value(xml, "TargetMode").equals("External")) {
      return;
    }
    // Word writes where the template of the author lies; only one in the net would be fetched.
    if (OBJECT.matcher(type).matches()
        || TEMPLATE.matcher(type).matches() && FETCHED.matcher(value(xml, "Target")).matches()) {
      throw new ContentFault(Reason.REMOTE);
    }
  }

  /** What a field does, joined from its pieces: its first word says it. */
  private static final class Instruction {
    private static final int HEAD = 64;

    /** Long ones carry what a program for quotations knows of a book. */
    private static final int LONGEST = 64 << 10;

    private final StringBuilder head = new StringBuilder();
    private int length;

    void anew() {
      head.setLength(0);
      length = 0;
    }

    void add(String piece) throws ContentFault {
      length += piece.length();
      if (length > LONGEST) {
        throw new ContentFault(Reason.BOMB);
      }
      if (head.length() >= HEAD) {
        return;
      }
      String words = head.isEmpty() ? piece.stripLeading() : piece;
      head.append(words, 0, Math.min(words.length(), HEAD - head.length()));
      if (DDE.matcher(head).matches()) {
        throw new ContentFault(Reason.MACROS);
      }
    }
  }
}
