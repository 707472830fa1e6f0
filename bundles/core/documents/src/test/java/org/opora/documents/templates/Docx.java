package org.opora.documents.templates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Documents of Word, made by hand and read by hand. */
final class Docx {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  private static final String NAMESPACES =
      "xmlns:w=\""
          + W
          + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
          + " mc:Ignorable=\"w14\"";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private String body;
  private String lacking;

  private Docx(String body) {
    this.body = body;
  }

  static Docx of(String... paragraphs) {
    return new Docx(String.join("", paragraphs));
  }

  Docx story(String name, String kind, String content) {
    String root = Map.of("header", "hdr", "footer", "ftr").getOrDefault(kind, kind);
    types.append(
        "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
            .formatted(name, TYPE, kind));
    return part(
        "word/" + name + ".xml", "<w:%s %s>%s</w:%s>".formatted(root, NAMESPACES, content, root));
  }

  Docx part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  /** Lacks a part that every document has. */
  Docx without(String name) {
    lacking = name;
    return this;
  }

  /** In the names of the standard that Word writes only when it is told to. */
  Docx strict() {
    parts.put("word/document.xml", document().replace(W, STRICT));
    return this;
  }

  private String document() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>"
        .formatted(NAMESPACES, body);
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + TYPE
            + "document.main+xml\"/>"
            + types
            + "</Types>");
    all.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
    all.put("word/document.xml", document());
    all.putAll(parts);
    all.remove(lacking);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }

  static String p(String... runs) {
    return "<w:p>" + String.join("", runs) + "</w:p>";
  }

  static String r(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  static String bold(String text) {
    return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  }

  static String line(String text) {
    return p(r(text));
  }

  static String mark(String kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
  }

  static String instruction(String words) {
    return "<w:r><w:instrText xml:space=\"preserve\">" + words + "</w:instrText></w:r>";
  }

  static String command(String words, String shown) {
    return mark("begin") + instruction(words) + mark("separate") + shown + mark("end");
  }

  static String merge(String name) {
    return command(" MERGEFIELD " + name + " \\* MERGEFORMAT ", bold("«" + name + "»"));
  }

  static String simple(String instruction, String shown) {
    return "<w:fldSimple w:instr=\"" + instruction + "\">" + shown + "</w:fldSimple>";
  }

  static String table(String... rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
  }

  static String row(String... cells) {
    StringBuilder row = new StringBuilder("<w:tr w14:paraId=\"00000001\">");
    for (String cell : cells) {
      row.append("<w:tc>").append(cell).append("</w:tc>");
    }
    return row + "</w:tr>";
  }

  static String box(String content) {
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
        + content
        + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + "<w:txbxContent>"
        + content
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>";
  }

  static String control(String properties, String content) {
    return "<w:sdt><w:sdtPr>"
        + properties
        + "</w:sdtPr><w:sdtContent>"
        + content
        + "</w:sdtContent></w:sdt>";
  }

  static Map<String, byte[]> parts(byte[] docx) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /** Each paragraph with an end of its own; a new line and a tabulator as such. */
  static String words(byte[] part) throws Exception {
    StringBuilder words = new StringBuilder();
    words(read(part).getDocumentElement(), words);
    return words.toString();
  }

  static Document read(byte[] part) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
  }

  private static void words(Element element, StringBuilder words) {
    switch (element.getLocalName()) {
      case "t" -> words.append(element.getTextContent());
      case "br" -> words.append('\n');
      case "tab" -> words.append('\t');
      default -> {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
          if (child instanceof Element inside) {
            words(inside, words);
          }
        }
        if (element.getLocalName().equals("p")) {
          words.append('¶');
        }
      }
    }
  }
}
