package org.opora.documents.content.domain;

import java.text.Normalizer;

/** What a file is called when it is handed out again. */
public final class FileName {
  private static final int LONGEST = 80;
  private static final int MOST = 1_000;

  private FileName() {}

  /**
   * Without a path, without signs that turn the rest of a name round, and with the ending of what
   * it is: a program picks by the ending who opens it.
   *
   * @param given as whoever sent it called it; may be null
   */
  public static String of(String given, ContentKind kind) {
    String name = given == null ? "" : given.substring(Math.max(0, given.length() - MOST));
    name = Normalizer.normalize(name, Normalizer.Form.NFC);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\"*:<>?|%;]", "-").replaceAll("\\s+", " ");
    name = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replaceFirst("^[. ]+", "");
    name =
        name.codePointCount(0, name.length()) > LONGEST
            ? name.substring(0, name.offsetByCodePoints(0, LONGEST))
            : name;
    name = name.replaceFirst("[. ]+$", "");
    return (name.isEmpty() ? "document" : name) + kind.ending();
  }
}
