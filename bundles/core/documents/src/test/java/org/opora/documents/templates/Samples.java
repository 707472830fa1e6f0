package org.opora.documents.templates;

import static org.opora.documents.templates.Docx.line;
import static org.opora.documents.templates.Docx.row;
import static org.opora.documents.templates.Docx.table;

import java.util.Arrays;
import org.opora.documents.templates.domain.Catalogue;

/** Documents of Word for those who do not make them themselves. */
public final class Samples {
  private Samples() {}

  /** A paragraph for each line. */
  public static byte[] docx(String... lines) {
    return Docx.of(Arrays.stream(lines).map(Docx::line).toArray(String[]::new)).bytes();
  }

  /** One row of a table with a cell for each. */
  public static byte[] rows(String before, String... cells) {
    return Docx.of(
            line(before), table(row(Arrays.stream(cells).map(Docx::line).toArray(String[]::new))))
        .bytes();
  }

  /** How it reads, a paragraph after the other. */
  public static String words(byte[] docx) throws Exception {
    return Docx.words(Docx.parts(docx).get("word/document.xml"));
  }

  /** The fields of the family of the torture set. */
  public static Catalogue catalogue() {
    return new Sample();
  }
}
