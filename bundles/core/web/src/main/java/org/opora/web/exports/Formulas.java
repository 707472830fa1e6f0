package org.opora.web.exports;

/** Spreadsheets run what begins like a formula, whoever typed it: an apostrophe makes it a text. */
final class Formulas {
  private static final String BEGINNINGS = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String BLANKS = "\t\r\n";
  private static final String SEPARATORS = ";,\t\r\n";

  private Formulas() {}

  /** The text as a cell may hold it; the reader sees the same words. */
  static String harmless(String text) {
    int first = 0;
    while (first < text.length() && blank(text.charAt(first))) {
      first++;
    }
    boolean formula =
        !text.isEmpty() && BLANKS.indexOf(text.charAt(0)) >= 0
            || first < text.length() && BEGINNINGS.indexOf(text.charAt(first)) >= 0;
    return formula ? "'" + text : text;
  }

  /**
   * The same for a file without cells of its own: a spreadsheet that takes another sign for the
   * separator begins a cell in the middle of the text, where the quotes around it do not count.
   */
  static String harmlessHoweverSplit(String text) {
    StringBuilder harmless = new StringBuilder(text.length() + 2);
    boolean begins = false;
    for (char sign : harmless(text).toCharArray()) {
      if (SEPARATORS.indexOf(sign) >= 0) {
        begins = true;
      } else if (begins && sign != '"' && !blank(sign)) {
        if (BEGINNINGS.indexOf(sign) >= 0) {
          harmless.append('\'');
        }
        begins = false;
      }
      harmless.append(sign);
    }
    return harmless.toString();
  }

  /** Hard spaces and signs of no width included. */
  private static boolean blank(char sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.getType(sign) == Character.FORMAT;
  }
}
