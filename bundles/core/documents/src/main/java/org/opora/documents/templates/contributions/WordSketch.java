package org.opora.documents.templates.contributions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plain document of Word that opens there: a heading, paragraphs, a table. */
final class WordSketch {
  private static final String OFFICE = "http://schemas.openxmlformats.org/";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private final StringBuilder body = new StringBuilder();

  /** Words without any of the signs that XML keeps for itself. */
  WordSketch heading(String words) {
    body.append(paragraph("<w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr>", words));
    return this;
  }

  WordSketch line(String words) {
    body.append(paragraph("", words));
    return this;
  }

  /** A row of headings, and one that is written again for each of a list. */
  WordSketch table(List<String> heads, List<String> fields) {
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>")
        .append("<w:gridCol/>".repeat(heads.size()))
        .append("</w:tblGrid>")
        .append(row("<w:rPr><w:b/></w:rPr>", heads))
        .append(row("", fields))
        .append("</w:tbl>");
    return this;
  }

  private static String row(String look, List<String> cells) {
    return cells.stream()
        .map(cell -> "<w:tc>" + paragraph(look, cell) + "</w:tc>")
        .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
  }

  private static String paragraph(String look, String words) {
    return "<w:p><w:r>" + look + "<w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
  }

  byte[] bytes() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + OFFICE
            + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/word/document.xml\" ContentType=\""
            + TYPE
            + "\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + OFFICE
            + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
            + OFFICE
            + "officeDocument/2006/relationships/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>");
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w=\""
            + OFFICE
            + "wordprocessingml/2006/main\"><w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>");
    return packed(parts);
  }

  private static byte[] packed(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + part.getValue())
                .getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }
}
