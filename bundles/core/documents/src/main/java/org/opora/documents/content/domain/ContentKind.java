package org.opora.documents.content.domain;

/**
 * What is taken in. The content says what it is, never the name or what the browser claims, and
 * what it is called afterwards follows from the content.
 */
public enum ContentKind {
  PDF("application/pdf", ".pdf"),
  JPEG("image/jpeg", ".jpg"),
  PNG("image/png", ".png"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
  ODT("application/vnd.oasis.opendocument.text", ".odt"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
  TEXT("text/plain; charset=utf-8", ".txt"),
  MAIL("message/rfc822", ".eml"),
  /** A message of the Czech data boxes, signed by them. */
  DATA_MESSAGE("application/vnd.software602.filler.form-xml-zip", ".zfo"),
  /** A signature that lies beside what it signs. */
  SIGNATURE("application/pkcs7-signature", ".p7s");

  private final String contentType;
  private final String ending;

  ContentKind(String contentType, String ending) {
    this.contentType = contentType;
    this.ending = ending;
  }

  public String contentType() {
    return contentType;
  }

  /** With the point. */
  public String ending() {
    return ending;
  }
}
