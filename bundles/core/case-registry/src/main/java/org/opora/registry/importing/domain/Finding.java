package org.opora.registry.importing.domain;

import java.util.List;
import java.util.Objects;

/**
 * Something doubtful or worth knowing in the file.
 *
 * @param row number of the record, the header being 1
 * @param column header as written; empty when the finding is about the whole row
 * @param code stable code of the kind of finding
 * @param text key of its sentence below {@code importing.finding}; mostly the code
 * @param value the cell as written
 * @param arguments of the sentence: row numbers as integers, everything else may be personal
 * @param otherRow row of the file it is to be compared with; 0 when there is none
 */
public record Finding(
    int row,
    String column,
    String code,
    String text,
    Severity severity,
    String value,
    List<Object> arguments,
    int otherRow) {

  /** How much it matters. */
  public enum Severity {
    /** A person must decide or correct. */
    DOUBT,
    /** Good to know; nothing need be done. */
    NOTE
  }

  public Finding {
    Objects.requireNonNull(column);
    Objects.requireNonNull(value);
    arguments = List.copyOf(arguments);
  }

  public static Finding doubt(int row, String column, String code, String value, Object... args) {
    return new Finding(row, column, code, code, Severity.DOUBT, value, List.of(args), 0);
  }

  public static Finding note(int row, String column, String code, String value, Object... args) {
    return new Finding(row, column, code, code, Severity.NOTE, value, List.of(args), 0);
  }

  /** The same with another sentence. */
  public Finding saying(String variant) {
    return new Finding(
        row, column, code, code + "." + variant, severity, value, arguments, otherRow);
  }

  /** The same, to be compared with another row. */
  public Finding beside(int other) {
    return new Finding(row, column, code, text, severity, value, arguments, other);
  }
}
