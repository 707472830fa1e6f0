package org.opora.documents.pdf.application;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as they stand in a page: whatever was typed stays words. */
public final class Markup {
  private Markup() {}

  /** Escaped; lines stay lines. */
  public static String words(String text) {
    return Stream.of(text.split("\n", -1))
        .map(Markup::escaped)
        .collect(Collectors.joining("<br/>"));
  }

  private static String escaped(String line) {
    StringBuilder escaped = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            one -> {
              switch (one) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(one < ' ' ? ' ' : one);
              }
            });
    return escaped.toString();
  }
}
