package org.opora.documents.letters.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.documents.spi.TemplateData.Why;

/**
 * How a letter reads to whoever receives it, with marks where something does not go into it. As one
 * text it is kept sealed beside its document.
 *
 * @param left what is known and was left out, whole rows of lists among it
 */
public record Sheet(List<Line> lines, List<Left> left) {
  private static final String LINES = "\u001D";
  private static final String LINE = "\u001E";
  private static final String PART = "\u001F";
  private static final Pattern CONTROL = Pattern.compile("[\u001D-\u001F\uE000-\uE002]");
  private static final Pattern MARK = Pattern.compile("\uE000([^\uE001]*)\uE001([^\uE002]*)\uE002");

  public Sheet {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
  }

  /** What a line is. */
  public enum Look {
    PARAGRAPH,
    ITEM,
    /** Above a part of it. */
    HEADING,
    /** Within such a part. */
    SUBHEADING,
    /** In a header, a footer or a note. */
    ASIDE
  }

  /**
   * @param words with marks
   */
  public record Line(Look look, String words) {
    /** Words and marks one after the other. */
    public List<Piece> pieces() {
      List<Piece> pieces = new ArrayList<>();
      Matcher mark = MARK.matcher(words);
      int from = 0;
      while (mark.find()) {
        if (mark.start() > from) {
          pieces.add(new Piece(words.substring(from, mark.start()), null, null));
        }
        pieces.add(new Piece(null, mark.group(1), mark.group(2)));
        from = mark.end();
      }
      if (from < words.length()) {
        pieces.add(new Piece(words.substring(from), null, null));
      }
      return pieces;
    }
  }

  /**
   * @param words null where nothing stands
   * @param key of the field that would stand there
   * @param why name of a {@link Why}, or {@link #NOT_KNOWN}
   */
  public record Piece(String words, String key, String why) {}

  /** Why of a mark where there is nothing to be written. */
  public static final String NOT_KNOWN = "NOT_KNOWN";

  /** What stands in place of a field that is not written. */
  public static String mark(String key, String why) {
    return "\uE000" + key + "\uE001" + why + "\uE002";
  }

  /** Without what would be read as a mark. */
  public static String plain(String words) {
    return CONTROL.matcher(words).replaceAll("");
  }

  /** As it is kept. */
  public String text() {
    return lines.stream()
            .map(line -> line.look() + PART + line.words())
            .collect(Collectors.joining(LINE))
        + LINES
        + left.stream()
            .map(one -> one.key() + PART + one.why() + PART + one.rows())
            .collect(Collectors.joining(LINE));
  }

  /** As it was kept. */
  public static Sheet of(String text) {
    String[] both = text.split(LINES, -1);
    return new Sheet(
        parts(both[0]).map(part -> new Line(Look.valueOf(part[0]), part[1])).toList(),
        parts(both[1])
            .map(part -> new Left(part[0], Why.valueOf(part[1]), Integer.parseInt(part[2])))
            .toList());
  }

  private static java.util.stream.Stream<String[]> parts(String all) {
    return all.isEmpty()
        ? java.util.stream.Stream.empty()
        : Arrays.stream(all.split(LINE, -1)).map(one -> one.split(PART, -1));
  }
}
