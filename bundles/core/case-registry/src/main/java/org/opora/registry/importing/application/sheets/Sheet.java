package org.opora.registry.importing.application.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Columns;
import org.opora.registry.importing.domain.HeaderWords;
import org.opora.registry.importing.domain.SheetRow;

/**
 * A table in a file. The rows are read anew each time they are asked for, one at a time.
 *
 * @param facts how the file was saved
 * @param header number of the header's record
 * @param columns what was recognised
 */
public record Sheet(byte[] content, Facts facts, int header, Columns columns) {
  private static final int HEADER_WITHIN = 10;
  private static final int LONGEST = 200_000;
  private static final char[] SEPARATORS = {';', ',', '\t', '|'};
  private static final int SAMPLED = 20;
  private static final int WIDE = 8;

  /**
   * @param format {@code csv} or {@code xlsx}
   * @param encoding name of the encoding; empty for a workbook
   * @param separator between cells; empty for a workbook
   * @param marked whether a byte order mark stands in front
   */
  public record Facts(String format, String encoding, String separator, boolean marked) {}

  /** Is handed each record. */
  @FunctionalInterface
  public interface RowConsumer {
    /** Returns whether it wants more. */
    boolean accept(SheetRow row) throws IOException;
  }

  /**
   * Opens a file by what it holds, not by its name. All of it is looked through once, so that what
   * keeps it from being read is said at once.
   *
   * @throws UnreadableSheet when it is no table, or larger than a register can be
   */
  public static Sheet open(byte[] content) throws IOException {
    Facts facts = facts(content);
    SheetRow[] best = new SheetRow[1];
    int[] known = {-1};
    int[] count = {0};
    scan(
        content,
        facts,
        row -> {
          if (row.blank()) {
            return true;
          }
          if (++count[0] > LONGEST) {
            throw new UnreadableSheet("too-long");
          }
          int here =
              row.number() > HEADER_WITHIN
                  ? -1
                  : HeaderWords.recognise(row.cells()).places().size();
          if (here > known[0]) {
            best[0] = row;
            known[0] = here;
          } else if (best[0] != null) {
            swallowed(row, best[0].cells().size(), facts);
          }
          return true;
        });
    if (best[0] == null) {
      throw new UnreadableSheet("empty");
    }
    return new Sheet(content, facts, best[0].number(), HeaderWords.recognise(best[0].cells()));
  }

  /**
   * A quote that only the quote of a later row closes has swallowed the rows between, and nobody
   * would miss them. Such a cell holds line breaks and as many separators as a row has, and behind
   * them stands no blank as people write it; only a row's last separator may end its line.
   */
  private static void swallowed(SheetRow row, int width, Facts facts) throws UnreadableSheet {
    if (facts.format().equals("xlsx") || width < WIDE) {
      return;
    }
    char separator = facts.separator().charAt(0);
    for (String cell : row.cells()) {
      int seen = 0;
      boolean broken = false;
      for (int i = 0; i < cell.length(); i++) {
        boolean blank = i + 1 < cell.length() && Character.isWhitespace(cell.charAt(i + 1));
        seen += cell.charAt(i) == separator && !blank ? 1 : 0;
        broken |= cell.charAt(i) == '\n' || cell.charAt(i) == '\r';
      }
      if (broken && seen >= width - 2) {
        throw new UnreadableSheet("unclosed-quote", row.number());
      }
    }
  }

  /** The same file with the meaning of its columns chosen by a person. */
  public Sheet mapped(Map<Column, Integer> places) {
    return new Sheet(content, facts, header, new Columns(columns.headers(), places));
  }

  /** Every row below the header that holds something. */
  public void rows(RowConsumer consumer) throws IOException {
    scan(content, facts, row -> row.number() <= header || row.blank() || consumer.accept(row));
  }

  private static Facts facts(byte[] content) throws IOException {
    if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
      WorkbookLimits.check(content);
      return new Facts("xlsx", "", "", false);
    }
    if (content.length > 7 && (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF) {
      throw new UnreadableSheet("old-workbook");
    }
    Encodings.Found encoding = Encodings.of(content);
    return new Facts(
        "csv",
        encoding.charset().name(),
        String.valueOf(separator(content, encoding)),
        encoding.mark() > 0);
  }

  private static void scan(byte[] content, Facts facts, RowConsumer consumer) throws IOException {
    if (facts.format().equals("xlsx")) {
      WorkbookRows.scan(content, consumer);
      return;
    }
    CsvRecords records =
        new CsvRecords(text(content, Encodings.of(content)), facts.separator().charAt(0));
    int number = 0;
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      number++;
      if (!consumer.accept(new SheetRow(number, cells))) {
        return;
      }
    }
  }

  private static Reader text(byte[] content, Encodings.Found encoding) {
    int mark = encoding.mark();
    return new java.io.BufferedReader(
        new InputStreamReader(
            new ByteArrayInputStream(content, mark, content.length - mark), encoding.charset()));
  }

  /** The separator that cuts the first records into the most cells, each into as many. */
  private static char separator(byte[] content, Encodings.Found encoding) throws IOException {
    int length = Math.min(content.length - encoding.mark(), 100_000);
    String sample = new String(content, encoding.mark(), length, encoding.charset());
    if (sample.indexOf('\u0000') >= 0) {
      throw new UnreadableSheet("no-table");
    }
    char best = ';';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int score = score(sample, candidate);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static int score(String sample, char separator) throws IOException {
    CsvRecords records = new CsvRecords(new StringReader(sample), separator);
    int score = 0;
    try {
      List<String> first = records.next();
      if (first == null || first.size() < 2) {
        return 0;
      }
      score = first.size() * 10;
      for (int i = 0; i < SAMPLED; i++) {
        List<String> next = records.next();
        score += next != null && next.size() == first.size() ? first.size() : 0;
      }
    } catch (UnreadableSheet cut) {
      // The sample may end inside a quoted cell; what was read up to there counts.
      return score;
    }
    return score;
  }
}
