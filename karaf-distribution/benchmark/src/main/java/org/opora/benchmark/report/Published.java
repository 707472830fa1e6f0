package org.opora.benchmark.report;

/** The part of docs/benchmarks.md that a measurement writes. */
public final class Published {
  private static final String BEGIN = "<!-- figures: written by the benchmark -->";
  private static final String END = "<!-- end of figures -->";

  private Published() {}

  /** The page with the figures exchanged. */
  public static String into(String page, String figures) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page has no place for figures");
    }
    return page.substring(0, begin + BEGIN.length())
        + "\n\n"
        + figures.strip()
        + "\n\n"
        + page.substring(end);
  }
}
