package org.opora.registry.importing.domain;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of a text with separators, one at a time: cells may be quoted, quoted cells may hold line
 * breaks and doubled quotes. Lenient as spreadsheets are: text behind a closing quote is kept, a
 * quote inside an unquoted cell is a quote.
 */
final class CsvRecords {
  private static final int LONGEST_CELL = 100_000;
  private final PushbackReader in;
  private final char separator;
  private boolean recordEnded;

  CsvRecords(Reader in, char separator) {
    this.in = new PushbackReader(in, 1);
    this.separator = separator;
  }

  /** The next record; null at the end. */
  List<String> next() throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    in.unread(c);
    recordEnded = false;
    List<String> cells = new ArrayList<>();
    while (!recordEnded) {
      cells.add(cell());
    }
    return cells;
  }

  private String cell() throws IOException {
    StringBuilder cell = new StringBuilder();
    int c = in.read();
    if (c == '"') {
      quoted(cell);
      c = in.read();
    }
    while (c >= 0 && c != separator && c != '\n' && c != '\r') {
      append(cell, c);
      c = in.read();
    }
    recordEnded = c != separator;
    if (c == '\r') {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        in.unread(next);
      }
    }
    return cell.toString();
  }

  private void quoted(StringBuilder cell) throws IOException {
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '"') {
        int next = in.read();
        if (next != '"') {
          if (next >= 0) {
            in.unread(next);
          }
          return;
        }
      }
      append(cell, c);
    }
  }

  /** A quote that is never closed would swallow the rest of the file. */
  private static void append(StringBuilder cell, int c) throws IOException {
    if (cell.length() == LONGEST_CELL) {
      throw new UnreadableSheet("cell-too-long");
    }
    cell.append((char) c);
  }
}
