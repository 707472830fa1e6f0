package org.opora.persistence.database;

import org.opora.api.text.Text;

/** The database cannot be used; the message is for the log, the text for people. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text text;

  public DatabaseUnavailable(String message, Text text, Throwable cause) {
    super(message, cause);
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
