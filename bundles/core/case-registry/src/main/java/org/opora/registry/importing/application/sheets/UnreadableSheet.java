package org.opora.registry.importing.application.sheets;

import java.io.IOException;
import java.util.List;

/** A file that is no table, or one that stops being one. */
public final class UnreadableSheet extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final int record;

  /**
   * @param reason code of the sentence below {@code importing.unreadable}
   */
  public UnreadableSheet(String reason) {
    this(reason, 0);
  }

  /**
   * @param record number of the record it happened in, which the sentence names
   */
  public UnreadableSheet(String reason, int record) {
    super(record == 0 ? reason : reason + " in record " + record);
    this.reason = reason;
    this.record = record;
  }

  public String reason() {
    return reason;
  }

  /** What the sentence is to name: the number of the record, or nothing. */
  public List<Object> arguments() {
    return record == 0 ? List.of() : List.of(record);
  }
}
