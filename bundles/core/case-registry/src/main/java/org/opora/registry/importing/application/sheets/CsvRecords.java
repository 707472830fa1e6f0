package org.opora.registry.importing.application.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a text with separators, one at a time, as lenient as spreadsheets are: text behind a
 * closing quote is kept, a quote inside an unquoted cell is a quote. A quote that is never closed
 * is refused, because it would swallow the rest of the file.
 */
final class CsvRecords {
  private static final int LONGEST_RECORD = 1_000_000;
  private final Rationed in;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  CsvRecords(Reader in, char separator) throws IOException {
    this.in = new Rationed(in);
    this.parser =
        CSVParser.parse(
            this.in,
            CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setTrailingData(true)
                .setIgnoreEmptyLines(false)
                .get());
    this.records = parser.iterator();
  }

  /**
   * The next record; null at the end.
   *
   * @throws UnreadableSheet when a quote is never closed, or a record is too long to be one
   */
  List<String> next() throws IOException {
    in.left = LONGEST_RECORD;
    try {
      return records.hasNext() ? records.next().toList() : null;
    } catch (UncheckedIOException fault) {
      // The library says only in words what it stumbled over; with these rules it can be one thing.
      throw fault.getCause() instanceof CSVException
          ? new UnreadableSheet("unclosed-quote", number() + 1)
          : fault.getCause();
    }
  }

  private int number() {
    return (int) parser.getRecordNumber();
  }

  /** The library sets no limit to a cell, and memory has one. */
  private final class Rationed extends FilterReader {
    private int left;

    Rationed(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      left -= read;
      if (left < 0) {
        throw new UnreadableSheet("cell-too-long", number() + 1);
      }
      return read;
    }
  }
}
